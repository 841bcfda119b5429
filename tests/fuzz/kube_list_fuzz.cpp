// Whatever a server sends as a list, every row can be shown and judged; what is malformed is never called
// healthy, and every verdict has its evidence.
#include "core/wire/kube_list_stream.h"

#include <boost/json.hpp>

#include "core/cluster/verdicts/autoscaler_verdicts.h"
#include "core/cluster/verdicts/cluster_verdicts.h"
#include "core/cluster/verdicts/job_verdicts.h"
#include "core/cluster/verdicts/pod_security.h"
#include "core/cluster/verdicts/pod_status.h"
#include "core/cluster/verdicts/pod_verdict.h"
#include "core/cluster/verdicts/rollout_status.h"
#include "core/cluster/verdicts/rollout_verdict.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;
using cluster::Verdict;

namespace {

const auto kNow = wire::kubeTime("2026-11-23T08:00:00Z");

struct Judge {
  Verdict operator()(const wire::PodRow& row) const {
    const auto status = cluster::podStatus(row);
    FUZZ_REQUIRE(!status.restartsText(kNow).empty() && status.ready >= 0);
    for (const auto& finding : cluster::securityFindings(row)) FUZZ_REQUIRE(!finding.check.empty());
    return cluster::podVerdict(row, kNow);
  }
  Verdict operator()(const wire::DeploymentRow& row) const {
    FUZZ_REQUIRE(!cluster::rolloutStatus(row).message.empty());
    return cluster::deploymentVerdict(row, {.now = kNow});
  }
  Verdict operator()(const wire::StatefulSetRow& row) const {
    FUZZ_REQUIRE(!cluster::rolloutStatus(row).message.empty());
    return cluster::statefulSetVerdict(row, {.now = kNow});
  }
  Verdict operator()(const wire::DaemonSetRow& row) const {
    return cluster::daemonSetVerdict(row, {.now = kNow});
  }
  Verdict operator()(const wire::JobRow& row) const { return cluster::jobVerdict(row, kNow); }
  Verdict operator()(const wire::CronJobRow& row) const {
    return cluster::cronJobVerdict(row, {.now = kNow});
  }
  Verdict operator()(const wire::NodeRow& row) const { return cluster::nodeVerdict(row); }
  Verdict operator()(const wire::PodDisruptionBudgetRow& row) const { return cluster::budgetVerdict(row); }
  Verdict operator()(const wire::ResourceQuotaRow& row) const { return cluster::quotaVerdict(row); }
  Verdict operator()(const wire::CertificateRow& row) const { return cluster::certificateVerdict(row, kNow); }
  Verdict operator()(const wire::RolloutRow& row) const { return cluster::rolloutPhaseVerdict(row); }
  Verdict operator()(const wire::HorizontalPodAutoscalerRow& row) const {
    FUZZ_REQUIRE(!cluster::metricsText(row).empty());
    return cluster::autoscalerVerdict(row, {.horizontal = {&row}});
  }
  // Kinds without a verdict of their own.
  template <class Row>
  Verdict operator()(const Row&) const {
    return cluster::malformedVerdict();
  }
};

void check(const wire::KubeRow& row) {
  const auto found = std::visit(Judge(), row);
  FUZZ_REQUIRE(!found.evidence.empty() && !found.reason.empty());
  if (wire::headOf(row).malformed) FUZZ_REQUIRE(found.kind == cluster::VerdictKind::Unknown);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  const auto kind = wire::KubeKind(input.byte() % (int(wire::KubeKind::Rollout) + 1));
  base::Interner names;
  wire::KubeListReader reader(names);
  std::vector<wire::KubeRow> rows, streamed;
  const auto end = reader.read(std::string(input.rest()), kind, [&](wire::KubeRow&& row) {
    check(row);
    rows.push_back(std::move(row));
  });
  FUZZ_REQUIRE(end.ok() || end.error().code == base::ErrorCode::BadResponse);
  // Read as it arrives a list is judged more strictly, and gives the same. What is no JSON may pass either
  // way, as members that nobody asks for are only skipped.
  wire::KubeListStream stream(names, kind);
  const auto bytes = input.rest();
  for (std::size_t at = 0; at < bytes.size(); at += 61)
    stream.feed(bytes.substr(at, 61), [&](wire::KubeRow&& row) { streamed.push_back(std::move(row)); });
  boost::system::error_code fault;
  boost::json::parse(bytes, fault);
  if (const auto found = stream.finish(); found.ok() && !fault)
    FUZZ_REQUIRE(end.ok() && *found == *end && streamed == rows);
  if (const auto row = reader.readObject(std::string(input.rest()), kind); row.ok()) check(*row);
  return 0;
}
