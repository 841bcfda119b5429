#include "core/wire/kube_list_stream.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/kube_fixtures.h"

namespace aiagent::wire {
namespace {

using tests::kubeFixture;

struct Streamed {
  std::vector<KubeRow> rows;
  base::Result<KubeListEnd> end = KubeListEnd{};
};

Streamed streamed(std::string_view body, std::size_t piece, KubeKind kind = KubeKind::Pod,
                  std::size_t longest = KubeListStream::kLongestItem) {
  Streamed result;
  KubeListStream stream(tests::kubeNames(), kind, longest);
  for (; !body.empty(); body.remove_prefix(std::min(piece, body.size())))
    stream.feed(body.substr(0, piece), [&](KubeRow&& row) { result.rows.push_back(std::move(row)); });
  result.end = stream.finish();
  return result;
}

bool good(std::string_view body) {
  const bool whole = streamed(body, body.size() + 1).end.ok();
  EXPECT_EQ(streamed(body, 1).end.ok(), whole) << body;
  return whole;
}

TEST(KubeListStream, recordedLists_giveWhatTheWholeBodyGives) {
  for (const auto& [path, kind] : {std::pair("degraded/pods.json", KubeKind::Pod),
                                   std::pair("healthy/deployments.json", KubeKind::Deployment),
                                   std::pair("pages/replicasets-page-1.json", KubeKind::ReplicaSet),
                                   std::pair("healthy/events.json", KubeKind::Event)}) {
    const auto body = kubeFixture(path);
    const auto expected = tests::kubeListFixture(path, kind);
    for (const std::size_t piece :
         {std::size_t(1), std::size_t(7), std::size_t(1000), std::size_t(16384), body.size()}) {
      const auto found = streamed(body, piece, kind);
      ASSERT_TRUE(found.end.ok()) << path << " " << piece;
      EXPECT_TRUE(found.rows == expected) << path << " " << piece;
      EXPECT_FALSE(found.end->resourceVersion.empty());
    }
  }
}

TEST(KubeListStream, pageAndMetadataBehindTheItems_areRead) {
  const auto page = streamed(kubeFixture("pages/replicasets-page-1.json"), 100, KubeKind::ReplicaSet);
  EXPECT_FALSE(page.end->continueToken.empty());
  const auto behind = streamed(
      R"({ "items" : [ {"metadata":{"name":"a"}} , {"metadata":{"name":"b"}} ] , "metadata":{"resourceVersion":"7","continue":"c"}})",
      5);
  EXPECT_EQ(behind.rows.size(), 2u);
  EXPECT_EQ(behind.end->resourceVersion, "7");
  EXPECT_EQ(behind.end->continueToken, "c");
}

TEST(KubeListStream, emptyListsAndStatus) {
  EXPECT_TRUE(good(kubeFixture("pages/empty-list.json")));
  EXPECT_TRUE(good(R"({"items":null,"metadata":{}})"));
  EXPECT_TRUE(good(R"({"items":[],"metadata":{}})"));
  EXPECT_TRUE(streamed(kubeFixture("errors/410-continue-expired.json"), 9).end->status->gone());
}

TEST(KubeListStream, textsNamedItems_areNoItems) {
  const auto found = streamed(
      R"({"kind":"items","a":["x"],"metadata":{"items":[1]},"items":[{"metadata":{"name":"a"}}]})", 3);
  ASSERT_TRUE(found.end.ok());
  EXPECT_EQ(found.rows.size(), 1u);
}

TEST(KubeListStream, noList_isABadResponse) {
  for (const auto* body :
       {"", "<html>", "[]", "{}", "null", R"({"items":[]}x)", R"({"items":[7]})", R"({"items":[,]})",
        R"({"items":[{},]})", R"({"items":[{} {}]})", R"({"items":[{}}]})", R"({"items":[{"a":]}]})",
        R"({"items":[],"items":[]})", R"({"items":[{"a":1 2}]})"})
    EXPECT_FALSE(good(body)) << body;
}

TEST(KubeListStream, cutAnywhere_isABadResponse) {
  const auto body = kubeFixture("objects/pods-field-selector-running.json");
  for (std::size_t size = 1; size < body.size() - 1; size += 211)
    EXPECT_FALSE(streamed(body.substr(0, size), 4096).end.ok()) << size;
}

TEST(KubeListStream, endlessItemOrEnvelope_isGivenUp) {
  const std::string item = R"({"items":[{"metadata":{"name":")" + std::string(5000, 'x') + R"("}}]})";
  EXPECT_FALSE(streamed(item, 100, KubeKind::Pod, 4000).end.ok());
  EXPECT_TRUE(streamed(item, 100, KubeKind::Pod, 6000).end.ok());
  EXPECT_FALSE(streamed(R"({"kind":")" + std::string(KubeListStream::kLongestEnvelope, 'x'), 65536).end.ok());
}

}  // namespace
}  // namespace aiagent::wire
