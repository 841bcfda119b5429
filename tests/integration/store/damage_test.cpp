// Damaged files: moved away, never deleted, and what can be read is in the new one.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <set>

#include "core/store/agent_index.h"
#include "core/store/agent_repository.h"
#include "core/store/connection.h"
#include "core/store/run_repository.h"
#include "core/store/settings_repository.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Milliseconds;
using test::named;
using test::TempStore;

constexpr std::size_t kPage = 4096;
constexpr int kAgents = 400;

std::string bytesOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Overwrites pages [first, first + count) with rubbish.
void spoilPages(const fs::path& path, std::size_t first, std::size_t count = 1) {
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(static_cast<std::streamoff>(first * kPage));
  const std::string rubbish(kPage * count, '\xA5');
  file.write(rubbish.data(), static_cast<std::streamsize>(rubbish.size()));
}

// The page (from 0) that holds `text`.
std::size_t pageWith(const fs::path& path, const std::string& text) {
  const auto at = bytesOf(path).find(text);
  EXPECT_NE(at, std::string::npos) << text;
  return at / kPage;
}

class StoreDamage : public testing::Test {
 protected:
  StoreDamage() {
    std::vector<domain::AgentContent> contents;
    for (int i = 0; i < kAgents; ++i) {
      contents.push_back(named("Agent " + std::to_string(i)));
      contents.back().prompt = "prompt-of-" + std::to_string(i) + "-" + std::string(700, 'p');
      contents.back().tags = {"t"};
    }
    EXPECT_TRUE(store.write([&](Connection& c) { return importAgents(c, contents); }).ok());
    EXPECT_TRUE(store.write([](Connection& c) { return saveSetting(c, "theme", "dark"); }).ok());
    const auto first = *store.write([](Connection& c) { return findAgent(c, "Agent 0"); });
    const domain::AgentDraft draft{
        .agent = first.id, .content = named("draft"), .baseRevision = 1, .saved = {}};
    EXPECT_TRUE(store.write([&](Connection& c) { return saveDraft(c, draft); }).ok());
    const auto run = test::smallRun(store.ids(), store.clock().wallNow(), "question", "answer");
    EXPECT_TRUE(store.write([&](Connection& c) { return insertRun(c, run); }).ok());
    waitForIndex();
    store.close();
    whole = bytesOf(store.database());
  }
  void waitForIndex() {
    for (int i = 0; i < 4'000 && store->indexing(); ++i) std::this_thread::sleep_for(Milliseconds(5));
  }
  // The header, and where the definition of a table is.
  void spoilTableList() {
    spoilPages(store.database(), pageWith(store.database(), "CREATE TABLE agent_body("));
    spoilPages(store.database(), 0);
  }
  std::int64_t agents() { return test::rowsIn(store, "agent"); }

  TempStore store;
  std::string whole;  // the sound file
};

// The first page holds the header and the root of the list of tables; all the rest can still be read.
TEST_F(StoreDamage, unreadableFirstPage_losesNothing) {
  for (const char rubbish : {'\xA5', '\0'}) {
    std::ofstream(store.database(), std::ios::binary | std::ios::trunc) << whole;
    std::fstream(store.database(), std::ios::binary | std::ios::in | std::ios::out)
        << std::string(kPage, rubbish);
    ASSERT_TRUE(store.reopen()) << store.openError().detail;
    const auto report = store->openReport();
    EXPECT_EQ(report.damagedFile.filename().string().rfind("profile.db.corrupt-", 0), 0u);
    EXPECT_EQ(bytesOf(report.damagedFile).substr(kPage), whole.substr(kPage));
    EXPECT_FALSE(fs::exists(report.damagedFile.string() + ".mended"));
    EXPECT_EQ(report.salvagedRecords, kAgents + 3);
    EXPECT_EQ(report.lostRecords, 0);
    EXPECT_EQ(agents(), kAgents);
    const auto agent = store.read([](Connection& c) { return findAgent(c, "Agent 200"); });
    EXPECT_EQ(agent->content.prompt.rfind("prompt-of-200-", 0), 0u);
    EXPECT_TRUE(store->checkAndWait().ok());
    store.close();
    fs::remove(report.damagedFile);
  }
}

TEST_F(StoreDamage, unreadableFirstPageAndOthers_areSalvagedAround) {
  spoilPages(store.database(), 0);
  spoilPages(store.database(), pageWith(store.database(), "prompt-of-200-"));
  ASSERT_TRUE(store.reopen()) << store.openError().detail;
  EXPECT_EQ(agents(), kAgents);
  EXPECT_GT(store->openReport().lostRecords, 0);
  EXPECT_LT(store->openReport().lostRecords, 10);
  EXPECT_TRUE(store->checkAndWait().ok());
}

// Another list of tables than this program's: its rows would be taken for others.
TEST_F(StoreDamage, unreadableFirstPage_ofAnotherSchema_isNotGuessedAt) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(store.database().c_str(), &handle), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(handle, "CREATE TABLE more(x); PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr,
                         nullptr),
            SQLITE_OK);
  sqlite3_close(handle);
  spoilPages(store.database(), 0);
  ASSERT_TRUE(store.reopen()) << store.openError().detail;
  EXPECT_TRUE(fs::exists(store->openReport().damagedFile));
  EXPECT_EQ(agents(), 0);
}

