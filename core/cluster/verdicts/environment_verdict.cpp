#include "core/cluster/verdicts/environment_verdict.h"

#include <algorithm>
#include <array>

#include "core/cluster/human_duration.h"

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;
using base::Instant;

constexpr std::size_t kNamed = 5;

struct Hold {
  std::string_view reason;
  std::chrono::seconds time;
};

// Degraded reasons that often pass. One that is not here counts after a minute.
constexpr std::array<Hold, 16> kHolds = {{{"CrashLooping", 15min},
                                          {"Restarted", 15min},
                                          {"PodsFailing", 15min},
                                          {"NotReady", 15min},
                                          {"Unavailable", 15min},
                                          {"StuckTerminating", 15min},
                                          {"SlowStart", 15min},
                                          {"Unschedulable", 15min},
                                          {"AtMaximum", 15min},
                                          {"BelowDesired", 15min},
                                          {"LastTry", 15min},
                                          {"Failing", 15min},
                                          {"ErrImagePull", 15min},
                                          {"CreateContainerError", 1h},
                                          {"NewPodsFailing", 0s},
                                          {"OOMKilled", 0s}}};

bool isBad(VerdictKind kind) {
  return kind == VerdictKind::Degraded || kind == VerdictKind::Failed;
}

Instant after(Instant time, std::chrono::seconds wait) {
  return time + wait;
}

}  // namespace

std::chrono::seconds holdOf(const Verdict& verdict) {
  if (verdict.kind == VerdictKind::Failed) return 0s;
  const auto found = std::find_if(kHolds.begin(), kHolds.end(),
                                  [&](const Hold& each) { return each.reason == verdict.reason; });
  return found == kHolds.end() ? std::chrono::seconds(1min) : found->time;
}

void EnvironmentVerdict::on(const std::string& key, const std::string& title, const Verdict& told,
                            Instant now) {
  auto [at, isNew] = m_objects.try_emplace(key, Object{title, told, now});
  auto& object = at->second;
  if (!isNew && object.verdict.kind != told.kind) object.since = now;
  if (object.badSince && now >= after(*object.lastBad, m_times.recovery) && !isBad(object.verdict.kind))
    object.badSince.reset();
  if (isBad(object.verdict.kind) && object.badSince) object.lastBad = now;  // it was bad until now
  if (isBad(told.kind)) {
    if (!object.badSince) {
      object.badSince = now;
      object.hold = holdOf(told);
      object.bad = told.kind;
    }
    object.hold = std::min(object.hold, holdOf(told));
    object.bad = std::max(object.bad, told.kind);
    object.badReason = told.reason;
    object.lastBad = now;
  }
  object.title = title;
  object.verdict = told;
}

VerdictKind EnvironmentVerdict::counted(const Object& object, Instant now) const {
  const auto kind = object.verdict.kind;
  const bool bad = object.badSince && (isBad(kind) || now < after(*object.lastBad, m_times.recovery));
  if (bad) {
    const bool held = now >= after(*object.badSince, object.hold);
    if (held) return isBad(kind) ? kind : object.bad;
    return isBad(kind) ? VerdictKind::Progressing : std::max(VerdictKind::Progressing, kind);
  }
  if (kind == VerdictKind::Progressing && now >= after(object.since, m_times.stuck))
    return VerdictKind::Degraded;
  return kind;
}

Verdict EnvironmentVerdict::at(Instant now) const {
  if (m_objects.empty())
    return verdict(VerdictKind::Unknown, "NothingKnown")
        .with("objects", "0", "nothing was told of this environment yet");
  auto worst = VerdictKind::Healthy;
  for (const auto& [key, object] : m_objects) worst = std::max(worst, counted(object, now));
  auto result = verdict(worst, "Worst");
  std::size_t count = 0;
  for (const auto& [key, object] : m_objects) {
    if (worst == VerdictKind::Healthy || counted(object, now) != worst || count++ >= kNamed) continue;
    const bool past = object.badSince && !isBad(object.verdict.kind);
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(now - object.badSince.value_or(object.since));
    result.add(object.title, past && !object.badReason.empty() ? object.badReason : object.verdict.reason,
               "so for " + humanDuration(seconds));
  }
  if (count == 1) result.reason = result.evidence.front().value;
  if (count > kNamed) result.add("objects", std::to_string(count), "so many are like this");
  if (worst == VerdictKind::Healthy) {
    result.reason = "AllWell";
    result.add("objects", std::to_string(m_objects.size()), "each of them is well");
  }
  if (!m_stale) return result;
  result.add("freshness", "stale", "what is not live is never called healthy");
  if (worse(VerdictKind::Unknown, worst)) {
    result.kind = VerdictKind::Unknown;
    result.reason = "NotLive";
  }
  return result;
}

std::optional<VerdictKind> EnvironmentVerdict::kindOf(const std::string& key, Instant now) const {
  const auto found = m_objects.find(key);
  if (found == m_objects.end()) return std::nullopt;
  return counted(found->second, now);
}

std::optional<Instant> EnvironmentVerdict::nextChange(Instant now) const {
  std::optional<Instant> next;
  const auto consider = [&](Instant time) {
    if (time > now && (!next || time < *next)) next = time;
  };
  for (const auto& [key, object] : m_objects) {
    if (object.badSince) consider(after(*object.badSince, object.hold));
    if (object.lastBad && !isBad(object.verdict.kind)) consider(after(*object.lastBad, m_times.recovery));
    if (object.verdict.kind == VerdictKind::Progressing) consider(after(object.since, m_times.stuck));
  }
  return next;
}

}  // namespace aiagent::cluster
