#include "core/wire/tool_list.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/wire/json_text.h"
#include "core/wire/json_tree.h"

namespace aiagent::wire {
namespace {

using Members = std::vector<JsonMember>;
using Kind = ToolEntry::Kind;

constexpr char kNested[] = "function";  // as Chat Completions writes it: {"type":"function","function":{…}}

std::string_view valueOf(const Members& members, std::string_view name) {
  const auto* member = findMember(members, name);
  return member ? member->value : std::string_view();
}

std::string textOf(const Members& members, std::string_view name) {
  return stringFromJson(valueOf(members, name)).value_or("");
}

std::string quoted(std::string_view text) {
  std::string json;
  appendQuoted(json, text);
  return json;
}

FunctionTool readFunction(const Members& members) {
  return {.name = textOf(members, "name"),
          .description = textOf(members, "description"),
          .parameters = std::string(valueOf(members, "parameters")),
          .strict = valueOf(members, "strict") == "true"};
}

// A list of names; of {"tool_names":[…]} alone the names too.
std::optional<std::vector<std::string>> readNames(std::string_view json) {
  if (json.empty() || json == "null") return std::vector<std::string>();
  const auto elements = jsonElements(json);
  if (!elements) return std::nullopt;
  std::vector<std::string> names;
  for (const auto element : *elements) {
    auto name = stringFromJson(element);
    if (!name) return std::nullopt;
    names.push_back(std::move(*name));
  }
  return names;
}

McpTool readMcp(const Members& members) {
  McpTool tool{.label = textOf(members, "server_label"), .url = textOf(members, "server_url")};
  const auto names = readNames(valueOf(members, "allowed_tools"));
  tool.allowedKnown = names.has_value();
  if (names) tool.allowed = *names;
  const auto approval = valueOf(members, "require_approval");
  if (approval == "\"never\"")
    tool.approval = ToolApproval::Never;
  else if (!approval.empty() && approval != "null" && approval != "\"always\"")
    tool.approval = ToolApproval::Other;
  return tool;
}

bool isHosted(std::string_view type) {
  const auto& known = hostedTools();
  return std::find(known.begin(), known.end(), type) != known.end();
}

bool isNested(const Members& members) {
  return jsonKind(valueOf(members, kNested)) == JsonKind::Object;
}

ToolEntry readEntry(const Members& members) {
  ToolEntry entry{.type = textOf(members, "type")};
  if (entry.type == "function") {
    entry.kind = Kind::Function;
    entry.function = readFunction(isNested(members) ? *jsonMembers(valueOf(members, kNested)) : members);
  } else if (entry.type == "mcp") {
    entry.kind = Kind::Mcp;
    entry.mcp = readMcp(members);
  } else if (isHosted(entry.type)) {
    entry.kind = Kind::Hosted;
  }
  return entry;
}

// The text with the element at `place` replaced, spacing and neighbours as they were.
std::string replaced(std::string_view json, std::string_view element, std::string_view with) {
  const auto begin = std::size_t(element.data() - json.data());
  return std::string(json.substr(0, begin)) + std::string(with) +
         std::string(json.substr(begin + element.size()));
}

std::string appended(std::string_view json, const std::string& tool) {
  if (base::trimmed(json).empty()) return "[\n  " + tool + "\n]";
  const auto elements = jsonElements(json);
  if (!elements) return std::string(json);
  if (elements->empty()) return "[\n  " + tool + "\n]";
  const auto last = elements->back();
  return replaced(json, last, std::string(last) + ",\n  " + tool);
}

std::string namesJson(const std::vector<std::string>& names) {
  JsonArray array;
  for (const auto& name : names) array.text(name);
  return array.take();
}

void writeFunction(JsonTree& tree, const std::string& prefix, const FunctionTool& old,
                   const FunctionTool& tool) {
  if (tool.name != old.name) tree.set(prefix + "name", quoted(tool.name));
  if (tool.description != old.description) {
    if (tool.description.empty())
      tree.remove(prefix + "description");
    else
      tree.set(prefix + "description", quoted(tool.description));
  }
  // A schema that is being typed may be broken; it is written once it is one again.
  if (tool.parameters != old.parameters && jsonKind(tool.parameters) == JsonKind::Object)
    tree.set(prefix + "parameters", tool.parameters);
  if (tool.strict != old.strict) tree.set(prefix + "strict", tool.strict ? "true" : "false");
}

void writeMcp(JsonTree& tree, const McpTool& old, const McpTool& tool) {
  if (tool.label != old.label) tree.set("server_label", quoted(tool.label));
  if (tool.url != old.url) {
    if (tool.url.empty())
      tree.remove("server_url");
    else
      tree.set("server_url", quoted(tool.url));
  }
  if (old.allowedKnown && tool.allowed != old.allowed) {
    if (tool.allowed.empty())
      tree.remove("allowed_tools");
    else
      tree.set("allowed_tools", namesJson(tool.allowed));
  }
  if (tool.approval != old.approval && tool.approval != ToolApproval::Other)
    tree.set("require_approval", tool.approval == ToolApproval::Never ? "\"never\"" : "\"always\"");
}

// The element at `place` when it is of that kind.
struct Found {
  std::string_view json;
  ToolEntry entry;
  bool nested = false;
};
std::optional<Found> findTool(std::string_view json, std::size_t place, Kind kind) {
  const auto elements = jsonElements(json);
  if (!elements || place >= elements->size()) return std::nullopt;
  const auto members = jsonMembers((*elements)[place]);
  if (!members) return std::nullopt;
  Found found{(*elements)[place], readEntry(*members), isNested(*members)};
  if (found.entry.kind != kind) return std::nullopt;
  return found;
}

}  // namespace

const std::vector<std::string_view>& hostedTools() {
  static const std::vector<std::string_view> kTypes = {"web_search", "file_search", "code_interpreter",
                                                       "image_generation"};
  return kTypes;
}

std::optional<std::vector<ToolEntry>> readToolList(std::string_view json) {
  std::vector<ToolEntry> entries;
  if (base::trimmed(json).empty()) return entries;
  const auto elements = jsonElements(json);
  if (!elements) return std::nullopt;
  for (const auto element : *elements) {
    const auto members = jsonMembers(element);
    if (!members) return std::nullopt;
    entries.push_back(readEntry(*members));
  }
  return entries;
}

std::string withFunction(std::string_view json, std::size_t place, const FunctionTool& tool) {
  const auto found = findTool(json, place, Kind::Function);
  if (!found || found->entry.function == tool) return std::string(json);
  auto tree = JsonTree::parse(found->json);
  writeFunction(*tree, found->nested ? std::string(kNested) + "." : "", found->entry.function, tool);
  return replaced(json, found->json, tree->toJson());
}

std::string withMcp(std::string_view json, std::size_t place, const McpTool& tool) {
  const auto found = findTool(json, place, Kind::Mcp);
  if (!found || found->entry.mcp == tool) return std::string(json);
  auto tree = JsonTree::parse(found->json);
  writeMcp(*tree, found->entry.mcp, tool);
  return replaced(json, found->json, tree->toJson());
}

// `strict` and `parameters` are required keys (openai-contract D11).
std::string withNewFunction(std::string_view json, const FunctionTool& tool) {
  JsonObject object;
  object.text("type", "function").text("name", tool.name);
  if (!tool.description.empty()) object.text("description", tool.description);
  const bool known = jsonKind(tool.parameters) == JsonKind::Object;
  object.raw("parameters", known ? std::string_view(tool.parameters)
                                 : R"({"type":"object","properties":{},"required":[],)"
                                   R"("additionalProperties":false})");
  return appended(json, object.boolean("strict", tool.strict).take());
}

std::string withNewMcp(std::string_view json, const McpTool& tool) {
  JsonObject object;
  object.text("type", "mcp").text("server_label", tool.label).text("server_url", tool.url);
  if (!tool.allowed.empty()) object.raw("allowed_tools", namesJson(tool.allowed));
  object.text("require_approval", tool.approval == ToolApproval::Never ? "never" : "always");
  return appended(json, object.take());
}

std::string withoutTool(std::string_view json, std::size_t place) {
  const auto elements = jsonElements(json);
  if (!elements || place >= elements->size()) return std::string(json);
  if (elements->size() == 1) return {};
  // With the comma that follows it, or before the last one.
  const auto begin = [&](std::size_t i) { return std::size_t((*elements)[i].data() - json.data()); };
  const auto end = [&](std::size_t i) { return begin(i) + (*elements)[i].size(); };
  const bool last = place + 1 == elements->size();
  const auto from = last ? end(place - 1) : begin(place);
  const auto to = last ? end(place) : begin(place + 1);
  return std::string(json.substr(0, from)) + std::string(json.substr(to));
}

std::string withHosted(std::string_view json, std::string_view type, bool on) {
  const auto entries = readToolList(json);
  if (!entries || !isHosted(type)) return std::string(json);
  std::string text(json);
  bool present = false;
  for (std::size_t i = entries->size(); i-- > 0;) {
    if ((*entries)[i].type != type) continue;
    present = true;
    if (!on) text = withoutTool(text, i);
  }
  if (!on || present) return text;
  JsonObject object;
  object.text("type", type);
  // It runs in a container of its own, which must be named; the others need no more than their type, but for
  // the file search's stores, which the person's uploads give.
  if (type == "code_interpreter") object.raw("container", R"({"type":"auto"})");
  if (type == "file_search") object.raw("vector_store_ids", "[]");
  return appended(text, object.take());
}

}  // namespace aiagent::wire
