// Records for the store's tests.
#pragma once

#include <string>

#include "core/domain/agent.h"
#include "core/domain/run.h"
#include "core/store/sync_repository.h"
#include "tests/support/temp_store.h"

namespace aiagent::test {

domain::AgentContent named(std::string name);
// Every field filled, every kind of parameter.
domain::AgentContent fullContent();
// A run with every field filled.
domain::RunRecord fullRun(base::UuidSource& ids, base::WallTime created);
domain::RunRecord smallRun(base::UuidSource& ids, base::WallTime created, std::string input,
                           std::string answer);

// A history of the server.
inline constexpr char kEpoch[] = "0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31";
// Ada's membership of a team at agents.example.com.
store::SyncBinding sampleBinding(base::Uuid account, base::Uuid workspace);
// Of a planned mutation.
std::int64_t numberOf(const std::string& mutation);

std::int64_t rowsIn(TempStore& store, const std::string& table);
std::int64_t askInteger(TempStore& store, const std::string& sql);
// Runs SQL on the writer, past the repositories.
base::Result<void> execute(TempStore& store, const std::string& sql);

}  // namespace aiagent::test
