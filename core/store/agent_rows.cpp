#include "core/store/agent_rows.h"

#include <array>

#include "core/store/sql.h"

namespace aiagent::store {
namespace {

using domain::AgentContent;
using domain::JsonText;
using domain::ParameterValue;

struct ListSql {
  const char* readTags;
  const char* addTag;
  const char* readParameters;
  const char* addParameter;
  const char* readStarters;
  const char* addStarter;
  std::array<const char*, 3> remove;
};

constexpr ListSql kAgentSql = {
    "SELECT tag FROM agent_tag WHERE agent=?1 ORDER BY tag",
    "INSERT OR IGNORE INTO agent_tag(agent, tag) VALUES(?1, ?3)",
    "SELECT name, kind, value FROM agent_parameter WHERE agent=?1 ORDER BY name",
    "INSERT INTO agent_parameter(agent, name, kind, value) VALUES(?1, ?2, ?3, ?4)",
    "SELECT text FROM agent_starter WHERE agent=?1 ORDER BY position",
    "INSERT INTO agent_starter(agent, position, text) VALUES(?1, ?2, ?3)",
    {"DELETE FROM agent_tag WHERE agent=?1", "DELETE FROM agent_parameter WHERE agent=?1",
     "DELETE FROM agent_starter WHERE agent=?1"},
};
constexpr ListSql kSnapshotSql = {
    "SELECT tag FROM snapshot_tag WHERE snapshot=?1 ORDER BY position",
    "INSERT INTO snapshot_tag(snapshot, position, tag) VALUES(?1, ?2, ?3)",
    "SELECT name, kind, value FROM snapshot_parameter WHERE snapshot=?1 ORDER BY name",
    "INSERT INTO snapshot_parameter(snapshot, name, kind, value) VALUES(?1, ?2, ?3, ?4)",
    "SELECT text FROM snapshot_starter WHERE snapshot=?1 ORDER BY position",
    "INSERT INTO snapshot_starter(snapshot, position, text) VALUES(?1, ?2, ?3)",
    {"DELETE FROM snapshot_tag WHERE snapshot=?1", "DELETE FROM snapshot_parameter WHERE snapshot=?1",
     "DELETE FROM snapshot_starter WHERE snapshot=?1"},
};

const ListSql& sqlOf(ContentHolder holder) {
  return holder == ContentHolder::Agent ? kAgentSql : kSnapshotSql;
}

ParameterValue readValue(const Query& row, int kindColumn, int valueColumn) {
  const auto kind = row.view(kindColumn);
  if (kind == "boolean") return row.boolean(valueColumn);
  if (kind == "integer") return row.integer(valueColumn);
  if (kind == "number") return row.real(valueColumn);
  if (kind == "json") return JsonText{row.text(valueColumn)};
  return row.text(valueColumn);
}

struct BindValue {
  Query& query;
  void operator()(bool value) const { query.bind(value); }
  void operator()(std::int64_t value) const { query.bind(value); }
  void operator()(double value) const { query.bind(value); }
  void operator()(const std::string& value) const { query.bind(value); }
  void operator()(const JsonText& value) const { query.bind(value.text); }
};

void addTexts(Connection& connection, const char* sql, std::int64_t number,
              const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  Query query(connection, sql);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    query.bind(number, static_cast<std::int64_t>(i), texts[i]).run();
    query.reset();
  }
}

std::vector<std::string> readTexts(Connection& connection, const char* sql, std::int64_t number) {
  std::vector<std::string> texts;
  Query query(connection, sql);
  query.bind(number);
  while (query.next()) texts.push_back(query.text(0));
  return texts;
}

}  // namespace

std::string_view kindWord(const ParameterValue& value) {
  static constexpr std::array<std::string_view, 5> kWords = {"boolean", "integer", "number", "word", "json"};
  return kWords[value.index()];
}

void readLists(Connection& connection, ContentHolder holder, std::int64_t number, AgentContent& content) {
  const auto& sql = sqlOf(holder);
  content.tags = readTexts(connection, sql.readTags, number);
  content.starters = readTexts(connection, sql.readStarters, number);
  Query parameters(connection, sql.readParameters);
  parameters.bind(number);
  while (parameters.next()) content.parameters.set(parameters.text(0), readValue(parameters, 1, 2));
}

void writeLists(Connection& connection, ContentHolder holder, std::int64_t number,
                const AgentContent& content) {
  const auto& sql = sqlOf(holder);
  addTexts(connection, sql.addTag, number, content.tags);
  addTexts(connection, sql.addStarter, number, content.starters);
  if (content.parameters.empty()) return;
  Query query(connection, sql.addParameter);
  for (const auto& parameter : content.parameters.all()) {
    query.bind(number, parameter.name, kindWord(parameter.value));
    std::visit(BindValue{query}, parameter.value);
    query.run();
    query.reset();
  }
}

void removeLists(Connection& connection, ContentHolder holder, std::int64_t number) {
  for (const char* sql : sqlOf(holder).remove) Query(connection, sql).bind(number).run();
}

AgentContent readSnapshot(Connection& connection, std::int64_t snapshot) {
  AgentContent content;
  Query query(connection,
              "SELECT name, description, model, tools, output_schema, prompt FROM snapshot WHERE number=?1");
  if (query.bind(snapshot).next()) {
    content.name = query.text(0);
    content.description = query.text(1);
    content.model = query.text(2);
    content.tools = query.text(3);
    content.outputSchema = query.text(4);
    content.prompt = query.text(5);
  }
  readLists(connection, ContentHolder::Snapshot, snapshot, content);
  return content;
}

std::int64_t insertSnapshot(Connection& connection, const AgentContent& content) {
  Query(connection,
        "INSERT INTO snapshot(name, description, model, tools, output_schema, prompt) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
      .bind(content.name, content.description, content.model, content.tools, content.outputSchema,
            content.prompt)
      .run();
  const auto number = lastInsertedNumber(connection);
  writeLists(connection, ContentHolder::Snapshot, number, content);
  return number;
}

void updateSnapshot(Connection& connection, std::int64_t snapshot, const AgentContent& content) {
  Query(connection,
        "UPDATE snapshot SET name=?2, description=?3, model=?4, tools=?5, output_schema=?6, prompt=?7 "
        "WHERE number=?1")
      .bind(snapshot, content.name, content.description, content.model, content.tools, content.outputSchema,
            content.prompt)
      .run();
  removeLists(connection, ContentHolder::Snapshot, snapshot);
  writeLists(connection, ContentHolder::Snapshot, snapshot, content);
}

std::optional<std::int64_t> agentNumber(Connection& connection, domain::AgentId id) {
  Query query(connection, "SELECT number FROM agent WHERE id=?1");
  return query.bind(id).next() ? std::optional(query.integer(0)) : std::nullopt;
}

}  // namespace aiagent::store
