#include "core/store/tool_repository.h"

#include <gtest/gtest.h>

#include "core/store/agent_repository.h"
#include "core/store/connection.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

using test::TempStore;

domain::Agent addAgent(TempStore& store) {
  domain::AgentContent content;
  content.name = "Triage";
  return *store.write([&](Connection& c) { return insertAgent(c, content); });
}

TEST(ToolRepository, answer_isKeptByArgumentsAndReplaced) {
  TempStore store;
  const ToolKey key{addAgent(store).id, "find"};
  const auto load = [&](std::string_view arguments) {
    return *store.read([&](Connection& c) { return loadToolAnswer(c, key, arguments); });
  };
  EXPECT_FALSE(load("{}"));
  ASSERT_TRUE(store.write([&](Connection& c) { return saveToolAnswer(c, key, "{}", "one"); }).ok());
  ASSERT_TRUE(store.write([&](Connection& c) { return saveToolAnswer(c, key, R"({"a":1})", "two"); }).ok());
  ASSERT_TRUE(store.write([&](Connection& c) { return saveToolAnswer(c, key, "{}", "three"); }).ok());
  EXPECT_EQ(load("{}"), "three");
  EXPECT_EQ(load(R"({"a":1})"), "two");
  ASSERT_TRUE(store.write([&](Connection& c) { return removeToolAnswer(c, key, "{}"); }).ok());
  EXPECT_FALSE(load("{}"));
}

TEST(ToolRepository, command_isKeptExactly) {
  TempStore store;
  const ToolKey key{addAgent(store).id, "find"};
  const auto load = [&] { return *store.read([&](Connection& c) { return loadToolCommand(c, key); }); };
  EXPECT_FALSE(load());
  const ToolCommand command{{"/bin/x", "a b", "\"q\"", "", "\n"}, true};
  ASSERT_TRUE(store.write([&](Connection& c) { return saveToolCommand(c, key, command); }).ok());
  EXPECT_EQ(load(), command);
  ASSERT_TRUE(store.write([&](Connection& c) { return saveToolCommand(c, key, {}); }).ok());
  EXPECT_FALSE(load());
}

TEST(ToolRepository, removedAgent_takesBothWithIt) {
  TempStore store;
  const auto agent = addAgent(store);
  const ToolKey key{agent.id, "find"};
  ASSERT_TRUE(store.write([&](Connection& c) { return saveToolAnswer(c, key, "{}", "one"); }).ok());
  ASSERT_TRUE(store.write([&](Connection& c) { return saveToolCommand(c, key, {{"/bin/x"}, true}); }).ok());
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, agent.id); }).ok());
  EXPECT_FALSE(*store.read([&](Connection& c) { return loadToolAnswer(c, key, "{}"); }));
  EXPECT_FALSE(*store.read([&](Connection& c) { return loadToolCommand(c, key); }));
}

}  // namespace
}  // namespace aiagent::store
