#include "core/authoring/generate/improvement.h"

#include <gmock/gmock.h>

#include "core/wire/json_text.h"

namespace aiagent::authoring {
namespace {

using testing::ElementsAre;

constexpr char kBefore[] = "You sort tickets.\nBe nice. Be nice to cats.\nAnswer in one line.\n";

std::string edit(const std::string& find, const std::string& replace, const std::string& reason = "why") {
  return wire::JsonObject().text("find", find).text("replace", replace).text("reason", reason).take();
}
std::string answer(const std::vector<std::string>& edits) {
  wire::JsonArray list;
  for (const auto& one : edits) list.raw(one);
  return wire::JsonObject().raw("edits", list.take()).text("summary", "Shorter.").take();
}

TEST(ReadImprovement, edits_areInTheOrderOfTheText) {
  const auto read =
      readImprovement(kBefore, answer({edit("one line", "two lines"), edit("tickets", "mails")}));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->summary, "Shorter.");
  ASSERT_EQ(read->edits.size(), 2u);
  EXPECT_EQ(read->edits[0], (PromptEdit{9, 16, "mails", "why"}));
  EXPECT_EQ(applied(kBefore, read->edits, {true, true}),
            "You sort mails.\nBe nice. Be nice to cats.\nAnswer in two lines.\n");
  EXPECT_EQ(applied(kBefore, read->edits, {false, true}),
            "You sort tickets.\nBe nice. Be nice to cats.\nAnswer in two lines.\n");
  EXPECT_EQ(applied(kBefore, read->edits, {false, false}), kBefore);
}

TEST(ReadImprovement, whatDoesNotOccurOnce_isToldAndNotGuessed) {
  const auto read =
      readImprovement(kBefore, answer({edit("Be nice", "x"), edit("You sort  tickets", "x"), edit("", "x"),
                                       edit("cats", "cats"), edit("cats", "dogs")}));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->edits.size(), 1u);
  std::vector<EditFault> faults;
  for (const auto& unusable : read->unusable) faults.push_back(unusable.fault);
  EXPECT_THAT(faults, ElementsAre(EditFault::NotUnique, EditFault::NotFound, EditFault::NotFound,
                                  EditFault::NoChange));
}

TEST(ReadImprovement, textThatOverlapsItself_isNotUnique) {
  EXPECT_EQ(readImprovement("aaa", answer({edit("aa", "b")}))->unusable[0].fault, EditFault::NotUnique);
}

TEST(Applied, overlappingEdits_theFirstAcceptedIsTaken) {
  const auto read = readImprovement(
      kBefore, answer({edit("sort tickets", "a"), edit("tickets.\nBe", "b"), edit("cats", "c")}));
  ASSERT_EQ(read->edits.size(), 3u);
  EXPECT_THAT(rivalsOf(read->edits, 0), ElementsAre(1));
  EXPECT_THAT(rivalsOf(read->edits, 2), ElementsAre());
  EXPECT_EQ(applied(kBefore, read->edits, {true, true, false}),
            "You a.\nBe nice. Be nice to cats.\nAnswer in one line.\n");
  EXPECT_EQ(applied(kBefore, read->edits, {false, true, true}),
            "You sort b nice. Be nice to c.\nAnswer in one line.\n");
}

TEST(Applied, hunksSideBySide_bothApply) {
  const std::vector<PromptEdit> edits = {{0, 1, "x", ""}, {1, 2, "", ""}};
  EXPECT_FALSE(overlap(edits[0], edits[1]));
  EXPECT_EQ(applied("abc", edits, {true, true}), "xc");
}

TEST(ReadImprovement, proseAndFences_areReadAround) {
  const auto read = readImprovement(kBefore, "Sure! {\"note\": 1}\n```json\n{\"edits\": [" +
                                                 edit("cats", "dogs") + ",], \"summary\": \"s\"}\n```");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->edits.size(), 1u);
}

TEST(ReadImprovement, noObject_isABadResponse) {
  for (const char* text : {"", "I cannot.", "{\"edits\": 3}", "{\"edits\": [", "{\"name\":\"x\"}"}) {
    const auto read = readImprovement(kBefore, text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, base::ErrorCode::BadResponse);
    EXPECT_EQ(read.error().said, text);
  }
}

}  // namespace
}  // namespace aiagent::authoring
