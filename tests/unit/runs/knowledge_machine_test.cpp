#include "core/runs/knowledge_machine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aiagent::runs {
namespace {

using domain::KnowledgeFile;
using domain::KnowledgeUse;
using ::testing::ElementsAre;

KnowledgeFile file(const std::string& name, std::int64_t bytes = 10,
                   KnowledgeUse use = KnowledgeUse::InputFile) {
  return {name, "text/plain", std::string(63, '0') + name.back(), bytes, use};
}

// What the machine wants, in words: "upload a", "check file-1", "make 2", "poll 500", "ready file-1 / vs-1".
std::string words(const std::vector<KnowledgeAction>& actions) {
  std::string text;
  for (const auto& action : actions) {
    text += text.empty() ? "" : ", ";
    if (const auto* check = std::get_if<CheckFile>(&action)) text += "check " + check->id;
    if (const auto* upload = std::get_if<UploadFile>(&action))
      text += "upload " + upload->file.name + " " + std::to_string(upload->number) + "/" +
              std::to_string(upload->of);
    if (const auto* gone = std::get_if<ForgetFile>(&action)) text += "forget " + gone->id;
    if (const auto* asked = std::get_if<CheckStore>(&action)) text += "store " + asked->id;
    if (const auto* make = std::get_if<MakeStore>(&action)) {
      text += "make";
      for (const auto& id : make->files) text += " " + id;
    }
    if (const auto* goneStore = std::get_if<ForgetStore>(&action)) text += "forget " + goneStore->id;
    if (const auto* poll = std::get_if<Poll>(&action)) text += "poll " + std::to_string(poll->after.count());
    if (const auto* indexing = std::get_if<TellIndexing>(&action))
      text += "indexing " + std::to_string(indexing->done) + "/" + std::to_string(indexing->of);
    if (const auto* ready = std::get_if<KnowledgeReady>(&action)) {
      text += "ready";
      for (const auto& id : ready->named) text += " " + id;
      text += " / " + ready->store;
    }
    if (const auto* failed = std::get_if<KnowledgeFailed>(&action))
      text += "failed " + std::string(base::toWord(failed->error.code));
  }
  return text;
}

class Driver {
 public:
  explicit Driver(KnowledgePlan plan) : m_machine(std::move(plan)) {}
  std::string start() { return words(m_machine.start(m_now)); }
  std::string on(const KnowledgeEvent& event) { return words(m_machine.on(event, m_now)); }
  void pass(base::Milliseconds time) { m_now += time; }

