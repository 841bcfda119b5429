// agent diff | lint
#include <algorithm>

#include "app/cli/command.h"
#include "core/authoring/content/content_diff.h"
#include "core/authoring/text/tokens.h"
#include "core/services/lint_context.h"
#include "core/wire/json_text.h"
#include "ui/format/finding.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using authoring::FieldChange;
using authoring::FieldChangeKind;
using domain::Agent;
using domain::AgentContent;

constexpr std::size_t kContextLines = 3;

// ---------------------------------------------------------------- diff

std::string toJson(const std::vector<FieldChange>& changes) {
  wire::JsonArray array;
  for (const auto& change : changes) {
    wire::JsonObject object;
    object.text("field", change.field).text("kind", authoring::toWord(change.kind));
    if (change.kind == FieldChangeKind::Added)
      object.raw("before", "null");
    else
      object.text("before", change.before);
    if (change.kind == FieldChangeKind::Removed)
      object.raw("after", "null");
    else
      object.text("after", change.after);
    array.raw(object.take());
  }
  return array.take();
}

void printMarked(Context& context, char mark, std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  context.printLine(std::string(1, mark) + ' ' + std::string(line));
}

// Unchanged lines between changes: the nearest ones, and how many are left out.
void printUnchanged(Context& context, const std::vector<std::string_view>& lines, bool first, bool last) {
  const std::size_t head = first ? 0 : kContextLines, tail = last ? 0 : kContextLines;
  const bool folds = lines.size() > head + tail + 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (folds && i == head)
      context.printLine(sentence(QT_TRANSLATE_NOOP("cli", "  … %1 unchanged lines"))
                            .arg(qulonglong(lines.size() - head - tail)));
    if (!folds || i < head || i >= lines.size() - tail) printMarked(context, ' ', lines[i]);
  }
}

void printTexts(Context& context, const FieldChange& change) {
  const auto pieces = authoring::diffLines(change.before, change.after);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto& piece = pieces[i];
    const auto removed = authoring::splitLines(piece.before.of(change.before));
    const auto added = authoring::splitLines(piece.after.of(change.after));
    if (piece.kind == authoring::ChangeKind::Equal) {
      printUnchanged(context, removed, i == 0, i + 1 == pieces.size());
      continue;
    }
    for (const auto line : removed) printMarked(context, '-', line);
    for (const auto line : added) printMarked(context, '+', line);
  }
}

void printValues(Context& context, const FieldChange& change) {
  for (const auto& detail : change.details) {
    const std::string path = detail.path.empty() ? "" : detail.path + ": ";
    if (!detail.before.empty()) printMarked(context, '-', path + detail.before);
    if (!detail.after.empty()) printMarked(context, '+', path + detail.after);
  }
  if (!change.details.empty()) return;
  if (change.kind != FieldChangeKind::Added) printMarked(context, '-', change.before);
  if (change.kind != FieldChangeKind::Removed) printMarked(context, '+', change.after);
}

void printDiff(Context& context, const AgentContent& before, const AgentContent& after,
               const Finish& finish) {
  const auto changes = authoring::diffContent(before, after);
  if (context.json()) {
    context.printLine(toJson(changes));
    return finish(Exit::Done);
  }
  if (changes.empty()) context.message(sentence(QT_TRANSLATE_NOOP("cli", "There is no difference.")));
  for (const auto& change : changes) {
    context.printLine(change.field + ":");
    if (change.form == authoring::ValueForm::Text)
      printTexts(context, change);
    else
      printValues(context, change);
  }
  finish(Exit::Done);
}

void diffDraft(Context& context, const Agent& agent, Finish finish) {
  context.agents().load(agent.id, [&context, finish](base::Result<services::AgentWithDraft> found) {
    if (!found) return finishWith(context, found.error(), finish);
    const auto& saved = found->agent.content;
    printDiff(context, saved, found->draft ? found->draft->content : saved, finish);
  });
}

