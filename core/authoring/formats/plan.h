// What an import will do, told before it does it. Nothing is written here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/formats/import.h"

namespace aiagent::authoring {

// An agent that is there already.
struct ExistingAgent {
  domain::AgentId id;
  domain::AgentContent content;
  std::int64_t revision = 0;
};

enum class PlanResult {
  New,       // there is none of that id or name
  Same,      // it is there already, and would give this file: alike by meaning in all that the format carries
  Conflict,  // it is there, and otherwise: the person decides
  Refused,   // `error` says why
};
std::string_view toWord(PlanResult result);  // "new", "same", "conflict", "refused"

struct PlanItem {
  std::string name;
  std::string source;
  std::optional<Format> format;
  PlanResult result = PlanResult::Refused;
  domain::AgentId existing;  // of Same and Conflict; null: the other one is in this import too
  std::int64_t existingRevision = 0;
  std::vector<Loss> losses;
  std::optional<base::Error> error;
  std::vector<Format> candidates;    // with an Ambiguous error
  std::optional<Imported> imported;  // what is to be written; its losses have moved to `losses`
};

struct ImportPlan {
  std::vector<PlanItem> items;
  std::vector<std::string> ignored;
};

// The short forms of agents' names that a name made of a file's may stand for: "help.openai" is "help-openai"
// or "help".
std::vector<std::string> shortForms(std::string_view fileName);

// An id decides where the format carries one and it is known; else the name does. Of several existing agents
// of one name the first counts. A name that was made up of a file's may be the short form of an existing
// agent's, but finds it only where the two are the same. Two of one id in one import: the second is Same
// where alike, else refused as Ambiguous.
ImportPlan planOf(ImportResult read, const std::vector<ExistingAgent>& existing);
ImportPlan plan(const Files& files, const std::vector<ExistingAgent>& existing,
                const ImportOptions& options = {});

}  // namespace aiagent::authoring
