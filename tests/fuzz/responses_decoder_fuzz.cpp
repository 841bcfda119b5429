// Each line is the data of one event. A decoder that has seen the others says the same as a new one.
#include "core/wire/responses_decoder.h"

#include "tests/fuzz/event_text.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view left(reinterpret_cast<const char*>(data), size);
  wire::ResponsesDecoder used;
  while (!left.empty()) {
    const auto end = left.find('\n');
    // A copy of exactly that size, so that reading beyond it is found.
    const std::string line(left.substr(0, end));
    const auto text = fuzz::EventText::of(used.decode(line));
    FUZZ_REQUIRE(text == fuzz::EventText::of(wire::ResponsesDecoder().decode(line)));
    left.remove_prefix(end == std::string_view::npos ? left.size() : end + 1);
  }
  return 0;
}
