// ToolListForm: an agent's tools as its page shows them; the pages know nothing of the JSON.
#pragma once

#include <QString>
#include <vector>

#include "core/wire/tool_list.h"

namespace aiagent::ui {

using wire::FunctionTool;
using wire::McpTool;
using wire::ToolApproval;
using wire::ToolEntry;

struct ToolListForm {
  bool readable = true;  // false: the text is no list of tools, only the JSON editor can help
  std::vector<ToolEntry> tools;
  bool operator==(const ToolListForm&) const = default;
};

ToolListForm readToolForm(const std::string& json);
QString toolTitle(const ToolEntry& tool);
bool hasHosted(const ToolListForm& form, std::string_view type);

// "a, b" and back.
QString namesText(const std::vector<std::string>& names);
std::vector<std::string> namesFrom(const QString& text);

bool isJsonObject(const QString& text);

}  // namespace aiagent::ui
