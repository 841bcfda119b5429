#include "core/wire/file_json.h"

#include <charconv>

#include "core/wire/json_text.h"

namespace aiagent::wire {
namespace {

using Members = std::vector<JsonMember>;

std::string textOf(const Members& members, std::string_view name) {
  const auto* member = findMember(members, name);
  return member ? stringFromJson(member->value).value_or("") : std::string();
}

std::optional<std::int64_t> numberOf(const Members& members, std::string_view name) {
  const auto* member = findMember(members, name);
  if (!member) return std::nullopt;
  std::int64_t number = 0;
  const auto* end = member->value.data() + member->value.size();
  const auto read = std::from_chars(member->value.data(), end, number);
  return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

std::optional<base::WallTime> secondsOf(const Members& members, std::string_view name) {
  const auto seconds = numberOf(members, name);
  if (!seconds || *seconds <= 0 || *seconds > 100'000'000'000) return std::nullopt;
  return base::wallTimeFromMillis(*seconds * 1000);
}

base::Error unreadable() {
  return {.code = base::ErrorCode::BadResponse, .detail = "not the object that was asked for"};
}

// A quoted string of a header: what would end it, or the line, is percent-encoded, as browsers do.
std::string headerText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"')
      out += "%22";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else
      out += c;
  }
  return out;
}

std::string field(std::string_view boundary, std::string_view name, std::string_view value) {
  return "--" + std::string(boundary) + "\r\nContent-Disposition: form-data; name=\"" + std::string(name) +
         "\"\r\n\r\n" + std::string(value) + "\r\n";
}

}  // namespace

base::Result<RemoteFile> fileFromJson(std::string_view body) {
  const auto members = jsonMembers(body);
  if (!members || textOf(*members, "id").empty()) return unreadable();
  return RemoteFile{textOf(*members, "id"), numberOf(*members, "bytes").value_or(0),
                    secondsOf(*members, "expires_at")};
}

base::Result<RemoteStore> vectorStoreFromJson(std::string_view body) {
  const auto members = jsonMembers(body);
  if (!members || textOf(*members, "id").empty()) return unreadable();
  RemoteStore store;
  store.id = textOf(*members, "id");
  store.status = textOf(*members, "status");
  store.bytes = numberOf(*members, "usage_bytes").value_or(0);
  store.expires = secondsOf(*members, "expires_at");
  const auto* counts = findMember(*members, "file_counts");
  if (const auto inner = counts ? jsonMembers(counts->value) : std::nullopt) {
    store.completed = numberOf(*inner, "completed").value_or(0);
    store.failed = numberOf(*inner, "failed").value_or(0) + numberOf(*inner, "cancelled").value_or(0);
    store.total = numberOf(*inner, "total").value_or(0);
  }
  return store;
}

UploadForm uploadForm(std::string_view name, std::string_view mediaType, std::string_view boundary,
                      std::chrono::seconds expiresAfter) {
  UploadForm form;
  form.contentType = "multipart/form-data; boundary=" + std::string(boundary);
  form.before =
      field(boundary, "purpose", "user_data") + field(boundary, "expires_after[anchor]", "created_at") +
      field(boundary, "expires_after[seconds]", std::to_string(expiresAfter.count())) + "--" +
      std::string(boundary) + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" +
      headerText(name) + "\"\r\nContent-Type: " +
      (mediaType.empty() ? std::string("application/octet-stream") : headerText(mediaType)) + "\r\n\r\n";
  form.after = "\r\n--" + std::string(boundary) + "--\r\n";
  return form;
}

std::string vectorStoreBody(std::string_view name, const std::vector<std::string>& fileIds,
                            std::chrono::days expiresAfterUse) {
  JsonArray ids;
  for (const auto& id : fileIds) ids.text(id);
  return JsonObject()
      .text("name", name)
      .raw("file_ids", ids.take())
      .raw("expires_after",
           JsonObject().text("anchor", "last_active_at").integer("days", expiresAfterUse.count()).take())
      .take();
}

std::string toJson(const std::vector<domain::Upload>& uploads) {
  JsonArray array;
  for (const auto& upload : uploads)
    array.raw(JsonObject()
                  .text("provider", upload.provider)
                  .text("baseUrl", upload.baseUrl)
                  .text("kind", domain::toWord(upload.kind))
                  .text("id", upload.remote)
                  .textOrNull("agent", upload.agent.isNull() ? std::string() : upload.agent.toString())
                  .text("name", upload.name)
                  .text("sha256", upload.sha256)
                  .integer("bytes", upload.bytes)
                  .text("created", base::toIso8601(upload.created))
                  .textOrNull("expires", upload.expires ? base::toIso8601(*upload.expires) : std::string())
                  .take());
  return array.take();
}

}  // namespace aiagent::wire
