#include "app/tools/fake_cluster/stream_feed.h"

#include <gmock/gmock.h>

#include "tests/unit/fake_cluster/recorded.h"

namespace aiagent::fake_cluster {
namespace {

using Next = StreamFeed::Next;
using std::chrono::milliseconds;

constexpr char kPods[] = "/api/v1/namespaces/aiagent/pods";

// A feed whose time the test moves.
struct Fed {
  explicit Fed(StreamPlan plan, double speed = 1) : feed(std::move(plan), recorded(), speed, orders, now) {}
  Next after(int millis) {
    now += milliseconds(millis);
    lines.clear();
    return feed.take(orders, now, lines);
  }
  Steady::time_point now{};
  Orders orders;
  StreamFeed feed;
  std::vector<std::string> lines;
};

TEST(StreamFeed, recordedStream_keepsItsPace_andEnds) {
  Fed fed({.replay = "watch/rollout-good.pods.jsonl"});
  EXPECT_EQ(fed.after(0), Next::Goes);
  const auto soon = fed.lines.size();
  EXPECT_LT(soon, 33u);
  EXPECT_EQ(fed.after(10'000), Next::Ends);
  EXPECT_EQ(soon + fed.lines.size(), 33u);
  Fed fast({.replay = "watch/rollout-good.pods.jsonl"}, 1'000);
  EXPECT_EQ(fast.after(10), Next::Ends);
}

TEST(StreamFeed, liveWatch_isGivenTheScenario_eachLineOnce) {
  Fed fed({.path = kPods, .version = "778", .kind = "Pod", .apiVersion = "v1"});
  fed.after(0);
  EXPECT_TRUE(fed.lines.empty());
  fed.orders.play = "rollout-good";
  fed.orders.playSince = fed.now;
  fed.after(10'000);
  EXPECT_EQ(fed.lines.size(), 33u);
  fed.after(10'000);
  EXPECT_TRUE(fed.lines.empty());
}

TEST(StreamFeed, watchFromALaterVersion_goesOnBehindIt) {
  const auto& all = recorded().lines("watch/rollout-good.pods.jsonl");
  Fed fed({.path = kPods, .version = all[9].version, .kind = "Pod", .apiVersion = "v1"});
  fed.orders.play = "rollout-good";
  fed.after(60'000);
  ASSERT_FALSE(fed.lines.empty());
  EXPECT_EQ(fed.lines.front(), all[10].text);
}

TEST(StreamFeed, bookmarks_comeOnceAMinute) {
  Fed fed({.path = kPods, .version = "778", .kind = "Pod", .apiVersion = "v1", .bookmarks = true});
  fed.after(59'999);
  EXPECT_TRUE(fed.lines.empty());
  fed.after(1);
  EXPECT_EQ(
      fed.lines,
      std::vector<std::string>{
          R"({"type":"BOOKMARK","object":{"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"778"}}})"});
  fed.orders.bookmarks = false;
  fed.after(60'000);
  EXPECT_TRUE(fed.lines.empty());
}

TEST(StreamFeed, asLongAsTheClientWants_itLasts) {
  Fed fed({.path = kPods, .version = "778", .seconds = 5});
  EXPECT_EQ(fed.after(4'999), Next::Goes);
  EXPECT_EQ(fed.after(1), Next::Ends);
}

TEST(StreamFeed, faults_holdAtOnce) {
  Fed hanging({.initial = {"a"}, .path = kPods});
  hanging.orders.hang = true;
  EXPECT_EQ(hanging.after(100'000), Next::Goes);
  EXPECT_TRUE(hanging.lines.empty());
  Fed cut({.initial = {"a", "b", "c"}, .path = kPods});
  cut.orders.cutAfter = 2;
  EXPECT_EQ(cut.after(0), Next::Cut);
  EXPECT_EQ(cut.lines.size(), 2u);
  Fed all({.path = kPods});
  ++all.orders.cuts;
  EXPECT_EQ(all.after(0), Next::Cut);
}

}  // namespace
}  // namespace aiagent::fake_cluster
