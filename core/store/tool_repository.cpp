#include "core/store/tool_repository.h"

#include "core/store/agent_rows.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {

using base::Result;

Result<std::optional<std::string>> loadToolAnswer(Connection& connection, const ToolKey& key,
                                                  std::string_view arguments) {
  return guarded([&]() -> Result<std::optional<std::string>> {
    Query row(connection, "SELECT answer FROM tool_answer WHERE agent=?1 AND tool=?2 AND arguments=?3");
    if (!row.bind(key.agent, key.tool, arguments).next()) return std::optional<std::string>();
    return std::optional(row.text(0));
  });
}

Result<void> saveToolAnswer(Connection& connection, const ToolKey& key, std::string_view arguments,
                            std::string_view answer) {
  return guarded([&]() -> Result<void> {
    Query(connection,
          "INSERT INTO tool_answer(agent, tool, arguments, answer, recorded) VALUES(?1, ?2, ?3, ?4, ?5) "
          "ON CONFLICT(agent, tool, arguments) DO UPDATE SET answer=excluded.answer, "
          "recorded=excluded.recorded")
        .bind(key.agent, key.tool, arguments, answer, connection.clock().wallNow())
        .run();
    return {};
  });
}

Result<void> removeToolAnswer(Connection& connection, const ToolKey& key, std::string_view arguments) {
  return guarded([&]() -> Result<void> {
    Query(connection, "DELETE FROM tool_answer WHERE agent=?1 AND tool=?2 AND arguments=?3")
        .bind(key.agent, key.tool, arguments)
        .run();
    return {};
  });
}

Result<std::optional<ToolCommand>> loadToolCommand(Connection& connection, const ToolKey& key) {
  return guarded([&]() -> Result<std::optional<ToolCommand>> {
    Query row(connection, "SELECT program, always FROM tool_command WHERE agent=?1 AND tool=?2");
    if (!row.bind(key.agent, key.tool).next()) return std::optional<ToolCommand>();
    ToolCommand command{textsFromJson(row.view(0)), row.boolean(1)};
    if (command.program.empty()) return std::optional<ToolCommand>();  // not of our writing
    return std::optional(std::move(command));
  });
}

Result<void> saveToolCommand(Connection& connection, const ToolKey& key, const ToolCommand& command) {
  return guarded([&]() -> Result<void> {
    if (command.program.empty()) {
      Query(connection, "DELETE FROM tool_command WHERE agent=?1 AND tool=?2")
          .bind(key.agent, key.tool)
          .run();
      return {};
    }
    Query(connection,
          "INSERT INTO tool_command(agent, tool, program, always) VALUES(?1, ?2, ?3, ?4) "
          "ON CONFLICT(agent, tool) DO UPDATE SET program=excluded.program, always=excluded.always")
        .bind(key.agent, key.tool, textsToJson(command.program), command.always)
        .run();
    return {};
  });
}

}  // namespace aiagent::store
