#include "app/tools/fake_cluster/responder.h"

#include <gmock/gmock.h>

#include "tests/unit/fake_cluster/recorded.h"

namespace aiagent::fake_cluster {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

class FakeCluster : public testing::Test {
 protected:
  Reply ask(const std::string& target, const std::string& user = "admin", bool table = false,
            const std::string& method = "GET", const std::string& body = {}) {
    return Responder(recorded(), script)
        .respond({method, Target(target), {user, "", ""}, table ? "Table" : "", body});
  }
  Answer answer(const std::string& target, const std::string& user = "admin", bool table = false,
                const std::string& method = "GET", const std::string& body = {}) {
    auto reply = ask(target, user, table, method, body);
    return std::holds_alternative<Answer>(reply) ? std::get<Answer>(reply) : Answer{0, "a stream", {}};
  }
  StreamPlan plan(const std::string& target, const std::string& user = "admin", bool table = false) {
    auto reply = ask(target, user, table);
    return std::holds_alternative<StreamPlan>(reply) ? std::get<StreamPlan>(reply)
                                                     : StreamPlan{.path = "none"};
  }

  Script script{{{"admin", "admin"}}};
  const std::string pods = "/api/v1/namespaces/aiagent/pods";
};

TEST_F(FakeCluster, everyRecording_isFoundAsItWasSent) {
  for (const auto& entry : recorded().all()) {
    const auto* found =
        recorded().findExact({entry.method, entry.target, entry.user, "healthy", entry.shape});
    ASSERT_TRUE(found) << entry.file;
    EXPECT_EQ(found->target.whole, entry.target.whole);
  }
}

TEST_F(FakeCluster, lists_areTheScenes_howeverTheyAreAskedFor) {
  EXPECT_EQ(answer(pods).body, answer(pods + "?limit=500&resourceVersion=0").body);
  EXPECT_THAT(answer(pods, "admin", true).body, HasSubstr("\"kind\":\"Table\""));
  const auto healthy = answer("/apis/apps/v1/namespaces/aiagent/deployments").body;
  script.take(R"({"scene":"degraded"})");
  EXPECT_NE(answer("/apis/apps/v1/namespaces/aiagent/deployments").body, healthy);
}

TEST_F(FakeCluster, selectors_andSingleObjects_areCutOutOfLists) {
  const auto some = answer(pods + "?labelSelector=app%3Dvector-db").body;
  EXPECT_THAT(some, HasSubstr("vector-db-0"));
  EXPECT_EQ(some.find("agent-api"), std::string::npos);
  const auto one = answer(pods + "/vector-db-0");
  EXPECT_EQ(one.status, 200);
  EXPECT_THAT(one.body, StartsWith(R"({"kind":"Pod","apiVersion":"v1",)"));
  EXPECT_EQ(answer(pods + "/nope").status, 404);
  EXPECT_EQ(answer("/nope").body, "404 page not found\n");
}

TEST_F(FakeCluster, pages_followTheirTokens) {
  const std::string list = "/apis/apps/v1/namespaces/aiagent/replicasets?limit=2";
  int pages = 1;
  for (auto body = answer(list).body; !textAt(body, "metadata.continue").empty(); ++pages)
    body = answer(list + "&continue=" + textAt(body, "metadata.continue")).body;
  EXPECT_EQ(pages, 5);
}

TEST_F(FakeCluster, users_mayWhatTheyMay) {
  EXPECT_EQ(answer(pods, "reader").status, 200);
  EXPECT_EQ(answer("/api/v1/namespaces/aiagent/secrets", "reader").status, 403);
  EXPECT_THAT(answer("/api/v1/namespaces/aiagent/secrets", "reader").body,
              HasSubstr("system:serviceaccount"));
  EXPECT_EQ(answer(pods, "limited").status, 200);
  EXPECT_EQ(answer("/api/v1/nodes", "limited").status, 403);
  EXPECT_EQ(answer("/apis/batch/v1/namespaces/aiagent/jobs", "limited").status, 403);
  EXPECT_EQ(answer(pods, "anonymous").status, 403);
  EXPECT_EQ(answer("/version", "anonymous").status, 200);
  EXPECT_EQ(answer(pods, "bad-token").status, 401);
  EXPECT_EQ(answer("/apis/apps/v1", "limited").status, 200);
}

TEST_F(FakeCluster, reviews_tellWhoAndWhetherOneMay) {
  const std::string who = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
  EXPECT_THAT(answer(who, "reader", false, "POST", "{}").body, HasSubstr("dashboard-reader"));
  EXPECT_THAT(answer(who, "admin", false, "POST", "{}").body, HasSubstr("system:masters"));
  const std::string may = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  const auto asking = [&](const char* verb, const char* user) {
    const auto body = std::string(R"({"spec":{"resourceAttributes":{"namespace":"aiagent","verb":")") + verb +
                      R"(","group":"apps","resource":"deployments"}}})";
    return answer(may, user, false, "POST", body).body;
  };
  EXPECT_THAT(asking("list", "reader"), HasSubstr("\"allowed\":true"));
  EXPECT_THAT(asking("patch", "reader"), HasSubstr("\"allowed\":false"));
  EXPECT_THAT(asking("list", "limited"), HasSubstr("\"allowed\":false"));
  EXPECT_THAT(asking("patch", "admin"), HasSubstr("\"allowed\":true"));
}

