#include "core/wire/kube_table.h"

#include "core/base/utf8.h"
#include "core/wire/kube_row_reader.h"
#include "core/wire/padded_text.h"

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

bool readTable(Reading& in, Value value, KubeTable& table) {
  bool named = false;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "kind") named = in.text(member) == "Table";
    if (key == "columnDefinitions")
      in.elements(member, [&](Value each) { table.columns.push_back(readColumn(in, each)); });
    if (key == "rows") in.elements(member, [&](Value each) { table.rows.push_back(readTableRow(in, each)); });
    if (key != "metadata") return;
    in.members(member, [&](std::string_view name, Value meta) {
      if (name == "resourceVersion") in.text(meta, table.resourceVersion);
      if (name == "continue") in.text(meta, table.continueToken);
    });
  });
  return named && !in.broken;
}

}  // namespace

std::optional<KubeTable> readKubeTable(std::string_view json) {
  base::Interner names;
  Reading in(names);
  PaddedText text;
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  Value value;
  KubeTable table;
  const char* bytes = text.copy(json);
  const simdjson::padded_string_view padded(bytes, json.size(), text.capacity());
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return std::nullopt;
  if (document.get_value().get(value) != simdjson::SUCCESS) return std::nullopt;
  if (!readTable(in, value, table)) return std::nullopt;
  if (!table.columns.empty())
    for (auto& row : table.rows) row.cells.resize(table.columns.size());
  return table;
}

}  // namespace aiagent::wire