TEST_F(StoreDamage, unreadableTableList_isMovedAwayAndTheNewestBackupTakesItsPlace) {
  ASSERT_TRUE(store.reopen());
  ASSERT_TRUE(store->backUpAndWait({}).ok());
  ASSERT_TRUE(store.write([](Connection& c) { return insertAgent(c, named("after the backup")); }).ok());
  store.close();
  spoilTableList();
  const auto spoilt = bytesOf(store.database());
  ASSERT_TRUE(store.reopen()) << store.openError().detail;
  const auto report = store->openReport();
  EXPECT_EQ(report.damagedFile.filename().string().rfind("profile.db.corrupt-", 0), 0u);
  EXPECT_EQ(bytesOf(report.damagedFile), spoilt);
  EXPECT_EQ(agents(), kAgents);
  EXPECT_EQ(report.salvagedRecords, kAgents + 3);
  EXPECT_TRUE(store->checkAndWait().ok());
}

TEST_F(StoreDamage, unreadableTableListWithoutBackup_startsAfreshAndKeepsTheFile) {
  spoilTableList();
  ASSERT_TRUE(store.reopen());
  EXPECT_TRUE(fs::exists(store->openReport().damagedFile));
  EXPECT_EQ(store->openReport().salvagedRecords, 0);
  EXPECT_EQ(agents(), 0);
  EXPECT_TRUE(store.write([](Connection& c) { return insertAgent(c, named("x")); }).ok());
}