 private:
  KnowledgeMachine m_machine;
  base::Instant m_now{};
};

TEST(NeedsOf, files_areSplitBySizeAndUse) {
  const auto needs = needsOf({file("a", kLargestInline), file("b", kLargestInline + 1),
                              file("c", 10, KnowledgeUse::FileSearch), file("d", kLargestInline),
                              file("e", kLargestInline), file("f", kLargestInline), file("g", 1)});
  EXPECT_EQ(needs.inlined.size(), 4u);
  EXPECT_THAT(needs.byId, ElementsAre(file("b", kLargestInline + 1), file("g", 1))) << "beyond 4 MiB in all";
  EXPECT_EQ(needs.searched.size(), 1u);
}

TEST(SearchedHash, isOfTheFilesInWhateverOrder) {
  EXPECT_EQ(searchedHash({file("a"), file("b")}), searchedHash({file("b"), file("a"), file("b")}));
  EXPECT_NE(searchedHash({file("a")}), searchedHash({file("b")}));
}

TEST(KnowledgeMachine, nothingToDo_isReadyAtOnce) {
  EXPECT_EQ(Driver({}).start(), "ready / ");
}

TEST(KnowledgeMachine, namedFiles_areUploadedOneAfterTheOther) {
  Driver driver({.named = {{file("a"), ""}, {file("b"), ""}}, .searched = {}, .knownStore = {}});
  EXPECT_EQ(driver.start(), "upload a 1/2");
  EXPECT_EQ(driver.on(FileUploaded{"file-1"}), "upload b 2/2");
  EXPECT_EQ(driver.on(FileUploaded{"file-2"}), "ready file-1 file-2 / ");
  EXPECT_EQ(driver.on(FileUploaded{"file-3"}), "");
}

TEST(KnowledgeMachine, knownFile_isCheckedAndUsedAgain) {
  Driver driver({.named = {{file("a"), "file-1"}}, .searched = {}, .knownStore = {}});
  EXPECT_EQ(driver.start(), "check file-1");
  EXPECT_EQ(driver.on(FileThere{}), "ready file-1 / ");
}

TEST(KnowledgeMachine, knownFileThatIsGone_isUploadedAgainOnce) {
  Driver driver({.named = {{file("a"), "file-1"}}, .searched = {}, .knownStore = {}});
  driver.start();
  EXPECT_EQ(driver.on(NotThere{}), "forget file-1, upload a 1/1");
  EXPECT_EQ(driver.on(FileUploaded{"file-2"}), "ready file-2 / ");
}

TEST(KnowledgeMachine, uploadWithoutSuchAnAddress_fails) {
  Driver driver({.named = {{file("a"), ""}}, .searched = {}, .knownStore = {}});
  driver.start();
  EXPECT_EQ(driver.on(NotThere{}), "failed request_rejected");
}

TEST(KnowledgeMachine, searchedFiles_comeIntoAStoreThatIsWaitedFor) {
  Driver driver({.named = {}, .searched = {{file("b"), ""}, {file("a"), ""}}, .knownStore = {}});
  EXPECT_EQ(driver.start(), "upload b 1/2");
  driver.on(FileUploaded{"file-b"});
  EXPECT_EQ(driver.on(FileUploaded{"file-a"}), "make file-a file-b");
  EXPECT_EQ(driver.on(StoreTold{"vs-1", "in_progress", 0, 0}), "indexing 0/2, poll 500");
  EXPECT_EQ(driver.on(PollTimerFired{}), "store vs-1");
  EXPECT_EQ(driver.on(StoreTold{"vs-1", "in_progress", 1, 0}), "indexing 1/2, poll 750");
  EXPECT_EQ(driver.on(PollTimerFired{}), "store vs-1");
  EXPECT_EQ(driver.on(StoreTold{"vs-1", "completed", 2, 0}), "ready / vs-1");
}

TEST(KnowledgeMachine, knownStoreThatIsWhole_needsNoFile) {
  Driver driver({.named = {}, .searched = {{file("a"), "file-1"}}, .knownStore = "vs-1"});
  EXPECT_EQ(driver.start(), "store vs-1");
  EXPECT_EQ(driver.on(StoreTold{"vs-1", "completed", 1, 0}), "ready / vs-1");
}

TEST(KnowledgeMachine, knownStoreThatIsGoneOrExpired_isMadeAgain) {
  for (const KnowledgeEvent& event :
       {KnowledgeEvent(NotThere{}), KnowledgeEvent(StoreTold{"vs-1", "expired", 1, 0}),
        KnowledgeEvent(StoreTold{"vs-1", "completed", 0, 0})}) {
    Driver driver({.named = {}, .searched = {{file("a"), "file-1"}}, .knownStore = "vs-1"});
    driver.start();
    EXPECT_EQ(driver.on(event), "forget vs-1, check file-1");
    EXPECT_EQ(driver.on(FileThere{}), "make file-1");
    EXPECT_EQ(driver.on(StoreTold{"vs-2", "completed", 1, 0}), "ready / vs-2");
  }
}

TEST(KnowledgeMachine, fileGoneBetweenCheckAndStore_isLookedAtOnceMore) {
  Driver driver({.named = {}, .searched = {{file("a"), "file-1"}}, .knownStore = {}});
  EXPECT_EQ(driver.start(), "check file-1");
  EXPECT_EQ(driver.on(FileThere{}), "make file-1");
  EXPECT_EQ(driver.on(NotThere{}), "check file-1");
  EXPECT_EQ(driver.on(NotThere{}), "forget file-1, upload a 1/1");
  EXPECT_EQ(driver.on(FileUploaded{"file-2"}), "make file-2");
  EXPECT_EQ(driver.on(NotThere{}), "failed request_rejected") << "not for ever";
}

TEST(KnowledgeMachine, storeThatCannotReadAFile_fails) {
  Driver driver({.named = {}, .searched = {{file("a"), "file-1"}}, .knownStore = {}});
  driver.start();
  driver.on(FileThere{});
  EXPECT_EQ(driver.on(StoreTold{"vs-1", "completed", 0, 1}), "failed request_rejected");
}

TEST(KnowledgeMachine, storeThatIsNeverReady_timesOut) {
  Driver driver({.named = {}, .searched = {{file("a"), "file-1"}}, .knownStore = {}});
  driver.start();
  driver.on(FileThere{});
  driver.on(StoreTold{"vs-1", "in_progress", 0, 0});
  driver.pass(std::chrono::minutes(11));
  driver.on(PollTimerFired{});
  EXPECT_EQ(driver.on(StoreTold{"vs-1", "in_progress", 0, 0}), "failed timeout");
}

TEST(KnowledgeMachine, failure_isHandedOn) {
  Driver driver({.named = {{file("a"), ""}}, .searched = {}, .knownStore = {}});
  driver.start();
  EXPECT_EQ(driver.on(StepFailed{{.code = base::ErrorCode::Credentials}}), "failed credentials");
}

TEST(KnowledgeMachine, sameBytesNamedAndSearched_areUploadedOnce) {
  Driver driver({.named = {{file("a"), ""}},
                 .searched = {{file("a", 10, KnowledgeUse::FileSearch), ""}},
                 .knownStore = {}});
  EXPECT_EQ(driver.start(), "upload a 1/1");
  EXPECT_EQ(driver.on(FileUploaded{"file-1"}), "make file-1");
  EXPECT_EQ(driver.on(StoreTold{"vs-1", "completed", 1, 0}), "ready file-1 / vs-1");
}

}  // namespace
}  // namespace aiagent::runs
