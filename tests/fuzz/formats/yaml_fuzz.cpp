// What is read as YAML or JSON reads back the same when it is written again.
#include "core/authoring/formats/document.h"
#include "core/authoring/formats/yaml_writer.h"
#include "core/base/utf8.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!base::isValidUtf8(text)) return 0;
  if (const auto tree = authoring::parseYaml(text)) {
    const auto again = authoring::parseYaml(authoring::writeYaml(*tree));
    FUZZ_REQUIRE(again.ok() && *again == *tree);
  }
  if (const auto tree = authoring::parseJson(text)) {
    const auto compact = authoring::parseJson(authoring::compactJson(*tree));
    FUZZ_REQUIRE(compact.ok() && *compact == *tree);
    const auto pretty = authoring::parseJson(authoring::prettyJson(*tree));
    FUZZ_REQUIRE(pretty.ok() && *pretty == *tree);
  }
  return 0;
}
