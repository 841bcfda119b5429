#include "core/domain/generation_job.h"

#include <array>
#include <utility>

namespace aiagent::domain {
namespace {

constexpr std::array<std::pair<GenerationKind, std::string_view>, 2> kKinds = {
    {{GenerationKind::Generate, "generate"}, {GenerationKind::Improve, "improve"}}};
constexpr std::array<std::pair<GenerationStatus, std::string_view>, 4> kStatuses = {
    {{GenerationStatus::Waiting, "waiting"},
     {GenerationStatus::Running, "running"},
     {GenerationStatus::Ready, "ready"},
     {GenerationStatus::Failed, "failed"}}};

}  // namespace

std::string_view toWord(GenerationKind kind) {
  return kKinds[static_cast<std::size_t>(kind)].second;
}

std::optional<GenerationKind> generationKindFromWord(std::string_view word) {
  for (const auto& [kind, name] : kKinds)
    if (name == word) return kind;
  return std::nullopt;
}

std::string_view toWord(GenerationStatus status) {
  return kStatuses[static_cast<std::size_t>(status)].second;
}

std::optional<GenerationStatus> generationStatusFromWord(std::string_view word) {
  for (const auto& [status, name] : kStatuses)
    if (name == word) return status;
  return std::nullopt;
}

}  // namespace aiagent::domain
