#include "core/store/opening.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

#include "core/store/agent_repository.h"
#include "core/store/backup.h"
#include "core/store/migrations.h"
#include "core/store/sql.h"
#include "core/store/version_repository.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Milliseconds;
using test::named;
using test::TempStore;

std::string bytesOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void executeRaw(const fs::path& file, const char* sql) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &handle), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
  sqlite3_close(handle);
}

std::int64_t askRaw(const fs::path& file, const char* sql) {
  sqlite3* handle = nullptr;
  sqlite3_stmt* statement = nullptr;
  sqlite3_open(file.c_str(), &handle);
  sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
  const std::int64_t answer = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
  sqlite3_finalize(statement);
  sqlite3_close(handle);
  return answer;
}

TEST(Opening, newerProfile_isRefusedAndNotTouched) {
  TempStore store;
  ASSERT_TRUE(store.write([](Connection& c) { return insertAgent(c, named("x")); }).ok());
  store.close();
  executeRaw(store.database(), "PRAGMA user_version=99");
  const auto before = bytesOf(store.database());
  EXPECT_FALSE(store.reopen());
  EXPECT_EQ(store.openError().code, ErrorCode::StorageNewer);
  EXPECT_EQ(bytesOf(store.database()), before);
}

TEST(Opening, newerSchemaThatIsStillInTheWal_isRefusedToo) {
  TempStore store;
  store.close();
  sqlite3* newer = nullptr;
  ASSERT_EQ(sqlite3_open(store.database().c_str(), &newer), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(newer, "PRAGMA user_version=99", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto before = bytesOf(store.database());
  const auto wal = bytesOf(store.database().string() + "-wal");
  ASSERT_FALSE(wal.empty());
  EXPECT_FALSE(store.reopen());
  EXPECT_EQ(store.openError().code, ErrorCode::StorageNewer);
  EXPECT_EQ(bytesOf(store.database()), before);
  EXPECT_EQ(bytesOf(store.database().string() + "-wal"), wal);
  sqlite3_close(newer);
}

class Migrating : public testing::Test {
 protected:
  StoreOptions options() {
    StoreOptions options;
    options.profile = store.profile();
    options.clock = &store.clock();
    options.ids = &store.ids();
    return options;
  }
  base::Result<OpenedProfile> openWith(std::string sql) {
    store.close();
    auto steps = migrations();
    steps.push_back({steps.back().number + 1, "test", std::move(sql)});
    return openProfile(options(), steps);
  }
  void executeFirstSchema() {
    auto opened = std::make_unique<Connection>(ConnectionOptions{
        .file = store.database(), .clock = &store.clock(), .ids = &store.ids(), .create = true});
    opened->execute(migrations().front().sql.c_str());
  }
  TempStore store;
};

TEST_F(Migrating, existingProfile_isCopiedThenBroughtUp) {
  ASSERT_TRUE(store.write([](Connection& c) { return insertAgent(c, named("x")); }).ok());
  auto opened =
      openWith("CREATE TABLE later(a INTEGER) STRICT; INSERT INTO later SELECT count(*) FROM agent;");
  ASSERT_TRUE(opened.ok()) << opened.error().detail;
  EXPECT_EQ(opened->report.migratedFrom, newestSchema());
  EXPECT_EQ(integerOf(*opened->writer, "PRAGMA user_version"), newestSchema() + 1);
  EXPECT_EQ(integerOf(*opened->writer, "SELECT a FROM later"), 1);
  const auto copy = opened->report.copyBeforeMigration;
  ASSERT_TRUE(fs::exists(copy));
  EXPECT_EQ(askRaw(copy, "PRAGMA user_version"), newestSchema());
  EXPECT_EQ(askRaw(copy, "SELECT count(*) FROM agent"), 1);
}

// A profile of the first release, with an agent, its draft and a run, opened by this program.
TEST_F(Migrating, profileOfTheFirstSchema_keepsEverythingAndGetsVersions) {
  store.close();
  fs::remove_all(store.profile());
  fs::create_directories(store.profile());
  executeRaw(store.database(), ("PRAGMA application_id=" + std::to_string(kApplicationId) +
                                ";PRAGMA user_version=1;PRAGMA journal_mode=wal;")
                                   .c_str());
  executeFirstSchema();
  executeRaw(store.database(),
             "INSERT INTO agent VALUES(1, x'0193f0a27c4e7d3a9b1c5f2e8a6d4c31', 0, 3, 10, 20, NULL, NULL, "
             "'Old', 'old', 'm', 'd');"
             "INSERT INTO agent_body VALUES(1, '', '', 'You sort {{things}}.');"
             "INSERT INTO snapshot VALUES(1, 'Old', 'd', 'm', '', '', 'Edited');"
             "INSERT INTO agent_draft VALUES(1, 1, 3, 30);");
  ASSERT_TRUE(store.reopen());
  const auto id = *domain::AgentId::parse("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31");
  const auto draft = store.read([&](Connection& c) { return loadDraft(c, id); });
  ASSERT_TRUE(draft.ok() && draft->has_value());
  EXPECT_EQ((*draft)->content.prompt, "Edited");
  const auto head = store.write([&](Connection& c) { return headVersion(c, id); });
  ASSERT_TRUE(head.ok());
  EXPECT_EQ(head->number, 1);
  EXPECT_EQ(head->content.prompt, "You sort {{things}}.");
  EXPECT_EQ(store.read([&](Connection& c) { return loadAgent(c, id); })->headVersion, head->id);
}

TEST_F(Migrating, brokenStep_leavesTheOldSchemaWhole) {
  const auto opened = openWith("CREATE TABLE later(a INTEGER) STRICT; INSERT INTO nowhere VALUES(1);");
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, ErrorCode::StorageFailed);
  EXPECT_EQ(askRaw(store.database(), "PRAGMA user_version"), newestSchema());
  EXPECT_EQ(askRaw(store.database(), "SELECT count(*) FROM sqlite_schema WHERE name='later'"), 0);
  EXPECT_TRUE(store.reopen());
}

TEST_F(Migrating, freshProfile_makesNoCopy) {
  store.close();
  fs::remove_all(store.profile());
  const auto opened = openProfile(options());
  ASSERT_TRUE(opened.ok());
  EXPECT_TRUE(opened->report.created);
  EXPECT_EQ(opened->report.migratedFrom, 0);
  EXPECT_TRUE(opened->report.copyBeforeMigration.empty());
}

TEST(Opening, schema_declaresWhoseItIsAndIsStrict) {
  TempStore store;
  EXPECT_EQ(test::askInteger(store, "PRAGMA application_id"), kApplicationId);
  EXPECT_EQ(test::askInteger(store, "PRAGMA user_version"), migrations().back().number);
  EXPECT_EQ(test::askInteger(store, "PRAGMA synchronous"), 2);
  EXPECT_EQ(test::askInteger(store, "PRAGMA foreign_keys"), 1);
  EXPECT_EQ(test::askInteger(store, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
  EXPECT_EQ(test::askInteger(store,
                             "SELECT count(*) FROM pragma_table_list WHERE schema='main' AND type='table' "
                             "AND NOT strict AND name NOT LIKE 'sqlite%'"),
            0);
}

TEST(Migrations, areNumberedInOrder) {
  int expected = 0;
  for (const auto& step : migrations()) EXPECT_EQ(step.number, ++expected);
}

TEST(Backups, areVerifiedCopiesAndOnlyThreeAutomaticOnesStay) {
  TempStore store;
  ASSERT_TRUE(store.write([](Connection& c) { return insertAgent(c, named("kept")); }).ok());
  std::vector<fs::path> made;
  for (int i = 0; i < 5; ++i) {
    store.clock().advance(std::chrono::hours(24));
    const auto file = store->backUpAndWait({});
    ASSERT_TRUE(file.ok()) << file.error().detail;
    EXPECT_EQ(askRaw(*file, "SELECT count(*) FROM agent"), 1);
    made.push_back(*file);
  }
  const ProfilePaths paths{store.profile()};
  EXPECT_EQ(automaticBackups(paths), (std::vector<fs::path>{made[4], made[3], made[2]}));
}

TEST(Backups, unfinishedCopiesOfLongAgo_areRemoved) {
  TempStore store;
  const ProfilePaths paths{store.profile()};
  fs::create_directories(paths.backups());
  const auto stale = paths.backups() / "auto-1.db.part";
  const auto going = paths.backups() / "auto-2.db.part";
  std::ofstream(stale) << "x";
  std::ofstream(going) << "x";
  fs::last_write_time(stale, fs::file_time_type::clock::now() - std::chrono::hours(25));
  ASSERT_TRUE(store->backUpAndWait({}).ok());
  EXPECT_FALSE(fs::exists(stale));
  EXPECT_TRUE(fs::exists(going));
}

TEST(Backups, canBeWrittenAnywhereButNotOverAFile) {
  TempStore store;
  test::TempFolder folder;
  const auto target = folder / "sub/my copy.db";
  EXPECT_TRUE(store->backUpAndWait(target).ok());
  EXPECT_EQ(askRaw(target, "PRAGMA user_version"), newestSchema());
  EXPECT_EQ(store->backUpAndWait(target).error().code, ErrorCode::InvalidInput);
  std::ofstream(folder / "file") << "x";
  EXPECT_FALSE(store->backUpAndWait(folder / "file/copy.db").ok());
  bool done = false;
  store->backUp({}, [&](const base::Result<fs::path>& file) { done = file.ok(); });
  EXPECT_TRUE(store.mailbox().pumpUntil([&] { return done; }));
}

TEST(Backups, areMadeByThemselvesOnceADay) {
  TempStore store([](StoreOptions& options) { options.maintenanceAfter = Milliseconds(0); });
  const ProfilePaths paths{store.profile()};
  std::this_thread::sleep_for(Milliseconds(100));
  EXPECT_TRUE(automaticBackups(paths).empty());  // made today
  const auto reopenAfter = [&](std::chrono::hours wait) {
    store.clock().advance(wait);
    EXPECT_TRUE(store.reopen());
  };
  const auto waitFor = [&](std::size_t count) {
    for (int i = 0; i < 2'000 && automaticBackups(paths).size() < count; ++i)
      std::this_thread::sleep_for(Milliseconds(5));
    EXPECT_EQ(automaticBackups(paths).size(), count);
  };
  reopenAfter(std::chrono::hours(25));
  waitFor(1);
  reopenAfter(std::chrono::hours(2));
  std::this_thread::sleep_for(Milliseconds(200));  // time enough for one that must not come
  waitFor(1);
  reopenAfter(std::chrono::hours(23));
  waitFor(2);
}

TEST(Store, check_saysWhetherTheFileIsSound) {
  TempStore store;
  EXPECT_TRUE(store->checkAndWait().ok());
}

}  // namespace
}  // namespace aiagent::store
