// Shared records as the fields of a row of the hosted library (resources/sql/postgres), and back.
//
// A field that is not there has its default, so a row holds what a person wrote and no more. Texts that a
// person writes as JSON (tools, output schema) travel as strings: the database would write them anew.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/agent_version.h"
#include "core/domain/shared_agent.h"

namespace aiagent::wire {

using Fields = std::map<std::string, std::string>;  // name -> JSON text

std::string toJson(const Fields& fields);
// InvalidInput: not an object.
base::Result<Fields> fieldsFromJson(std::string_view json);

// name, description, draft_prompt, model, params, tools, output_schema, starters, tags, variables, cases,
// knowledge, archived, head_version, labels, owner, created (milliseconds since 1970).
Fields toFields(const domain::SharedAgent& agent);
// What does not fit a field leaves it at its default.
domain::SharedAgent sharedAgentFrom(const Fields& fields);
// The fields of `fields` that this program does not know.
Fields unknownAgentFields(const Fields& fields);

// agent, parents, content (an agent's fields), hash, message, author, created.
Fields toFields(const domain::AgentVersion& version);
// InvalidInput: no agent, or no content.
base::Result<domain::AgentVersion> versionFrom(domain::VersionId id, const Fields& fields);

// The fields in which `now` differs from `base`, with their new value, null where it has none. Values are
// compared as texts: both must be of toFields().
Fields changedFields(const Fields& base, const Fields& now);

// ["a","b"] as texts; anything else is empty.
std::vector<std::string> textsFrom(std::string_view json);

}  // namespace aiagent::wire
