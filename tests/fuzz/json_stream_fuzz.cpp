// The incremental reader takes what Boost.JSON takes and reads the same from it, however the bytes are cut.
#include "core/authoring/generate/json_stream.h"

#include "tests/fuzz/fuzz_input.h"
#include "tests/support/json_events.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  const std::size_t step = 1 + input.byte() % 16;
  const auto text = input.rest();

  support::JsonEvents events, lenient({.lenient = true});
  for (std::size_t at = 0; at < text.size(); at += step) {
    events.feed(text.substr(at, step));
    lenient.feed(text.substr(at, step));
  }
  const auto value = events.finish();
  const auto loose = lenient.finish();
  FUZZ_REQUIRE(events.kept() && events.placed() && lenient.kept() && lenient.placed());

  boost::json::parse_options options;
  options.max_depth = 64;
  boost::json::error_code error;
  const auto expected = boost::json::parse({text.data(), text.size()}, error, {}, options);
  // How large a number may be is no matter of the grammar. Of "0e400" Boost.JSON 1.81 makes a NaN, which is
  // not equal to itself.
  const auto& again = expected;
  if (error == boost::json::error::exponent_overflow || !(expected == again)) return 0;
  FUZZ_REQUIRE(value.has_value() == !error);
  if (value) {
    FUZZ_REQUIRE(*value == expected);
    FUZZ_REQUIRE(loose && *loose == expected && lenient.stream().tolerated() == 0);
  }
  return 0;
}
