// What the disk may do while a page of the server is taken, and while edits are made ready to be sent: rows
// and cursor are old or new together, and no edit is forgotten.
#include <gtest/gtest.h>

#include "core/store/agent_repository.h"
#include "core/store/connection.h"
#include "core/store/sync_repository.h"
#include "core/store/sync_rows.h"
#include "tests/integration/store/failing_profile.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using test::kEpoch;
using test::named;

constexpr std::int64_t kOldHead = 2;
constexpr std::int64_t kNewHead = 4;

AgentMerge theirs(const domain::SharedAgent&, const domain::SharedAgent&, const domain::SharedAgent& theirs) {
  return {.agent = theirs, .fields = {}};
}

// A library in step with the server at version 2, with one edit of its own that was never sent.
class SyncFaults : public FailingProfile {
 protected:
  SyncFaults() {
    TempStore store(original());
    const auto binding = test::sampleBinding(store.ids().next(), store.ids().next());
    EXPECT_TRUE(store.write([&](Connection& c) { return bindSync(c, binding); }).ok());
    shared = insert(store, "Shared");
    const auto first = *store.write([](Connection& c) { return planPush(c); });
    EXPECT_TRUE(store.write([&](Connection& c) { return settlePush(c, accepted(first.mutations)); }).ok());
    sharedFields = *store.read(
        [&](Connection& c) -> base::Result<domain::SharedAgent> { return *readShared(c, shared.id); });
    EXPECT_TRUE(take(store, page(kOldHead, {row(shared.id, "Shared", 2)})).ok());
    mine = insert(store, "Mine");
    fresh = {store.ids().next()};
  }

  domain::Agent insert(TempStore& store, const std::string& name) {
    return *store.write([&](Connection& c) { return insertAgent(c, named(name)); });
  }
  static wire::PushReply accepted(const std::vector<std::string>& mutations) {
    wire::PushReply reply{.epoch = kEpoch, .head = kOldHead};
    for (const auto& mutation : mutations)
      reply.results.push_back(
          {.number = test::numberOf(mutation), .state = wire::MutationState::Applied, .version = kOldHead});
    return reply;
  }
  wire::SyncRow row(domain::AgentId id, const std::string& name, std::int64_t version) {
    auto agent = sharedFields;
    agent.content.name = name;
    return {.type = "agent",
            .id = id.uuid,
            .version = version,
            .fields = wire::toJson(wire::toFields(agent)),
            .etags = "{}"};
  }
  static wire::PullReply page(std::int64_t head, std::vector<wire::SyncRow> rows) {
    return {.epoch = kEpoch,
            .to = head,
            .head = head,
            .complete = true,
            .role = "member",
            .rows = std::move(rows)};
  }
  static base::Result<Applied> take(TempStore& store, wire::PullReply page) {
    page.from = store.read([](Connection& c) { return syncPosition(c); })->from();
    return store.write([&](Connection& c) { return takePage(c, page, theirs); });
  }
  bool takeNews(TempStore& store) {
    return take(store, page(kNewHead, {row(shared.id, "Renamed", 3), row(fresh, "Fresh", 4)})).ok();
  }

  bool isNew(TempStore& store, const std::string& when) {
    const auto at = *store.read([](Connection& c) { return syncPosition(c); });
    const auto name = store.read([&](Connection& c) { return loadAgent(c, shared.id); })->content.name;
    const bool came = store.read([&](Connection& c) { return loadAgent(c, fresh); }).ok();
    EXPECT_TRUE(at.cursor == kOldHead || at.cursor == kNewHead) << when;
    EXPECT_EQ(name, at.cursor == kNewHead ? "Renamed" : "Shared") << when << ": rows without their cursor";
    EXPECT_EQ(came, at.cursor == kNewHead) << when << ": rows without their cursor";
    EXPECT_EQ(test::askInteger(store, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1)
        << when;
    return at.cursor == kNewHead;
  }
  void expectMineIsPending(TempStore& store, const std::string& when) {
    EXPECT_EQ(store.read([](Connection& c) { return syncCounts(c); })->pending, 1) << when;
    const auto plan = store.write([](Connection& c) { return planPush(c); });
    ASSERT_TRUE(plan.ok()) << when;
    ASSERT_EQ(plan->mutations.size(), 1u) << when;
    EXPECT_NE(plan->mutations[0].find("\"Mine\""), std::string::npos) << when;
  }

  // `check` gets the library that a program finds that starts afterwards.
  int failEveryWriteOf(FailingVfs::Fault fault, const std::function<bool(TempStore&)>& does,
                       const std::function<void(TempStore&, bool, const std::string&)>& check) {
    return failEveryWrite(fault, does,
                          [&check](const fs::path& profile, bool acknowledged, const std::string& when) {
                            TempStore store(profile);
                            ASSERT_TRUE(store.isOpen()) << when;
                            check(store, acknowledged, when);
                          });
  }
  int takeWithEveryWriteFailing(FailingVfs::Fault fault) {
    return failEveryWriteOf(
        fault, [this](TempStore& store) { return takeNews(store); },
        [this](TempStore& store, bool acknowledged, const std::string& when) {
          EXPECT_TRUE(isNew(store, when) || !acknowledged) << when << ": a page that was taken is gone";
          expectMineIsPending(store, when);
        });
  }

  domain::Agent shared, mine;
  domain::SharedAgent sharedFields;
  domain::AgentId fresh;
};

TEST_F(SyncFaults, powerMayGoAtEveryWriteOfAPage_rowsAndCursorAreOfOneMoment) {
  EXPECT_GT(takeWithEveryWriteFailing(FailingVfs::Fault::PowerCut), 5);
  EXPECT_GT(takeWithEveryWriteFailing(FailingVfs::Fault::TornPowerCut), 5);
}

TEST_F(SyncFaults, everyWriteOfAPageMayFail) {
  EXPECT_GT(takeWithEveryWriteFailing(FailingVfs::Fault::WriteError), 5);
}

TEST_F(SyncFaults, diskFullWhileAPageIsTaken_leavesTheCursorAndGoesOnWithTheSpace) {
  FailingVfs vfs;
  TempStore store(freshCopy(), on(vfs));
  vfs.failAt(1, FailingVfs::Fault::DiskFull);
  const auto end = take(store, page(kNewHead, {row(shared.id, "Renamed", 3), row(fresh, "Fresh", 4)}));
  ASSERT_FALSE(end.ok());
  EXPECT_EQ(end.error().code, ErrorCode::StorageFull);
  EXPECT_FALSE(isNew(store, "while the disk is full"));
  vfs.repair();
  EXPECT_TRUE(takeNews(store));
  EXPECT_TRUE(isNew(store, "with space again"));
  expectMineIsPending(store, "with space again");
}

TEST_F(SyncFaults, powerMayGoWhileAnEditIsNumbered_itIsSentOnceAllTheSame) {
  std::vector<std::string> sent;
  const int writes = failEveryWriteOf(
      FailingVfs::Fault::PowerCut,
      [&](TempStore& store) {
        const auto plan = store.write([](Connection& c) { return planPush(c); });
        sent = plan ? plan->mutations : std::vector<std::string>();
        return plan.ok();
      },
      [&](TempStore& store, bool acknowledged, const std::string& when) {
        // What may have left the computer is sent again as it was: under its number and its name.
        const auto again = store.write([](Connection& c) { return planPush(c); });
        ASSERT_TRUE(again.ok() && again->mutations.size() == 1) << when;
        EXPECT_TRUE(!acknowledged || again->mutations == sent) << when;
      });
  EXPECT_GT(writes, 3);
}

}  // namespace
}  // namespace aiagent::store
