#include "core/cluster/lint/live.h"

#include <gmock/gmock.h>

namespace aiagent::cluster::lint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using wire::KubeKind;

const auto kNow = base::wallTimeFromMillis(1'800'000'000'000);

constexpr const char* kApp =
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  replicas: 3\n"
    "  template:\n    spec:\n      containers:\n        - name: app\n          image: app:2\n"
    "          resources:\n            requests:\n              cpu: 500m\n            limits:\n"
    "              memory: 1Gi\n---\n";
constexpr const char* kIngress =
    "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: front\n  namespace: shop\nspec:\n"
    "  ingressClassName: gce\n  rules:\n    - http:\n        paths:\n          - path: /\n"
    "            backend:\n              service:\n                name: web\n                port:\n"
    "                  name: http\n---\n";

class LiveLintTest : public testing::Test {
 protected:
  LiveLintTest() {
    for (const auto kind : {KubeKind::Deployment, KubeKind::HorizontalPodAutoscaler, KubeKind::Service,
                            KubeKind::Namespace, KubeKind::StatefulSet})
      cluster.tables[kind] = {&tables[kind], Freshness::Live, kNow};
    cluster.nameSpace = cluster.home = "shop";
    put(KubeKind::Deployment, web());
  }

  template <class Row>
  Row row(KubeKind kind, const std::string& name, const std::string& space = "shop") {
    Row made;
    made.head.kind = kind;
    made.head.name = name;
    made.head.uid = space + name;
    made.head.nameSpace = names.name(space);
    return made;
  }
  wire::DeploymentRow web() {
    auto made = row<wire::DeploymentRow>(KubeKind::Deployment, "web");
    made.replicas = 3;
    wire::TemplateContainer container;
    container.name = names.name("app");
    container.image = names.name("app:2");
    container.cpuRequest = names.name("0.5");
    container.memoryLimit = names.name("1024Mi");
    made.podTemplate.containers = {container};
    return made;
  }
  void put(KubeKind kind, wire::KubeRow one) { tables[kind].put(std::move(one)); }
  LiveLint looked(const std::vector<LintFile>& files) {
    return compareWithCluster(lintFiles(files).expected, cluster);
  }
  // "LIVE-003 a.yaml:12"
  std::vector<std::string> found(const std::vector<LintFile>& files) {
    std::vector<std::string> all;
    for (const auto& finding : looked(files).findings) {
      EXPECT_NE(reasonOf(finding), "");
      all.push_back(finding.id + " " + finding.path + ":" + std::to_string(finding.line));
    }
    return all;
  }
  std::vector<std::string> unchecked(const std::vector<LintFile>& files) {
    std::vector<std::string> all;
    for (const auto& one : looked(files).notChecked)
      all.push_back(one.what + " " + std::string(toWord(one.why)));
    return all;
  }
  std::vector<std::string> acting(const std::string& lines, const std::string& more = {}) {
    return found({{".github/workflows/a.yml", "on: push\njobs:\n  a:\n    steps:\n      - run: |\n" + lines},
                  {"a.yaml", more}});
  }

  base::Interner names;
  std::map<KubeKind, KindTable> tables;
  LiveCluster cluster;
};

TEST_F(LiveLintTest, cluster_as_the_files_say_gives_nothing) {
  auto service = row<wire::ServiceRow>(KubeKind::Service, "web");
  service.ports = {{.name = names.name("http"), .port = 80}};
  put(KubeKind::Service, service);
  cluster.names["IngressClass"] = {Freshness::Live, kNow, {"gce"}};
  const std::vector<LintFile> files = {{"a.yaml", std::string(kApp) + kIngress}};
  EXPECT_THAT(found(files), IsEmpty());
  EXPECT_THAT(unchecked(files), IsEmpty());
  EXPECT_EQ(looked(files).asOf, kNow);
}

TEST_F(LiveLintTest, deployment_that_a_workflow_acts_on_is_not_there) {
  EXPECT_THAT(acting("          kubectl rollout status deploy/api -n shop\n"),
              ElementsAre("LIVE-001 .github/workflows/a.yml:6"));
  EXPECT_THAT(acting("          kubectl rollout status deploy/web -n shop\n"), IsEmpty());
  EXPECT_THAT(acting("          kubectl rollout status deploy/${{ env.A }}\n"), IsEmpty());
}

