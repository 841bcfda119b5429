// Variables lie in the prompt in order, and filling them with themselves changes nothing but blanks.
#include "core/domain/prompt_template.h"

#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string prompt(reinterpret_cast<const char*>(data), size);
  const auto uses = domain::findVariables(prompt);
  std::size_t from = 0;
  domain::VariableValues values;
  std::string expected;
  for (const auto& use : uses) {
    FUZZ_REQUIRE(use.begin >= from && use.end > use.begin && use.end <= prompt.size());
    FUZZ_REQUIRE(prompt.compare(use.begin, 2, "{{") == 0 && prompt.compare(use.end - 2, 2, "}}") == 0);
    FUZZ_REQUIRE(!use.name.empty() && use.name.size() <= 64);
    values[use.name] = "{{" + use.name + "}}";
    expected += prompt.substr(from, use.begin - from) + "{{" + use.name + "}}";
    from = use.end;
  }
  expected += prompt.substr(from);
  FUZZ_REQUIRE(domain::variableNames(prompt).size() == values.size());
  const auto filled = domain::fillVariables(prompt, values);
  FUZZ_REQUIRE(filled.ok() && *filled == expected);
  if (!uses.empty()) FUZZ_REQUIRE(!domain::fillVariables(prompt, {}).ok());
  return 0;
}
