#include "ui/format/names.h"

#include <algorithm>
#include <array>
#include <QCoreApplication>
#include <QStringList>

#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::format {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(Names)
};

struct Entry {
  const char* name;
  const char* text;
};

constexpr auto kParameters = std::to_array<Entry>({
    {"background",
     QT_TRANSLATE_NOOP("Names", "The provider goes on when the connection breaks; the run can be resumed.")},
    {"include", QT_TRANSLATE_NOOP("Names", "Further data to be sent with the answer.")},
    {"max_output_tokens", QT_TRANSLATE_NOOP("Names", "The most tokens an answer may have; thinking counts.")},
    {"max_tool_calls", QT_TRANSLATE_NOOP("Names", "The most calls of built-in tools in one answer.")},
    {"metadata", QT_TRANSLATE_NOOP("Names", "Up to 16 words kept with the answer at the provider.")},
    {"parallel_tool_calls", QT_TRANSLATE_NOOP("Names", "Whether several tools may be called at once.")},
    {"prompt_cache_key",
     QT_TRANSLATE_NOOP("Names", "Groups similar requests, so that more of them come from the cache.")},
    {"reasoning.effort", QT_TRANSLATE_NOOP("Names", "How long the model thinks before it answers.")},
    {"reasoning.summary", QT_TRANSLATE_NOOP("Names", "Whether a summary of the thinking is sent.")},
    {"safety_identifier",
     QT_TRANSLATE_NOOP("Names", "A stable word for the end user, without personal data.")},
    {"service_tier", QT_TRANSLATE_NOOP("Names", "How fast and at which price the request is served.")},
    {"store", QT_TRANSLATE_NOOP("Names", "Whether the provider keeps the answer.")},
    {"temperature", QT_TRANSLATE_NOOP("Names", "Higher is more varied, lower more alike each time.")},
    {"text.verbosity", QT_TRANSLATE_NOOP("Names", "How wordy the answer is.")},
    {"tool_choice", QT_TRANSLATE_NOOP("Names", "Whether the model may or must call a tool.")},
    {"top_logprobs", QT_TRANSLATE_NOOP("Names", "How many likely words to tell at each place.")},
    {"top_p", QT_TRANSLATE_NOOP("Names", "Only the likeliest words up to this share are considered.")},
});

template <std::size_t N>
QString lookUp(const std::array<Entry, N>& entries, const QString& name) {
  const auto at =
      std::ranges::find_if(entries, [&](const Entry& entry) { return name == QLatin1String(entry.name); });
  return at == entries.end() ? QString() : Texts::tr(at->text);
}

QString wordList(const std::vector<std::string_view>& words) {
  QStringList list;
  for (const auto word : words) list << text(word);
  return list.join(QStringLiteral(", "));
}

QString limits(const domain::ParameterSpec& spec) {
  const bool integer = spec.kind == domain::ParameterKind::Integer;
  if (spec.least == 0 && spec.most == 0) return integer ? Texts::tr("a whole number") : Texts::tr("a number");
  const QString range =
      integer ? Texts::tr("a whole number from %1 to %2") : Texts::tr("a number from %1 to %2");
  return range.arg(count(std::int64_t(spec.least)), count(std::int64_t(spec.most)));
}

}  // namespace

QString apiKind(domain::ApiKind kind) {
  return kind == domain::ApiKind::Responses ? Texts::tr("Responses (OpenAI)")
                                            : Texts::tr("Chat Completions (compatible servers)");
}

QString roleName(domain::Role role) {
  switch (role) {
    case domain::Role::User: return Texts::tr("You");
    case domain::Role::Assistant: return Texts::tr("Agent");
    case domain::Role::Tool: return Texts::tr("Tool");
    case domain::Role::System:
    case domain::Role::Developer: break;
  }
  return Texts::tr("Instructions");
}

QString parameterHelp(const QString& name) {
  return lookUp(kParameters, name);
}

QString parameterRange(const QString& name) {
  const auto* spec = domain::findParameterSpec(utf8(name));
  if (!spec) return {};
  switch (spec->kind) {
    case domain::ParameterKind::Boolean: return Texts::tr("true or false");
    case domain::ParameterKind::Integer:
    case domain::ParameterKind::Number: return limits(*spec);
    case domain::ParameterKind::Word:
      return spec->words.empty() ? Texts::tr("a word") : wordList(spec->words);
    case domain::ParameterKind::Json: return Texts::tr("a JSON object or array");
  }
  return {};
}

}  // namespace aiagent::format
