// The items of an agent's content under keys, so that one can be found again in another version.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/agent.h"

namespace aiagent::authoring {

struct ToolItem {
  std::string key;    // type and name, unique within the list
  std::string label;  // what a person calls it: a function's name, a server's label, else the type
  std::string json;   // as it was written
};

// The tools in order; nothing when the text is no JSON array of objects. Blank text is no tools. A function
// is known by its name (nested as in Chat Completions or not), an MCP server by its label, a hosted tool by
// its type; a second one of a key is "…#2".
std::optional<std::vector<ToolItem>> toolItems(std::string_view tools);
std::string toolsText(const std::vector<ToolItem>& items);  // "" for none

// A key for each case: its name, or its input where it has none; a second one of a key is "…#2".
std::vector<std::string> caseKeys(const std::vector<domain::TestCase>& cases);
// What a person calls it: its name, or "#3".
std::string caseLabel(const domain::TestCase& testCase, std::size_t place);

// {"name","type","description","example","default","choices"}
std::string toJson(const domain::Variable& variable);
// {"name","mediaType","sha256","bytes","use"}
std::string toJson(const domain::KnowledgeFile& file);
// {"name","input","variables":{…},"expect"}
std::string toJson(const domain::TestCase& testCase);
std::string toJson(const std::vector<std::string>& texts);

}  // namespace aiagent::authoring
