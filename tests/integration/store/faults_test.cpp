// What the disk may do to an edit: fail, be full, lose power. After each, the profile opens, is sound and
// holds the old state or the new one.
#include <gtest/gtest.h>

#include "core/store/agent_index.h"
#include "core/store/agent_repository.h"
#include "core/store/connection.h"
#include "core/store/run_repository.h"
#include "core/store/sql_error.h"
#include "tests/integration/store/failing_profile.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using test::fullContent;
using test::named;

domain::AgentContent editedContent() {
  auto content = fullContent();
  content.name = "Edited";
  content.prompt = std::string(20'000, 'e') + " needle";
  content.tags = {"new"};
  return content;
}

class StoreFaults : public FailingProfile {
 protected:
  StoreFaults() {
    TempStore store(original());
    agent = *store.write([](Connection& c) { return insertAgent(c, fullContent()); });
    run = test::smallRun(store.ids(), store.clock().wallNow(), "question", "start");
    EXPECT_TRUE(store.write([&](Connection& c) { return insertRun(c, run); }).ok());
  }

  bool edit(TempStore& store) {
    return store
        .write([&](Connection& c) -> base::Result<void> {
          if (auto end = updateAgent(c, agent.id, editedContent(), 1); !end) return end.error();
          auto longer = run;
          longer.messages[1].parts[0].text = std::string(30'000, 'a');
          return updateRun(c, longer);
        })
        .ok();
  }

  // Old or new, nothing between; and sound.
  void expectWhole(const fs::path& profile, bool acknowledged, const std::string& when) {
    TempStore store(profile);
    ASSERT_TRUE(store.isOpen()) << when << ": " << store.openError().detail;
    EXPECT_TRUE(store->openReport().damagedFile.empty()) << when;
    const auto now = store.read([&](Connection& c) { return loadAgent(c, agent.id); });
    const auto answer = store.read([&](Connection& c) { return loadRun(c, run.id); });
    ASSERT_TRUE(now.ok() && answer.ok()) << when;
    const bool isNew = now->content == editedContent();
    EXPECT_TRUE(isNew || now->content == agent.content) << when << ": a mix";
    EXPECT_EQ(now->revision, isNew ? 2 : 1) << when;
    EXPECT_EQ(answer->messages[1].parts[0].text.size(), isNew ? 30'000u : 5u) << when << ": a mix";
    EXPECT_TRUE(isNew || !acknowledged) << when << ": an acknowledged edit is gone";
    EXPECT_EQ(test::askInteger(store, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1)
        << when;
    const auto found = store.read([](Connection& c) { return listAgents(c, {.search = "needle"}); });
    EXPECT_EQ(found->rows.size(), isNew ? 1u : 0u) << when;
    const auto indexes = store.write([](Connection& c) {
      return guarded([&]() -> base::Result<void> {
        checkIndexes(c);
        return {};
      });
    });
    EXPECT_TRUE(indexes.ok()) << when;
  }

  // Lets every write of the edit and of closing fail in turn.
  int failEveryWriteOfTheEdit(FailingVfs::Fault fault) {
    return failEveryWrite(
        fault, [this](TempStore& store) { return edit(store); },
        [this](const fs::path& profile, bool acknowledged, const std::string& when) {
          expectWhole(profile, acknowledged, when);
        });
  }

  domain::Agent agent;
  domain::RunRecord run;
};

TEST_F(StoreFaults, everyWriteMayFail) {
  const int writes = failEveryWriteOfTheEdit(FailingVfs::Fault::WriteError);
  EXPECT_GT(writes, 10);
  EXPECT_LT(writes, 400);
}

TEST_F(StoreFaults, powerMayGoAtEveryWrite) {
  EXPECT_GT(failEveryWriteOfTheEdit(FailingVfs::Fault::PowerCut), 10);
}

TEST_F(StoreFaults, powerMayGoAndLeaveTornWrites) {
  EXPECT_GT(failEveryWriteOfTheEdit(FailingVfs::Fault::TornPowerCut), 10);
}

TEST_F(StoreFaults, fullDisk_refusesTheEditAndRecoversWithTheSpace) {
  FailingVfs vfs;
  const auto profile = freshCopy();
  {
    TempStore store(profile, on(vfs));
    vfs.failAt(1, FailingVfs::Fault::DiskFull);
    const auto end = store.write([&](Connection& c) { return updateAgent(c, agent.id, editedContent(), 1); });
    ASSERT_FALSE(end.ok());
    EXPECT_EQ(end.error().code, ErrorCode::StorageFull);
    EXPECT_EQ(store.read([&](Connection& c) { return loadAgent(c, agent.id); })->content, agent.content);
    vfs.repair();
    EXPECT_TRUE(edit(store));
  }
  expectWhole(profile, true, "after the disk was full");
}

TEST_F(StoreFaults, fullDiskWhileOpening_isAnErrorAndHarmless) {
  FailingVfs vfs;
  const auto profile = freshCopy();
  vfs.failAt(1, FailingVfs::Fault::DiskFull);
  TempStore store(profile, on(vfs));
  EXPECT_FALSE(store.isOpen());
  EXPECT_EQ(store.openError().code, ErrorCode::StorageFull);
  vfs.restart();
  expectWhole(profile, false, "after opening failed");
}

TEST_F(StoreFaults, creatingAProfile_mayEndAtEveryWrite) {
  for (int n = 1; n < 2'000; n += n < 20 ? 1 : 17) {
    const auto profile = folder / "fresh";
    fs::remove_all(profile);
    FailingVfs vfs;
    vfs.failAt(n, FailingVfs::Fault::PowerCut);
    { TempStore store(profile, on(vfs)); }
    const bool struck = vfs.struck();
    vfs.restart();
    TempStore again(profile);
    ASSERT_TRUE(again.isOpen()) << "operation " << n << ": " << again.openError().detail;
    EXPECT_TRUE(again->openReport().damagedFile.empty()) << "operation " << n;
    EXPECT_TRUE(again.write([](Connection& c) { return insertAgent(c, named("x")); }).ok())
        << "operation " << n;
    if (!struck) return;
  }
  FAIL() << "never came through";
}

}  // namespace
}  // namespace aiagent::store