TEST_F(FakeCluster, recordedWatch_isReplayed) {
  const auto exact =
      plan(pods + "?watch=true&allowWatchBookmarks=true&labelSelector=app%3Dagent-api&resourceVersion=778");
  EXPECT_EQ(exact.replay, "watch/rollout-good.pods.jsonl");
  EXPECT_EQ(
      plan(pods + "/agent-api-7f445fdfbc-2r2ts/log?container=metrics-sidecar&follow=true&tailLines=5").replay,
      "logs/log-follow.txt");
}

TEST_F(FakeCluster, freshWatch_beginsWithWhatThereIs) {
  const auto fresh =
      plan(pods + "?watch=1&sendInitialEvents=true&allowWatchBookmarks=true&timeoutSeconds=300");
  EXPECT_EQ(fresh.initial.size(), 18u);  // 17 pods and the end of them
  EXPECT_THAT(fresh.initial.front(),
              StartsWith(R"({"type":"ADDED","object":{"kind":"Pod","apiVersion":"v1",)"));
  EXPECT_THAT(fresh.initial.back(), HasSubstr("initial-events-end"));
  EXPECT_EQ(fresh.version, "778");
  EXPECT_EQ(fresh.seconds, 300);
  EXPECT_TRUE(plan(pods + "?watch=1&resourceVersion=778").initial.empty());
  const auto table = plan(pods + "?watch=1&resourceVersion=0", "admin", true);
  EXPECT_EQ(table.initial.size(), 17u);
  EXPECT_THAT(table.initial[0], HasSubstr("columnDefinitions"));
  EXPECT_EQ(table.initial[1].find("columnDefinitions"), std::string::npos);
}

TEST_F(FakeCluster, faults_comeWhenTheyAreOrdered) {
  script.take(R"({"status":429,"count":2,"retryAfter":7})");
  EXPECT_EQ(answer(pods).headers["Retry-After"], "7");
  EXPECT_EQ(answer(pods).status, 429);
  EXPECT_EQ(answer(pods).status, 200);
  script.take(R"({"410":true})");
  EXPECT_THAT(answer(pods + "?watch=1&resourceVersion=5").body, StartsWith(R"({"type":"ERROR")"));
  script.take(R"({"410":"http"})");
  EXPECT_EQ(answer(pods + "?watch=1&resourceVersion=5").status, 410);
  EXPECT_EQ(answer(pods + "?watch=1&resourceVersion=5").status, 0);
}

}  // namespace
}  // namespace aiagent::fake_cluster
