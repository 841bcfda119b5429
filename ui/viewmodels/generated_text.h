// The fields of a generated agent as text that a person reads and edits.
#pragma once

#include <optional>
#include <QString>
#include <QStringList>
#include <string>
#include <vector>

#include "core/authoring/generate/field_reader.h"
#include "core/authoring/generate/generated_agent.h"

namespace aiagent::ui {

QString fieldTitle(authoring::Field field);
// The words a field takes, where it takes few: model, effort, verbosity. The empty one leaves it open.
QStringList fieldWords(authoring::Field field);
// What such a word means, for a person.
QString fieldWordTitle(const QString& word);
// Edited as JSON.
bool isJsonField(authoring::Field field);

// Text as it is, starters one a line, the rest as indented JSON. Empty for an empty value.
QString textOfValue(authoring::Field field, const authoring::FieldValue& value);
// The value of an edited text; nothing when it is no such value. `known` holds the other fields.
std::optional<authoring::FieldValue> valueOfText(authoring::Field field, const QString& text,
                                                 const authoring::GeneratedAgent& known);

// One short sentence for a note under the field.
QString problemSentence(const authoring::Problem& problem);

// JSON laid out over lines, its members in the order they are in. Text that is no JSON stays as it is.
QString indentedJson(const std::string& json);

}  // namespace aiagent::ui
