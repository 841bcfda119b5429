#include "core/store/agent_rows.h"

#include <array>

#include "core/store/sql.h"
#include "core/wire/json_text.h"

namespace aiagent::store {
namespace {

using domain::AgentContent;
using domain::JsonText;
using domain::ParameterValue;

// Most contents have a tag or two and nothing else, and looking through each list costs more than reading
// one. So one statement says which of them have anything, a bit each in the order of `read`. (One statement
// for all of them, in order, is a merge of six sorted streams, and costs as much as the six.)
#define AIAGENT_WHICH_LISTS(TABLE)                            \
  "SELECT (EXISTS(SELECT 1 FROM " TABLE "_tag WHERE " TABLE   \
  "=?1) << 0)"                                                \
  " | (EXISTS(SELECT 1 FROM " TABLE "_starter WHERE " TABLE   \
  "=?1) << 1)"                                                \
  " | (EXISTS(SELECT 1 FROM " TABLE "_parameter WHERE " TABLE \
  "=?1) << 2)"                                                \
  " | (EXISTS(SELECT 1 FROM " TABLE "_variable WHERE " TABLE  \
  "=?1) << 3)"                                                \
  " | (EXISTS(SELECT 1 FROM " TABLE "_case WHERE " TABLE      \
  "=?1) << 4)"                                                \
  " | (EXISTS(SELECT 1 FROM " TABLE "_knowledge WHERE " TABLE "=?1) << 5)"
#define AIAGENT_READ_LISTS(TABLE, TAG_PLACE)                                                              \
  {                                                                                                       \
    "SELECT tag FROM " TABLE "_tag WHERE " TABLE "=?1 ORDER BY " TAG_PLACE,                               \
        "SELECT text FROM " TABLE "_starter WHERE " TABLE "=?1 ORDER BY position",                        \
        "SELECT name, kind, value FROM " TABLE "_parameter WHERE " TABLE "=?1 ORDER BY name",             \
        "SELECT name, type, description, example, default_value, choices FROM " TABLE                     \
        "_variable WHERE " TABLE "=?1 ORDER BY position",                                                 \
        "SELECT name, input, variables, expect FROM " TABLE "_case WHERE " TABLE "=?1 ORDER BY position", \
        "SELECT name, media_type, sha256, bytes, use FROM " TABLE "_knowledge WHERE " TABLE               \
        "=?1 ORDER BY position"                                                                           \
  }

struct ListSql {
  const char* which;
  std::array<const char*, 6> read;
  const char* addTag;
  const char* addParameter;
  const char* addStarter;
  const char* addVariable;
  const char* addCase;
  const char* addKnowledge;
  std::array<const char*, 6> remove;
};

constexpr ListSql kAgentSql = {
    AIAGENT_WHICH_LISTS("agent"),
    AIAGENT_READ_LISTS("agent", "tag"),
    "INSERT OR IGNORE INTO agent_tag(agent, tag) VALUES(?1, ?3)",
    "INSERT INTO agent_parameter(agent, name, kind, value) VALUES(?1, ?2, ?3, ?4)",
    "INSERT INTO agent_starter(agent, position, text) VALUES(?1, ?2, ?3)",
    "INSERT INTO agent_variable(agent, position, name, type, description, example, default_value, choices) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "INSERT INTO agent_case(agent, position, name, input, variables, expect) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT INTO agent_knowledge(agent, position, name, media_type, sha256, bytes, use) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    {"DELETE FROM agent_tag WHERE agent=?1", "DELETE FROM agent_parameter WHERE agent=?1",
     "DELETE FROM agent_starter WHERE agent=?1", "DELETE FROM agent_variable WHERE agent=?1",
     "DELETE FROM agent_case WHERE agent=?1", "DELETE FROM agent_knowledge WHERE agent=?1"},
};
constexpr ListSql kSnapshotSql = {
    AIAGENT_WHICH_LISTS("snapshot"),
    AIAGENT_READ_LISTS("snapshot", "position"),
    "INSERT INTO snapshot_tag(snapshot, position, tag) VALUES(?1, ?2, ?3)",
    "INSERT INTO snapshot_parameter(snapshot, name, kind, value) VALUES(?1, ?2, ?3, ?4)",
    "INSERT INTO snapshot_starter(snapshot, position, text) VALUES(?1, ?2, ?3)",
    "INSERT INTO snapshot_variable(snapshot, position, name, type, description, example, default_value, "
    "choices) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "INSERT INTO snapshot_case(snapshot, position, name, input, variables, expect) VALUES(?1, ?2, ?3, ?4, "
    "?5, ?6)",
    "INSERT INTO snapshot_knowledge(snapshot, position, name, media_type, sha256, bytes, use) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    {"DELETE FROM snapshot_tag WHERE snapshot=?1", "DELETE FROM snapshot_parameter WHERE snapshot=?1",
     "DELETE FROM snapshot_starter WHERE snapshot=?1", "DELETE FROM snapshot_variable WHERE snapshot=?1",
     "DELETE FROM snapshot_case WHERE snapshot=?1", "DELETE FROM snapshot_knowledge WHERE snapshot=?1"},
};
#undef AIAGENT_WHICH_LISTS
#undef AIAGENT_READ_LISTS

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

std::string jsonOf(const domain::VariableValues& values) {
  wire::JsonObject object;
  for (const auto& [name, value] : values) object.text(name, value);
  return object.take();
}

// What is in these columns was written here; anything else (a damaged row) reads as empty.
domain::VariableValues valuesOf(std::string_view json) {
  domain::VariableValues values;
  for (const auto& member : wire::jsonMembers(json).value_or(std::vector<wire::JsonMember>{}))
    values[member.name] = wire::stringFromJson(member.value).value_or("");
  return values;
}

domain::Variable variableOf(const Query& row) {
  return {.name = row.text(0),
          .type = domain::variableTypeFromWord(row.view(1)).value_or(domain::VariableType::String),
          .description = row.text(2),
          .example = row.text(3),
          .defaultValue = row.text(4),
          .choices = textsFromJson(row.view(5))};
}

domain::TestCase caseOf(const Query& row) {
  return {
      .name = row.text(0), .input = row.text(1), .variables = valuesOf(row.view(2)), .expect = row.text(3)};
}

domain::KnowledgeFile knowledgeOf(const Query& row) {
  return {.name = row.text(0),
          .mediaType = row.text(1),
          .sha256 = row.text(2),
          .bytes = row.integer(3),
          .use = domain::knowledgeUseFromWord(row.view(4)).value_or(domain::KnowledgeUse::InputFile)};
}

// `list` as in ListSql::read.
void readItem(const Query& row, std::size_t list, AgentContent& content) {
  switch (list) {
    case 0: content.tags.push_back(row.text(0)); break;
    case 1: content.starters.push_back(row.text(0)); break;
    case 2: content.parameters.set(row.text(0), readValue(row, 1, 2)); break;
    case 3: content.variables.push_back(variableOf(row)); break;
    case 4: content.cases.push_back(caseOf(row)); break;
    default: content.knowledge.push_back(knowledgeOf(row)); break;
  }
}

// Adds a row an item: `bind` gives the columns behind the number and the position.
template <class Item, class Bind>
void addRows(Connection& connection, const char* sql, std::int64_t number, const std::vector<Item>& items,
             const Bind& bind) {
  if (items.empty()) return;
  Query query(connection, sql);
  for (std::size_t i = 0; i < items.size(); ++i) {
    query.bind(number, static_cast<std::int64_t>(i));
    bind(query, items[i]);
    query.run();
    query.reset();
  }
}

void addParameters(Connection& connection, const char* sql, std::int64_t number,
                   const domain::Parameters& parameters) {
  if (parameters.empty()) return;
  Query query(connection, sql);
  for (const auto& parameter : parameters.all()) {
    query.bind(number, parameter.name, kindWord(parameter.value));
    std::visit(BindValue{query}, parameter.value);
    query.run();
    query.reset();
  }
}

}  // namespace

std::string textsToJson(const std::vector<std::string>& texts) {
  wire::JsonArray array;
  for (const auto& text : texts) array.text(text);
  return array.take();
}

std::vector<std::string> textsFromJson(std::string_view json) {
  std::vector<std::string> texts;
  for (const auto element : wire::jsonElements(json).value_or(std::vector<std::string_view>{}))
    texts.push_back(wire::stringFromJson(element).value_or(""));
  return texts;
}

std::string_view kindWord(const ParameterValue& value) {
  static constexpr std::array<std::string_view, 5> kWords = {"boolean", "integer", "number", "word", "json"};
  return kWords[value.index()];
}

void readLists(Connection& connection, ContentHolder holder, std::int64_t number, AgentContent& content) {
  const auto& sql = sqlOf(holder);
  Query which(connection, sql.which);
  const auto present = which.bind(number).next() ? which.integer(0) : 0;
  for (std::size_t list = 0; list < sql.read.size(); ++list) {
    if ((present >> list & 1) == 0) continue;
    Query row(connection, sql.read[list]);
    row.bind(number);
    while (row.next()) readItem(row, list, content);
  }
}

void writeLists(Connection& connection, ContentHolder holder, std::int64_t number,
                const AgentContent& content) {
  const auto& sql = sqlOf(holder);
  const auto text = [](Query& query, const std::string& item) { query.bind(item); };
  addRows(connection, sql.addTag, number, content.tags, text);
  addRows(connection, sql.addStarter, number, content.starters, text);
  addParameters(connection, sql.addParameter, number, content.parameters);
  addRows(connection, sql.addVariable, number, content.variables,
          [](Query& query, const domain::Variable& item) {
            query.bind(item.name, domain::toWord(item.type), item.description, item.example,
                       item.defaultValue, textsToJson(item.choices));
          });
  addRows(connection, sql.addCase, number, content.cases, [](Query& query, const domain::TestCase& item) {
    query.bind(item.name, item.input, jsonOf(item.variables), item.expect);
  });
  addRows(connection, sql.addKnowledge, number, content.knowledge,
          [](Query& query, const domain::KnowledgeFile& item) {
            query.bind(item.name, item.mediaType, item.sha256, item.bytes, domain::toWord(item.use));
          });
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

void dropSnapshotIfUnused(Connection& connection, std::int64_t snapshot) {
  Query(connection,
        "DELETE FROM snapshot WHERE number=?1 "
        "AND NOT EXISTS(SELECT 1 FROM run_request WHERE snapshot=?1) "
        "AND NOT EXISTS(SELECT 1 FROM agent_version WHERE snapshot=?1) "
        "AND NOT EXISTS(SELECT 1 FROM agent_draft WHERE snapshot=?1)")
      .bind(snapshot)
      .run();
}

std::optional<std::int64_t> agentNumber(Connection& connection, domain::AgentId id) {
  Query query(connection, "SELECT number FROM agent WHERE id=?1");
  return query.bind(id).next() ? std::optional(query.integer(0)) : std::nullopt;
}

}  // namespace aiagent::store
