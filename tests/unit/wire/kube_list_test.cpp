#include "core/wire/kube_list.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "tests/support/kube_fixtures.h"

namespace aiagent::wire {
namespace {

using tests::kubeFixture;
using tests::kubeListFixture;
using tests::kubeRows;
using tests::rowFrom;
using tests::rowNamed;
using tests::rowsOf;

struct ListFile {
  const char* path;
  KubeKind kind;
  std::size_t rows;
};

const std::vector<ListFile> kLists = {
    {"healthy/pods.json", KubeKind::Pod, 17},
    {"degraded/pods.json", KubeKind::Pod, 19},
    {"objects/pods-field-selector-running.json", KubeKind::Pod, 2},
    {"healthy/deployments.json", KubeKind::Deployment, 4},
    {"degraded/deployments.json", KubeKind::Deployment, 4},
    {"healthy/replicasets.json", KubeKind::ReplicaSet, 4},
    {"degraded/replicasets.json", KubeKind::ReplicaSet, 6},
    {"healthy/statefulsets.json", KubeKind::StatefulSet, 1},
    {"healthy/daemonsets.json", KubeKind::DaemonSet, 1},
    {"healthy/jobs.json", KubeKind::Job, 2},
    {"degraded/jobs.json", KubeKind::Job, 3},
    {"healthy/cronjobs.json", KubeKind::CronJob, 2},
    {"healthy/nodes.json", KubeKind::Node, 3},
    {"degraded/nodes-one-notready.json", KubeKind::Node, 3},
    {"healthy/namespaces.json", KubeKind::Namespace, 5},
    {"healthy/services.json", KubeKind::Service, 3},
    {"healthy/endpointslices.json", KubeKind::EndpointSlice, 3},
    {"degraded/endpointslices.json", KubeKind::EndpointSlice, 3},
    {"healthy/events.json", KubeKind::Event, 0},
    {"degraded/events-warning.json", KubeKind::Event, 0},
    {"degraded/node-outage.events.json", KubeKind::Event, 0},
    {"objects/events-of-one-pod.json", KubeKind::Event, 0},
    {"objects/events-v1.json", KubeKind::Event, 15},
    {"healthy/hpa.json", KubeKind::HorizontalPodAutoscaler, 1},
    {"degraded/hpa.json", KubeKind::HorizontalPodAutoscaler, 1},
    {"healthy/pdb.json", KubeKind::PodDisruptionBudget, 1},
    {"degraded/pdb.json", KubeKind::PodDisruptionBudget, 1},
    {"healthy/networkpolicies.json", KubeKind::NetworkPolicy, 2},
    {"healthy/ingresses.json", KubeKind::Ingress, 1},
    {"healthy/resourcequotas.json", KubeKind::ResourceQuota, 1},
    {"degraded/resourcequotas.json", KubeKind::ResourceQuota, 1},
    {"healthy/configmaps.json", KubeKind::Other, 0},
};

base::Result<KubeListEnd> read(std::string body, KubeKind kind = KubeKind::Pod) {
  KubeListReader reader(tests::kubeNames());
  return reader.read(std::move(body), kind, [](KubeRow&&) {});
}

// The same JSON with the members of every object in the opposite order, and one more in each.
boost::json::value reversed(const boost::json::value& value) {
  if (const auto* array = value.if_array()) {
    boost::json::array result;
    for (const auto& each : *array) result.push_back(reversed(each));
    return result;
  }
  const auto* object = value.if_object();
  if (!object) return value;
  boost::json::object result;
  for (auto each = object->end(); each != object->begin();) {
    --each;
    result[each->key()] = reversed(each->value());
  }
  return result;
}

TemplateRow* templateOf(KubeRow& row) {
  return std::visit(
      [](auto& each) -> TemplateRow* {
        if constexpr (requires { each.podTemplate; }) return &each.podTemplate;
        return nullptr;
      },
      row);
}

TEST(KubeList, everyRecordedList_givesWholeRows) {
  for (const auto& list : kLists) {
    const auto rows = kubeListFixture(list.path, list.kind);
    if (list.rows > 0) {
      EXPECT_EQ(rows.size(), list.rows) << list.path;
    }
    EXPECT_FALSE(rows.empty()) << list.path;
    for (const auto& row : rows) {
      const auto& head = headOf(row);
      EXPECT_FALSE(head.malformed) << list.path << " " << head.name;
      EXPECT_EQ(head.kind, list.kind) << list.path;
      EXPECT_EQ(head.uid.size(), 36u) << list.path;
      EXPECT_TRUE(told(head.created)) << list.path;
      EXPECT_FALSE(head.resourceVersion.empty()) << list.path;
    }
  }
}

TEST(KubeList, membersInAnyOrder_giveTheSameRows) {
  for (const auto& list : kLists) {
    auto rows = kubeListFixture(list.path, list.kind);
    auto turned =
        kubeRows(boost::json::serialize(reversed(boost::json::parse(kubeFixture(list.path)))), list.kind);
    ASSERT_EQ(rows.size(), turned.size()) << list.path;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (auto* each : {&rows[i], &turned[i]})
        if (auto* found = templateOf(*each)) {
          found->digest = 0;  // of the bytes as they came
          std::sort(found->containers.begin(), found->containers.end(),
                    [](const auto& a, const auto& b) { return a.name < b.name; });
        }
      if (list.kind == KubeKind::ResourceQuota) continue;  // its lines keep the order of the body
      EXPECT_TRUE(rows[i] == turned[i]) << list.path << " " << i;
    }
  }
}

TEST(KubeList, deployment_hasWhatVerdictsNeed) {
  const auto rows = rowsOf<DeploymentRow>("degraded/deployments.json", KubeKind::Deployment);
  const auto& row = rowNamed(rows, "agent-api");
  EXPECT_EQ(row.head.nameSpace, "aiagent");
  EXPECT_EQ(row.head.generation, row.observedGeneration);
  EXPECT_EQ(row.head.labels.at("app"), "agent-api");
  EXPECT_EQ(row.head.annotations.at("kubernetes.io/change-cause"), "release 1.6.0 (bad image)");
  EXPECT_FALSE(row.head.annotations.find("kubectl.kubernetes.io/last-applied-configuration").has_value());
  EXPECT_EQ(row.selector.at("app"), "agent-api");
  EXPECT_EQ(row.replicas, 3);
  EXPECT_EQ(row.total, 4);
  EXPECT_EQ(row.updated, 1);
  EXPECT_EQ(row.ready, 3);
  EXPECT_EQ(row.available, 3);
  EXPECT_EQ(row.unavailable, 1);
  EXPECT_EQ(row.progressDeadlineSeconds, 10);
  EXPECT_EQ(row.historyLimit, 10);
  EXPECT_EQ(row.maxSurge, (IntOrPercent{1, false}));
  EXPECT_EQ(row.maxUnavailable, (IntOrPercent{0, false}));
  EXPECT_EQ(row.podTemplate.containers.front().image, "registry.example.com/aiagent/agent-api:1.6.0-missing");
  EXPECT_EQ(row.podTemplate.containers.front().memoryLimit, "256Mi");
  EXPECT_TRUE(row.podTemplate.containers.front().hasReadinessProbe);
  const auto* progressing = findCondition(row.conditions, "Progressing");
  ASSERT_TRUE(progressing);
  EXPECT_EQ(progressing->reason, "ProgressDeadlineExceeded");
  EXPECT_EQ(progressing->status, Truth::False);
  EXPECT_TRUE(told(progressing->updated));
}

TEST(KubeList, templates_digestsIgnoreThePodTemplateHash) {
  const auto deployments = rowsOf<DeploymentRow>("healthy/deployments.json", KubeKind::Deployment);
  const auto sets = rowsOf<ReplicaSetRow>("healthy/replicasets.json", KubeKind::ReplicaSet);
  for (const auto& set : sets) {
    const auto& deployment = rowNamed(deployments, set.head.owner.name.view());
    EXPECT_EQ(deployment.podTemplate.digest, set.podTemplate.digest) << set.head.name;
  }
  EXPECT_NE(sets[0].podTemplate.digest, sets[1].podTemplate.digest);
}

TEST(KubeList, pod_containersJoinSpecAndStatus) {
  const auto rows = rowsOf<PodRow>("degraded/pods.json", KubeKind::Pod);
  const auto& pod = rowNamed(rows, "agent-api-7dd5986559-mtqs4");
  EXPECT_EQ(pod.head.owner.kind, "ReplicaSet");
  EXPECT_TRUE(pod.head.owner.controller);
  EXPECT_EQ(pod.node, "hollow-node-2");
  EXPECT_EQ(pod.phase, PodPhase::Pending);
  EXPECT_EQ(pod.appCount, 2);
  ASSERT_EQ(pod.containers.size(), 2u);
  EXPECT_EQ(pod.containers[0].name, "api");
  EXPECT_EQ(pod.containers[0].state, ContainerState::Waiting);
  EXPECT_EQ(pod.containers[0].reason, "ImagePullBackOff");
  EXPECT_EQ(pod.containers[0].cpuRequest, "100m");
  EXPECT_TRUE(pod.containers[1].ready);
  EXPECT_FALSE(pod.ready);
  const auto& killed = rowNamed(rows, "embedder-oom").containers.at(0);
  EXPECT_EQ(killed.lastReason, "OOMKilled");
  EXPECT_EQ(killed.lastExitCode, 137);
  EXPECT_EQ(killed.restarts, 3);
  EXPECT_TRUE(told(killed.lastFinished));
  const auto& stuck = rowNamed(rows, "gpu-trainer");
  EXPECT_EQ(findCondition(stuck.conditions, "PodScheduled")->reason, "Unschedulable");
  EXPECT_EQ(rowNamed(rows, "vector-db-0").initCount, 1);
}

TEST(KubeList, pod_takesFewBytes) {
  EXPECT_LE(sizeof(PodRow), 400u);
  EXPECT_LE(sizeof(ContainerRow), 152u);
}

TEST(KubeList, events_ofBothApis_haveLastTimeAndCount) {
  for (const auto& row : rowsOf<EventRow>("objects/events-v1.json", KubeKind::Event)) {
    EXPECT_TRUE(told(row.last)) << row.head.name;
    EXPECT_FALSE(row.message.empty());
    EXPECT_EQ(row.aboutUid.view().size(), 36u);
    EXPECT_FALSE(row.source.empty()) << row.head.name;
    EXPECT_GE(row.count, 1);
  }
  const auto series = rowFrom<EventRow>(
      R"({"metadata":{"name":"a"},"series":{"count":7,"lastObservedTime":"2026-11-23T08:00:00.5Z"},
          "lastTimestamp":"2026-11-23T07:00:00Z","count":3,"type":"Warning"})",
      KubeKind::Event);
  EXPECT_EQ(series.count, 7);
  EXPECT_EQ(series.last, kubeTime("2026-11-23T08:00:00.5Z"));
  EXPECT_TRUE(series.warning());
}

