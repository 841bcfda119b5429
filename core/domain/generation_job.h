// GenerationJob: a generation that was asked for without a network, and waits for one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/domain/ids.h"
#include "core/domain/run.h"

namespace aiagent::domain {

enum class GenerationKind {
  Generate,  // a whole agent
  Improve,   // an agent's prompt
};
std::string_view toWord(GenerationKind kind);  // "generate"
std::optional<GenerationKind> generationKindFromWord(std::string_view word);

enum class GenerationStatus {
  Waiting,  // for a network
  Running,
  Ready,   // its run has the answer; nobody has looked at it yet
  Failed,  // `error` says why; it can be tried again
};
std::string_view toWord(GenerationStatus status);  // "waiting"
std::optional<GenerationStatus> generationStatusFromWord(std::string_view word);

struct GenerationJob {
  GenerationId id;
  AgentId agent;  // null: a new agent is wanted
  GenerationKind kind = GenerationKind::Generate;
  GenerationStatus status = GenerationStatus::Waiting;
  std::string description;            // in the person's words; of an improvement the goal
  std::vector<std::string> examples;  // example conversations
  std::string language;
  std::string answerLanguage;
  RunId run;  // of the last try; null: none yet
  std::optional<RunError> error;
  base::WallTime created{};
  base::WallTime updated{};

  bool operator==(const GenerationJob&) const = default;
};

}  // namespace aiagent::domain
