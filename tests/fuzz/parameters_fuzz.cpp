// What is read as a parameter's value reads back the same, as a person would type it and as it is stored.
#include "core/domain/parameters.h"

#include "core/wire/json_text.h"
#include "core/wire/record_json.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  auto name = input.text();
  const auto& specs = domain::knownParameters();
  if (name.size() == 1) name = specs[static_cast<unsigned char>(name[0]) % specs.size()].name;
  const std::string text(input.rest());
  if (const auto value = domain::parseParameterValue(name, text)) {
    const auto again = domain::parseParameterValue(name, domain::toText(*value));
    FUZZ_REQUIRE(again.ok() && domain::toText(*again) == domain::toText(*value));
    const auto json = wire::toJson(*value);
    FUZZ_REQUIRE(wire::isJson(json));
    const auto stored = wire::parameterValueFromJson(json);
    FUZZ_REQUIRE(stored.ok() && *stored == *value);
  }
  if (const auto read = wire::parametersFromJson(text)) {
    const auto again = wire::parametersFromJson(wire::toJson(*read));
    FUZZ_REQUIRE(again.ok() && *again == *read);
  }
  return 0;
}
