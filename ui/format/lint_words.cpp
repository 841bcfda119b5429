#include "ui/format/lint_words.h"

#include <algorithm>
#include <QCoreApplication>
#include <QStringList>

#include "ui/format/text.h"

namespace aiagent::format {
namespace {

using cluster::lint::LintFinding;
using cluster::lint::LintSeverity;
using cluster::lint::NotChecked;
using cluster::lint::NotCheckedWhy;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(LintWords)
};

QString translated(const char* sentence, const LintFinding& finding) {
  const auto own = QCoreApplication::translate("Lint", sentence);
  return text(cluster::lint::filled(utf8(own), finding.arguments));
}

int countOf(const std::vector<LintFinding>& findings, LintSeverity severity) {
  return int(std::ranges::count(findings, severity, &LintFinding::severity));
}

}  // namespace

QString lintReason(const LintFinding& finding) {
  const auto* rule = cluster::lint::ruleOf(finding.id);
  return rule ? translated(rule->reason, finding) : QString();
}

QString lintRepair(const LintFinding& finding) {
  const auto* rule = cluster::lint::ruleOf(finding.id);
  return rule ? translated(rule->repair, finding) : QString();
}

QString lintSeverity(LintSeverity severity) {
  switch (severity) {
    case LintSeverity::Error: return Texts::tr("Error");
    case LintSeverity::Warning: return Texts::tr("Warning");
    case LintSeverity::Hint: return Texts::tr("Hint");
  }
  return {};
}

QString lintCounts(const std::vector<LintFinding>& findings) {
  QStringList parts;
  if (const int errors = countOf(findings, LintSeverity::Error))
    parts << (errors == 1 ? Texts::tr("1 error") : Texts::tr("%n errors", nullptr, errors));
  if (const int warnings = countOf(findings, LintSeverity::Warning))
    parts << (warnings == 1 ? Texts::tr("1 warning") : Texts::tr("%n warnings", nullptr, warnings));
  if (const int hints = countOf(findings, LintSeverity::Hint))
    parts << (hints == 1 ? Texts::tr("1 hint") : Texts::tr("%n hints", nullptr, hints));
  return parts.join(Texts::tr(", ", "between counts"));
}

QString lintLine(const LintFinding& finding) {
  return text(finding.path) + QLatin1Char(':') + QString::number(finding.line) + QLatin1String(": ") +
         text(cluster::lint::toWord(finding.severity)) + QLatin1Char(' ') + text(finding.id) +
         QLatin1Char(' ') + lintReason(finding) + QStringLiteral(" — ") + lintRepair(finding);
}

QString lintNotChecked(const NotChecked& one) {
  const auto what = text(one.what);
  switch (one.why) {
    case NotCheckedWhy::Loading: return Texts::tr("%1: not checked, because it has not come yet.").arg(what);
    case NotCheckedWhy::Denied:
      return Texts::tr("%1: not checked, because the cluster does not let it be seen.").arg(what);
    case NotCheckedWhy::Stale:
      return Texts::tr("%1: not checked, because what is known of it is old.").arg(what);
    case NotCheckedWhy::Absent:
      return Texts::tr("%1: not checked, because the cluster knows no such kind.").arg(what);
    case NotCheckedWhy::NotAsked:
      return Texts::tr("%1: not checked, because the cluster was not asked for it.").arg(what);
    case NotCheckedWhy::OtherNamespace:
      return Texts::tr("Namespace %1: not checked, because another one is watched.").arg(what);
    case NotCheckedWhy::Kustomize:
      return one.what == "names"
                 ? Texts::tr("What the manifests describe: not checked, because kustomize changes the names.")
                 : Texts::tr("Images, replicas and amounts: not checked, because kustomize changes them.");
  }
  return {};
}

}  // namespace aiagent::format
