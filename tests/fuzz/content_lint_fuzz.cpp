// Any two contents can be compared, merged and linted; places lie in their texts and fixes mend.
#include "core/authoring/content/lint.h"

#include "core/authoring/content/content_merge.h"
#include "core/wire/json_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;
using namespace aiagent::authoring;

namespace {

domain::AgentContent readContent(fuzz::FuzzInput& input) {
  domain::AgentContent content;
  content.name = input.text();
  content.prompt = input.text();
  content.tools = input.text();
  content.outputSchema = input.text();
  content.starters = {input.text()};
  if (auto name = input.text(); !name.empty()) content.parameters.set(name, domain::JsonText{input.text()});
  if (auto name = input.text(); !name.empty())
    content.variables.push_back({name, domain::VariableType::String, input.text(), "", input.text(), {}});
  if (auto text = input.text(); !text.empty())
    content.cases.push_back({"", text, {{text, text}}, input.text()});
  return content;
}

const std::string* textOf(const domain::AgentContent& content, const std::string& field) {
  if (field == "prompt") return &content.prompt;
  if (field == "tools") return &content.tools;
  return field == "outputSchema" ? &content.outputSchema : nullptr;
}

void checkLint(const domain::AgentContent& content) {
  LintContext context;
  context.model = LintModel{"m", 100, base::WallTime{}, "n", {"temperature"}};
  context.estimateTokens = [](std::string_view text) { return static_cast<std::int64_t>(text.size()); };
  for (const auto& finding : lint(content, context)) {
    if (const auto* text = textOf(content, finding.field))
      FUZZ_REQUIRE(finding.range.begin <= finding.range.end && finding.range.end <= text->size());
    if (!finding.fix) continue;
    const auto fixed = applyFix(content, *finding.fix);
    FUZZ_REQUIRE(fixed != content);
    // what was JSON stays JSON
    FUZZ_REQUIRE(wire::isJson(fixed.outputSchema) == wire::isJson(content.outputSchema));
    FUZZ_REQUIRE(wire::isJson(fixed.tools) == wire::isJson(content.tools));
    lint(fixed, context);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  const auto base = readContent(input), mine = readContent(input), theirs = readContent(input);
  checkLint(base);
  for (const auto& change : diffContent(base, mine)) {
    FUZZ_REQUIRE(!change.field.empty() && change.before != change.after);
    if (change.form == ValueForm::Json) FUZZ_REQUIRE(change.before.empty() || wire::isJson(change.before));
  }
  FUZZ_REQUIRE(diffContent(base, base).empty());
  const auto one = mergeContent(base, mine, theirs), other = mergeContent(base, theirs, mine);
  FUZZ_REQUIRE(one.clean() == other.clean());
  if (one.clean()) FUZZ_REQUIRE(one == other);
  FUZZ_REQUIRE(mergeContent(base, base, mine) == (ContentMerge{mine, {}}));
  FUZZ_REQUIRE(mergeContent(base, mine, base) == (ContentMerge{mine, {}}));
  return 0;
}
