#include "core/store/store.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <fstream>

#include "core/store/agent_repository.h"
#include "core/store/connection.h"
#include "core/store/network_share.h"
#include "core/store/run_repository.h"
#include "core/store/settings_repository.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Milliseconds;
using domain::Agent;
using test::named;
using test::TempStore;

Agent insert(TempStore& store, const std::string& name) {
  return *store.write([&](Connection& c) { return insertAgent(c, named(name)); });
}

TEST(Store, freshProfile_isPrivateAndReported) {
  TempStore store;
  EXPECT_TRUE(store->openReport().created);
  EXPECT_FALSE(store->openReport().uncleanExit);
  EXPECT_EQ(fs::status(store.profile()).permissions(), fs::perms::owner_all);
  ASSERT_TRUE(store.reopen());
  EXPECT_FALSE(store->openReport().created);
  EXPECT_FALSE(store->openReport().uncleanExit);
}

TEST(Store, failingJob_leavesNothingBehind) {
  TempStore store;
  const auto end = store.write([](Connection& c) -> base::Result<Agent> {
    if (auto made = insertAgent(c, named("half")); !made) return made;
    return base::Error{.code = ErrorCode::InvalidInput, .detail = "", .subject = "why"};
  });
  EXPECT_EQ(end.error().subject, "why");
  EXPECT_EQ(test::rowsIn(store, "agent"), 0);
  EXPECT_EQ(test::rowsIn(store, "change_feed"), 0);
  EXPECT_EQ(store.mailbox().pump(), 0u);
}

TEST(Store, readersCannotWrite) {
  TempStore store;
  const auto end = store.read([](Connection& c) { return insertAgent(c, named("x")); });
  EXPECT_EQ(end.error().code, ErrorCode::StorageReadOnly);
}

TEST(Store, asynchronousWrites_endInOrderThroughDeliver) {
  TempStore store;
  std::vector<std::string> ends;
  for (int i = 0; i < 20; ++i)
    store->write<Agent>([i](Connection& c) { return insertAgent(c, named(std::to_string(i))); },
                        [&](const base::Result<Agent>& made) { ends.push_back(made->content.name); });
  EXPECT_TRUE(ends.empty());
  ASSERT_TRUE(store.mailbox().pumpUntil([&] { return ends.size() == 20; }));
  for (std::size_t i = 0; i < 20; ++i) EXPECT_EQ(ends[i], std::to_string(i));
}

TEST(Store, closing_finishesQueuedWrites) {
  TempStore store;
  int done = 0;
  for (int i = 0; i < 50; ++i)
    store->write<Agent>([](Connection& c) { return insertAgent(c, named("x")); },
                        [&](const base::Result<Agent>& made) { done += made.ok(); });
  store.close();
  store.mailbox().pump();
  EXPECT_EQ(done, 50);
  ASSERT_TRUE(store.reopen());
  EXPECT_EQ(test::rowsIn(store, "agent"), 50);
}

TEST(Store, closing_truncatesTheWal) {
  TempStore store;
  insert(store, "x");
  store.close();
  std::error_code error;
  const auto wal = fs::path(store.database().string() + "-wal");
  EXPECT_TRUE(!fs::exists(wal) || fs::file_size(wal, error) == 0);
}

TEST(Store, reads_seeOneSnapshot) {
  TempStore store;
  insert(store, "one");
  const auto counts = store.read([&](Connection& c) -> base::Result<std::pair<std::int64_t, std::int64_t>> {
    const auto before = *countAgents(c, ArchiveFilter::All);
    insert(store, "two");
    return std::pair(before, *countAgents(c, ArchiveFilter::All));
  });
  EXPECT_EQ(counts->first, 1);
  EXPECT_EQ(counts->second, 1);
  EXPECT_EQ(test::rowsIn(store, "agent"), 2);
}

TEST(Store, ownChanges_areToldAfterTheCommit) {
  TempStore store;
  const auto made = insert(store, "a");
  ASSERT_TRUE(store.write([](Connection& c) { return saveSetting(c, "k", "v"); }).ok());
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, made.id); }).ok());
  store.mailbox().pump();
  const Change agent{RecordKind::Agent, made.id.uuid};
  const Change version{RecordKind::AgentVersion, made.headVersion.uuid};
  const std::vector<Change> expected = {agent, version, {RecordKind::Setting, {}}, version, agent};
  EXPECT_EQ(store.changes(), expected);
}

TEST(Store, bulkImport_isToldAsOneChange) {
  TempStore store;
  const std::vector<domain::AgentContent> many(1'000, named("x"));
  ASSERT_TRUE(store.write([&](Connection& c) { return importAgents(c, many); }).ok());
  store.mailbox().pump();
  EXPECT_EQ(store.changes(), (std::vector<Change>{{RecordKind::Agent, {}}}));
  EXPECT_EQ(test::rowsIn(store, "change_feed"), 1'000);
}

TEST(Store, changeFeed_holdsTheNewestChangeOfEachRecord) {
  TempStore store;
  const auto made = insert(store, "a");
  insert(store, "b");
  ASSERT_TRUE(store.write([&](Connection& c) { return updateAgent(c, made.id, named("c"), 1); }).ok());
  EXPECT_EQ(test::askInteger(store, "SELECT count(*) FROM change_feed WHERE kind='agent'"), 2);
  // The numbers rise with each change; some are left out.
  EXPECT_EQ(test::askInteger(store,
                             "SELECT kind='agent' AND id=(SELECT id FROM agent WHERE name='c') "
                             "FROM change_feed ORDER BY seq DESC LIMIT 1"),
            1);
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, made.id); }).ok());
  EXPECT_EQ(test::askInteger(store, "SELECT count(*) FROM change_feed WHERE kind='agent' AND op='delete'"),
            1);
}