TEST(KubeList, nodes_conditionsTaintsAndCapacity) {
  const auto rows = rowsOf<NodeRow>("degraded/nodes-one-notready.json", KubeKind::Node);
  const auto& node = rowNamed(rows, "hollow-node-3");
  EXPECT_EQ(findCondition(node.conditions, "Ready")->status, Truth::Unknown);
  EXPECT_FALSE(node.taints.empty());
  EXPECT_EQ(node.version, "v1.36.2");
  EXPECT_EQ(node.allocatableMemory, "32Gi");
  EXPECT_EQ(node.internalIp, "127.0.0.1");
}

TEST(KubeList, autoscaler_metricWithoutAValue_staysUnknown) {
  const auto row =
      rowsOf<HorizontalPodAutoscalerRow>("healthy/hpa.json", KubeKind::HorizontalPodAutoscaler).at(0);
  ASSERT_EQ(row.metrics.size(), 1u);
  EXPECT_EQ(row.metrics[0].name, "cpu");
  EXPECT_EQ(row.metrics[0].targetPercent, 70);
  EXPECT_EQ(row.metrics[0].currentPercent, std::nullopt);
  EXPECT_EQ(row.minimum, 3);
  EXPECT_EQ(row.maximum, 10);
}

TEST(KubeList, restOfTheKinds_haveTheirFields) {
  const auto slice = rowsOf<EndpointSliceRow>("healthy/endpointslices.json", KubeKind::EndpointSlice).at(0);
  EXPECT_EQ(slice.service, "agent-api");
  EXPECT_EQ(slice.ready, 3);
  EXPECT_EQ(slice.readyPods.size(), 3u);
  const auto policies = rowsOf<NetworkPolicyRow>("healthy/networkpolicies.json", KubeKind::NetworkPolicy);
  EXPECT_EQ(rowNamed(policies, "allow-web-to-api").selector.at("app"), "agent-api");
  EXPECT_EQ(rowNamed(policies, "allow-web-to-api").ingressRules, 1);
  const auto ingress = rowsOf<IngressRow>("healthy/ingresses.json", KubeKind::Ingress).at(0);
  ASSERT_EQ(ingress.backends.size(), 2u);
  EXPECT_EQ(ingress.backends[0].host, "agents.example.com");
  EXPECT_EQ(ingress.backends[0].service, "agent-api");
  EXPECT_EQ(ingress.tlsHosts.at(0), "agents.example.com");
  const auto quota = rowsOf<ResourceQuotaRow>("healthy/resourcequotas.json", KubeKind::ResourceQuota).at(0);
  EXPECT_EQ(quota.lines.size(), 6u);
  const auto set = rowsOf<StatefulSetRow>("healthy/statefulsets.json", KubeKind::StatefulSet).at(0);
  EXPECT_EQ(set.partition, 0);
  EXPECT_EQ(set.updateRevision, "vector-db-d465fccd5");
  const auto job = rowNamed(rowsOf<CronJobRow>("healthy/cronjobs.json", KubeKind::CronJob), "reindex");
  EXPECT_EQ(job.timeZone, "Etc/UTC");
  EXPECT_TRUE(told(job.lastSuccessful));
}

