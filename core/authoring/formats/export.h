// Agents -> files, with a report that was found by reading the files back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/authoring/formats/format.h"
#include "core/authoring/formats/readers.h"
#include "core/base/result.h"

namespace aiagent::authoring {

// What does not come back as it went, value by value: NotInFormat where the format has no place for it,
// Altered where it has. JSON in tools and schema may come back laid out otherwise.
std::vector<Loss> lossesBetween(const domain::AgentContent& before, const domain::AgentContent& after,
                                Format format);

// What comes back of an agent that goes out: what is left of it in the format. Nothing where the format is
// not read back, or what it writes is refused. The name may have been made up of the file's.
std::optional<domain::AgentContent> throughFormat(const domain::AgentContent& content, Format format);

// InvalidInput: the format is for import only ("format"), or the content fails domain::normalised().
base::Result<Exported> exportAgent(const AgentToExport& agent, Format format,
                                   const ExportOptions& options = {});

// Own JSON: one file; the library folder: one folder an agent and a short README; others: each agent's files,
// the name made unique. Losses carry the agent's name before the field: "Triage: cases[0].expect".
base::Result<Exported> exportAgents(const std::vector<AgentToExport>& agents, Format format,
                                    const ExportOptions& options = {});

// What a library folder holds of the exported agents and the export no longer writes: the folder of an agent
// that was renamed, the cases of one that has none any more. Left there they would come back with the next
// import. Agents are told by their ids; nothing else in the folder is named.
std::vector<std::string> staleFiles(const Files& there, const Files& exported);
// The folders of agents that a library folder holds and the export does not: deleted from the library since,
// or somebody else's. Whose they are nobody can tell from here, so that they are not for taking away.
std::vector<std::string> otherAgents(const Files& there, const Files& exported);

}  // namespace aiagent::authoring
