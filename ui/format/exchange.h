// What is said about agents that come in and go out.
#pragma once

#include <QString>
#include <string>

#include "core/authoring/formats/plan.h"

namespace aiagent::format {

QString exchangeFormatName(authoring::Format format);  // "Prompty 1", "promptfoo"
// One line: what goes along.
QString exchangeFormatCarries(authoring::Format format);
// "New", "Same", "Differs", "Refused".
QString planResultWord(authoring::PlanResult result);
// "parameters.seed: the format has no place for it (“42”)".
QString lossSentence(const authoring::Loss& loss);
// Why an item of a plan cannot come in. Empty where it can.
QString refusalSentence(const authoring::PlanItem& item);
// Why a file, a folder or an archive was refused as a whole.
QString refusalSentence(const base::Error& error);
// The message of a version that replaces an agent: "Imported from tickets.prompty".
QString importedFrom(const std::string& source);

}  // namespace aiagent::format