TEST(KubeList, template_hasWhatThePostureNeeds_andNoValueOfASecret) {
  const std::string spec =
      R"({"serviceAccountName":"api","automountServiceAccountToken":false,"initContainers":[{"name":"i"}],
      "containers":[{"name":"c","livenessProbe":{"exec":{}},"env":[{"name":"A","value":"plain"},
      {"name":"B","valueFrom":{"secretKeyRef":{"name":"db","key":"k"}}},
      {"name":"C","valueFrom":{"configMapKeyRef":{"name":"conf","key":"k"}}}],
      "envFrom":[{"secretRef":{"name":"all"}},{"configMapRef":{"name":"conf"}},{"secretRef":{"name":"db"}}]}]})";
  const auto row = rowFrom<CronJobRow>(
      R"({"metadata":{"name":"j","annotations":{"aiagent/backup":"true"}},"spec":{"jobTemplate":{"spec":{"template":{"spec":)" +
          spec + "}}}}}",
      KubeKind::CronJob);
  EXPECT_EQ(row.head.annotations.at("aiagent/backup"), "true");
  EXPECT_EQ(row.podTemplate.serviceAccount, "api");
  EXPECT_EQ(row.podTemplate.mountsToken, Truth::False);
  ASSERT_EQ(row.podTemplate.containers.size(), 2u);
  EXPECT_TRUE(row.podTemplate.containers[0].isInit);
  EXPECT_EQ(row.podTemplate.containers[1].secrets, "all, db");
  EXPECT_TRUE(row.podTemplate.containers[1].hasLivenessProbe);
  EXPECT_FALSE(row.podTemplate.containers[1].hasReadinessProbe);
  const auto job = rowFrom<JobRow>(R"({"metadata":{"name":"j"},"spec":{"template":{"spec":)" + spec + "}}}",
                                   KubeKind::Job);
  EXPECT_EQ(job.podTemplate.containers.size(), 2u);
}

