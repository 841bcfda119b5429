#include "core/cluster/workloads.h"

#include <gmock/gmock.h>

namespace aiagent::cluster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using wire::KubeKind;

class Workloads : public testing::Test {
 protected:
  template <class Row>
  Row row(KubeKind kind, const std::string& name, const std::string& owner = {}) {
    Row made;
    made.head.kind = kind;
    made.head.nameSpace = names.name("aiagent");
    made.head.name = name;
    made.head.uid = name;
    if (!owner.empty()) made.head.owner = {names.name("Owner"), names.name(owner), names.name(owner), true};
    return made;
  }
  wire::PodRow pod(const std::string& name, const std::string& owner, const char* image = "app:1") {
    auto made = row<wire::PodRow>(KubeKind::Pod, name, owner);
    made.containers.push_back({.name = names.name("app"), .image = names.name(image)});
    return made;
  }
  void put(KubeKind kind, wire::KubeRow one) { tables[kind].put(std::move(one)); }
  std::vector<Workload> judged() {
    return judgeWorkloads({.table =
                               [this](KubeKind kind) {
                                 const auto found = tables.find(kind);
                                 return found == tables.end() ? nullptr : &found->second;
                               },
                           .now = base::wallTimeFromMillis(1'800'000'000'000),
                           .changed = nullptr});
  }
  std::vector<std::string> titles() {
    std::vector<std::string> all;
    for (const auto& one : judged()) all.push_back(one.title());
    return all;
  }

  base::Interner names;
  std::map<KubeKind, KindTable> tables;
};

TEST_F(Workloads, ofNothing_areNone) {
  EXPECT_THAT(judged(), IsEmpty());
}

TEST_F(Workloads, whatBelongsToAnother_isNoWorkloadOfItsOwn) {
  put(KubeKind::Deployment, row<wire::DeploymentRow>(KubeKind::Deployment, "api"));
  put(KubeKind::ReplicaSet, row<wire::ReplicaSetRow>(KubeKind::ReplicaSet, "api-1", "api"));
  put(KubeKind::Pod, pod("api-1-x", "api-1"));
  put(KubeKind::Pod, pod("alone", ""));
  auto job = row<wire::JobRow>(KubeKind::Job, "nightly-1", "nightly");
  job.head.owner.kind = names.name("CronJob");
  put(KubeKind::Job, job);
  put(KubeKind::CronJob, row<wire::CronJobRow>(KubeKind::CronJob, "nightly"));
  put(KubeKind::Job, row<wire::JobRow>(KubeKind::Job, "migrate"));
  EXPECT_THAT(titles(), ElementsAre("pod/alone", "deployment/api", "job/migrate", "cronjob/nightly"));
}

TEST_F(Workloads, unreadableObject_isUnknown_neverHealthy) {
  auto bad = row<wire::DeploymentRow>(KubeKind::Deployment, "api");
  bad.head.malformed = true;
  put(KubeKind::Deployment, bad);
  EXPECT_EQ(judged().at(0).verdict.kind, VerdictKind::Unknown);
}

TEST_F(Workloads, images_areToldOnceEach) {
  auto alone = pod("alone", "", "app:1");
  alone.containers.push_back({.name = names.name("side"), .image = names.name("side:2")});
  alone.containers.push_back({.name = names.name("again"), .image = names.name("app:1")});
  put(KubeKind::Pod, alone);
  EXPECT_EQ(judged().at(0).images, "app:1, side:2");
}

}  // namespace
}  // namespace aiagent::cluster
