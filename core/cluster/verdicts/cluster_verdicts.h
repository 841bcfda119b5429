// Nodes, disruption budgets, quotas, certificates and Argo Rollouts.
#pragma once

#include "core/cluster/verdicts/verdict.h"
#include "core/wire/kube_cluster_rows.h"
#include "core/wire/kube_network_rows.h"

namespace aiagent::cluster {

// The STATUS column of kubectl: "Ready", "NotReady", "Ready,SchedulingDisabled", "Unknown".
std::string nodeStatusWord(const wire::NodeRow& row);
Verdict nodeVerdict(const wire::NodeRow& row);

Verdict budgetVerdict(const wire::PodDisruptionBudgetRow& row);

// The fullest line decides: full at 100 %, told from 90 % on.
Verdict quotaVerdict(const wire::ResourceQuotaRow& row);

struct CertificateLimits {
  std::chrono::days warn{21}, critical{7};  // contract D14
};

// Of cert-manager: its conditions, the time it should be renewed, and how long it holds.
Verdict certificateVerdict(const wire::CertificateRow& row, base::WallTime now,
                           const CertificateLimits& limits = {});
// When cert-manager tries again after failures; kNoTime: nothing tells, or nothing failed.
base::WallTime nextIssuance(const wire::CertificateRow& row);
// Of a leaf that a handshake showed.
Verdict expiryVerdict(base::WallTime notAfter, base::WallTime now, const CertificateLimits& limits = {});

// status.phase, once it is of this spec (contract D15).
Verdict rolloutPhaseVerdict(const wire::RolloutRow& row);

}  // namespace aiagent::cluster
