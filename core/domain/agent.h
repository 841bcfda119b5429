// Agent: what a person writes, keeps and runs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/knowledge.h"
#include "core/domain/parameters.h"
#include "core/domain/test_case.h"
#include "core/domain/variable.h"

namespace aiagent::domain {

// Everything about an agent that a person can edit. Text is UTF-8.
struct AgentContent {
  std::string name;
  std::string description;
  std::string prompt;  // instructions; may hold {{variables}}
  std::string model;   // empty: the provider's default is asked for at run time
  Parameters parameters;
  std::string tools;                  // JSON array text, or empty
  std::string outputSchema;           // JSON schema text, or empty
  std::vector<std::string> starters;  // conversation starters
  std::vector<std::string> tags;      // sorted, unique, trimmed
  std::vector<Variable> variables;    // declared ones, names unique; a {{name}} without one is a string
  std::vector<TestCase> cases;
  std::vector<KnowledgeFile> knowledge;

  bool operator==(const AgentContent&) const = default;
};

struct Agent {
  AgentId id;
  AgentContent content;
  UserId owner;  // null: this device's local user
  bool archived = false;
  std::int64_t revision = 0;  // rises by one with every saved edit; used to detect conflicting edits
  VersionId headVersion;      // null until versions exist
  base::WallTime created{};
  base::WallTime updated{};

  bool operator==(const Agent&) const = default;
};

// An unsaved edit of an agent, durable beside it.
struct AgentDraft {
  AgentId agent;
  AgentContent content;
  std::int64_t baseRevision = 0;  // the revision it was begun from
  VersionId baseVersion = {};     // the head it was begun from; null: the agent had no version then
  VersionId mergedWith = {};      // saving it is a merge with this version; null: it is none
  base::WallTime saved{};

  bool operator==(const AgentDraft&) const = default;
};

// A row of the library: enough to paint, nothing heavy.
struct AgentSummary {
  AgentId id;
  std::string name;
  std::string description;
  std::string model;
  std::vector<std::string> tags;
  bool archived = false;
  bool hasDraft = false;
  std::int64_t revision = 0;
  base::WallTime updated{};
  std::string snippet;  // of a search: matched words between U+0002 and U+0003

  bool operator==(const AgentSummary&) const = default;
};

// Limits: a 10 MB prompt is somebody's accident, but it must be kept all the same; beyond this it is refused.
inline constexpr std::size_t kLongestName = 200;  // bytes
inline constexpr std::size_t kLongestDescription = 20'000;
inline constexpr std::size_t kLongestPrompt = 16u << 20;
inline constexpr std::size_t kMostTags = 64;
inline constexpr std::size_t kLongestTag = 64;
inline constexpr std::size_t kMostVariables = 256;
inline constexpr std::size_t kMostCases = 10'000;
inline constexpr std::size_t kMostKnowledgeFiles = 500;

// Trims name, tags; sorts and uniques tags; checks limits, UTF-8, that a name is there, that declared
// variables have names of their own and defaults that fit, that knowledge has file names and hashes. That
// tools and schema are JSON of the right kind is the wire layer's to check. InvalidInput names the field:
// "name", "description", "prompt", "model", "starter", "tag", "variable", "case", "knowledge".
base::Result<AgentContent> normalised(AgentContent content);

}  // namespace aiagent::domain
