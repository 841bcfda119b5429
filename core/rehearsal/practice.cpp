#include "core/rehearsal/practice.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "core/base/utf8.h"

namespace aiagent::rehearsal {
namespace {

constexpr std::string_view kOpening = "[rehearse:";
constexpr std::int64_t kLongByDefault = 5'000;
constexpr std::int64_t kLongest = 50'000;

struct Word {
  std::string_view text;
  PracticeKind kind;
};
constexpr std::array<Word, 19> kWords = {{{"rate limit", PracticeKind::RateLimit},
                                          {"billing", PracticeKind::Billing},
                                          {"key", PracticeKind::Key},
                                          {"forbidden", PracticeKind::Forbidden},
                                          {"server error", PracticeKind::ServerError},
                                          {"unsupported", PracticeKind::Unsupported},
                                          {"context", PracticeKind::Context},
                                          {"html", PracticeKind::Html},
                                          {"cut", PracticeKind::Cut},
                                          {"silence", PracticeKind::Silence},
                                          {"slow", PracticeKind::Slow},
                                          {"error", PracticeKind::Error},
                                          {"failed", PracticeKind::Failed},
                                          {"refuse", PracticeKind::Refuse},
                                          {"incomplete", PracticeKind::Incomplete},
                                          {"filter", PracticeKind::Filter},
                                          {"empty", PracticeKind::Empty},
                                          {"tool", PracticeKind::Tool},
                                          {"long", PracticeKind::Long}}};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  return out;
}

std::int64_t numberIn(std::string_view text) {
  std::int64_t number = kLongByDefault;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp<std::int64_t>(number, 1, kLongest);
}

Practice parse(std::string_view words) {
  for (const auto& word : kWords) {
    if (words.substr(0, word.text.size()) != word.text) continue;
    const auto rest = words.substr(word.text.size());
    if (!rest.empty() && rest.front() != ' ') continue;
    const auto argument = base::trimmed(rest);
    Practice practice{.kind = word.kind, .once = argument == "once", .number = 0, .word = {}};
    if (word.kind == PracticeKind::Long) practice.number = numberIn(argument);
    if (word.kind == PracticeKind::Unsupported) practice.word = argument.empty() ? "temperature" : argument;
    return practice;
  }
  return {.kind = PracticeKind::Unknown, .once = false, .number = 0, .word = std::string(words)};
}

}  // namespace

Practice findPractice(std::string_view text) {
  const auto low = lower(text);
  const auto begin = low.find(kOpening);
  if (begin == std::string::npos) return {};
  const auto end = low.find(']', begin);
  if (end == std::string::npos || end - begin > 200) return {};
  const auto words = std::string_view(low).substr(begin + kOpening.size(), end - begin - kOpening.size());
  return parse(base::trimmed(words));
}

}  // namespace aiagent::rehearsal