TEST(KubeList, gatewayListeners_sayWhichSpeakTls) {
  const auto row = rowFrom<GatewayRow>(
      R"({"metadata":{"name":"g"},"spec":{"listeners":[{"hostname":"a.example","port":443,"protocol":"HTTPS"},
      {"port":80,"protocol":"HTTP"}]}})",
      KubeKind::Gateway);
  ASSERT_EQ(row.listeners.size(), 2u);
  EXPECT_TRUE(row.listeners[0].tls);
  EXPECT_EQ(row.listeners[0].port, 443);
  EXPECT_FALSE(row.listeners[1].tls);
  EXPECT_EQ(row.hosts.size(), 1u);
}

TEST(KubeList, gatewayCertificateRolloutAndVpa_areRead) {
  const auto route = rowFrom<HttpRouteRow>(
      R"({"metadata":{"name":"r"},"spec":{"hostnames":["a.example"],"parentRefs":[{"name":"gw"}],"rules":[{"backendRefs":
      [{"name":"blue","weight":9},{"name":"green","weight":0},{"name":"plain"}]}]}})",
      KubeKind::HttpRoute);
  ASSERT_EQ(route.backends.size(), 3u);
  EXPECT_EQ(route.backends[1].weight, 0);
  EXPECT_EQ(route.backends[2].weight, std::nullopt);
  const auto certificate = rowFrom<CertificateRow>(
      R"({"metadata":{"name":"c"},"spec":{"dnsNames":["a.example"],"secretName":"s","issuerRef":{"name":"le"}},
      "status":{"notAfter":"2027-01-01T00:00:00Z","renewalTime":"2026-12-01T00:00:00Z","failedIssuanceAttempts":2}})",
      KubeKind::Certificate);
  EXPECT_EQ(certificate.failedAttempts, 2);
  EXPECT_TRUE(told(certificate.renewal));
  const auto rollout = rowFrom<RolloutRow>(
      R"({"metadata":{"name":"r","generation":4},"spec":{"strategy":{"canary":{"steps":[{"setWeight":20},{"pause":{}}]}}},
      "status":{"observedGeneration":"4","phase":"Paused","pauseConditions":[{"reason":"CanaryPauseStep"}],"currentStepIndex":1}})",
      KubeKind::Rollout);
  EXPECT_EQ(rollout.observedGeneration, "4");
  EXPECT_TRUE(rollout.pauseConditions);
  EXPECT_EQ(rollout.steps, 2);
  const auto vpa = rowFrom<VerticalPodAutoscalerRow>(
      R"({"metadata":{"name":"v"},"spec":{"targetRef":{"kind":"Deployment","name":"api"},"updatePolicy":{"updateMode":"Off"},
      "resourcePolicy":{"containerPolicies":[{"containerName":"*","controlledResources":["memory"]}]}},
      "status":{"recommendation":{"containerRecommendations":[{"containerName":"api","target":{"cpu":"250m","memory":"262144k"}}]}}})",
      KubeKind::VerticalPodAutoscaler);
  EXPECT_EQ(vpa.updateMode, "Off");
  EXPECT_FALSE(vpa.policies.at(0).cpu);
  EXPECT_EQ(vpa.recommendations.at(0).memoryTarget, "262144k");
}

