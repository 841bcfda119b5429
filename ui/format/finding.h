// Findings of the linter and fields of an agent as words for a person. The only place where a rule becomes a
// sentence.
#pragma once

#include <QString>
#include <string_view>

#include "core/authoring/content/lint.h"

namespace aiagent::format {

// One sentence, also for a terminal. A rule that is not known is told by its name.
QString findingSentence(const authoring::Finding& finding);
// "Error", "Warning", "Hint".
QString severityName(authoring::Severity severity);
// What the button of a fix says: "Declare it". Empty for a fix that is not known.
QString fixLabel(const authoring::Fix& fix);

// "Prompt", "Parameter temperature", "Tool lookup_order": what a person calls a field of a difference, a
// conflict or a finding.
QString contentField(std::string_view field);

}  // namespace aiagent::format
