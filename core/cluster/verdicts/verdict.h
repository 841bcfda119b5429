// What the dashboard says of something, and why.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace aiagent::cluster {

// From best to worst, as several are taken together. What cannot be judged is Unknown, never Healthy.
enum class VerdictKind : std::uint8_t { Healthy, Progressing, Paused, Unknown, Degraded, Failed };

// "healthy", "progressing" …: stable, for JSON.
std::string_view toWord(VerdictKind kind);

// One fact that a verdict rests on: which field said what, and the rule that makes it count.
struct Evidence {
  std::string field, value, rule;
  bool operator==(const Evidence&) const = default;
};

struct Verdict {
  VerdictKind kind = VerdictKind::Unknown;
  std::string reason;  // a stable word ("ProgressDeadlineExceeded"); ui/format makes it a sentence
  std::vector<Evidence> evidence;

  // For building: adds one and returns the verdict.
  Verdict with(std::string_view field, std::string_view value, std::string_view rule) &&;
  void add(std::string_view field, std::string_view value, std::string_view rule);
  bool operator==(const Verdict&) const = default;
};

Verdict verdict(VerdictKind kind, std::string_view reason);

// Of a row whose bytes were not what they should be.
Verdict malformedVerdict();

inline bool worse(VerdictKind a, VerdictKind b) {
  return a > b;
}

}  // namespace aiagent::cluster
