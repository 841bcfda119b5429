#include "core/cluster/verdicts/service_verdict.h"

#include <gtest/gtest.h>

#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using tests::rowNamed;
using wire::KubeKind;

class ServiceVerdict : public testing::Test {
 protected:
  Verdict judged(const wire::ServiceRow& row) {
    std::vector<const wire::EndpointSliceRow*> some;
    std::vector<const wire::PodRow*> all;
    for (const auto& slice : slices) some.push_back(&slice);
    for (const auto& pod : pods) all.push_back(&pod);
    return serviceVerdict(row, some, all);
  }
  const std::vector<wire::ServiceRow> services =
      tests::rowsOf<wire::ServiceRow>("healthy/services.json", KubeKind::Service);
  std::vector<wire::EndpointSliceRow> slices =
      tests::rowsOf<wire::EndpointSliceRow>("healthy/endpointslices.json", KubeKind::EndpointSlice);
  std::vector<wire::PodRow> pods = tests::rowsOf<wire::PodRow>("healthy/pods.json", KubeKind::Pod);
};

TEST_F(ServiceVerdict, recordedServices_areServed) {
  for (const auto& row : services) EXPECT_EQ(judged(row).reason, "EndpointsReady") << row.head.name;
}

TEST_F(ServiceVerdict, switchedSelector_isProgress_untilTheEndpointsFollow) {
  auto row = rowNamed(services, "agent-web");
  row.selector = rowNamed(pods, "agent-web-green-667765b5d-dkxmx").head.labels;
  EXPECT_EQ(judged(row).kind, VerdictKind::Progressing);
}

TEST_F(ServiceVerdict, podsThatAreNotKnown_areNotTakenForTheRightOnes) {
  pods.clear();
  EXPECT_EQ(judged(rowNamed(services, "agent-web")).reason, "EndpointsFollow");
}

TEST_F(ServiceVerdict, withoutReadyEndpoints_isFailed) {
  slices.clear();
  EXPECT_EQ(judged(rowNamed(services, "agent-web")).kind, VerdictKind::Failed);
}

TEST_F(ServiceVerdict, withoutSelector_isUnknown) {
  auto row = rowNamed(services, "agent-web");
  row.selector = {};
  EXPECT_EQ(judged(row).kind, VerdictKind::Unknown);
}

}  // namespace
}  // namespace aiagent::cluster
