#include "core/wire/kube_events.h"

#include <gmock/gmock.h>

#include <map>

#include "tests/support/kube_fixtures.h"

namespace aiagent::wire {
namespace {

using testing::ElementsAre;
using tests::kubeFixture;
using tests::kubeFrames;
using tests::kubeWatchFixture;

struct WatchFile {
  const char* path;
  KubeKind kind;
  std::map<FrameType, int> events;  // as the recording's README counts them
};

const std::vector<WatchFile> kWatches = {
    {"watch/bluegreen-switch.endpointslices.jsonl", KubeKind::EndpointSlice, {{FrameType::Modified, 2}}},
    {"watch/bluegreen-switch.services.jsonl", KubeKind::Service, {{FrameType::Modified, 2}}},
    {"watch/bookmarks.configmaps.jsonl", KubeKind::Other, {{FrameType::Bookmark, 2}}},
    {"watch/cronjobs.jsonl", KubeKind::CronJob, {{FrameType::Modified, 4}, {FrameType::Bookmark, 2}}},
    {"watch/delete-deployment.deployment.jsonl",
     KubeKind::Deployment,
     {{FrameType::Modified, 7}, {FrameType::Deleted, 1}}},
    {"watch/delete-deployment.replicasets.jsonl",
     KubeKind::ReplicaSet,
     {{FrameType::Modified, 6}, {FrameType::Deleted, 1}}},
    {"watch/error-410-gone.pods.jsonl", KubeKind::Pod, {{FrameType::Error, 1}}},
    {"watch/jobs.jsonl",
     KubeKind::Job,
     {{FrameType::Added, 2}, {FrameType::Modified, 10}, {FrameType::Deleted, 2}, {FrameType::Bookmark, 2}}},
    {"watch/node-cordon.nodes.jsonl", KubeKind::Node, {{FrameType::Modified, 4}}},
    {"watch/node-outage.endpointslices.jsonl", KubeKind::EndpointSlice, {{FrameType::Modified, 4}}},
    {"watch/node-outage.nodes.jsonl", KubeKind::Node, {{FrameType::Modified, 11}, {FrameType::Bookmark, 1}}},
    {"watch/pause-resume.deployment.jsonl", KubeKind::Deployment, {{FrameType::Modified, 17}}},
    {"watch/rollout-crashloop.deployment.jsonl", KubeKind::Deployment, {{FrameType::Modified, 20}}},
    {"watch/rollout-failed-image.deployment.jsonl", KubeKind::Deployment, {{FrameType::Modified, 7}}},
    {"watch/rollout-failed-image.events.jsonl",
     KubeKind::Event,
     {{FrameType::Added, 19}, {FrameType::Modified, 14}}},
    {"watch/rollout-failed-image.pods.jsonl",
     KubeKind::Pod,
     {{FrameType::Added, 1}, {FrameType::Modified, 5}}},
    {"watch/rollout-failed-image.replicasets.jsonl",
     KubeKind::ReplicaSet,
     {{FrameType::Added, 1}, {FrameType::Modified, 3}}},
    {"watch/rollout-failed-readiness.deployment.jsonl", KubeKind::Deployment, {{FrameType::Modified, 10}}},
    {"watch/rollout-failed-readiness.pods.jsonl",
     KubeKind::Pod,
     {{FrameType::Added, 1}, {FrameType::Modified, 9}, {FrameType::Deleted, 1}}},
    {"watch/rollout-good.deployment.jsonl", KubeKind::Deployment, {{FrameType::Modified, 16}}},
    {"watch/rollout-good.endpointslices.jsonl", KubeKind::EndpointSlice, {{FrameType::Modified, 10}}},
    {"watch/rollout-good.events.jsonl", KubeKind::Event, {{FrameType::Added, 41}, {FrameType::Modified, 5}}},
    {"watch/rollout-good.pods.jsonl",
     KubeKind::Pod,
     {{FrameType::Added, 3}, {FrameType::Modified, 27}, {FrameType::Deleted, 3}}},
    {"watch/rollout-undo.deployment.jsonl", KubeKind::Deployment, {{FrameType::Modified, 5}}},
    {"watch/rollout-undo.events.jsonl", KubeKind::Event, {{FrameType::Added, 3}, {FrameType::Modified, 4}}},
    {"watch/rollout-undo.pods.jsonl", KubeKind::Pod, {{FrameType::Modified, 5}, {FrameType::Deleted, 1}}},
    {"watch/rollout-undo.replicasets.jsonl", KubeKind::ReplicaSet, {{FrameType::Modified, 5}}},
    {"watch/scale-2-4-2.deployment.jsonl", KubeKind::Deployment, {{FrameType::Modified, 11}}},
    {"watch/scale-quota-exceeded.deployment.jsonl", KubeKind::Deployment, {{FrameType::Modified, 26}}},
    {"watch/scale-quota-exceeded.events.jsonl",
     KubeKind::Event,
     {{FrameType::Added, 71}, {FrameType::Modified, 21}}},
    {"watch/selector-leave.pods.jsonl", KubeKind::Pod, {{FrameType::Added, 1}, {FrameType::Deleted, 1}}},
    {"watch/watch-from-0.deployments.jsonl",
     KubeKind::Deployment,
     {{FrameType::Added, 4}, {FrameType::Bookmark, 1}}},
    {"watch/watchlist-sendinitialevents.pods.jsonl",
     KubeKind::Pod,
     {{FrameType::Added, 4}, {FrameType::Bookmark, 1}}},
};

std::string pod(std::string_view name) {
  return R"({"type":"ADDED","object":{"kind":"Pod","metadata":{"name":")" + std::string(name) + R"("}}})";
}

struct Fed {
  std::vector<FrameType> types;
  std::vector<std::string> names;
};

Fed feed(std::string_view bytes, std::size_t piece, std::size_t longest = WatchParser::kLongestLine) {
  Fed fed;
  WatchParser parser(tests::kubeNames(), KubeKind::Pod, longest);
  const WatchParser::Sink sink = [&](WatchFrame&& frame) {
    fed.types.push_back(frame.type);
    fed.names.push_back(headOf(frame.row).name);
  };
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size())))
    parser.feed(bytes.substr(0, piece), sink);
  parser.finish(sink);
  return fed;
}

