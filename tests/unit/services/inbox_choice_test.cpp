#include "core/services/inbox_choice.h"

#include <QtTest>

using namespace aiagent;
using domain::AgentContent;
using services::contentFor;
using services::InboxTake;

namespace {

domain::SharedAgent withPrompt(const std::string& prompt) {
  domain::SharedAgent agent;
  agent.content.name = "Triage";
  agent.content.prompt = prompt;
  return agent;
}

store::InboxItem conflict() {
  return {.kind = store::InboxKind::Conflict,
          .reason = "both_changed",
          .base = withPrompt("Sort tickets.\n\nAnswer in a word.\n\nBe polite."),
          .mine = withPrompt("Sort my tickets.\n\nAnswer in two words.\n\nBe polite."),
          .theirs = withPrompt("Sort tickets.\n\nAnswer in three words.\n\nBe polite to all.")};
}

// What the library shows once both have met.
constexpr char kMerged[] = "Sort my tickets.\n\nAnswer in three words.\n\nBe polite to all.";

// "(nothing)": everything stays as it is.
QString promptOf(const std::optional<AgentContent>& content) {
  return content ? QString::fromStdString(content->prompt) : QStringLiteral("(nothing)");
}

AgentContent now(const std::string& prompt) {
  return withPrompt(prompt).content;
}

}  // namespace

class InboxChoiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void mine_isTakenWhereTheyClash_andTheirsStaysElsewhere() {
    const auto taken = contentFor(conflict(), InboxTake::Mine, now(kMerged));
    QCOMPARE(promptOf(taken),
             QString::fromUtf8("Sort my tickets.\n\nAnswer in two words.\n\nBe polite to all."));
  }

  void theirs_overTheMerge_leavesItAsItIs() {
    QVERIFY(!contentFor(conflict(), InboxTake::Theirs, now(kMerged)));
  }

  void mine_whereItStandsAlready_leavesItAsItIs() {
    const auto mine = now("Sort my tickets.\n\nAnswer in two words.\n\nBe polite to all.");
    QVERIFY(!contentFor(conflict(), InboxTake::Mine, mine));
  }

  void eitherSide_overWordsWrittenSince_isTakenWhereTheyClash_andTheOthersStay() {
    const auto since = now("Sort my tickets well.\n\nAnswer in ten words.\n\nBe polite to all.");
    const auto mine = contentFor(conflict(), InboxTake::Mine, since);
    const auto theirs = contentFor(conflict(), InboxTake::Theirs, since);
    QCOMPARE(promptOf(mine),
             QString::fromUtf8("Sort my tickets well.\n\nAnswer in two words.\n\nBe polite to all."));
    QCOMPARE(promptOf(theirs),
             QString::fromUtf8("Sort my tickets well.\n\nAnswer in three words.\n\nBe polite to all."));
    QVERIFY(!contentFor(conflict(), InboxTake::Merged, since));
  }

  void agentThatIsGone_comesBackWithEitherSide() {
    QCOMPARE(promptOf(contentFor(conflict(), InboxTake::Mine, std::nullopt)),
             QString::fromUtf8("Sort my tickets.\n\nAnswer in two words.\n\nBe polite to all."));
    QCOMPARE(promptOf(contentFor(conflict(), InboxTake::Theirs, std::nullopt)), QString::fromUtf8(kMerged));
  }

  void recovered_mineBringsItBack_theirsLetsItGo() {
    const store::InboxItem item{.kind = store::InboxKind::Recovered, .mine = withPrompt("Mine.")};
    QCOMPARE(promptOf(contentFor(item, InboxTake::Mine, std::nullopt)), QString::fromUtf8("Mine."));
    QVERIFY(!contentFor(item, InboxTake::Theirs, std::nullopt));
  }
};

QTEST_GUILESS_MAIN(InboxChoiceTest)
#include "inbox_choice_test.moc"
