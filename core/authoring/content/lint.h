// The linter: what a look at an agent tells before it runs. A finding is a rule, a place and values; the
// sentence is made elsewhere. Only what is certain is told: a good prompt gives nothing.
//
// Rules and their `values`, in order ("…" is text as it was written):
//   undeclared-variable         name, a declared name that is alike or ""     fix declare-variable
//                               a hint where the agent declares none at all
//   unused-variable             name                                          fix remove-variable
//   undescribed-variable        name                                          (hint)
//   empty-section               heading                                       (a hint at the prompt's end)
//   duplicate-paragraph         its beginning; a hint where it is of another part: fix remove-paragraph
//   contradictory-instruction   "always …", "never …", as they were written; `related` is the earlier one
//   contradictory-language      the two sentences                             `related` is the earlier one
//   contradictory-format        the two sentences                             `related` is the earlier one
//   contradictory-length        the two sentences                             `related` is the earlier one
//   foreign-template            the piece of another tool's template syntax
//   secret                      kind: openai-key, github-token, aws-key, slack-token, google-key, stripe-key,
//                               jwt, private-key, password                    fix replace-by-variable
//                               (prompt)
//   prompt-over-context         tokens, context, model                        (error)
//   prompt-near-context         tokens, context, model                        (over 80 %)
//   retired-model               model, date, successor or ""                  fix use-successor
//   retiring-model              model, date, successor or ""                  fix use-successor
//   refused-parameter           parameter, model                              fix remove-parameter
//   schema-not-json             line, column                                  also where it is no object
//   schema-root-not-object      –
//   schema-property-not-required path                                         fix make-schema-strict
//   schema-open-object          path or "" for the root                       fix make-schema-strict
//   schema-required-missing     path, name: required, but not a property      (error)
//   schema-default              path
//   schema-unsupported-keyword  path, keyword
//   tools-not-json              line, column                                  also where it is no list of
//   objects tool-without-name           its place, from 1 tool-without-description    name duplicate-tool
//   name tool-required-missing       tool, path, name
// The schema rules are errors where the schema says "strict": true, warnings where it says nothing, and are
// not looked at with "strict": false. They also hold for tools that say "strict": true; paths then begin with
// the tool's name.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/authoring/text/tokens.h"
#include "core/base/clock.h"
#include "core/domain/agent.h"

namespace aiagent::authoring {

enum class Severity { Error, Warning, Hint };
std::string_view toWord(Severity severity);  // "error", "warning", "hint"

struct ReplaceText {
  std::string field;  // "prompt", "tools" or "outputSchema"
  ByteRange range;
  std::string text;
  bool operator==(const ReplaceText&) const = default;
};
struct DeclareVariable {
  domain::Variable variable;
  bool operator==(const DeclareVariable&) const = default;
};
struct RemoveVariable {
  std::string name;
  bool operator==(const RemoveVariable&) const = default;
};
struct RemoveParameter {
  std::string name;
  bool operator==(const RemoveParameter&) const = default;
};
struct SetModel {
  std::string model;
  bool operator==(const SetModel&) const = default;
};
using FixEdit = std::variant<ReplaceText, DeclareVariable, RemoveVariable, RemoveParameter, SetModel>;

// A certain way out, of the content that was linted.
struct Fix {
  std::string id;
  std::vector<FixEdit> edits;  // texts of one field: in order, not overlapping
  bool operator==(const Fix&) const = default;
};

struct Finding {
  std::string rule;
  Severity severity = Severity::Warning;
  std::string field;  // as in FieldChange; "cases.refund.input" within cases
  ByteRange range;    // in the field's text; empty: the whole field
  std::vector<std::string> values;
  std::optional<Fix> fix;
  std::optional<ByteRange> related;
  bool operator==(const Finding&) const = default;
};

// What is known of the model that will be used.
struct LintModel {
  std::string id;
  std::int64_t contextTokens = 0;  // 0: unknown
  std::optional<base::WallTime> shutdown;
  std::string successor;             // "": none known
  std::vector<std::string> refused;  // names of parameters
};

struct LintContext {
  std::optional<LintModel> model;                                // nothing is known: not looked at
  std::function<std::int64_t(std::string_view)> estimateTokens;  // null: the length is not looked at
  base::WallTime now{};
};

// By field in the order of the content, then by place. At most 200: an agent with more has one fault.
std::vector<Finding> lint(const domain::AgentContent& content, const LintContext& context);

// Edits that no longer fit the content are left out.
domain::AgentContent applyFix(domain::AgentContent content, const Fix& fix);

}  // namespace aiagent::authoring
