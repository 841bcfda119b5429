// Recorded answers of tools, and the local programs that may answer them. Every function runs inside the
// caller's transaction (store.h). Both belong to this device: they stay out of the change feed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/ids.h"

namespace aiagent::store {

class Connection;

struct ToolKey {
  domain::AgentId agent;
  std::string tool;
};

// `arguments` as text that equal arguments share; the caller brings them into one form.
base::Result<std::optional<std::string>> loadToolAnswer(Connection&, const ToolKey& key,
                                                        std::string_view arguments);
base::Result<void> saveToolAnswer(Connection&, const ToolKey& key, std::string_view arguments,
                                  std::string_view answer);  // replaces an earlier one
base::Result<void> removeToolAnswer(Connection&, const ToolKey& key, std::string_view arguments);

struct ToolCommand {
  std::vector<std::string> program;  // the program, then its arguments
  bool always = false;               // allowed without asking, while `program` stays as it is
  bool operator==(const ToolCommand&) const = default;
};

base::Result<std::optional<ToolCommand>> loadToolCommand(Connection&, const ToolKey& key);
// Replaces an earlier one with its permission. An empty program removes it.
base::Result<void> saveToolCommand(Connection&, const ToolKey& key, const ToolCommand& command);

}  // namespace aiagent::store
