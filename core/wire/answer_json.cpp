#include "core/wire/answer_json.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/utf8.h"
#include "core/wire/provider_error.h"
#include "core/wire/response_reader.h"

namespace aiagent::wire {
namespace {

namespace dom = simdjson::dom;

base::Error badResponse(std::string detail) {
  return {.code = base::ErrorCode::BadResponse, .detail = std::move(detail), .subject = "application/json"};
}

// "text/html; charset=utf-8" -> "text/html", for the person.
std::string mediaType(std::string_view contentType) {
  auto type = base::toValidUtf8(
      base::trimmed(contentType.substr(0, std::min<std::size_t>(contentType.find(';'), 100))));
  std::transform(type.begin(), type.end(), type.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return type;
}

bool isSuccess(int status) {
  return status >= 200 && status < 300;
}

std::string_view textAt(const dom::element& value, std::string_view name) {
  std::string_view text;
  return value[name].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

// "2027-03-31" (RFC 3339 full-date, as in OpenAI's document) or a date with a time behind it.
std::optional<base::WallTime> dateFromText(std::string_view text) {
  const auto number = [&](std::size_t at, std::size_t length, auto& value) {
    if (text.size() < at + length) return false;
    const auto* end = text.data() + at + length;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value);
    return error == std::errc() && stop == end;
  };
  int year = 0;
  unsigned month = 0, day = 0;
  if (!number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) return std::nullopt;
  if (text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return base::WallTime(std::chrono::sys_days(date));
}

std::optional<base::WallTime> dateAt(const dom::element& value, std::string_view name) {
  std::int64_t seconds = 0;
  if (value[name].get(seconds) == simdjson::SUCCESS && seconds > 0 && seconds < 100'000'000'000)
    return base::WallTime(std::chrono::seconds(seconds));
  return dateFromText(textAt(value, name));
}

std::optional<ModelInfo> modelOf(const dom::element& value) {
  auto id = textAt(value, "id");
  if (id.empty()) id = textAt(value, "name");  // Ollama's own list
  if (id.empty()) return std::nullopt;
  return ModelInfo{std::string(id), dateAt(value, "shutdown_date"), std::string(textAt(value, "owned_by"))};
}

}  // namespace

base::Error errorFromAnswer(int status, std::string_view contentType, std::string_view body) {
  ResponseReader reader;
  if (auto error = reader.error(body, status)) {
    // An error under a status of success: the provider's own failure, whatever stands between said.
    if (isSuccess(status) && error->code == base::ErrorCode::BadResponse)
      error->code = base::ErrorCode::ServerError;
    return *error;
  }
  auto error = toError({.status = status, .message = {}, .type = {}, .code = {}, .param = {}});
  error.subject = mediaType(contentType);
  if (error.subject == "text/plain") error.said = quotation(body);
  return error;
}

base::Result<std::vector<ModelInfo>> modelsFromJson(std::string_view body) {
  dom::parser parser;
  dom::element value;
  if (body.empty() || parser.parse(body.data(), body.size()).get(value) != simdjson::SUCCESS)
    return badResponse("model list: not JSON");
  dom::array list;
  if (value["data"].get(list) != simdjson::SUCCESS && value["models"].get(list) != simdjson::SUCCESS &&
      value.get(list) != simdjson::SUCCESS)
    return badResponse("model list: no list in it");
  std::vector<ModelInfo> models;
  for (const auto each : list)
    if (auto model = modelOf(each)) models.push_back(std::move(*model));
  std::sort(models.begin(), models.end(), [](auto& a, auto& b) { return a.id < b.id; });
  return models;
}

base::Result<std::int64_t> inputTokensFromJson(std::string_view body) {
  dom::parser parser;
  dom::element value;
  std::int64_t tokens = 0;
  if (body.empty() || parser.parse(body.data(), body.size()).get(value) != simdjson::SUCCESS)
    return badResponse("token count: not JSON");
  if (value["input_tokens"].get(tokens) != simdjson::SUCCESS || tokens < 0)
    return badResponse("token count: no input_tokens");
  return tokens;
}

base::Result<Ended> responseFromJson(std::string_view body) {
  ResponseReader reader;
  auto response = reader.response(body);
  if (!response) return badResponse("response: not a JSON object");
  return std::move(*response);
}

}  // namespace aiagent::wire
