#include "core/wire/prometheus_answer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/base/secret_string.h"
#include "core/base/utf8.h"
#include "core/wire/kube_json.h"
#include "core/wire/padded_text.h"

namespace aiagent::wire {
namespace {

using base::Error;
using base::ErrorCode;
using kube::Reading;
using kube::Value;
namespace ondemand = simdjson::ondemand;

constexpr std::size_t kMostWarnings = 10, kMostAlerts = 200, kMostSaid = 500;
constexpr double kLastSecond = 253'402'300'800.0;  // year 10000

Error badAnswer(std::string_view what, std::string_view subject = {}) {
  return {.code = ErrorCode::BadResponse, .detail = std::string(what), .subject = std::string(subject)};
}

std::string shown(std::string_view text) {
  return base::maskSecrets(base::toValidUtf8(base::utf8Prefix(text, kMostSaid)));
}

// By errorType of Prometheus (web/api/v1/api.go). Whoever speaks of another type is taken for a faulty
// server.
ErrorCode codeOf(std::string_view errorType) {
  if (errorType == "bad_data" || errorType == "execution") return ErrorCode::RequestRejected;
  if (errorType == "timeout") return ErrorCode::Timeout;
  if (errorType == "not_found") return ErrorCode::NotFound;
  return ErrorCode::ServerError;
}

// What is around the data of every answer.
struct Envelope {
  std::string status, errorType, error;
  std::vector<std::string> warnings;
  bool hasData = false;

  void take(Reading& in, std::string_view key, Value member) {
    if (key == "status") in.text(member, status);
    if (key == "errorType") in.text(member, errorType);
    if (key == "error") error = shown(in.text(member));
    if (key != "warnings" && key != "infos") return;
    in.elements(member, [&](Value each) {
      if (warnings.size() < kMostWarnings) warnings.push_back(shown(in.text(each)));
    });
  }
  std::optional<Error> fault() const {
    if (status == "error")
      return Error{.code = codeOf(errorType), .said = error, .providerCode = shown(errorType)};
    if (status != "success" || !hasData) return badAnswer("no answer of Prometheus");
    return std::nullopt;
  }
};

// Gives the members of the body's object to `visit`; false: it is no JSON, or something stands behind it.
template <class Visit>
bool withBody(std::string_view body, Visit&& visit) {
  base::Interner names;
  Reading in(names);
  PaddedText text;
  ondemand::parser parser;
  ondemand::document document;
  Value value;
  const char* bytes = text.copy(body);
  if (parser.iterate(simdjson::padded_string_view(bytes, body.size(), text.capacity())).get(document) !=
          simdjson::SUCCESS ||
      document.get_value().get(value) != simdjson::SUCCESS)
    return false;
  in.members(value, [&](std::string_view key, Value member) { visit(in, key, member); });
  return !in.broken && !in.wrongType && document.current_location().error() != simdjson::SUCCESS;
}

// "NaN", "+Inf", "-Inf" and numbers as Go writes them.
std::optional<double> sampleValue(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double value = 0;
  const auto* end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, value);
  if (fault == std::errc::result_out_of_range) return text.front() == '-' ? -HUGE_VAL : HUGE_VAL;
  if (fault != std::errc() || rest != end) return std::nullopt;
  return value;
}

class ResultReader {
 public:
  ResultReader(Reading& in, const PromLimits& limits, PromAnswer& answer)
      : m_in(in), m_limits(limits), m_answer(answer) {}

  void data(Value value) {
    m_in.members(value, [&](std::string_view key, Value member) {
      if (key == "resultType") m_type = m_in.text(member);
      if (key == "result") result(member);
    });
  }
  // After everything was read: the members may come in any order.
  std::optional<Error> settle();

 private:
  void result(Value value);
  void series(Value value);
  void labels(Value value, PromSeries& series);
  void points(Value value, PromSeries& series);
  std::optional<PromPoint> point(Value value);
  void fail(Error error) {
    if (!m_fault) m_fault = std::move(error);
  }

