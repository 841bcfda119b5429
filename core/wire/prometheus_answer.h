// What a Prometheus server answers: queries and alerts (its HTTP API, v1), as compact values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/wire/kube_head.h"

namespace aiagent::wire {

struct PromPoint {
  double at = 0;     // seconds since 1970
  double value = 0;  // may be NaN or infinite, as the server says it
  bool operator==(const PromPoint&) const = default;
};

struct PromSeries {
  Pairs labels;
  std::vector<PromPoint> points;  // their times rise; what is missing between them was not measured
  bool operator==(const PromSeries&) const = default;
};

enum class PromShape : std::uint8_t { Vector, Matrix, Scalar, String };

struct PromAnswer {
  PromShape shape = PromShape::Vector;
  std::vector<PromSeries> series;     // of a scalar: one without labels
  std::string text;                   // of a string
  std::vector<std::string> warnings;  // the server's own words; also its "infos". At most ten
  bool cut = false;                   // there were more series than wanted
  bool operator==(const PromAnswer&) const = default;
};

struct PromAlert {
  std::string name, severity, summary;  // summary: the annotation of that name, else its description
  Pairs labels;
  bool firing = false;      // else it is pending
  base::WallTime active{};  // since when; kNoTime: not told
  bool operator==(const PromAlert&) const = default;
};

struct PromLimits {
  std::size_t series = 50;
  std::size_t points = 11'000;        // of a series; Prometheus itself answers no more (web/api/v1/api.go)
  std::size_t bytes = 32u << 20;      // of a body
  std::size_t allPoints = 200'000;    // of all series
  std::size_t labelBytes = 1u << 16;  // of all series
};

// The body of /api/v1/query or /api/v1/query_range. BadResponse: it is no such answer, or beyond a limit,
// which `subject` names ("points", "size", "labels"); series beyond the limit are left out instead. Native
// histograms have no points. What the server refuses is RequestRejected, Timeout, NotFound or ServerError by
// its errorType, which is in `providerCode`, with its words in `said`; those codes come without regard to the
// HTTP status. Pure; call from any thread.
base::Result<PromAnswer> readPromAnswer(std::string_view body, const PromLimits& limits = {});

// The body of /api/v1/alerts: at most two hundred, those that fire first. Errors as above.
base::Result<std::vector<PromAlert>> readPromAlerts(std::string_view body, const PromLimits& limits = {});

}  // namespace aiagent::wire
