// The one verdict of an environment: the worst of what is in it, held so that it neither flaps nor lags.
#pragma once

#include <map>
#include <optional>

#include "core/cluster/verdicts/verdict.h"

namespace aiagent::cluster {

struct HoldTimes {
  std::chrono::seconds recovery =
      std::chrono::minutes(1);  // so long something must be well to count as well again
  std::chrono::seconds stuck = std::chrono::minutes(15);  // so long something may be in progress
};

// How long a reason must last before it counts (contract D17, after kubernetes-mixin); zero for what is
// certain.
std::chrono::seconds holdOf(const Verdict& verdict);

// A pure machine: told verdicts, asked for one. Call from one thread. What has failed counts at once; what is
// degraded counts when it has lasted, and is shown as progressing until then, never as healthy; what is well
// again counts as that after a while, so that a crash loop does not blink.
class EnvironmentVerdict {
 public:
  explicit EnvironmentVerdict(HoldTimes times = {}) : m_times(times) {}

  // `key` names the object for good (kind and uid); `title` is shown ("deployment/agent-api").
  void on(const std::string& key, const std::string& title, const Verdict& verdict, base::Instant now);
  void remove(const std::string& key) { m_objects.erase(key); }
  // What was last told is not live any more: then the environment is Unknown at best.
  void setStale(bool stale) { m_stale = stale; }

  // The worst, with up to five of those that make it so. Without anything told: Unknown.
  Verdict at(base::Instant now) const;
  // What one object counts as; nullopt: never told.
  std::optional<VerdictKind> kindOf(const std::string& key, base::Instant now) const;
  // When at() may say something else though nothing is told; nullopt: never.
  std::optional<base::Instant> nextChange(base::Instant now) const;

 private:
  struct Object {
    std::string title;
    Verdict verdict;                             // as told
    base::Instant since{};                       // of this kind
    std::optional<base::Instant> badSince = {};  // Degraded or Failed, with gaps shorter than the recovery
    std::optional<base::Instant> lastBad = {};
    std::chrono::seconds hold{};              // of what was bad
    VerdictKind bad = VerdictKind::Degraded;  // the worst of it
    std::string badReason = {};
  };

  VerdictKind counted(const Object& object, base::Instant now) const;

  HoldTimes m_times;
  std::map<std::string, Object> m_objects;
  bool m_stale = false;
};

}  // namespace aiagent::cluster
