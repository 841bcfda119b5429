// Any schema and any answer are compared without end or harm, and the same way twice; every place told is
// one.
#include "core/authoring/content/schema_check.h"

#include "core/wire/json_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  const std::string schema = input.text();
  const std::string answer = input.text();
  const auto report = authoring::checkAnswer(schema, answer);
  FUZZ_REQUIRE(report.mismatches.size() <= authoring::kMostMismatches);
  FUZZ_REQUIRE(report == authoring::checkAnswer(schema, answer));
  FUZZ_REQUIRE(!report.checked || wire::jsonKind(schema) == wire::JsonKind::Object);
  for (const auto& mismatch : report.mismatches) FUZZ_REQUIRE(mismatch.path.starts_with('$'));
  return 0;
}
