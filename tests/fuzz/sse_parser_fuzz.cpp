// However the bytes are cut, the events are the same.
#include <tuple>
#include <vector>

#include "core/wire/sse_parser.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

namespace {

struct Parsed {
  std::vector<std::tuple<std::string, std::string, std::string>> events;
  bool overflowed = false;
  bool operator==(const Parsed&) const = default;
};

Parsed parsed(std::string_view bytes, std::size_t longest, std::size_t seed) {
  Parsed result;
  wire::SseParser parser(longest);
  const wire::SseParser::Sink sink = [&](const wire::SseEvent& event) {
    FUZZ_REQUIRE(event.data.size() <= longest);
    result.events.emplace_back(event.type, event.data, event.id);
  };
  while (!bytes.empty()) {
    seed = seed * 1103515245 + 12345;
    const auto size = seed == 0 ? bytes.size() : 1 + (seed >> 16) % 17;
    parser.feed(bytes.substr(0, size), sink);
    bytes.remove_prefix(std::min(size, bytes.size()));
  }
  parser.finish(sink);
  result.overflowed = parser.overflowed();
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  const std::size_t longest = 8 + input.byte();
  const std::size_t seed = 1 + input.byte();
  wire::SseParser whole(longest);
  Parsed expected;
  const wire::SseParser::Sink sink = [&](const wire::SseEvent& event) {
    expected.events.emplace_back(event.type, event.data, event.id);
  };
  whole.feed(input.rest(), sink);
  whole.finish(sink);
  expected.overflowed = whole.overflowed();
  FUZZ_REQUIRE(parsed(input.rest(), longest, seed) == expected);
  return 0;
}