TEST_F(StoreDamage, aFileThatIsNoDatabase_isKeptToo) {
  std::ofstream(store.database(), std::ios::trunc)
      << "not a database, but somebody's notes: " << std::string(9'000, 'n');
  ASSERT_TRUE(store.reopen());
  EXPECT_NE(bytesOf(store->openReport().damagedFile).find("somebody's notes"), std::string::npos);
}

TEST_F(StoreDamage, badPageMetInUse_isSalvagedAroundAtTheNextStart) {
  spoilPages(store.database(), pageWith(store.database(), "prompt-of-200-"));
  ASSERT_TRUE(store.reopen());
  EXPECT_TRUE(store->openReport().damagedFile.empty());  // not met yet
  const auto met = store.read([](Connection& c) { return findAgent(c, "Agent 200"); });
  ASSERT_FALSE(met.ok());
  EXPECT_EQ(met.error().code, ErrorCode::StorageDamaged);
  EXPECT_TRUE(store.read([](Connection& c) { return findAgent(c, "Agent 3"); }).ok());

  ASSERT_TRUE(store.reopen());
  const auto report = store->openReport();
  EXPECT_TRUE(fs::exists(report.damagedFile));
  EXPECT_GT(report.lostRecords, 0);
  EXPECT_LT(report.lostRecords, 10);
  EXPECT_EQ(agents(), kAgents);  // names and all, even where the prompt is gone
  EXPECT_TRUE(store->checkAndWait().ok());
  int prompts = 0;
  for (int i = 0; i < kAgents; ++i) {
    const auto agent = store.read([&](Connection& c) { return findAgent(c, "Agent " + std::to_string(i)); });
    ASSERT_TRUE(agent.ok()) << i;
    prompts += agent->content.prompt.rfind("prompt-of-" + std::to_string(i) + "-", 0) == 0;
  }
  EXPECT_EQ(prompts, kAgents - report.lostRecords);
  waitForIndex();
  EXPECT_EQ(store.read([](Connection& c) { return listAgents(c, {.search = "prompt of 7"}); })->rows.size(),
            11u);
  EXPECT_TRUE(store.read([](Connection& c) { return loadSetting(c, "theme"); })->has_value());
  EXPECT_EQ(test::rowsIn(store, "run"), 1);
  EXPECT_EQ(test::rowsIn(store, "agent_draft"), 1);
}

TEST_F(StoreDamage, goodPagesBetweenBadOnes_areFound) {
  for (const char* text : {"prompt-of-50-", "prompt-of-150-", "prompt-of-250-", "prompt-of-350-"})
    spoilPages(store.database(), pageWith(store.database(), text));
  ASSERT_TRUE(store.reopen());
  ASSERT_FALSE(store->checkAndWait().ok());  // leaves the mark
  ASSERT_TRUE(store.reopen());
  EXPECT_GT(store->openReport().lostRecords, 3);
  EXPECT_LT(store->openReport().lostRecords, 30);
  EXPECT_EQ(test::askInteger(store, "SELECT count(*) FROM agent_body WHERE prompt <> ''"),
            kAgents - store->openReport().lostRecords);
}

// Whatever page goes, the profile opens, either as it is or salvaged, and can be written to. Rows cannot be
// found any more where the page goes that a table's tree begins with; a daily backup is for that.
TEST_F(StoreDamage, anyPageMayGo) {
  const std::size_t pages = whole.size() / kPage;
  ASSERT_TRUE(store.reopen());
  std::set<std::size_t> roots;
  for (std::size_t page = 1; page < 200; ++page)
    if (test::askInteger(store, "SELECT count(*) FROM sqlite_schema WHERE type='table' AND rootpage=" +
                                    std::to_string(page + 1)) > 0)
      roots.insert(page);
  store.close();
  for (std::size_t page = 1; page < pages; page += 1 + pages / 40) {
    std::ofstream(store.database(), std::ios::binary | std::ios::trunc) << whole;
    fs::remove(store.database().string() + "-wal");
    fs::remove(store.database().string() + "-shm");
    spoilPages(store.database(), page);
    ASSERT_TRUE(store.reopen()) << "page " << page << ": " << store.openError().detail;
    const bool sound = store->checkAndWait().ok();
    ASSERT_TRUE(sound || store.reopen()) << "page " << page << ": " << store.openError().detail;
    EXPECT_TRUE(store->checkAndWait().ok()) << "page " << page;
    EXPECT_GE(agents(), roots.contains(page) ? 0 : kAgents - 80) << "page " << page;
    EXPECT_TRUE(store.write([](Connection& c) { return insertAgent(c, named("x")); }).ok())
        << "page " << page;
    store.close();
  }
}

TEST_F(StoreDamage, damageWhileAnotherProgramHasTheProfile_isLeftForLater) {
  ASSERT_TRUE(store.reopen());
  std::ofstream(store.profile() / "profile.db.damaged") << "x";
  TempStore second(store.profile());
  EXPECT_TRUE(second.isOpen());
  EXPECT_TRUE(second->openReport().damagedFile.empty());
  EXPECT_TRUE(fs::exists(store.profile() / "profile.db.damaged"));
}

TEST_F(StoreDamage, spoiltSearchIndex_isRebuiltWithoutTouchingTheRecords) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(store.database().c_str(), &handle), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(handle, "UPDATE agent_text_index_data SET block = x'00112233' WHERE id > 10",
                         nullptr, nullptr, nullptr),
            SQLITE_OK)
      << sqlite3_errmsg(handle);
  sqlite3_close(handle);
  ASSERT_TRUE(store.reopen());
  const auto search = [&] {
    return store.read([](Connection& c) { return listAgents(c, {.search = "prompt of 77"}); });
  };
  const auto broken = search();
  ASSERT_FALSE(broken.ok());
  EXPECT_EQ(broken.error().code, ErrorCode::StorageFailed);
  std::this_thread::sleep_for(Milliseconds(100));
  waitForIndex();
  const auto mended = search();
  ASSERT_TRUE(mended.ok());
  EXPECT_EQ(mended->rows.size(), 1u);
  ASSERT_TRUE(store.reopen());
  EXPECT_TRUE(store->openReport().damagedFile.empty());
}

}  // namespace
}  // namespace aiagent::store
