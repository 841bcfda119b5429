#include "app/tools/fake_cluster/pod_log.h"

#include <gmock/gmock.h>

#include "tests/unit/fake_cluster/recorded.h"

namespace aiagent::fake_cluster {
namespace {

using testing::EndsWith;
using testing::StartsWith;

constexpr char kPath[] = "/api/v1/namespaces/aiagent/pods/web-1/log";

TEST(PodLog, target_saysWhatIsWanted) {
  const auto log = podLogOf(Target(std::string(kPath) + "?container=api&timestamps=true&tailLines=3"));
  ASSERT_TRUE(log);
  EXPECT_EQ(log->pod, "web-1");
  EXPECT_EQ(log->container, "api");
  EXPECT_TRUE(log->timestamps);
  EXPECT_EQ(log->tail, 3);
  EXPECT_FALSE(podLogOf(Target("/api/v1/namespaces/aiagent/pods/web-1")));
}

TEST(PodLog, lines_areTheRecordedOnes_andThenMadeOnesForEver) {
  const PodLog log{.pod = "web-1", .container = "api", .timestamps = false, .tail = {}, .since = {}};
  const Orders orders;
  EXPECT_THAT(log.line(recorded(), orders, 0), StartsWith("{\"level\":\"info\",\"msg\":\"request\""));
  EXPECT_THAT(log.line(recorded(), orders, 500), EndsWith("\"n\":500}"));
  EXPECT_EQ(PodLog::written(recorded(), orders, 0), 0);
  EXPECT_EQ(PodLog::written(recorded(), orders, 30), 5);
  EXPECT_EQ(PodLog::written(recorded(), orders, 11'542 + 1'000), 17 + 2);
  Orders ended;
  ended.logLines = 4;
  EXPECT_EQ(PodLog::written(recorded(), ended, 1'000'000), 4);
}

TEST(PodLog, sinceTime_beginsWithItsWholeSecond) {
  auto log = *podLogOf(Target(std::string(kPath) + "?timestamps=true"));
  const Orders orders;
  const auto tenth = log.line(recorded(), orders, 10);
  log.since = podLogOf(Target(std::string(kPath) + "?sinceTime=" + tenth.substr(0, 19) + "Z"))->since;
  const int first = log.first(recorded(), orders, 100);
  EXPECT_LE(first, 10);
  EXPECT_EQ(log.line(recorded(), orders, first).substr(0, 19), tenth.substr(0, 19));
  EXPECT_LT(log.line(recorded(), orders, first - 1).substr(0, 19), tenth.substr(0, 19));
  log.since.clear();
  log.tail = 3;
  EXPECT_EQ(log.first(recorded(), orders, 100), 97);
}

}  // namespace
}  // namespace aiagent::fake_cluster
