#include "core/wire/sync_message.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace aiagent::wire {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

constexpr char kId[] = "0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31";

const std::string kPage =
    R"({"epoch":"0193f0a2-7c4e-7d3a-9b1c-000000000001","epoch_head":7,"from":3,"to":9,"head":12,"floor":2,)"
    R"("complete":false,"last_n":5,"server_time":"2026-11-23T06:40:00Z","role":"member","new":[{"x":1}],)"
    R"("digest":{"live":2,"xor":"9f03000000000001"},"rows":[)"
    R"({"t":"agent","id":"0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31","v":8,"f":{"name":"A, \"b\""},"e":{"params":"77aa"},"by":null,"at":"2026"},)"
    R"({"t":"agent","id":"0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c32","v":9,"del":{"by":"0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31","at":"2026"}}],)"
    R"("past":[{"epoch":null,"until":4},{"epoch":"e2","until":7}]})";

const std::string kResults =
    R"({"epoch":"e","from":6,"head":9,"last_n":4,"digest":{"live":2,"xor":"9f03000000000001"},"results":[{"n":1,"s":"applied","v":7,"e":{"params":"1"}},)"
    R"({"n":2,"s":"duplicate","was":"gone"},{"n":3,"s":"rejected","code":"forbidden","detail":"viewer"},)"
    R"({"n":4,"s":"applied","v":9,"parts":[{"s":"applied","v":8,"e":{"tools":"2"}},{"s":"applied","v":9,"e":{}}]},)"
    R"({"n":5,"s":"of a newer server"}]})";

TEST(SyncMessage, page_isRead) {
  const auto page = pullReplyFrom(kPage);
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->from, 3);
  EXPECT_EQ(page->to, 9);
  EXPECT_EQ(page->head, 12);
  EXPECT_EQ(page->floor, 2);
  EXPECT_EQ(page->restoredTo, 7);
  EXPECT_EQ(page->lastNumber, 5);
  EXPECT_FALSE(page->complete);
  EXPECT_EQ(page->digest, (SyncDigest{2, 0x9f03000000000001}));
  ASSERT_THAT(page->rows, SizeIs(2));
  EXPECT_EQ(page->rows[0].fields, R"({"name":"A, \"b\""})");
  EXPECT_EQ(page->rows[0].etags, R"({"params":"77aa"})");
  EXPECT_FALSE(page->rows[0].deleted);
  EXPECT_TRUE(page->rows[1].deleted);
  EXPECT_EQ(page->rows[1].by, base::Uuid::parse(kId));
  EXPECT_THAT(page->past, ElementsAre(PastHistory{"", 4}, PastHistory{"e2", 7}));
}

TEST(SyncMessage, results_areRead) {
  const auto reply = pushReplyFrom(kResults);
  ASSERT_TRUE(reply.ok());
  EXPECT_EQ(reply->from, 6);
  EXPECT_EQ(reply->head, 9);
  EXPECT_EQ(reply->digest, (SyncDigest{2, 0x9f03000000000001}));
  ASSERT_THAT(reply->results, SizeIs(5));
  EXPECT_THAT(reply->results[0].versions, ElementsAre(7));
  EXPECT_THAT(reply->results[3].versions, ElementsAre(8, 9));
  EXPECT_EQ(reply->results[0].state, MutationState::Applied);
  EXPECT_THAT(reply->results[0].etags, ElementsAre(R"({"params":"1"})"));
  EXPECT_TRUE(reply->results[1].duplicate);
  EXPECT_EQ(reply->results[1].state, MutationState::Gone);
  EXPECT_EQ(reply->results[2].code, "forbidden");
  EXPECT_THAT(reply->results[3].etags, ElementsAre(R"({"tools":"2"})", "{}"));
  EXPECT_EQ(reply->results[4].state, MutationState::Unknown);
}

// Of an answer that was cut nothing may be used: a page without its end would pass for whole.
TEST(SyncMessage, cutAnywhere_isNoAnswer) {
  for (std::size_t length = 0; length < kPage.size(); ++length)
    EXPECT_FALSE(pullReplyFrom(kPage.substr(0, length)).ok()) << length;
  for (std::size_t length = 0; length < kResults.size(); ++length)
    EXPECT_FALSE(pushReplyFrom(kResults.substr(0, length)).ok()) << length;
}

