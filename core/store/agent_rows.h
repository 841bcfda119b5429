// An agent's content as rows: of the agent itself, or of a snapshot (a draft's or a run's copy). Functions
// throw and run inside the caller's transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/agent.h"
#include "core/store/connection.h"

namespace aiagent::store {

enum class ContentHolder { Agent, Snapshot };

// Tags, parameters, starters, variables, cases and knowledge.
void readLists(Connection& connection, ContentHolder holder, std::int64_t number,
               domain::AgentContent& content);
void writeLists(Connection& connection, ContentHolder holder, std::int64_t number,
                const domain::AgentContent& content);
void removeLists(Connection& connection, ContentHolder holder, std::int64_t number);

domain::AgentContent readSnapshot(Connection& connection, std::int64_t snapshot);
std::int64_t insertSnapshot(Connection& connection, const domain::AgentContent& content);
// Deletes a copy that no run and no version uses any more; a draft's copy goes with its draft.
void dropSnapshotIfUnused(Connection& connection, std::int64_t snapshot);
void updateSnapshot(Connection& connection, std::int64_t snapshot, const domain::AgentContent& content);

std::optional<std::int64_t> agentNumber(Connection& connection, domain::AgentId id);

// A column that holds a list of texts as a JSON array. Anything else reads as empty.
std::string textsToJson(const std::vector<std::string>& texts);
std::vector<std::string> textsFromJson(std::string_view json);

// A word of a parameter's kind, and back.
std::string_view kindWord(const domain::ParameterValue& value);

}  // namespace aiagent::store
