// Records as JSON for people's scripts (`--json`) and exports. Field names are camelCase and stable; a field
// is always there and null where it has no value. Times are ISO 8601 in UTC, durations milliseconds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/domain/agent_version.h"
#include "core/domain/provider.h"
#include "core/domain/run.h"

namespace aiagent::wire {

// id, name, description, prompt, model, parameters {dotted name: value}, tools, outputSchema, starters, tags,
// variables [{name, type, description, example, default, choices}], cases [{name, input, variables, expect}],
// knowledge [{name, mediaType, sha256, bytes, use}], archived, revision, headVersion, created, updated.
std::string toJson(const domain::Agent& agent);
// id, number, hash, parents, author, message, created, head, labels; of one version also its content as in an
// agent.
std::string toJson(const domain::AgentVersion& version);
std::string toJson(const std::vector<domain::VersionSummary>& versions);
std::string toJson(const std::vector<domain::Label>& labels);     // name, version, moved, by
std::string toJson(const std::vector<domain::LabelMove>& moves);  // name, from, to, by, at
std::string toJson(const std::vector<domain::AgentSummary>& agents);
std::string toJson(const domain::Provider& provider);
// id, status, text, input, agent {id, name}, version, fromDraft, model, modelAnswered, provider, parent,
// requestId, responseId, retries, usage {inputTokens …, estimated}, cost {usd, nanoUsd}, timings {sentMs …},
// error, created, request, messages [{id, role, text, parts, item, created}].
std::string toJson(const domain::RunRecord& run);
std::string toJson(const std::vector<domain::RunSummary>& runs);
std::string toJson(const base::Error& error);  // {"error":{code,subject,said,…}}
std::string quoted(std::string_view text);     // a JSON string literal

// Parameters <-> JSON text, for the store. What is read back equals what was written, also the kind of a
// number and JSON text that does not parse (a draft may hold it).
std::string toJson(const domain::ParameterValue& value);
base::Result<domain::ParameterValue> parameterValueFromJson(std::string_view json);
std::string toJson(const domain::Parameters& parameters);  // {"reasoning.effort":"low","temperature":0.5}
base::Result<domain::Parameters> parametersFromJson(std::string_view json);

}  // namespace aiagent::wire
