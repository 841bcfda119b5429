#include "core/cluster/verdicts/verdict.h"

#include <array>

namespace aiagent::cluster {

std::string_view toWord(VerdictKind kind) {
  constexpr std::array<std::string_view, 6> kWords = {"healthy", "progressing", "paused",
                                                      "unknown", "degraded",    "failed"};
  return kWords[std::size_t(kind)];
}

void Verdict::add(std::string_view field, std::string_view value, std::string_view rule) {
  evidence.push_back({std::string(field), std::string(value), std::string(rule)});
}

Verdict Verdict::with(std::string_view field, std::string_view value, std::string_view rule) && {
  add(field, value, rule);
  return std::move(*this);
}

Verdict verdict(VerdictKind kind, std::string_view reason) {
  return {.kind = kind, .reason = std::string(reason), .evidence = {}};
}

Verdict malformedVerdict() {
  return verdict(VerdictKind::Unknown, "Malformed")
      .with("object", "unreadable", "what the server sent does not have the shape of its kind");
}

}  // namespace aiagent::cluster
