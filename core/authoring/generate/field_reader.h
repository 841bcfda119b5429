// From a model's JSON to a field's value: what is certain is mended, what is not is told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/authoring/generate/generated_agent.h"
#include "core/authoring/generate/json_node.h"

namespace aiagent::authoring {

enum class ProblemKind {
  NotPlainJson,         // mended: fences, prose or commas around and in the answer
  Unreadable,           // the answer is no such object, or stops being JSON; `raw` is the answer
  Missing,              // the answer ended without the field
  WrongShape,           // the field's value is of another kind; `raw` is what came
  TooLong,              // mended: cut to the longest a name or description may be
  UnknownWord,          // a tier, effort, verbosity or variable type that is none
  BadVariableName,      // `subject`; left out, or mended where braces and blanks were all that was wrong
  DuplicateVariable,    // mended: the first stays
  ChoicesMissing,       // mended: a choice without choices is a string
  ExampleDoesNotFit,    // the example is no value of the variable
  UndeclaredVariable,   // mended: declared as a string
  UnusedVariable,       // declared, and not in the prompt
  BadTool,              // left out: no name, unknown type or parameters that are no schema
  BadSchema,            // the output schema is no JSON object; left empty
  UnknownCaseVariable,  // mended: a case's value for a variable that is not declared was left out
  CaseValueFilled,      // mended: a case had no value for a variable and got its example
  CaseValueMissing,     // a case has no value for a variable and there is no example
};

struct Problem {
  ProblemKind kind;
  std::optional<Field> field;
  std::string subject = {};  // a variable's, tool's or case's name
  std::string raw = {};      // what came
  bool mended = false;
  bool operator==(const Problem&) const = default;
};

// Nothing when there is no value that could be used.
std::optional<FieldValue> readField(Field field, const JsonNode& node, std::vector<Problem>& problems);

// What only shows when fields are held against each other. Each is to be called when both fields are there.
// Variables of the prompt that are not declared are declared as strings.
void fitVariables(const std::string& prompt, std::vector<domain::Variable>& variables,
                  std::vector<Problem>& problems);
// Every case gets a value for every declared variable and for no other.
void fitCases(const std::vector<domain::Variable>& variables, std::vector<domain::TestCase>& cases,
              std::vector<Problem>& problems);

}  // namespace aiagent::authoring
