// Each line is the data of one event; at most one start and one end come out of a stream.
#include "core/wire/chat_decoder.h"

#include "tests/fuzz/event_text.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view left(reinterpret_cast<const char*>(data), size);
  wire::ChatDecoder decoder;
  int starts = 0, ends = 0;
  const auto take = [&](const std::vector<wire::SequencedEvent>& events) {
    for (const auto& event : events) {
      starts += std::holds_alternative<wire::Started>(event.event);
      ends += std::holds_alternative<wire::Ended>(event.event);
      fuzz::EventText::of(event);
    }
  };
  while (!left.empty()) {
    const auto end = left.find('\n');
    take(decoder.decode(std::string(left.substr(0, end))));
    left.remove_prefix(end == std::string_view::npos ? left.size() : end + 1);
  }
  take(decoder.finish());
  take(decoder.finish());
  FUZZ_REQUIRE(starts <= 1 && ends <= 1);
  return 0;
}
