// GenerationMachine: a streamed answer -> the fields of an agent, one after another as they come. Pure: fed
// with what the run tells, answers with what the form has to show.
//
// A field that is done is kept whatever happens afterwards: cancel, a cut connection, the limit of output
// tokens, a refusal. Values are checked and mended only where one meaning is possible (field_reader.h); each
// mending and each thing that is not as it should be is told as a Problem.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/authoring/generate/field_reader.h"
#include "core/base/error.h"
#include "core/domain/run.h"

namespace aiagent::authoring {

// What happened.
struct TextArrived {  // RunService::appended, of the answer's visible text
  std::string text;
};
struct TextReplaced {  // the answer's whole text is this one
  std::string text;
};
struct AnswerEnded {
  domain::RunStatus status = domain::RunStatus::Completed;
  std::optional<base::ErrorCode> error = {};
  std::string refusal = {};  // what the model said instead, if it declined
};
struct CancelGeneration {};

using GenerationEvent = std::variant<TextArrived, TextReplaced, AnswerEnded, CancelGeneration>;

// What to show.
struct FieldStarted {
  Field field;
};
struct FieldGrew {
  Field field;
  std::string
      text;  // of text fields: the new piece, whole characters. Empty for lists: agent() has one item more
};
// The field is there. May come again with another value, when a later field shows that it has to be fitted.
struct FieldDone {
  Field field;
  FieldValue value;
};
struct StartedOver {};  // the answer's text was replaced: what follows is the whole answer once more
struct ProblemFound {
  Problem problem;
};
struct Completed {
  GeneratedAgent agent;
  std::vector<Field> done;
};
enum class FailureKind { Cancelled, Interrupted, OutputLimit, Refused, ProviderFailed, Unreadable };
struct GenerationFailed {
  FailureKind kind;
  std::string said;     // the refusal's words, or the answer where it could not be read
  GeneratedAgent kept;  // of the fields in `done`
  std::vector<Field> done;
  std::optional<Field> cut;  // the field that was just being written; what came of it is not in `kept`
};

using GenerationAction =
    std::variant<FieldStarted, FieldGrew, FieldDone, StartedOver, ProblemFound, Completed, GenerationFailed>;

// Ends with Completed or GenerationFailed, and answers nothing afterwards. Call from one thread.
class GenerationMachine {
 public:
  // `wanted`: the fields that were asked for. `known`: what the others are, for holding against.
  explicit GenerationMachine(std::vector<Field> wanted = {kAllFields.begin(), kAllFields.end()},
                             GeneratedAgent known = {});
  GenerationMachine(GenerationMachine&&) noexcept;
  GenerationMachine& operator=(GenerationMachine&&) noexcept;
  ~GenerationMachine();

  std::vector<GenerationAction> start();
  std::vector<GenerationAction> on(const GenerationEvent& event);

  // The fields so far, with the beginning of the one that is being written.
  const GeneratedAgent& agent() const;
  bool isDone(Field field) const;
  bool finished() const;
  const std::string& raw() const;  // the answer's text, for a person to look at

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace aiagent::authoring
