// However the bytes of a watch are cut, the frames are the same.
#include "core/wire/kube_events.h"

#include <algorithm>
#include <vector>

#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

namespace {

struct Seen {
  wire::FrameType type;
  wire::KubeRow row;
  std::string resourceVersion;
  bool initialEventsEnd;
  wire::KubeStatus status;
  bool operator==(const Seen&) const = default;
};

struct Reader {
  base::Interner names;
  std::vector<Seen> frames;

  void read(std::string_view bytes, wire::KubeKind kind, std::size_t longest, std::size_t seed) {
    wire::WatchParser parser(names, kind, longest);
    const wire::WatchParser::Sink sink = [&](wire::WatchFrame&& frame) {
      FUZZ_REQUIRE((frame.type == wire::FrameType::Unreadable) == !frame.fault.empty());
      frames.push_back(
          {frame.type, std::move(frame.row), frame.resourceVersion, frame.initialEventsEnd, frame.status});
    };
    while (!bytes.empty()) {
      seed = seed * 1103515245 + 12345;
      const auto size = seed == 0 ? bytes.size() : 1 + (seed >> 16) % 61;
      parser.feed(bytes.substr(0, size), sink);
      bytes.remove_prefix(std::min(size, bytes.size()));
    }
    parser.finish(sink);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  const auto kind = wire::KubeKind(input.byte() % (int(wire::KubeKind::Rollout) + 1));
  const std::size_t longest = 16 + std::size_t(input.byte()) * 64;
  const std::size_t seed = 1 + input.byte();
  Reader whole, cut;
  wire::WatchParser parser(whole.names, kind, longest);
  const wire::WatchParser::Sink sink = [&](wire::WatchFrame&& frame) {
    whole.frames.push_back(
        {frame.type, std::move(frame.row), frame.resourceVersion, frame.initialEventsEnd, frame.status});
  };
  parser.feed(input.rest(), sink);
  parser.finish(sink);
  cut.read(input.rest(), kind, longest, seed);
  FUZZ_REQUIRE(whole.frames == cut.frames);
  return 0;
}
