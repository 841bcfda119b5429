#include "core/wire/tool_list.h"

#include <gmock/gmock.h>

#include "core/wire/json_text.h"

namespace aiagent::wire {
namespace {

using testing::HasSubstr;
using testing::Not;
using Kind = ToolEntry::Kind;

const std::string kList = R"([
  {"type":"function", "name":"find_order", "description":"By number", "x_note": [1,  2],
   "parameters": {"type":"object"}, "strict": true},
  {"type":"web_search","search_context_size":"low"},
  {"type":"mcp","server_label":"crm","server_url":"https://crm.test/mcp","authorization":"secret",
   "allowed_tools":["read","write"]},
  {"type":"custom","name":"sql"}
])";

ToolEntry entryOf(const std::string& json, std::size_t place) {
  const auto entries = readToolList(json);
  if (!entries || place >= entries->size()) {
    ADD_FAILURE() << json;
    return {};
  }
  return (*entries)[place];
}

TEST(ToolList, knownKinds_areRead) {
  const auto entries = readToolList(kList);
  ASSERT_TRUE(entries);
  ASSERT_EQ(entries->size(), 4u);
  EXPECT_EQ((*entries)[0].function, (FunctionTool{"find_order", "By number", R"({"type":"object"})", true}));
  EXPECT_EQ((*entries)[1].kind, Kind::Hosted);
  EXPECT_EQ((*entries)[2].mcp,
            (McpTool{"crm", "https://crm.test/mcp", {"read", "write"}, true, ToolApproval::Always}));
  EXPECT_EQ((*entries)[3].kind, Kind::Other);
  EXPECT_TRUE(readToolList("  ")->empty());
  EXPECT_FALSE(readToolList("{}"));
  EXPECT_FALSE(readToolList("[1]"));
}

TEST(ToolList, unchangedTool_leavesEveryByte) {
  for (std::size_t i = 0; i < 4; ++i) {
    const auto entry = entryOf(kList, i);
    EXPECT_EQ(withFunction(kList, i, entry.function), kList);
    EXPECT_EQ(withMcp(kList, i, entry.mcp), kList);
  }
}

TEST(ToolList, changedName_keepsWhatTheFormDoesNotKnow) {
  auto tool = entryOf(kList, 0).function;
  tool.name = "find";
  tool.description.clear();
  tool.strict = false;
  const auto changed = withFunction(kList, 0, tool);
  EXPECT_EQ(entryOf(changed, 0).function, tool);
  EXPECT_THAT(changed, HasSubstr("\"x_note\":[1,  2]"));
  EXPECT_THAT(changed, HasSubstr(R"({"type":"web_search","search_context_size":"low"},
  {"type":"mcp")"));
  EXPECT_THAT(changed, Not(HasSubstr("description")));
}

TEST(ToolList, nestedFunction_isChangedWhereItStands) {
  const std::string nested = R"([{"type":"function","function":{"name":"f","parameters":{"a":1}},"y":2}])";
  auto tool = entryOf(nested, 0).function;
  EXPECT_EQ(tool.name, "f");
  tool.name = "g";
  EXPECT_EQ(withFunction(nested, 0, tool),
            R"([{"type":"function","function":{"name":"g","parameters":{"a":1}},"y":2}])");
}

TEST(ToolList, brokenParameters_areNotWritten) {
  auto tool = entryOf(kList, 0).function;
  tool.parameters = R"({"type":)";
  EXPECT_EQ(entryOf(withFunction(kList, 0, tool), 0).function.parameters, R"({"type":"object"})");
}

TEST(ToolList, mcp_keepsItsAuthorization) {
  auto tool = entryOf(kList, 2).mcp;
  tool.allowed = {};
  tool.approval = ToolApproval::Never;
  const auto changed = withMcp(kList, 2, tool);
  EXPECT_EQ(entryOf(changed, 2).mcp, tool);
  EXPECT_THAT(changed, HasSubstr(R"("authorization":"secret")"));
  EXPECT_THAT(changed, Not(HasSubstr("allowed_tools")));
}

TEST(ToolList, mcpFiltersTheFormDoesNotKnow_stay) {
  const std::string json =
      R"([{"type":"mcp","server_label":"a","allowed_tools":{"read_only":true},"require_approval":{"never":{}}}])";
  auto tool = entryOf(json, 0).mcp;
  EXPECT_FALSE(tool.allowedKnown);
  EXPECT_EQ(tool.approval, ToolApproval::Other);
  tool.label = "b";
  tool.allowed = {"x"};
  EXPECT_EQ(
      withMcp(json, 0, tool),
      R"([{"type":"mcp","server_label":"b","allowed_tools":{"read_only":true},"require_approval":{"never":{}}}])");
}

TEST(ToolList, newTools_areAppended) {
  auto json = withNewFunction("", {.name = "f", .strict = true});
  EXPECT_TRUE(isJson(json));
  EXPECT_EQ(entryOf(json, 0).function.name, "f");
  EXPECT_THAT(entryOf(json, 0).function.parameters, HasSubstr("additionalProperties"));
  json = withNewMcp(json, {.label = "crm", .url = "https://crm.test"});
  EXPECT_EQ(entryOf(json, 1).mcp, (McpTool{.label = "crm", .url = "https://crm.test"}));
  EXPECT_THAT(json, HasSubstr(R"("require_approval":"always")"));
}

TEST(ToolList, removedTools_leaveAList) {
  std::string json = kList;
  for (std::size_t left = 4; left-- > 1;) {
    json = withoutTool(json, left % 2 ? 0 : left);
    ASSERT_TRUE(readToolList(json));
    EXPECT_EQ(readToolList(json)->size(), left);
  }
  EXPECT_EQ(withoutTool(json, 7), json);
  EXPECT_EQ(withoutTool(json, 0), "");
}

TEST(ToolList, hostedTools_areSwitched) {
  for (const auto type : hostedTools()) {
    const auto on = withHosted(kList, type, true);
    const auto entries = readToolList(on);
    ASSERT_TRUE(entries);
    EXPECT_TRUE(std::any_of(entries->begin(), entries->end(), [&](const auto& e) { return e.type == type; }));
    if (type == "web_search") continue;  // it was on
    EXPECT_EQ(withHosted(on, type, false), kList);
  }
  EXPECT_EQ(withHosted(kList, "web_search", true), kList);
  EXPECT_EQ(readToolList(withHosted(kList, "web_search", false))->size(), 3u);
  EXPECT_EQ(withHosted("nonsense", "web_search", true), "nonsense");
  EXPECT_EQ(withHosted("", "mcp", true), "");
}

}  // namespace
}  // namespace aiagent::wire
