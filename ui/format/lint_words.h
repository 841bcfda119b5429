// What the deployment linter finds as words for a person. The only place where a rule becomes a sentence of
// the person's language.
#pragma once

#include <QString>

#include "core/cluster/lint/live.h"

namespace aiagent::format {

// What is wrong, and what to do. Empty for a rule that is not known. Names in it are strangers': plain text.
QString lintReason(const cluster::lint::LintFinding& finding);
QString lintRepair(const cluster::lint::LintFinding& finding);
QString lintSeverity(cluster::lint::LintSeverity severity);  // "Error", "Warning", "Hint"
// "2 errors, 1 warning": what there is of it; empty for nothing.
QString lintCounts(const std::vector<cluster::lint::LintFinding>& findings);
// "path:12: error K8S-001 what is wrong — what to do", as compilers write, so that tools find the place.
QString lintLine(const cluster::lint::LintFinding& finding);
// "Service: not checked, because the cluster does not let it be seen."
QString lintNotChecked(const cluster::lint::NotChecked& one);

}  // namespace aiagent::format
