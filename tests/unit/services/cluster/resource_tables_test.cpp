#include "core/services/cluster/resource_tables.h"

#include <algorithm>

#include "tests/support/kube_fixtures.h"
#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using base::ErrorCode;
using services::ClusterKinds;
using services::ResourceTable;
using testing::jsonAnswer;
using tests::kubeFixture;
using wire::KubeResource;
using Kinds = testing::Outcome<ClusterKinds>;
using Table = testing::Outcome<ResourceTable>;
using Text = testing::Outcome<std::string>;

namespace {

KubeResource configMaps() {
  return {"", "v1", "configmaps", "configmap", "ConfigMap", {"cm"}, true};
}

KubeResource secrets() {
  return {"", "v1", "secrets", "secret", "Secret", {}, true};
}

struct Cluster : testing::ClusterFixture {
  Cluster() : client(withToken(), {http, scheduler, clock, reader(), nullptr}) {}

  static cluster::ClusterAccess withToken() {
    auto own = access();
    own.token = base::SecretString("t");
    return own;
  }
  Kinds kinds() {
    Kinds got;
    const auto call = services::askKinds(client, got.taker());
    if (!got.await()) qFatal("no answer");
    return got;
  }
  Table table(KubeResource resource, std::string nameSpace = "aiagent") {
    Table got;
    const auto call = services::readTable(client, {std::move(resource), std::move(nameSpace)}, got.taker());
    if (!got.await()) qFatal("no answer");
    return got;
  }
  Text object(KubeResource resource, std::string name, std::string nameSpace = "aiagent") {
    Text got;
    const auto call = services::readObject(
        client, {std::move(resource), std::move(nameSpace), std::move(name)}, got.taker());
    if (!got.await()) qFatal("no answer");
    return got;
  }
  // Path and query of a request.
  std::string path(std::size_t request) const {
    return http.requests().at(request).url.substr(access().server.size());
  }
  std::string accept(std::size_t request) const {
    for (const auto& [name, value] : http.requests().at(request).headers)
      if (name == "Accept") return value;
    return {};
  }
  void answers(int status, const std::string& body) { http.enqueue(jsonAnswer(status, body)); }
  void refuses(int status) { answers(status, "{\"kind\":\"Status\",\"reason\":\"Told\"}"); }

  services::KubeClient client;
};

std::string page(int first, int count, const std::string& token, int remaining = -1) {
  std::string rows;
  for (int at = first; at < first + count; ++at)
    rows += std::string(rows.empty() ? "" : ",") + "{\"cells\":[\"c" + std::to_string(at) +
            "\"],\"object\":{\"metadata\":{\"name\":\"c" + std::to_string(at) + "\"}}}";
  return "{\"kind\":\"Table\",\"metadata\":{\"continue\":\"" + token + "\"" +
         (remaining < 0 ? "" : ",\"remainingItemCount\":" + std::to_string(remaining)) +
         "},\"columnDefinitions\":[{\"name\":\"Name\"}],\"rows\":[" + rows + "]}";
}

const KubeResource* find(const ClusterKinds& kinds, const std::string& fullName) {
  const auto found = std::find_if(kinds.all.begin(), kinds.all.end(),
                                  [&](const auto& one) { return one.fullName() == fullName; });
  return found == kinds.all.end() ? nullptr : &*found;
}

}  // namespace

class ResourceTablesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aggregatedDiscovery_tellsAllInTwoAnswers() {
    Cluster f;
    f.answers(200, kubeFixture("discovery/api.aggregated.json"));
    f.answers(200, kubeFixture("discovery/apis.aggregated.json"));
    const auto got = f.kinds();
    QCOMPARE(got.word(), std::string("good"));
    const auto& kinds = got.result->value();
    QCOMPARE(f.http.requests().size(), std::size_t(2));
    QCOMPARE(f.path(0), std::string("/api"));
    QCOMPARE(f.path(1), std::string("/apis"));
    QVERIFY(f.accept(0).find("v=v2;as=APIGroupDiscoveryList") != std::string::npos);
    QVERIFY(find(kinds, "configmaps") && find(kinds, "leases.coordination.k8s.io"));
    QVERIFY2(!find(kinds, "secrets"), "Secrets are never listed");
    QVERIFY(kinds.unanswered.empty());
    QVERIFY(std::is_sorted(kinds.all.begin(), kinds.all.end(),
                           [](const auto& a, const auto& b) { return a.plural < b.plural; }));
  }

  void oldServer_isAskedGroupByGroup_andADeadGroupHidesNoOther() {
    Cluster f;
    f.answers(200, kubeFixture("discovery/api.json"));
    f.answers(200, kubeFixture("discovery/api-v1.json"));
    f.answers(
        200,
        "{\"kind\":\"APIGroupList\",\"groups\":[{\"name\":\"metrics.k8s.io\",\"versions\":[{\"version\":"
        "\"v1beta1\"}]},{\"name\":\"apps\",\"versions\":[{\"version\":\"v1\"}]}]}");
    f.refuses(503);
    f.answers(200, kubeFixture("discovery/apis-apps-v1.json"));
    const auto got = f.kinds();
    QCOMPARE(got.word(), std::string("good"));
    const auto& kinds = got.result->value();
    QCOMPARE(f.path(1), std::string("/api/v1"));
    QCOMPARE(f.path(3), std::string("/apis/metrics.k8s.io/v1beta1"));
    QCOMPARE(f.path(4), std::string("/apis/apps/v1"));
    QVERIFY(find(kinds, "deployments.apps") && find(kinds, "configmaps") && !find(kinds, "secrets"));
    QCOMPARE(kinds.unanswered, std::vector<std::string>{"metrics.k8s.io/v1beta1"});
  }

  void serverThatKnowsNoSuchShape_isAskedPlainly() {
    Cluster f;
    f.refuses(406);
    f.answers(200, kubeFixture("discovery/api.json"));
    f.answers(200, kubeFixture("discovery/api-v1.json"));
    f.answers(200, kubeFixture("discovery/apis.aggregated.json"));
    QCOMPARE(f.kinds().word(), std::string("good"));
    QCOMPARE(f.accept(1), std::string("application/json"));
  }

  void staleGroups_areTold() {
    Cluster f;
    f.answers(200, kubeFixture("discovery/api.aggregated.json"));
    f.answers(200,
              "{\"kind\":\"APIGroupDiscoveryList\",\"items\":[{\"metadata\":{\"name\":\"g\"},\"versions\":[{"
              "\"version\":\"v1\",\"freshness\":\"Stale\"}]}]}");
    QCOMPARE(f.kinds().result->value().unanswered, std::vector<std::string>{"g/v1"});
  }

  void noDiscovery_isAnError() {
    Cluster f;
    f.refuses(403);
    QCOMPARE(f.kinds().result->error().code, ErrorCode::Forbidden);
    f.answers(200, "<html>");
    QCOMPARE(f.kinds().result->error().code, ErrorCode::BadResponse);
  }

  // ---------------------------------------------------------------- tables

  void everyRecordedTable_isReadAsItIs() {
    for (const auto* file :
         {"healthy/services.table.json", "healthy/pods.table.json", "degraded/pods.table.json",
          "healthy/nodes.table.json", "healthy/jobs.table.json"}) {
      Cluster f;
      f.answers(200, kubeFixture(file));
      const auto got = f.table(configMaps());
      QCOMPARE(got.word(), std::string("good"));
      const auto recorded = wire::readKubeTable(kubeFixture(file));
      QCOMPARE(got.result->value(), (ResourceTable{recorded->columns, recorded->rows, true, {}, true}));
    }
  }

  void table_isAskedForWithMetadata_inANamespaceOrAll() {
    Cluster f;
    for (int i = 0; i < 3; ++i) f.answers(200, page(0, 1, ""));
    f.table(configMaps());
    f.table(configMaps(), "");
    f.table({"rbac.authorization.k8s.io", "v1", "clusterroles", "clusterrole", "ClusterRole", {}, false});
    QCOMPARE(f.path(0),
             std::string("/api/v1/namespaces/aiagent/configmaps?limit=500&includeObject=Metadata"));
    QCOMPARE(f.path(1), std::string("/api/v1/configmaps?limit=500&includeObject=Metadata"));
    QCOMPARE(f.path(2),
             std::string("/apis/rbac.authorization.k8s.io/v1/clusterroles?limit=500&includeObject=Metadata"));
    QVERIFY(f.accept(0).find("as=Table;v=v1;g=meta.k8s.io") != std::string::npos);
  }

  void pages_areJoined_alsoBehindAnEmptyOne() {
    Cluster f;
    f.answers(200, page(0, 2, "a b", 2));
    f.answers(200, page(0, 0, "c"));
    f.answers(200, page(2, 1, ""));
    const auto got = f.table(configMaps());
    QCOMPARE(got.result->value().rows.size(), std::size_t(3));
    QVERIFY(got.result->value().complete && !got.result->value().remaining);
    QVERIFY(f.path(1).find("&continue=a%20b") != std::string::npos);
  }

  void moreThanIsRead_isSaid() {
    Cluster f;
    for (int i = 0; i < 10; ++i) f.answers(200, page(i * 500, 500, "more", 7'500 - i * 500));
    const auto got = f.table(configMaps());
    QCOMPARE(got.result->value().rows.size(), services::kMostTableRows);
    QVERIFY(!got.result->value().complete);
    QCOMPARE(got.result->value().remaining, std::optional<std::int64_t>(3'000));
    QCOMPARE(f.http.requests().size(), std::size_t(10));
  }

  void serverThatIgnoresTheLimit_isCutAndCounted() {
    Cluster f;
    f.answers(200, page(0, 5'007, ""));
    const auto got = f.table(configMaps());
    QCOMPARE(got.result->value().rows.size(), services::kMostTableRows);
    QVERIFY(!got.result->value().complete);
    QCOMPARE(got.result->value().remaining, std::optional<std::int64_t>(7));
  }

  void endlessEmptyPages_end() {
    Cluster f;
    f.http.answer = [](const ports::HttpRequest&) { return jsonAnswer(200, page(0, 0, "more")); };
    const auto got = f.table(configMaps());
    QVERIFY(got.result->ok() && !got.result->value().complete && !got.result->value().remaining);
    QCOMPARE(f.http.requests().size(), std::size_t(100));
  }

  void expiredPages_areReadOnceMoreFromTheStart() {
    Cluster f;
    f.answers(200, page(0, 2, "old"));
    f.answers(410, kubeFixture("errors/410-continue-expired.json"));
    f.answers(200, page(0, 3, "new"));
    f.answers(200, page(3, 1, ""));
    const auto got = f.table(configMaps());
    QCOMPARE(got.result->value().rows.size(), std::size_t(4));
    f.answers(200, page(0, 2, "old"));
    f.refuses(410);
    f.answers(200, page(0, 2, "old"));
    f.refuses(410);
    QCOMPARE(f.table(configMaps()).result->error().httpStatus, 410);
  }

  void listInsteadOfATable_isNamesAndAges() {
    Cluster f;
    f.answers(200, kubeFixture("healthy/configmaps.json"));
    const auto got = f.table(configMaps());
    QVERIFY(got.result->ok() && !got.result->value().fromServer);
    QCOMPARE(got.result->value().columns.size(), std::size_t(2));
    QVERIFY(got.result->value().rows.at(0).created != base::WallTime{});
  }

  void serverThatMakesNoTables_isAskedForTheList() {
    Cluster f;
    f.answers(406, kubeFixture("errors/406-not-acceptable.json"));
    f.answers(200, kubeFixture("healthy/configmaps.json"));
    const auto got = f.table(configMaps());
    QVERIFY(got.result->ok() && !got.result->value().fromServer);
    QCOMPARE(f.accept(1), std::string("application/json"));
    QCOMPARE(f.path(1), std::string("/api/v1/namespaces/aiagent/configmaps?limit=500"));
  }

  void otherAnswers_areErrors() {
    Cluster f;
    f.refuses(403);
    QCOMPARE(f.table(configMaps()).result->error().code, ErrorCode::Forbidden);
    f.answers(200, "{\"kind\":\"ConfigMap\"}");
    QCOMPARE(f.table(configMaps()).result->error().code, ErrorCode::BadResponse);
    f.answers(200, page(0, 2, "more"));
    f.answers(200, kubeFixture("healthy/configmaps.json"));
    QCOMPARE(f.table(configMaps()).result->error().code, ErrorCode::BadResponse);
  }

  // ---------------------------------------------------------------- objects

  void object_isShownWithoutManagedFields() {
    Cluster f;
    f.answers(200, kubeFixture("objects/service-agent-api.json"));
    const auto got = f.object({"", "v1", "services", "service", "Service", {"svc"}, true}, "agent-api");
    QCOMPARE(got.word(), std::string("good"));
    const auto& text = got.result->value();
    QVERIFY(text.find("\"name\": \"agent-api\"") != std::string::npos);
    QVERIFY(text.find("managedFields") == std::string::npos);
    QCOMPARE(f.path(0), std::string("/api/v1/namespaces/aiagent/services/agent-api"));
    f.refuses(404);
    QCOMPARE(f.object(configMaps(), "no").result->error().code, ErrorCode::NotFound);
    f.answers(200, "[]");
    QCOMPARE(f.object(configMaps(), "a").result->error().code, ErrorCode::BadResponse);
  }

  void namesThatLeadElsewhere_areRefused() {
    Cluster f;
    QCOMPARE(f.object(configMaps(), "..").result->error().code, ErrorCode::InvalidInput);
    QCOMPARE(f.object(configMaps(), "a/b").result->error().code, ErrorCode::InvalidInput);
    QCOMPARE(f.object(configMaps(), "a", "").result->error().code, ErrorCode::InvalidInput);
    QCOMPARE(f.object(configMaps(), "a", "../x").result->error().code, ErrorCode::InvalidInput);
    QCOMPARE(f.table({"..", "v1", "as", "a", "A", {}, false}).result->error().code, ErrorCode::InvalidInput);
    QVERIFY(f.http.requests().empty());
    f.refuses(404);
    f.object({"rbac.authorization.k8s.io", "v1", "clusterroles", "", "ClusterRole", {}, false},
             "system:node");
    QCOMPARE(f.path(0), std::string("/apis/rbac.authorization.k8s.io/v1/clusterroles/system%3Anode"));
  }

  void secrets_areNeverAskedFor() {
    Cluster f;
    QCOMPARE(f.table(secrets()).word(), std::string("never_read"));
    QCOMPARE(f.table(secrets(), "").word(), std::string("never_read"));
    QCOMPARE(f.object(secrets(), "a").word(), std::string("never_read"));
    QVERIFY(f.http.requests().empty());
  }

  void droppedCalls_endWithCancelled() {
    Cluster f;
    Kinds kinds;
    Table table, refused;
    Text object;
    f.http.answer = [](const ports::HttpRequest&) { return testing::Script{testing::Step::hang()}; };
    {
      const auto first = services::askKinds(f.client, kinds.taker());
      const auto second = services::readTable(f.client, {configMaps(), {}}, table.taker());
      const auto third = services::readObject(f.client, {configMaps(), "a", "b"}, object.taker());
      QTest::qWait(20);
      const auto fourth = services::readTable(f.client, {secrets(), {}}, refused.taker());
    }
    QCOMPARE(kinds.result->error().code, ErrorCode::Cancelled);
    QCOMPARE(table.result->error().code, ErrorCode::Cancelled);
    QCOMPARE(object.result->error().code, ErrorCode::Cancelled);
    QCOMPARE(refused.result->error().code, ErrorCode::Cancelled);
    QCOMPARE(kinds.times + table.times + object.times + refused.times, 4);
  }

  // Whoever is told may let go of the call.
  void callsMayBeDestroyedByTheirEnd() {
    Cluster f;
    f.answers(200, page(0, 1, ""));
    std::unique_ptr<services::KubeCall> call;
    bool told = false;
    call = services::readTable(f.client, {configMaps(), {}}, [&](base::Result<ResourceTable>) {
      call.reset();
      told = true;
    });
    QVERIFY(QTest::qWaitFor([&] { return told; }, 10'000));
    told = false;
    call = services::readTable(f.client, {secrets(), {}}, [&](base::Result<ResourceTable>) {
      call.reset();
      told = true;
    });
    QVERIFY(QTest::qWaitFor([&] { return told; }, 10'000));
  }
};

QTEST_GUILESS_MAIN(ResourceTablesTest)
#include "resource_tables_test.moc"
