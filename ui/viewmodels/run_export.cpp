#include "ui/viewmodels/run_export.h"

#include <QCoreApplication>
#include <QDateTime>

#include "core/wire/record_json.h"
#include "ui/format/explain.h"
#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(RunExport)
};

constexpr qsizetype kLongestSlug = 40;

QString heading(const domain::RunRecord& run) {
  const auto& name = run.request.content.name;
  return name.empty() ? Texts::tr("Conversation") : format::text(name);
}

// Tool calls and results go into fences longer than any run of backticks inside them.
QString fenced(const QString& text) {
  qsizetype longest = 2, current = 0;
  for (const auto c : text) {
    current = c == QLatin1Char('`') ? current + 1 : 0;
    longest = std::max(longest, current);
  }
  const QString fence(longest + 1, QLatin1Char('`'));
  return fence + QLatin1Char('\n') + text + QLatin1Char('\n') + fence;
}

QString partText(const domain::Part& part) {
  const auto text = format::text(part.text);
  switch (part.kind) {
    case domain::PartKind::ToolCall:
      return Texts::tr("Tool call “%1”").arg(format::text(part.name)) + QStringLiteral("\n\n") + fenced(text);
    case domain::PartKind::ToolResult:
      return Texts::tr("Tool result") + QStringLiteral("\n\n") + fenced(text);
    case domain::PartKind::ReasoningSummary:
      return Texts::tr("Reasoning summary") + QStringLiteral("\n\n") + text;
    default: return text;
  }
}

QString runMarkdown(const domain::RunRecord& run) {
  QString out;
  for (const auto& message : run.messages) {
    const bool person = message.role == domain::Role::User;
    QStringList parts;
    for (const auto& part : message.parts)
      if (!part.text.empty() || !part.name.empty()) parts << partText(part);
    if (parts.isEmpty()) continue;
    out += QStringLiteral("## ") + (person ? Texts::tr("You") : heading(run)) + QStringLiteral("\n\n");
    out += parts.join(QStringLiteral("\n\n")) + QStringLiteral("\n\n");
  }
  if (run.error)
    out +=
        QStringLiteral("> ") + format::explain(domain::toError(*run.error)).text() + QStringLiteral("\n\n");
  const auto facts = format::runFacts(run);
  const auto model = format::text(run.modelAnswered.empty() ? run.request.model : run.modelAnswered);
  return out + QStringLiteral("*") + model + (facts.isEmpty() ? QString() : QStringLiteral(" · ") + facts) +
         QStringLiteral("*\n");
}

std::string markdown(const std::vector<domain::RunRecord>& conversation) {
  QString out = QStringLiteral("# ") + heading(conversation.back()) + QStringLiteral("\n\n");
  out += format::exactTime(conversation.front().created) + QLatin1Char('\n');
  for (const auto& run : conversation) out += QLatin1Char('\n') + runMarkdown(run);
  return format::utf8(out);
}

std::string json(const std::vector<domain::RunRecord>& conversation) {
  std::string out = "[";
  for (const auto& run : conversation) out += (out.size() > 1 ? ",\n" : "\n") + wire::toJson(run);
  return out + "\n]\n";
}

}  // namespace

std::string exportRuns(const std::vector<domain::RunRecord>& conversation, ExportFormat format) {
  if (conversation.empty()) return {};
  return format == ExportFormat::Json ? json(conversation) : markdown(conversation);
}

QString exportFileName(const domain::RunRecord& run, ExportFormat format) {
  QString slug;
  for (const auto c : heading(run).toLower()) {
    if (c.isLetterOrNumber() || c.isSurrogate())
      slug += c;
    else if (!slug.isEmpty() && !slug.endsWith(QLatin1Char('-')))
      slug += QLatin1Char('-');
  }
  slug.truncate(kLongestSlug);
  while (slug.endsWith(QLatin1Char('-')) || (!slug.isEmpty() && slug.back().isHighSurrogate())) slug.chop(1);
  const auto day = QDateTime::fromMSecsSinceEpoch(base::toMillis(run.created)).date().toString(Qt::ISODate);
  const auto ending = format == ExportFormat::Json ? QStringLiteral(".json") : QStringLiteral(".md");
  return (slug.isEmpty() ? QString() : slug + QLatin1Char('-')) + day + ending;
}

}  // namespace aiagent::ui
