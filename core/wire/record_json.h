// Records as JSON for people's scripts (`--json`) and exports. Field names are camelCase and stable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/domain/agent.h"
#include "core/domain/run.h"

namespace aiagent::wire {

std::string toJson(const domain::Agent& agent);
std::string toJson(const std::vector<domain::AgentSummary>& agents);
std::string toJson(const domain::Provider& provider);
std::string toJson(const domain::RunRecord& run);          // with messages and "text"
std::string toJson(const std::vector<domain::RunSummary>& runs);
std::string toJson(const base::Error& error);              // {"error":{code,subject,said,…}}
std::string quoted(std::string_view text);                 // a JSON string literal

// Parameters <-> one JSON object text, for the store.
std::string toJson(const domain::ParameterValue& value);
base::Result<domain::ParameterValue> parameterValueFromJson(std::string_view json);

}  // namespace aiagent::wire