void diffVersions(Context& context, const Arguments& arguments, const Agent& agent, Finish finish) {
  context.versions().find(agent.id, arguments.positional(1),
                          [&context, arguments, agent, finish](base::Result<domain::AgentVersion> from) {
                            if (!from) return finishWith(context, from.error(), finish);
                            const auto to = arguments.positional(2);
                            if (to.empty()) return printDiff(context, from->content, agent.content, finish);
                            context.versions().find(
                                agent.id, to,
                                [&context, from = *from, finish](base::Result<domain::AgentVersion> other) {
                                  if (!other) return finishWith(context, other.error(), finish);
                                  printDiff(context, from.content, other->content, finish);
                                });
                          });
}

void diff(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(arguments.positional(0), [&context, arguments, finish](base::Result<Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    if (arguments.positional(1).empty()) return diffDraft(context, *agent, finish);
    diffVersions(context, arguments, *agent, finish);
  });
}

// ---------------------------------------------------------------- lint

std::string toJson(const authoring::ByteRange& range) {
  return wire::JsonObject()
      .integer("begin", std::int64_t(range.begin))
      .integer("end", std::int64_t(range.end))
      .take();
}

std::string toJson(const authoring::Finding& finding) {
  wire::JsonArray values;
  for (const auto& value : finding.values) values.text(value);
  return wire::JsonObject()
      .text("rule", finding.rule)
      .text("severity", authoring::toWord(finding.severity))
      .text("field", finding.field)
      .raw("range", finding.range.empty() ? "null" : toJson(finding.range))
      .raw("values", values.take())
      .text("sentence", format::utf8(format::findingSentence(finding)))
      .boolean("fixable", finding.fix.has_value())
      .take();
}

// "3:14", from 1, the column in characters; "" for the whole field.
QString placeOf(const authoring::Finding& finding, AgentContent content) {
  if (finding.range.empty()) return {};
  const std::string* text = finding.field == "prompt"         ? &content.prompt
                            : finding.field == "tools"        ? &content.tools
                            : finding.field == "outputSchema" ? &content.outputSchema
                                                              : nullptr;
  if (!text || finding.range.end > text->size()) return {};
  const std::string_view before = std::string_view(*text).substr(0, finding.range.begin);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto start = before.rfind('\n');
  const auto column = format::text(start == before.npos ? before : before.substr(start + 1)).size() + 1;
  return QStringLiteral(":%1:%2").arg(line).arg(column);
}

void printFindings(Context& context, const AgentContent& content, const Finish& finish) {
  const auto lintContext =
      services::lintContext(context.catalog(), content, context.profile().clock().wallNow());
  const auto findings = authoring::lint(content, lintContext);
  bool faulty = false;
  wire::JsonArray array;
  for (const auto& finding : findings) {
    faulty = faulty || finding.severity == authoring::Severity::Error;
    if (context.json())
      array.raw(toJson(finding));
    else
      context.printLine(QStringLiteral("%1%2: %3: %4 [%5]")
                            .arg(format::text(finding.field), placeOf(finding, content),
                                 format::severityName(finding.severity).toLower(),
                                 format::findingSentence(finding), format::text(finding.rule)));
  }
  if (context.json()) context.printLine(array.take());
  if (!context.json() && findings.empty())
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "Nothing was found.")));
  finish(faulty ? Exit::InvalidInput : Exit::Done);
}

void lint(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(arguments.positional(0), [&context, arguments, finish](base::Result<Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    if (!arguments.has("draft")) return printFindings(context, agent->content, finish);
    context.agents().load(agent->id, [&context, finish](base::Result<services::AgentWithDraft> found) {
      if (!found) return finishWith(context, found.error(), finish);
      printFindings(context, found->draft ? found->draft->content : found->agent.content, finish);
    });
  });
}

}  // namespace

std::vector<Command> reviewCommands() {
  return {
      {{{"agent", "diff"},
        QT_TRANSLATE_NOOP("cli",
                          "Show what the draft changes, or what changed since a version or between two"),
        {{"AGENT"}, {"FROM", false}, {"TO", false}},
        {}},
       diff},
      {{{"agent", "lint"},
        QT_TRANSLATE_NOOP("cli", "Look for faults in an agent; exit status 4 when there is an error"),
        {{"AGENT"}},
        {{"draft", "", QT_TRANSLATE_NOOP("cli", "Look at the draft, where there is one")}}},
       lint},
  };
}

}  // namespace aiagent::cli
