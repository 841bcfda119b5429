// Status: how an API server says what went wrong, as a body or inside a watch.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aiagent::wire {

struct KubeCause {
  std::string reason, message, field;
  bool operator==(const KubeCause&) const = default;
};

struct KubeStatus {
  int code = 0;                 // as an HTTP status; 0: not told
  std::string reason, message;  // "Expired"; the server's own sentence
  std::string kind, name;       // what it is about
  std::string continueToken;    // a 410 of a paged list offers one for an inconsistent rest (contract D4.3)
  std::optional<std::chrono::seconds> retryAfter;
  std::vector<KubeCause> causes;

  // The version asked for is gone: list anew (410, "Expired", "Gone").
  bool gone() const { return code == 410 || reason == "Expired" || reason == "Gone"; }
  // The version asked for is from the future: list with an empty one (contract D4.2).
  bool tooLargeVersion() const;
  bool operator==(const KubeStatus&) const = default;
};

// nullopt: no Status (a proxy's page, another kind, broken JSON).
std::optional<KubeStatus> readKubeStatus(std::string_view json);

}  // namespace aiagent::wire