TEST_F(LiveLintTest, workflow_with_a_name_for_each_environment_needs_one_of_them) {
  const std::string lines =
      "          echo \"NAME=STAGED\" >> $GITHUB_ENV\n          echo \"NAME=api\" >> $GITHUB_ENV\n"
      "          kubectl rollout status deploy/${{ env.NAME }}\n";
  EXPECT_THAT(acting(lines), ElementsAre("LIVE-001 .github/workflows/a.yml:8"));
  auto one = lines;
  EXPECT_THAT(acting(one.replace(one.find("STAGED"), 6, "web")), IsEmpty());
}

TEST_F(LiveLintTest, manifest_that_was_never_applied_is_a_hint) {
  tables[KubeKind::Deployment].remove(web());
  const auto all = looked({{"a.yaml", kApp}});
  ASSERT_EQ(all.findings.size(), 1u);
  EXPECT_EQ(all.findings[0].id, "LIVE-002");
  EXPECT_EQ(all.findings[0].severity, LintSeverity::Hint);
}

TEST_F(LiveLintTest, other_image_is_told_with_both) {
  auto other = web();
  other.podTemplate.containers[0].image = names.name("app:1");
  put(KubeKind::Deployment, other);
  const auto all = looked({{"a.yaml", kApp}});
  ASSERT_EQ(all.findings.size(), 1u);
  EXPECT_EQ(reasonOf(all.findings[0]), "The container app of web runs app:1, and the file says app:2.");
  EXPECT_EQ(all.findings[0].line, 12);
  EXPECT_THAT(acting("          kubectl set image deploy/web app=app:1\n", kApp), IsEmpty());
}

TEST_F(LiveLintTest, namespace_that_is_not_there_is_told_where_namespaces_may_be_seen) {
  const std::string text = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: other\n";
  EXPECT_THAT(found({{"a.yaml", text}}), ElementsAre("LIVE-004 a.yaml:5"));
  put(KubeKind::Namespace, row<wire::NamespaceRow>(KubeKind::Namespace, "other", ""));
  EXPECT_THAT(found({{"a.yaml", text}}), IsEmpty());
  cluster.tables[KubeKind::Namespace].freshness = Freshness::Denied;
  EXPECT_THAT(unchecked({{"a.yaml", text}}), ElementsAre("Namespace denied"));
}

TEST_F(LiveLintTest, service_and_its_port_must_be_there) {
  cluster.names["IngressClass"] = {Freshness::Live, kNow, {"gce"}};
  EXPECT_THAT(found({{"a.yaml", kIngress}}), ElementsAre("LIVE-005 a.yaml:14"));
  auto service = row<wire::ServiceRow>(KubeKind::Service, "web");
  service.ports = {{.name = names.name("grpc"), .port = 80}};
  put(KubeKind::Service, service);
  EXPECT_THAT(found({{"a.yaml", kIngress}}), ElementsAre("LIVE-006 a.yaml:14"));
}

TEST_F(LiveLintTest, config_map_and_ingress_class_are_known_by_name) {
  const std::string job =
      "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n"
      "      containers:\n        - name: a\n          envFrom:\n            - configMapRef:\n"
      "                name: settings\n";
  EXPECT_THAT(unchecked({{"a.yaml", job}}), ElementsAre("ConfigMap not-asked"));
  cluster.names["ConfigMap"] = {Freshness::Live, kNow, {}};
  cluster.names["IngressClass"] = {Freshness::Live, kNow, {}};
  EXPECT_THAT(found({{"a.yaml", job}}), ElementsAre("LIVE-007 a.yaml:12"));
  put(KubeKind::Service, row<wire::ServiceRow>(KubeKind::Service, "web"));
  EXPECT_THAT(found({{"b.yaml", kIngress}}), testing::Contains("LIVE-008 b.yaml:7"));
  EXPECT_THAT(nameKindsFor(lintFiles({{"a.yaml", job}}).expected), ElementsAre("ConfigMap"));
}

