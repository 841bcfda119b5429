// A library that a workspace shares, for the tests of sync's side of the store.
#pragma once

#include <gmock/gmock.h>

#include "core/authoring/content/shared_merge.h"
#include "core/store/agent_repository.h"
#include "core/store/sync_repository.h"
#include "core/store/sync_rows.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {

inline AgentMerge merge(const domain::SharedAgent& base, const domain::SharedAgent& mine,
                        const domain::SharedAgent& theirs) {
  auto merged = authoring::mergeShared(base, mine, theirs);
  AgentMerge result{.agent = std::move(merged.agent), .fields = {}};
  for (const auto& conflict : merged.conflicts) result.fields.push_back(conflict.field);
  return result;
}

// A shared library, and a server whose answers the test writes.
class SharedLibrary : public testing::Test {
 protected:
  void SetUp() override { bind(); }

  void bind() {
    const auto binding = test::sampleBinding(store.ids().next(), store.ids().next());
    ASSERT_TRUE(store.write([&](Connection& c) { return bindSync(c, binding); }).ok());
  }
  domain::Agent insert(const std::string& name, const std::string& prompt) {
    auto content = test::named(name);
    content.prompt = prompt;
    return *store.write([&](Connection& c) { return insertAgent(c, content); });
  }
  void edit(domain::AgentId id, const std::string& prompt) {
    const auto agent = load(id);
    auto content = agent.content;
    content.prompt = prompt;
    ASSERT_TRUE(store.write([&](Connection& c) { return updateAgent(c, id, content, agent.revision); }).ok());
  }
  domain::Agent load(domain::AgentId id) {
    return *store.read([&](Connection& c) { return loadAgent(c, id); });
  }
  bool has(domain::AgentId id) {
    return store.read([&](Connection& c) { return loadAgent(c, id); }).ok();
  }

  std::vector<std::string> plan() {
    return store.write([](Connection& c) { return planPush(c); })->mutations;
  }
  // The server took all that is on its way.
  Settled accept(std::vector<std::string> mutations) {
    wire::PushReply reply{.epoch = epoch, .head = head, .lastNumber = 0, .results = {}};
    for (const auto& mutation : mutations)
      reply.results.push_back({.number = test::numberOf(mutation),
                               .state = wire::MutationState::Applied,
                               .version = ++head,
                               .etags = {R"({"draft_prompt":"e1"})"}});
    reply.head = head;
    return *store.write([&](Connection& c) { return settlePush(c, reply); });
  }
  Settled refuse(const std::string& mutation, wire::MutationState state, const std::string& code = {}) {
    const wire::PushReply reply{
        .epoch = epoch,
        .head = head,
        .results = {{.number = test::numberOf(mutation), .state = state, .code = code}}};
    return *store.write([&](Connection& c) { return settlePush(c, reply); });
  }

  wire::SyncRow rowOf(domain::AgentId id, const domain::SharedAgent& agent) {
    return {.type = "agent",
            .id = id.uuid,
            .version = ++head,
            .fields = wire::toJson(wire::toFields(agent)),
            .etags = R"({"draft_prompt":"e2"})"};
  }
  // As this device made it.
  wire::SyncRow own(std::string_view type, const base::Uuid& id) {
    return {.type = std::string(type), .id = id, .version = ++head, .own = true};
  }
  wire::SyncRow tombstone(domain::AgentId id) {
    return {.type = "agent", .id = id.uuid, .version = ++head, .deleted = true};
  }
  base::Result<Applied> take(std::vector<wire::SyncRow> rows, bool complete = true) {
    const auto at = position();
    wire::PullReply page{.epoch = epoch,
                         .from = at.from(),
                         .to = head,
                         .head = head,
                         .restoredTo = past.empty() ? 0 : past.back().until,
                         .complete = complete,
                         .role = "member",
                         .rows = std::move(rows),
                         .past = past};
    return store.write([&](Connection& c) { return takePage(c, page, merge); });
  }
  SyncPosition position() {
    return *store.read([](Connection& c) { return syncPosition(c); });
  }
  std::vector<InboxItem> inbox() {
    return *store.read([](Connection& c) { return listInbox(c); });
  }
  SyncCounts counts() {
    return *store.read([](Connection& c) { return syncCounts(c); });
  }
  domain::SharedAgent shared(domain::AgentId id) {
    return *store.read(
        [&](Connection& c) -> base::Result<domain::SharedAgent> { return *readShared(c, id); });
  }

  // An agent that the server has as this library does.
  domain::Agent synced(const std::string& name, const std::string& prompt) {
    const auto agent = insert(name, prompt);
    accept(plan());
    const auto version = own(kVersionType, agent.headVersion.uuid);
    const auto rows = std::vector<wire::SyncRow>{version, rowOf(agent.id, shared(agent.id))};
    EXPECT_TRUE(take(rows).ok());
    EXPECT_EQ(counts().pending, 0);
    return agent;
  }

  test::TempStore store;
  std::string epoch = test::kEpoch;
  std::vector<wire::PastHistory> past;
  std::int64_t head = 0;
};

}  // namespace aiagent::store