  Reading& m_in;
  const PromLimits& m_limits;
  PromAnswer& m_answer;
  std::string m_type;
  std::optional<Error> m_fault;
  bool m_hasResult = false, m_hasSeries = false;
  std::size_t m_points = 0, m_labelBytes = 0;
  std::optional<double> m_time;  // of a scalar or string
  std::string m_word;
};

void ResultReader::result(Value value) {
  m_hasResult = true;
  m_in.elements(value, [&](Value element) {
    ondemand::json_type type;
    if (m_fault || element.type().get(type) != simdjson::SUCCESS) return;
    if (type == ondemand::json_type::object) return series(element);
    double time = 0;
    if (type == ondemand::json_type::number && element.get_double().get(time) == simdjson::SUCCESS)
      m_time = time;
    else if (type == ondemand::json_type::string)
      m_word = m_in.text(element);
    else
      fail(badAnswer("an element that is no series"));
  });
}

void ResultReader::series(Value value) {
  m_hasSeries = true;
  if (m_answer.series.size() >= m_limits.series) {
    m_answer.cut = true;
    return;
  }
  PromSeries read;
  m_in.members(value, [&](std::string_view key, Value member) {
    if (m_fault) return;
    if (key == "metric") labels(member, read);
    if (key == "values") points(member, read);
    if (key != "value") return;
    if (const auto one = point(member)) read.points.push_back(*one);
  });
  m_answer.series.push_back(std::move(read));
}

void ResultReader::labels(Value value, PromSeries& series) {
  m_in.pairs(value, series.labels);
  for (const auto& [key, word] : series.labels.all()) m_labelBytes += key.size() + word.size();
  if (m_labelBytes > m_limits.labelBytes) fail(badAnswer("labels beyond the limit", "labels"));
}

void ResultReader::points(Value value, PromSeries& series) {
  m_in.elements(value, [&](Value element) {
    if (m_fault) return;
    const auto one = point(element);
    if (!one) return;
    if (series.points.size() >= m_limits.points || ++m_points > m_limits.allPoints)
      return fail(badAnswer("points beyond the limit", "points"));
    if (!series.points.empty() && series.points.back().at >= one->at)
      return fail(badAnswer("points that go back in time"));
    series.points.push_back(*one);
  });
}

// [1700000000.781, "0.25"]
std::optional<PromPoint> ResultReader::point(Value value) {
  PromPoint read;
  int place = 0;
  bool good = true;
  m_in.elements(value, [&](Value part) {
    if (place == 0) good = part.get_double().get(read.at) == simdjson::SUCCESS;
    if (place == 1) {
      const auto found = sampleValue(m_in.text(part));
      good = good && found.has_value();
      read.value = found.value_or(0);
    }
    ++place;
  });
  if (place == 2 && good && read.at >= 0 && read.at < kLastSecond) return read;
  fail(badAnswer("a point that is none"));
  return std::nullopt;
}

std::optional<Error> ResultReader::settle() {
  if (m_fault) return m_fault;
  if (!m_hasResult) return badAnswer("an answer without a result");
  const bool single = m_type == "scalar" || m_type == "string";
  if (!single && m_type != "vector" && m_type != "matrix") return badAnswer("an unknown type of result");
  if (single ? m_hasSeries : m_time.has_value()) return badAnswer("a result of another type than told");
  m_answer.shape = m_type == "matrix"   ? PromShape::Matrix
                   : m_type == "scalar" ? PromShape::Scalar
                   : m_type == "string" ? PromShape::String
                                        : PromShape::Vector;
  if (!single) return std::nullopt;
  if (!m_time || *m_time < 0 || *m_time >= kLastSecond) return badAnswer("a result without a time");
  if (m_type == "string") {
    m_answer.text = base::toValidUtf8(m_word);
    return std::nullopt;
  }
  const auto value = sampleValue(m_word);
  if (!value) return badAnswer("a scalar that is none");
  m_answer.series.push_back({.labels = {}, .points = {{*m_time, *value}}});
  return std::nullopt;
}

// ---- alerts

PromAlert readAlert(Reading& in, Value value) {
  PromAlert alert;
  std::string description;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "labels") in.pairs(member, alert.labels);
    if (key == "state") alert.firing = in.text(member) == "firing";
    if (key == "activeAt") in.time(member, alert.active);
    if (key != "annotations") return;
    in.members(member, [&](std::string_view name, Value text) {
      if (name == "summary") alert.summary = shown(in.text(text));
      if (name == "description") description = shown(in.text(text));
    });
  });
  if (alert.summary.empty()) alert.summary = std::move(description);
  alert.name = shown(alert.labels.at("alertname"));
  alert.severity = shown(alert.labels.at("severity"));
  return alert;
}

}  // namespace

base::Result<PromAnswer> readPromAnswer(std::string_view body, const PromLimits& limits) {
  if (body.size() > limits.bytes) return badAnswer("a body beyond the limit", "size");
  PromAnswer answer;
  Envelope around;
  std::optional<Error> fault;
  const bool whole = withBody(body, [&, reader = std::optional<ResultReader>()](
                                        Reading& in, std::string_view key, Value member) mutable {
    around.take(in, key, member);
    if (key != "data") return;
    around.hasData = true;
    reader.emplace(in, limits, answer);
    reader->data(member);
    fault = reader->settle();
  });
  if (around.status == "error") return *around.fault();
  if (!whole) return badAnswer("an answer that is no JSON, or cut");
  if (const auto error = around.fault()) return *error;
  if (fault) return *fault;
  answer.warnings = std::move(around.warnings);
  return answer;
}

base::Result<std::vector<PromAlert>> readPromAlerts(std::string_view body, const PromLimits& limits) {
  if (body.size() > limits.bytes) return badAnswer("a body beyond the limit", "size");
  std::vector<PromAlert> alerts;
  Envelope around;
  const bool whole = withBody(body, [&](Reading& in, std::string_view key, Value member) {
    around.take(in, key, member);
    if (key != "data") return;
    in.members(member, [&](std::string_view name, Value list) {
      if (name != "alerts") return;
      around.hasData = true;
      in.elements(list, [&](Value each) {
        if (alerts.size() < 4 * kMostAlerts) alerts.push_back(readAlert(in, each));
      });
    });
  });
  if (around.status == "error") return *around.fault();
  if (!whole) return badAnswer("an answer that is no JSON, or cut");
  if (const auto error = around.fault()) return *error;
  std::stable_sort(alerts.begin(), alerts.end(),
                   [](const PromAlert& a, const PromAlert& b) { return a.firing && !b.firing; });
  if (alerts.size() > kMostAlerts) alerts.resize(kMostAlerts);
  return alerts;
}

}  // namespace aiagent::wire