TEST(SyncMessage, whatIsNoAnswer_isBadResponse) {
  const std::string wrong[] = {"",
                               "null",
                               "[]",
                               "{}",
                               "<html></html>",
                               R"({"error":"resync"})",
                               kPage + "x",
                               R"({"epoch":"e","from":5,"to":3,"head":9,"complete":true,"rows":[]})",
                               R"({"epoch":"e","from":0,"to":3,"head":2,"complete":true,"rows":[]})",
                               R"({"epoch":"e","from":0,"to":0,"head":0,"complete":true,"rows":[{}]})",
                               R"({"epoch":"e","from":0,"to":0,"head":0,"rows":[]})"};
  for (const auto& json : wrong) {
    const auto page = pullReplyFrom(json);
    ASSERT_FALSE(page.ok()) << json;
    EXPECT_EQ(page.error().code, base::ErrorCode::BadResponse);
    EXPECT_FALSE(pushReplyFrom(json).ok()) << json;
  }
}

TEST(SyncMessage, refusal_isReadWhereThereIsOne) {
  const auto refusal = refusalFrom(R"({"error":"gap","expect_n":7})");
  ASSERT_TRUE(refusal.has_value());
  EXPECT_EQ(refusal->error, "gap");
  EXPECT_EQ(refusal->expected, 7);
  EXPECT_EQ(refusalFrom(R"({"error":"resync","reason":"epoch_changed"})")->reason, "epoch_changed");
  for (const auto* json : {"", "[]", "{}", R"({"error":5})", R"({"error":"gap")", "<html>"})
    EXPECT_FALSE(refusalFrom(json).has_value()) << json;
}

TEST(SyncMessage, request_saysWhatIsKnown) {
  const PullRequest request{
      .client = *base::Uuid::parse(kId), .cursor = 7, .floor = 3, .limit = 10, .least = 9};
  EXPECT_THAT(toJson(request), HasSubstr(R"("epoch":null,"cursor":7,"floor":3,"limit":10,"min_version":9})"));
}

TEST(SyncMessage, request_forOwnRowsBrief_saysSo) {
  EXPECT_THAT(toJson(PullRequest{.ownBrief = true}), HasSubstr(R"("min_version":0,"own":"brief"})"));
}

TEST(SyncMessage, rowOfOwnMaking_isItsVersionAlone) {
  const auto json = R"({"t":"agent","id":")" + std::string(kId) + R"(","v":7,"own":true})";
  const auto row = rowFrom(json);
  ASSERT_TRUE(row.ok());
  EXPECT_TRUE(row->own);
  EXPECT_EQ(row->version, 7);
  EXPECT_EQ(toJson(*row), json);
}

TEST(SyncMessage, rowThatIsNotOwn_needsItsFields) {
  EXPECT_FALSE(rowFrom(R"({"t":"agent","id":")" + std::string(kId) + R"(","v":7,"own":false})").ok());
}

RC_GTEST_PROP(SyncMessage, row_comesBackAsItWas,
              (const std::string& name, std::uint16_t version, bool deleted)) {
  std::string escaped;
  for (const char c : name) escaped += c >= ' ' && c < 127 && c != '"' && c != '\\' ? c : '.';
  SyncRow row{.type = "agent", .id = *base::Uuid::parse(kId), .version = version + 1, .deleted = deleted};
  row.by = row.id;
  row.at = "2026-11-23T06:40:00Z";
  if (!deleted) {
    row.fields = R"({"name":")" + escaped + "\"}";
    row.etags = R"({"params":"1"})";
  }
  const auto back = rowFrom(toJson(row));
  RC_ASSERT(back.ok());
  RC_ASSERT(back->type == row.type && back->id == row.id && back->version == row.version);
  RC_ASSERT(back->deleted == row.deleted && back->fields == row.fields && back->etags == row.etags);
  RC_ASSERT(back->by == row.by && back->at == row.at);
}

TEST(SyncMessage, rowHash_isThatOfTheServer) {
  // SELECT sync.row_hash('0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31', 42): the first eight bytes of SHA-256
  EXPECT_EQ(rowHash(*base::Uuid::parse(kId), 42), 0xacca6a3b7635c959u);
}

TEST(PageHead, rowsThatComeLast_areNotRead) {
  const auto head = pageHeadFrom(
      R"({"epoch" : "e", "from" : 3, "to" : 5, "head" : 9, "floor" : 1, "complete" : false, "rows" : [{"broken)");
  ASSERT_TRUE(head.has_value());
  EXPECT_EQ(head->epoch, "e");
  EXPECT_EQ(head->to, 5);
  EXPECT_EQ(head->head, 9);
  EXPECT_FALSE(head->complete);
  EXPECT_FALSE(
      pageHeadFrom(R"({"rows" : [], "epoch" : "e", "from" : 3, "to" : 5, "head" : 9, "complete" : true})"));
  EXPECT_FALSE(pageHeadFrom("<html>"));
  EXPECT_FALSE(pageHeadFrom(std::string(5'000, ' ') + R"({"rows" : []})"));
}

}  // namespace
}  // namespace aiagent::wire