TEST(KubeList, pages_leadToTheNextUntilNoTokenIsLeft) {
  std::vector<std::string> names;
  for (int page = 1; page <= 5; ++page) {
    KubeListReader reader(tests::kubeNames());
    const auto end =
        reader.read(kubeFixture("pages/replicasets-page-" + std::to_string(page) + ".json"),
                    KubeKind::ReplicaSet, [&](KubeRow&& row) { names.push_back(headOf(row).name); });
    ASSERT_TRUE(end.ok());
    EXPECT_EQ(end->continueToken.empty(), page == 5) << page;
    EXPECT_EQ(end->remaining.has_value(), page < 5);
    EXPECT_FALSE(end->resourceVersion.empty());
  }
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

TEST(KubeList, emptyList_andItemsNull_areListsWithoutRows) {
  EXPECT_TRUE(kubeListFixture("pages/empty-list.json", KubeKind::Pod).empty());
  EXPECT_TRUE(read(R"({"items":null,"metadata":{"resourceVersion":"5"}})").ok());
}

TEST(KubeList, statusInsteadOfAList_isTold) {
  const auto end = read(kubeFixture("errors/410-continue-expired.json"));
  ASSERT_TRUE(end.ok());
  ASSERT_TRUE(end->status.has_value());
  EXPECT_TRUE(end->status->gone());
  EXPECT_FALSE(end->status->continueToken.empty());
}

TEST(KubeList, noList_isABadResponse) {
  for (const auto* body :
       {"", "<html>", "[]", "{}", "null", "42", R"({"items":[]}x)", R"({"kind":"PodList"})"})
    EXPECT_FALSE(read(body).ok()) << body;
}

TEST(KubeList, cutAnywhere_isABadResponse) {
  const auto body = kubeFixture("objects/pods-field-selector-running.json");
  for (std::size_t size = 1; size < body.size() - 1; size += 97)
    EXPECT_FALSE(read(body.substr(0, size)).ok()) << size;
}

TEST(KubeList, wrongTypes_makeARowMalformedAndLeaveTheOthers) {
  const auto rows = kubeRows(R"({"items":[{"metadata":{"name":"a"},"spec":[],"status":{"phase":"Running"}},
    {"metadata":{"name":"b","labels":{"x":5,"y":"z"},"generation":"seven"},"spec":{"containers":[{"name":7}]},
     "status":{"phase":3,"containerStatuses":[{"restartCount":"many","state":{"waiting":null}}]}},
    {"metadata":{}}, {"metadata":null}, 7, null]})",
                             KubeKind::Pod);
  ASSERT_EQ(rows.size(), 6u);
  EXPECT_TRUE(headOf(rows[0]).malformed);
  EXPECT_EQ(std::get<PodRow>(rows[0]).phase, PodPhase::Running);
  EXPECT_FALSE(headOf(rows[1]).malformed);
  EXPECT_EQ(headOf(rows[1]).labels.at("y"), "z");
  for (int i = 2; i < 6; ++i) EXPECT_TRUE(headOf(rows[std::size_t(i)]).malformed) << i;
}

TEST(KubeList, deepJson_isSkippedOrRefused) {
  const std::string deep(100'000, '[');
  EXPECT_FALSE(read(R"({"items":[{"metadata":{"name":"a"},"spec":)" + deep + "}]}").ok());
  const auto whole = std::string(900, '[') + std::string(900, ']');
  EXPECT_TRUE(read(R"({"items":[{"metadata":{"name":"a"},"x":)" + whole + "}]}").ok());
}

}  // namespace
}  // namespace aiagent::wire