TEST(Store, changesOfAnotherProgram_areNoticed) {
  TempStore mine;
  TempStore other(mine.profile());
  const auto made = insert(other, "from elsewhere");
  const std::vector<Change> expected = {{RecordKind::Agent, made.id.uuid},
                                        {RecordKind::AgentVersion, made.headVersion.uuid}};
  const auto seen = [&] { return mine.changes() == expected; };
  EXPECT_TRUE(mine.mailbox().pumpUntil(seen, Milliseconds(3'000)));
  std::this_thread::sleep_for(Milliseconds(700));  // own changes are not told a second time by the watch
  other.mailbox().pump();
  EXPECT_EQ(other.changes(), expected);
}

TEST(Store, lockedDatabase_isAFailureNotDamage) {
  TempStore store([](StoreOptions& options) { options.busyTimeout = Milliseconds(150); });
  sqlite3* locker = nullptr;
  ASSERT_EQ(sqlite3_open(store.database().c_str(), &locker), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(locker, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const auto start = std::chrono::steady_clock::now();
  const auto end = store.write([](Connection& c) { return insertAgent(c, named("x")); });
  EXPECT_EQ(end.error().code, ErrorCode::StorageFailed);
  EXPECT_GE(std::chrono::steady_clock::now() - start, Milliseconds(150));
  EXPECT_TRUE(store.read([](Connection& c) { return countAgents(c, ArchiveFilter::All); }).ok());
  sqlite3_exec(locker, "ROLLBACK", nullptr, nullptr, nullptr);
  sqlite3_close(locker);
  EXPECT_TRUE(store.write([](Connection& c) { return insertAgent(c, named("x")); }).ok());
  ASSERT_TRUE(store.reopen());
  EXPECT_TRUE(store->openReport().damagedFile.empty());
}

TEST(Store, profileInAPlaceThatCannotBeMade_isReadOnlyOrFailed) {
  test::TempFolder folder;
  std::ofstream(folder / "file") << "x";
  TempStore store(fs::path(folder / "file") / "profile");
  EXPECT_FALSE(store.isOpen());
  EXPECT_EQ(store.openError().code, ErrorCode::StorageReadOnly);
}

// Acts as an ordinary user for its lifetime where the tests run as root, who may write anywhere.
class AsOrdinaryUser {
 public:
  explicit AsOrdinaryUser(const fs::path& folder) {
    if (::geteuid() != 0) return;
    EXPECT_EQ(::chown(folder.c_str(), kNobody, kNobody), 0);
    EXPECT_EQ(::seteuid(kNobody), 0);
    m_changed = true;
  }
  ~AsOrdinaryUser() {
    const bool back = !m_changed || ::seteuid(0) == 0;
    EXPECT_TRUE(back);
  }

 private:
  static constexpr uid_t kNobody = 65534;
  bool m_changed = false;
};

TEST(Store, folderWithoutTheRightToWrite_isReadOnly) {
  test::TempFolder folder;
  const AsOrdinaryUser user(folder.path());
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  TempStore store(folder / "profile");
  EXPECT_FALSE(store.isOpen());
  EXPECT_EQ(store.openError().code, ErrorCode::StorageReadOnly);
  fs::permissions(folder.path(), fs::perms::owner_all);
  EXPECT_TRUE(store.reopen());
  store.close();
}

TEST(Store, databaseThatMayOnlyBeRead_isReadOnlyAndKept) {
  test::TempFolder folder;
  const AsOrdinaryUser user(folder.path());
  TempStore store(folder / "profile");
  ASSERT_TRUE(store.isOpen()) << store.openError().detail;
  insert(store, "kept");
  store.close();
  fs::permissions(store.database(), fs::perms::owner_read);
  EXPECT_FALSE(store.reopen());
  EXPECT_EQ(store.openError().code, ErrorCode::StorageReadOnly);
  fs::permissions(store.database(), fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_TRUE(store.reopen());
  EXPECT_EQ(test::rowsIn(store, "agent"), 1);
  store.close();
}

TEST(Store, anotherProgramsDatabase_isLeftAlone) {
  test::TempFolder folder;
  fs::create_directories(folder / "profile");
  const auto file = folder / "profile/profile.db";
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "PRAGMA application_id=77; CREATE TABLE t(a)", nullptr, nullptr, nullptr),
            SQLITE_OK);
  sqlite3_close(other);
  TempStore store(folder / "profile");
  EXPECT_FALSE(store.isOpen());
  EXPECT_EQ(store.openError().code, ErrorCode::StorageFailed);
  EXPECT_TRUE(fs::exists(file));
}

TEST(NetworkShare, knowsNetworkFileSystemsByTheirNumber) {
  EXPECT_TRUE(isNetworkFileSystem(0x6969));
  EXPECT_TRUE(isNetworkFileSystem(0xff534d42));
  EXPECT_TRUE(isNetworkFileSystem(0x65735546));
  EXPECT_FALSE(isNetworkFileSystem(0xef53));      // ext4
  EXPECT_FALSE(isNetworkFileSystem(0x01021994));  // tmpfs
  EXPECT_FALSE(isOnNetworkShare("/nowhere/at/all"));
}

}  // namespace
}  // namespace aiagent::store