TEST_F(LiveLintTest, replicas_differ_or_belong_to_an_autoscaler) {
  auto other = web();
  other.replicas = 5;
  put(KubeKind::Deployment, other);
  EXPECT_THAT(found({{"a.yaml", kApp}}), ElementsAre("LIVE-009 a.yaml:7"));
  auto scaler = row<wire::HorizontalPodAutoscalerRow>(KubeKind::HorizontalPodAutoscaler, "scaler");
  scaler.targetKind = names.name("Deployment");
  scaler.targetName = names.name("web");
  put(KubeKind::HorizontalPodAutoscaler, scaler);
  EXPECT_THAT(found({{"a.yaml", kApp}}), ElementsAre("LIVE-010 a.yaml:7"));
}

TEST_F(LiveLintTest, amounts_differ_by_value_and_not_by_spelling) {
  auto other = web();
  other.podTemplate.containers[0].memoryLimit = names.name("2Gi");
  other.podTemplate.containers[0].cpuRequest = {};
  put(KubeKind::Deployment, other);
  EXPECT_THAT(found({{"a.yaml", kApp}}), ElementsAre("LIVE-012 a.yaml:15", "LIVE-011 a.yaml:17"));
}

TEST_F(LiveLintTest, stale_and_missing_tables_say_nothing) {
  tables[KubeKind::Deployment].remove(web());
  for (const auto& [freshness, word] : {std::pair(Freshness::Stale, "stale"),
                                        {Freshness::Denied, "denied"},
                                        {Freshness::Loading, "loading"}}) {
    cluster.tables[KubeKind::Deployment].freshness = freshness;
    EXPECT_THAT(found({{"a.yaml", kApp}}), IsEmpty());
    EXPECT_THAT(unchecked({{"a.yaml", kApp}}), ElementsAre("Deployment " + std::string(word)));
  }
  cluster.tables.erase(KubeKind::Deployment);
  EXPECT_THAT(unchecked({{"a.yaml", kApp}}), ElementsAre("Deployment not-asked"));
}

TEST_F(LiveLintTest, other_namespace_is_not_looked_at) {
  cluster.nameSpace = cluster.home = "elsewhere";
  EXPECT_THAT(found({{"a.yaml", kApp}}), ElementsAre("LIVE-004 a.yaml:5"));
  EXPECT_THAT(unchecked({{"a.yaml", kApp}}), ElementsAre("shop other-namespace"));
}

TEST_F(LiveLintTest, what_kustomize_changes_is_not_compared) {
  auto other = web();
  other.replicas = 5;
  put(KubeKind::Deployment, other);
  EXPECT_THAT(
      found({{"a.yaml", kApp}, {"kustomization.yaml", "images:\n  - name: app\n    newTag: \"3\"\n"}}),
      IsEmpty());
  EXPECT_THAT(unchecked({{"a.yaml", kApp}, {"kustomization.yaml", "namePrefix: x-\n"}}),
              ElementsAre("names kustomize"));
}

TEST_F(LiveLintTest, kustomize_puts_all_into_the_environments_namespace) {
  cluster.nameSpace = cluster.home = "elsewhere";
  put(KubeKind::Deployment, row<wire::DeploymentRow>(KubeKind::Deployment, "web", "elsewhere"));
  EXPECT_THAT(found({{"a.yaml", kApp}, {"kustomization.yaml", "namespace: elsewhere\n"}}),
              ElementsAre("LIVE-009 a.yaml:7"));
}

TEST_F(LiveLintTest, overlays_that_describe_one_thing_twice_are_left_out) {
  EXPECT_TRUE(lintFiles({{"a.yaml", kApp}, {"b.yaml", kApp}}).expected.workloads.empty());
}

TEST_F(LiveLintTest, value_that_is_filled_in_later_is_not_compared) {
  std::string text = kApp;
  text.replace(text.find("app:2"), 5, "app:${TAG}");
  EXPECT_THAT(found({{"a.yaml", text}}), IsEmpty());
}

TEST_F(LiveLintTest, tables_are_asked_for_by_what_is_named) {
  const auto kinds = tablesFor(lintFiles({{"a.yaml", std::string(kApp) + kIngress}}).expected);
  EXPECT_THAT(kinds, testing::UnorderedElementsAre(KubeKind::Deployment, KubeKind::HorizontalPodAutoscaler,
                                                   KubeKind::Namespace, KubeKind::Service));
}

}  // namespace
}  // namespace aiagent::cluster::lint
