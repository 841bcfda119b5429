#include "ui/viewmodels/tool_list_form.h"

#include <algorithm>
#include <QStringList>

#include "core/wire/json_text.h"
#include "ui/format/text.h"

namespace aiagent::ui {

ToolListForm readToolForm(const std::string& json) {
  auto tools = wire::readToolList(json);
  if (!tools) return {.readable = false, .tools = {}};
  return {.readable = true, .tools = std::move(*tools)};
}

QString toolTitle(const ToolEntry& tool) {
  const auto& name = tool.kind == ToolEntry::Kind::Function ? tool.function.name
                     : tool.kind == ToolEntry::Kind::Mcp    ? tool.mcp.label
                                                            : tool.type;
  return format::text(name.empty() ? tool.type : name);
}

bool hasHosted(const ToolListForm& form, std::string_view type) {
  return std::ranges::any_of(form.tools, [&](const auto& tool) { return tool.type == type; });
}

QString namesText(const std::vector<std::string>& names) {
  QStringList texts;
  for (const auto& name : names) texts << format::text(name);
  return texts.join(QStringLiteral(", "));
}

std::vector<std::string> namesFrom(const QString& text) {
  std::vector<std::string> names;
  for (const auto& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
    if (const auto name = part.trimmed(); !name.isEmpty()) names.push_back(format::utf8(name));
  return names;
}

bool isJsonObject(const QString& text) {
  return wire::jsonKind(format::utf8(text)) == wire::JsonKind::Object;
}

}  // namespace aiagent::ui
