#include "core/cluster/verdicts/pod_security.h"

#include <gmock/gmock.h>

#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using tests::rowFrom;
using wire::KubeKind;

const std::string kGood =
    R"("securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}})";

std::vector<std::string> checks(const std::string& container, const std::string& pod = "") {
  const auto row = rowFrom<wire::PodRow>(
      R"({"metadata":{"name":"p"},"spec":{)" + pod + R"("containers":[{"name":"c",)" + container + "}]}}",
      KubeKind::Pod);
  std::vector<std::string> names;
  for (const auto& finding : securityFindings(row)) names.push_back(finding.check);
  return names;
}

TEST(PodSecurity, wholeContext_isAccepted) {
  EXPECT_THAT(checks(kGood), IsEmpty());
  EXPECT_THAT(
      checks(
          R"("securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"],"add":["NET_BIND_SERVICE"]}})",
          R"("securityContext":{"runAsNonRoot":true,"seccompProfile":{"type":"Localhost"}},)"),
      IsEmpty());
}

TEST(PodSecurity, emptyContext_lacksFourThings) {
  EXPECT_THAT(checks(R"("image":"x")"),
              ElementsAre("allowPrivilegeEscalation", "capabilities", "runAsNonRoot", "seccompProfile"));
}

TEST(PodSecurity, containerUndoesWhatThePodSays) {
  const std::string pod =
      R"("securityContext":{"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}},)";
  EXPECT_THAT(checks(R"("securityContext":{"runAsNonRoot":false})", pod), Contains("runAsNonRoot"));
  EXPECT_THAT(checks(R"("securityContext":{"seccompProfile":{"type":"Unconfined"}})", pod),
              Contains("seccompProfile"));
  EXPECT_THAT(checks(R"("securityContext":{"runAsUser":0})", pod), Contains("runAsUser"));
}

TEST(PodSecurity, usersOfItsOwn_letRootBe) {
  EXPECT_THAT(checks(R"("securityContext":{"runAsUser":0})", R"("hostUsers":false,)"),
              Not(Contains("runAsNonRoot")));
  EXPECT_THAT(checks(R"("securityContext":{"runAsUser":0})", R"("hostUsers":false,)"),
              Not(Contains("runAsUser")));
}

TEST(PodSecurity, baselineFaults_haveTheirCheck) {
  const std::vector<std::pair<std::string, const char*>> pods = {
      {R"("hostNetwork":true,)", "hostNamespaces"},
      {R"("volumes":[{"name":"v","hostPath":{"path":"/"}}],)", "hostPathVolumes"},
      {R"("securityContext":{"sysctls":[{"name":"kernel.msgmax","value":"1"}]},)", "sysctls"},
      {R"("securityContext":{"seLinuxOptions":{"type":"spc_t"}},)", "seLinuxOptions"},
      {R"("securityContext":{"windowsOptions":{"hostProcess":true}},)", "windowsHostProcess"}};
  for (const auto& [pod, check] : pods) EXPECT_THAT(checks(kGood, pod), Contains(check)) << pod;
  const std::vector<std::pair<std::string, const char*>> containers = {
      {R"("securityContext":{"privileged":true})", "privileged"},
      {R"("securityContext":{"capabilities":{"add":["SYS_ADMIN"],"drop":["ALL"]}})", "capabilities"},
      {R"("securityContext":{"procMount":"Unmasked"})", "procMount"},
      {R"("securityContext":{"appArmorProfile":{"type":"Unconfined"}})", "appArmorProfile"},
      {R"("ports":[{"containerPort":80,"hostPort":80}])", "hostPorts"},
      {R"("livenessProbe":{"httpGet":{"host":"10.0.0.1","port":80}})", "hostProbesAndHostLifecycle"}};
  for (const auto& [container, check] : containers)
    EXPECT_THAT(checks(container), Contains(check)) << container;
}

TEST(PodSecurity, volumes_ofLimitedKinds) {
  EXPECT_THAT(
      checks(kGood,
             R"("volumes":[{"name":"a","configMap":{}},{"name":"b","projected":{}},{"name":"c","csi":{}}],)"),
      IsEmpty());
  EXPECT_THAT(checks(kGood, R"("volumes":[{"name":"a","nfs":{}}],)"), ElementsAre("restrictedVolumes"));
}

TEST(PodSecurity, windowsPods_areSparedLinuxRules) {
  EXPECT_THAT(checks(R"("image":"x")", R"("os":{"name":"windows"},)"), ElementsAre("runAsNonRoot"));
}

TEST(PodSecurity, acceptedBy_theStrictestThatDoes) {
  EXPECT_EQ(acceptedBy({}), SecurityLevel::Restricted);
  EXPECT_EQ(acceptedBy({{"runAsNonRoot", "c", SecurityLevel::Restricted}}), SecurityLevel::Baseline);
  EXPECT_EQ(acceptedBy({{"runAsNonRoot", "c", SecurityLevel::Restricted},
                        {"privileged", "c", SecurityLevel::Baseline}}),
            SecurityLevel::Privileged);
}

TEST(PodSecurity, recordedPods_andTheirTemplates_agree) {
  const auto pods = tests::rowsOf<wire::PodRow>("healthy/pods.json", KubeKind::Pod);
  const auto sets = tests::rowsOf<wire::ReplicaSetRow>("healthy/replicasets.json", KubeKind::ReplicaSet);
  for (const auto& pod : pods)
    for (const auto& set : sets) {
      if (pod.head.owner.uid != set.head.uid) continue;
      EXPECT_EQ(acceptedBy(securityFindings(pod)), acceptedBy(securityFindings(set.podTemplate)));
    }
}

TEST(PodSecurity, namespaceLabels_areRead) {
  const auto row = rowFrom<wire::NamespaceRow>(
      R"({"metadata":{"name":"n","labels":{"pod-security.kubernetes.io/enforce":"restricted","pod-security.kubernetes.io/enforce-version":"v1.30",
      "pod-security.kubernetes.io/warn":"strict"}}})",
      KubeKind::Namespace);
  const auto found = namespaceSecurity(row.head);
  EXPECT_EQ(found.enforce, SecurityLevel::Restricted);
  EXPECT_EQ(found.enforceVersion, "v1.30");
  EXPECT_EQ(found.warn, std::nullopt);
}

}  // namespace
}  // namespace aiagent::cluster
