// An agent's tools as a form shows them, and back into the JSON that the person keeps. What the form does not
// know (other types, further members, the array's own spacing) stays byte for byte.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aiagent::wire {

struct FunctionTool {
  std::string name;
  std::string description;
  std::string parameters;  // JSON schema as written; "" when there is none
  bool strict = false;     // the API's default where it is not told
  bool operator==(const FunctionTool&) const = default;
};

enum class ToolApproval {
  Always,  // the API's default where it is not told
  Never,
  Other,  // by tool; the form leaves it alone
};

struct McpTool {
  std::string label;
  std::string url;  // "" of a connector
  // Names that may be called. Empty with `allowedKnown`: all.
  std::vector<std::string> allowed;
  bool allowedKnown = true;  // false: a filter the form does not know, and leaves alone
  ToolApproval approval = ToolApproval::Always;
  bool operator==(const McpTool&) const = default;
};

struct ToolEntry {
  enum class Kind { Function, Mcp, Hosted, Other };
  Kind kind = Kind::Other;
  std::string type;  // as written: "web_search"
  FunctionTool function;
  McpTool mcp;
  bool operator==(const ToolEntry&) const = default;
};

// Tools that run at the provider and can be switched on without more: web_search, file_search,
// code_interpreter, image_generation.
const std::vector<std::string_view>& hostedTools();

// In order; blank text is no tools. Nothing when the text is no JSON array of objects: then only the JSON
// editor can help.
std::optional<std::vector<ToolEntry>> readToolList(std::string_view json);

// Each gives the new text; the text itself where `json` is no list or the place is none. What differs from
// the entry there is written, all else of that tool stays.
std::string withFunction(std::string_view json, std::size_t place, const FunctionTool& tool);
std::string withMcp(std::string_view json, std::size_t place, const McpTool& tool);
std::string withNewFunction(std::string_view json, const FunctionTool& tool);
std::string withNewMcp(std::string_view json, const McpTool& tool);
std::string withoutTool(std::string_view json, std::size_t place);
// Adds the hosted tool, or removes every one of that type.
std::string withHosted(std::string_view json, std::string_view type, bool on);

}  // namespace aiagent::wire
