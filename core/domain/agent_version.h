// AgentVersion: an immutable state of an agent, and the labels that point to one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/agent.h"
#include "core/domain/ids.h"

namespace aiagent::domain {

// What a version is made of: prompt, model, parameters, tools, output schema, variables, knowledge. The rest
// of the content (name, description, starters, tags, cases) belongs to the agent; a version keeps it as it
// was at the time, to be read, but it is no part of the hash and a restore leaves the agent's own.
bool sameVersionedFields(const AgentContent& one, const AgentContent& other);
// `agent` with the versioned fields of `version`.
AgentContent withVersionedFields(AgentContent agent, const AgentContent& version);
// SHA-256 of the versioned fields, 64 hex digits. Each field and item is counted and measured, so that no two
// contents are written alike; the same on every platform.
std::string contentHash(const AgentContent& content);

struct AgentVersion {
  VersionId id;
  AgentId agent;
  std::int64_t number = 0;         // "v12": counted per agent in the order this profile got to know them
  std::string hash;                // contentHash(content)
  std::vector<VersionId> parents;  // none: the first; two: a merge
  std::string author;              // a name; empty: not told
  std::string message;             // why; may be empty
  base::WallTime created{};
  AgentContent content;

  bool operator==(const AgentVersion&) const = default;
};

// A row of the list of versions: all but the content.
struct VersionSummary {
  VersionId id;
  std::int64_t number = 0;
  std::string hash;
  std::vector<VersionId> parents;
  std::string author;
  std::string message;
  base::WallTime created{};
  bool head = false;
  std::vector<std::string> labels;  // sorted

  bool operator==(const VersionSummary&) const = default;
};

// What a person says about a save.
struct SaveNote {
  std::string message = {};
  std::string author = {};
  VersionId mergedWith = {};  // the second parent of a merge; null: none
};

struct Label {
  std::string name;
  VersionId version;
  base::WallTime moved{};
  std::string by;

  bool operator==(const Label&) const = default;
};

// A line of a label's history.
struct LabelMove {
  std::string name;
  VersionId from;  // null: the label was new
  VersionId to;    // null: it was taken off
  std::string by;
  base::WallTime at{};

  bool operator==(const LabelMove&) const = default;
};

// The labels that are always offered. Others are the person's own.
inline constexpr std::string_view kUsualLabels[] = {"draft", "staging", "production"};

// [a-z0-9] then [a-z0-9._-], at most 64 characters, and not a version's own way of writing ("v12", "latest",
// "head"). InvalidInput, subject "label".
base::Result<void> checkLabelName(std::string_view name);

}  // namespace aiagent::domain
