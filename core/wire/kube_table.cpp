#include "core/wire/kube_table.h"

#include "core/base/utf8.h"
#include "core/wire/kube_document.h"
#include "core/wire/kube_row_reader.h"

namespace aiagent::wire {
namespace {

using kube::Reading;
using kube::Value;

std::string cellText(Reading& in, Value value) {
  simdjson::ondemand::json_type type;
  if (value.type().get(type) != simdjson::SUCCESS) return {};
  switch (type) {
    case simdjson::ondemand::json_type::string: return std::string(in.text(value));
    case simdjson::ondemand::json_type::number:
    case simdjson::ondemand::json_type::boolean: return std::string(base::trimmed(value.raw_json_token()));
    default: return {};
  }
}

KubeColumn readColumn(Reading& in, Value value) {
  KubeColumn column;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "name") in.text(member, column.name);
    if (key == "type") in.text(member, column.type);
    if (key == "format") in.text(member, column.format);
    if (key == "description") in.text(member, column.description);
    if (key == "priority") in.number(member, column.priority);
  });
  return column;
}

void readObject(Reading& in, Value value, KubeTableRow& row) {
  in.members(value, [&](std::string_view key, Value metadata) {
    if (key != "metadata") return;
    KubeHead head;
    kube::readHead(in, metadata, head);
    row.nameSpace = head.nameSpace.view();
    row.name = std::move(head.name);
    row.uid = std::move(head.uid);
    row.resourceVersion = std::move(head.resourceVersion);
    row.created = head.created;
  });
}

KubeTableRow readTableRow(Reading& in, Value value) {
  KubeTableRow row;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "cells") in.elements(member, [&](Value cell) { row.cells.push_back(cellText(in, cell)); });
    if (key == "object") readObject(in, member, row);
    if (key != "conditions") return;
    Conditions conditions;
    in.conditions(member, conditions);
    const auto* completed = findCondition(conditions, "Completed");
    row.completed = completed && completed->status == Truth::True;
  });
  return row;
}

void readTableHead(Reading& in, Value value, KubeTable& table) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "resourceVersion") in.text(member, table.resourceVersion);
    if (key == "continue") in.text(member, table.continueToken);
    if (key == "remainingItemCount") in.number(member, table.remaining);
  });
}

KubeTableRow readListItem(Reading& in, Value value) {
  KubeTableRow row;
  readObject(in, value, row);
  row.cells = {row.name, {}};
  return row;
}

}  // namespace

std::optional<KubeTable> readKubeTable(std::string_view json) {
  KubeTable table;
  bool named = false;
  const bool whole = kube::readDocument(json, [&](Reading& in, Value value) {
    in.members(value, [&](std::string_view key, Value member) {
      if (key == "kind") named = in.text(member) == "Table";
      if (key == "metadata") readTableHead(in, member, table);
      if (key == "columnDefinitions")
        in.elements(member, [&](Value each) { table.columns.push_back(readColumn(in, each)); });
      if (key == "rows")
        in.elements(member, [&](Value each) { table.rows.push_back(readTableRow(in, each)); });
    });
  });
  if (!whole || !named) return std::nullopt;
  if (!table.columns.empty())
    for (auto& row : table.rows) row.cells.resize(table.columns.size());
  return table;
}

std::optional<KubeTable> readKubeListAsTable(std::string_view json) {
  KubeTable table;
  table.columns = {{.name = "Name", .type = "string", .format = "name", .description = {}},
                   {.name = "Age", .type = "string", .format = {}, .description = {}}};
  bool hasItems = false;
  const bool whole = kube::readDocument(json, [&](Reading& in, Value value) {
    in.members(value, [&](std::string_view key, Value member) {
      if (key == "metadata") readTableHead(in, member, table);
      if (key != "items") return;
      hasItems = true;  // null for an empty list of some servers
      in.elements(member, [&](Value item) { table.rows.push_back(readListItem(in, item)); });
    });
  });
  if (!whole || !hasItems) return std::nullopt;
  return table;
}

std::optional<std::size_t> ageColumnOf(const std::vector<KubeColumn>& columns) {
  for (std::size_t at = 0; at < columns.size(); ++at)
    if (columns[at].name == "Age") return at;
  return std::nullopt;
}

}  // namespace aiagent::wire
