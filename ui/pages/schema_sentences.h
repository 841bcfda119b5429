// Sentences about an answer and the schema it was asked to fit.
#pragma once

#include <QStringList>

#include "ui/viewmodels/answer_check_vm.h"

namespace aiagent::ui {

// The first says all in a line, the others are further differences. Empty where there is nothing to say.
QStringList schemaSentences(const AnswerCheckState& state);

}  // namespace aiagent::ui
