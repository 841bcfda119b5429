#include "core/authoring/formats/placeholders.h"

#include <optional>
#include <set>

#include "core/base/utf8.h"
#include "core/domain/prompt_template.h"

namespace aiagent::authoring {
namespace {

// What stands between two marks, and where the text goes on behind them.
struct Span {
  std::string_view inside;
  std::size_t end = 0;
};

// Nobody writes an expression of that length; it also keeps the search for the end short.
constexpr std::size_t kLongestExpression = 2'000;

std::optional<Span> spanAt(std::string_view text, std::size_t at, std::string_view open,
                           std::string_view close) {
  if (text.substr(at, open.size()) != open) return std::nullopt;
  const auto from = at + open.size();
  const auto stop = text.substr(from, kLongestExpression).find(close);
  if (stop == std::string_view::npos) return std::nullopt;
  return Span{text.substr(from, stop), from + stop + close.size()};
}

class Translator {
 public:
  Translator(std::string_view text, TemplateKind kind, const std::string& field, Losses& losses)
      : m_text(text), m_kind(kind), m_field(field), m_losses(losses) {}

  std::string run() {
    while (m_at < m_text.size()) {
      const auto next = m_text.find_first_of("{$@", m_at);
      if (next == std::string_view::npos) break;
      copyTo(next);
      if (!special()) copyTo(m_at + 1);
    }
    copyTo(m_text.size());
    return std::move(m_out);
  }

 private:
  bool special() {
    if (const auto env = spanAt(m_text, m_at, "${env:", "}"))
      return keep(*env, LossReason::EnvironmentReference);
    if (const auto file = spanAt(m_text, m_at, "${file:", "}")) return keep(*file, LossReason::FileReference);
    if (const auto part = spanAt(m_text, m_at, "@@@langfusePrompt:", "@@@"))
      return keep(*part, LossReason::TemplatePartial);
    if (m_kind == TemplateKind::Jinja) {
      if (const auto block = spanAt(m_text, m_at, "{%", "%}")) return keep(*block, LossReason::TemplateLogic);
      if (const auto comment = spanAt(m_text, m_at, "{#", "#}"))
        return keep(*comment, LossReason::TemplateComment);
    }
    if (m_kind == TemplateKind::Mustache) {
      if (const auto raw = spanAt(m_text, m_at, "{{{", "}}}")) return variable(*raw, raw->inside);
    }
    if (const auto expression = spanAt(m_text, m_at, "{{", "}}")) return braces(*expression);
    return false;
  }

  bool braces(const Span& span) {
    auto inside = base::trimmed(span.inside);
    if (m_kind == TemplateKind::Plain || inside.empty() || inside.front() == '{') return false;
    if (m_kind == TemplateKind::Mustache) {
      switch (inside.front()) {
        case '#':
        case '^':
        case '/': return keep(span, LossReason::TemplateLogic);
        case '>': return keep(span, LossReason::TemplatePartial);
        case '!': return keep(span, LossReason::TemplateComment);
        case '&': return variable(span, inside.substr(1));
        default: break;
      }
    }
    if (m_kind == TemplateKind::Jinja && inside.starts_with("env."))
      return keep(span, LossReason::EnvironmentReference);
    if (domain::isVariableName(inside)) return keepQuietly(span);
    return keep(span, LossReason::TemplateFilter);
  }

  bool variable(const Span& span, std::string_view name) {
    name = base::trimmed(name);
    if (!domain::isVariableName(name)) return keep(span, LossReason::TemplateFilter);
    m_out.append("{{").append(name).append("}}");
    m_at = span.end;
    return true;
  }

  bool keep(const Span& span, LossReason reason) {
    const auto whole = m_text.substr(m_at, span.end - m_at);
    if (m_told.insert({reason, whole}).second) addLoss(m_losses, makeLoss(m_field, reason, whole));
    return keepQuietly(span);
  }

  bool keepQuietly(const Span& span) {
    copyTo(span.end);
    return true;
  }

  void copyTo(std::size_t end) {
    m_out.append(m_text.substr(m_at, end - m_at));
    m_at = end;
  }

  std::string_view m_text;
  TemplateKind m_kind;
  const std::string& m_field;
  Losses& m_losses;
  std::set<std::pair<LossReason, std::string_view>> m_told;
  std::string m_out;
  std::size_t m_at = 0;
};

}  // namespace

std::string fromTemplate(std::string_view text, TemplateKind kind, const std::string& field, Losses& losses) {
  return Translator(text, kind, field, losses).run();
}

std::string lonePlaceholder(std::string_view text) {
  text = base::trimmed(text);
  const auto uses = domain::findVariables(text);
  const bool lone = uses.size() == 1 && uses[0].begin == 0 && uses[0].end == text.size();
  return lone ? uses[0].name : std::string();
}

}  // namespace aiagent::authoring
