#include "core/cluster/verdicts/cluster_verdicts.h"

#include <algorithm>

#include "core/cluster/human_duration.h"
#include "core/cluster/quantity.h"

namespace aiagent::cluster {
namespace {

using wire::findCondition;
using wire::Truth;

constexpr int kMostDoublings = 5;  // of the pause between two tries of an issuance: 32 h

std::string of(std::int64_t count, std::int64_t whole) {
  return std::to_string(count) + " of " + std::to_string(whole);
}

std::string_view word(Truth truth) {
  switch (truth) {
    case Truth::True: return "True";
    case Truth::False: return "False";
    case Truth::Unknown: return "Unknown";
    case Truth::Absent: break;
  }
  return "";
}

void addCondition(Verdict& verdict, const wire::Condition& condition, std::string_view rule) {
  const auto field = "conditions[" + std::string(condition.type.view()) + "]";
  verdict.add(field + ".status", word(condition.status), rule);
  if (!condition.reason.empty()) verdict.add(field + ".reason", condition.reason, "why");
  if (!condition.message.empty())
    verdict.add(field + ".message", condition.message, "the controller's own words");
}

Verdict byCondition(VerdictKind kind, std::string_view reason, const wire::Condition& condition,
                    std::string_view rule) {
  auto result = verdict(kind, reason);
  addCondition(result, condition, rule);
  return result;
}

void judge(Verdict& verdict, VerdictKind kind, std::string_view reason) {
  verdict.kind = kind;
  verdict.reason = reason;
}

// ---- nodes

const wire::Condition* pressureOf(const wire::NodeRow& row) {
  for (const auto* type : {"MemoryPressure", "DiskPressure", "PIDPressure", "NetworkUnavailable"})
    if (const auto* found = findCondition(row.conditions, type); found && found->status == Truth::True)
      return found;
  return nullptr;
}

}  // namespace

std::string nodeStatusWord(const wire::NodeRow& row) {
  const auto* ready = findCondition(row.conditions, "Ready");
  const std::string status = !ready ? "Unknown" : ready->status == Truth::True ? "Ready" : "NotReady";
  return row.unschedulable ? status + ",SchedulingDisabled" : status;
}

Verdict nodeVerdict(const wire::NodeRow& row) {
  if (row.head.malformed) return malformedVerdict();
  const auto* ready = findCondition(row.conditions, "Ready");
  if (!ready || ready->status == Truth::Absent)
    return verdict(VerdictKind::Unknown, "NoStatus")
        .with("conditions[Ready]", "", "the node has never told how it is");
  if (ready->status != Truth::True)
    return byCondition(VerdictKind::Failed, ready->status == Truth::Unknown ? "NotAnswering" : "NotReady",
                       *ready,
                       "a node that is not ready runs no new pods, and loses its own after five minutes");
  if (const auto* pressure = pressureOf(row))
    return byCondition(VerdictKind::Degraded, pressure->type, *pressure, "the node is short of something");
  if (row.unschedulable)
    return verdict(VerdictKind::Paused, "Cordoned")
        .with("spec.unschedulable", "true", "it takes no new pods");
  return byCondition(VerdictKind::Healthy, "Ready", *ready, "the kubelet answers and is ready");
}

// ---- budgets and quotas

Verdict budgetVerdict(const wire::PodDisruptionBudgetRow& row) {
  if (row.head.malformed) return malformedVerdict();
  if (row.head.generation > row.observedGeneration)
    return verdict(VerdictKind::Progressing, "NotObserved")
        .with("status.observedGeneration", of(row.observedGeneration, row.head.generation),
              "the status is of an earlier spec");
  const auto* allowed = findCondition(row.conditions, "DisruptionAllowed");
  if (allowed && allowed->reason == "SyncFailed")
    return byCondition(VerdictKind::Degraded, "SyncFailed", *allowed,
                       "it protects nothing while it cannot be worked out");
  if (row.expected == 0)
    return verdict(VerdictKind::Healthy, "NoPods")
        .with("status.expectedPods", "0", "its selector finds no pods");
  const bool enough = row.healthy >= row.desired;
  const auto* reason = !enough ? "BelowDesired" : row.allowed == 0 ? "NoDisruptionAllowed" : "Enough";
  return verdict(enough ? VerdictKind::Healthy : VerdictKind::Degraded, reason)
      .with("status.currentHealthy", of(row.healthy, row.desired), "so many must stay healthy")
      .with("status.disruptionsAllowed", std::to_string(row.allowed),
            "0 also holds up the draining of nodes");
}

Verdict quotaVerdict(const wire::ResourceQuotaRow& row) {
  if (row.head.malformed) return malformedVerdict();
  auto result = verdict(VerdictKind::Healthy, "Enough");
  int fullest = -1;
  bool unread = false;
  for (const auto& line : row.lines) {
    const auto hard = Quantity::parse(line.hard), used = Quantity::parse(line.used);
    unread = unread || !hard || !used;
    if (!hard || !used) continue;
    // A limit of nothing is full, as any use of it is refused; it was meant so.
    const int percent = hard->zero() ? 0 : percentOf(*used, *hard).value_or(0);
    fullest = std::max(fullest, percent);
    result.add("status.used[" + std::string(line.resource.view()) + "]",
               std::string(line.used.view()) + " of " + std::string(line.hard.view()),
               std::to_string(percent) + " %");
  }
  if (result.evidence.empty()) result.add("status", "", "nothing is counted yet");
  if (fullest >= 100)
    judge(result, VerdictKind::Degraded, "Full");
  else if (fullest < 0 || unread)
    judge(result, VerdictKind::Unknown, "NotReadable");
  else if (fullest >= 90)
    judge(result, VerdictKind::Healthy, "NearlyFull");
  return result;
}

// ---- certificates

Verdict expiryVerdict(base::WallTime notAfter, base::WallTime now, const CertificateLimits& limits) {
  if (!wire::told(notAfter))
    return verdict(VerdictKind::Unknown, "ExpiryUnknown")
        .with("notAfter", "", "nothing tells how long it holds");
  const auto left = notAfter - now;
  const bool critical = left <= limits.critical, warned = left <= limits.warn;
  const auto* reason = left <= base::Milliseconds(0) ? "Expired"
                       : critical                    ? "ExpiresVerySoon"
                       : warned                      ? "ExpiresSoon"
                                                     : "Valid";
  const auto kind = critical ? VerdictKind::Failed : warned ? VerdictKind::Degraded : VerdictKind::Healthy;
  return verdict(kind, reason)
      .with("notAfter", base::toIso8601(notAfter),
            "warned " + std::to_string(limits.warn.count()) + " days before, critical " +
                std::to_string(limits.critical.count()));
}

base::WallTime nextIssuance(const wire::CertificateRow& row) {
  if (row.failedAttempts <= 0 || !wire::told(row.lastFailure)) return {};
  const int doubled = std::min(row.failedAttempts - 1, kMostDoublings);
  return row.lastFailure + std::chrono::hours(1 << doubled);
}

Verdict certificateVerdict(const wire::CertificateRow& row, base::WallTime now,
                           const CertificateLimits& limits) {
  if (row.head.malformed) return malformedVerdict();
  const auto* ready = findCondition(row.conditions, "Ready");
  const auto* issuing = findCondition(row.conditions, "Issuing");
  const bool renewing = issuing && issuing->status == Truth::True;
  auto result = expiryVerdict(row.notAfter, now, limits);
  const auto set = [&](VerdictKind kind, std::string_view reason) {
    if (!worse(result.kind, kind) || result.kind == VerdictKind::Unknown) judge(result, kind, reason);
  };
  const bool late = wire::told(row.renewal) && now > row.renewal;
  if (late) {
    set(renewing && row.failedAttempts == 0 ? VerdictKind::Progressing : VerdictKind::Degraded,
        renewing ? "Renewing" : "RenewalLate");
    result.add("status.renewalTime", base::toIso8601(row.renewal), "it should be renewed by now");
  }
  if (row.failedAttempts > 0) {
    set(VerdictKind::Degraded, "IssuanceFails");
    result.add("status.failedIssuanceAttempts", std::to_string(row.failedAttempts),
               "tried again after 1 h, 2 h, 4 h … and 32 h at most");
    if (const auto next = nextIssuance(row); wire::told(next))
      result.add("next try", base::toIso8601(next), "counted from status.lastFailureTime");
  }
  if (ready && ready->status != Truth::True) {
    set(renewing && row.failedAttempts == 0 ? VerdictKind::Progressing : VerdictKind::Failed,
        renewing ? "Issuing" : "NotReady");
    addCondition(result, *ready, "cert-manager says whether the secret holds a valid certificate");
  }
  if (!ready && result.kind == VerdictKind::Healthy) judge(result, VerdictKind::Unknown, "NoCondition");
  return result;
}

// ---- Argo Rollouts

Verdict rolloutPhaseVerdict(const wire::RolloutRow& row) {
  if (row.head.malformed) return malformedVerdict();
  if (row.observedGeneration != std::to_string(row.head.generation) ||
      (row.controllerPause && !row.pauseConditions))
    return verdict(VerdictKind::Progressing, "NotObserved")
        .with("status.observedGeneration", row.observedGeneration, "the phase is of an earlier spec");
  VerdictKind kind = VerdictKind::Unknown;
  if (row.phase == "Healthy") kind = VerdictKind::Healthy;
  if (row.phase == "Progressing") kind = VerdictKind::Progressing;
  if (row.phase == "Paused") kind = VerdictKind::Paused;
  if (row.phase == "Degraded") kind = row.available == 0 ? VerdictKind::Failed : VerdictKind::Degraded;
  auto result = verdict(kind, row.aborted         ? "Aborted"
                              : row.phase.empty() ? "NoPhase"
                                                  : row.phase.view())
                    .with("status.phase", row.phase, "as the rollouts controller says");
  if (!row.message.empty()) result.add("status.message", row.message, "the controller's own words");
  if (row.stepIndex)
    result.add("status.currentStepIndex", of(*row.stepIndex, row.steps), "steps of the canary");
  if (row.aborted)
    result.add("status.abort", "true",
               "the spec still names the new version; leaving this state tries it again");
  return result;
}

}  // namespace aiagent::cluster
