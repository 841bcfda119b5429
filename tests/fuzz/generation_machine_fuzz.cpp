// Whatever a model answers: it ends once, the same however the text is cut, what is kept was told as done,
// and what comes of it can be put into an agent. An improvement never touches more than its edits.
#include "core/authoring/generate/generation_machine.h"

#include "core/authoring/generate/improvement.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;
using namespace aiagent::authoring;

namespace {

struct Outcome {
  GeneratedAgent agent;
  std::vector<Field> done;
  int ends = 0;
};

void take(Outcome& outcome, const std::vector<GenerationAction>& actions) {
  for (const auto& action : actions) {
    if (const auto* grew = std::get_if<FieldGrew>(&action)) FUZZ_REQUIRE(base::isValidUtf8(grew->text));
    if (const auto* completed = std::get_if<Completed>(&action)) {
      outcome.agent = completed->agent;
      outcome.done = completed->done;
      ++outcome.ends;
    }
    if (const auto* failed = std::get_if<GenerationFailed>(&action)) {
      outcome.agent = failed->kept;
      outcome.done = failed->done;
      ++outcome.ends;
    }
  }
}

Outcome follow(std::string_view text, std::size_t step) {
  Outcome outcome;
  GenerationMachine machine;
  take(outcome, machine.start());
  for (std::size_t at = 0; at < text.size(); at += step)
    take(outcome, machine.on(TextArrived{std::string(text.substr(at, step))}));
  take(outcome, machine.on(AnswerEnded{}));
  take(outcome, machine.on(CancelGeneration{}));
  return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  const std::size_t step = 1 + input.byte() % 32;
  const auto text = input.rest();

  const auto cut = follow(text, step);
  const auto whole = follow(text, text.size() + 1);
  FUZZ_REQUIRE(cut.ends == 1 && whole.ends == 1);
  FUZZ_REQUIRE(cut.agent == whole.agent && cut.done == whole.done);
  FUZZ_REQUIRE(wire::jsonKind(toJson(cut.agent)) == wire::JsonKind::Object);
  const auto content = toContent(cut.agent, "m");
  FUZZ_REQUIRE(content.tools.empty() || wire::jsonElements(content.tools));

  const auto before = text.substr(0, text.size() / 2);
  if (const auto improvement = readImprovement(before, text)) {
    const std::vector<bool> none(improvement->edits.size(), false), all(improvement->edits.size(), true);
    FUZZ_REQUIRE(applied(before, improvement->edits, none) == before);
    (void)applied(before, improvement->edits, all);
    for (const auto& hunk : improvement->edits)
      FUZZ_REQUIRE(hunk.begin < hunk.end && hunk.end <= before.size());
  }
  return 0;
}
