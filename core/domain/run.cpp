#include "core/domain/run.h"

#include <array>
#include <utility>

namespace aiagent::domain {
namespace {

template <class Enum>
using Word = std::pair<Enum, std::string_view>;

constexpr std::array<Word<RunStatus>, 7> kStatusWords = {{{RunStatus::Queued, "queued"},
                                                          {RunStatus::Running, "running"},
                                                          {RunStatus::Completed, "completed"},
                                                          {RunStatus::Incomplete, "incomplete"},
                                                          {RunStatus::Failed, "failed"},
                                                          {RunStatus::Cancelled, "cancelled"},
                                                          {RunStatus::Interrupted, "interrupted"}}};
constexpr std::array<Word<Role>, 5> kRoleWords = {{{Role::User, "user"},
                                                   {Role::Assistant, "assistant"},
                                                   {Role::System, "system"},
                                                   {Role::Developer, "developer"},
                                                   {Role::Tool, "tool"}}};
constexpr std::array<Word<PartKind>, 6> kPartWords = {{{PartKind::Text, "text"},
                                                       {PartKind::Refusal, "refusal"},
                                                       {PartKind::ReasoningSummary, "reasoning_summary"},
                                                       {PartKind::ToolCall, "tool_call"},
                                                       {PartKind::ToolResult, "tool_result"},
                                                       {PartKind::Other, "other"}}};

template <class Words, class Enum>
std::string_view wordOf(const Words& words, Enum value) {
  for (const auto& [known, word] : words)
    if (known == value) return word;
  return "";
}

template <class Enum, class Words>
std::optional<Enum> fromWord(const Words& words, std::string_view text) {
  for (const auto& [value, word] : words)
    if (word == text) return value;
  return std::nullopt;
}

}  // namespace

std::string_view toWord(RunStatus status) {
  return wordOf(kStatusWords, status);
}
std::optional<RunStatus> runStatusFromWord(std::string_view word) {
  return fromWord<RunStatus>(kStatusWords, word);
}
std::string_view toWord(Role role) {
  return wordOf(kRoleWords, role);
}
std::optional<Role> roleFromWord(std::string_view word) {
  return fromWord<Role>(kRoleWords, word);
}
std::string_view toWord(PartKind kind) {
  return wordOf(kPartWords, kind);
}
std::optional<PartKind> partKindFromWord(std::string_view word) {
  return fromWord<PartKind>(kPartWords, word);
}

std::string Message::text() const {
  std::string text;
  for (const auto& part : parts)
    if (part.kind == PartKind::Text || part.kind == PartKind::Refusal) text += part.text;
  return text;
}

std::string RunRecord::text() const {
  std::string text;
  for (const auto& message : messages)
    if (message.role == Role::Assistant) text += message.text();
  return text;
}

RunError toRunError(const base::Error& error) {
  return {error.code, error.subject, error.said, error.providerCode, error.httpStatus};
}

base::Error toError(const RunError& error) {
  return {.code = error.code,
          .subject = error.subject,
          .said = error.said,
          .httpStatus = error.httpStatus,
          .providerCode = error.providerCode};
}

}  // namespace aiagent::domain