TEST(WatchParser, everyRecording_givesItsEvents) {
  for (const auto& watch : kWatches) {
    std::map<FrameType, int> counted;
    for (const auto& frame : kubeWatchFixture(watch.path, watch.kind)) {
      ++counted[frame.type];
      if (frame.type != FrameType::Error) {
        EXPECT_FALSE(frame.resourceVersion.empty()) << watch.path;
      }
      if (frame.type > FrameType::Deleted) continue;
      EXPECT_FALSE(headOf(frame.row).malformed) << watch.path;
      EXPECT_EQ(headOf(frame.row).kind, watch.kind) << watch.path;
    }
    EXPECT_EQ(counted, watch.events) << watch.path;
  }
}

TEST(WatchParser, piecesOfAnySize_giveTheSameFrames) {
  const auto bytes = kubeFixture("watch/rollout-failed-image.pods.jsonl");
  const auto whole = feed(bytes, bytes.size());
  for (const std::size_t piece : {1, 2, 7, 4096, 16384}) {
    const auto cut = feed(bytes, piece);
    EXPECT_EQ(cut.types, whole.types) << piece;
    EXPECT_EQ(cut.names, whole.names) << piece;
  }
}

TEST(WatchParser, watchList_endsWithItsBookmark) {
  const auto frames = kubeWatchFixture("watch/watchlist-sendinitialevents.pods.jsonl", KubeKind::Pod);
  EXPECT_TRUE(frames.back().initialEventsEnd);
  EXPECT_FALSE(
      kubeWatchFixture("watch/bookmarks.configmaps.jsonl", KubeKind::Other).front().initialEventsEnd);
}

TEST(WatchParser, goneInsideTheStream_isAnErrorWithItsStatus) {
  const auto frames = kubeWatchFixture("watch/error-410-gone.pods.jsonl", KubeKind::Pod);
  EXPECT_TRUE(frames.at(0).status.gone());
  EXPECT_EQ(frames.at(0).status.reason, "Expired");
}

TEST(WatchParser, typeBehindTheObject_isReadAsWell) {
  const auto frames =
      kubeFrames(R"({"object":{"metadata":{"resourceVersion":"9","name":"a"}},"type":"DELETED"})"
                 "\n",
                 KubeKind::Pod);
  ASSERT_EQ(frames.size(), 1u);
  EXPECT_EQ(frames[0].type, FrameType::Deleted);
  EXPECT_EQ(frames[0].resourceVersion, "9");
}

TEST(WatchParser, emptyLinesAndCarriageReturns_areSkipped) {
  EXPECT_THAT(feed("\n\r\n" + pod("a") + "\r\n\n" + pod("b") + "\n", 5).names, ElementsAre("a", "b"));
}

TEST(WatchParser, lineTooLong_isToldOnceAndTheNextIsRead) {
  const auto bytes = pod(std::string(500, 'x')) + "\n" + pod("b") + "\n";
  for (const std::size_t piece : {1, 100, 10'000}) {
    const auto fed = feed(bytes, piece, 200);
    EXPECT_THAT(fed.types, ElementsAre(FrameType::Unreadable, FrameType::Added)) << piece;
  }
}

TEST(WatchParser, linesThatAreNoEvents_areUnreadable) {
  for (const auto* line :
       {"x", "{}", "[]", "null", R"({"type":"ADDED"})", R"({"object":{}})", R"({"type":"MOVED","object":{}})",
        R"({"type":"ADDED","object":{"metadata":{"name":"a"}}}{"type":"ADDED","object":{}})",
        R"({"type":"ADDED","object":{"metadata":{"name":"a")"}) {
    const auto frames = kubeFrames(std::string(line) + "\n", KubeKind::Pod);
    ASSERT_EQ(frames.size(), 1u) << line;
    EXPECT_EQ(frames[0].type, FrameType::Unreadable) << line;
    EXPECT_FALSE(frames[0].fault.empty());
  }
}

TEST(WatchParser, streamCutInsideALine_givesNothingForIt) {
  EXPECT_THAT(feed(pod("a") + "\n" + pod("b").substr(0, 40), 9).names, ElementsAre("a"));
  EXPECT_THAT(feed(pod("a") + "\n" + pod("b"), 9).names, ElementsAre("a", "b"));
}

TEST(WatchParser, objectThatIsNone_isAMalformedRow) {
  const auto frames = kubeFrames("{\"type\":\"ADDED\",\"object\":7}\n", KubeKind::Pod);
  EXPECT_EQ(frames.at(0).type, FrameType::Added);
  EXPECT_TRUE(headOf(frames.at(0).row).malformed);
}

}  // namespace
}  // namespace aiagent::wire
