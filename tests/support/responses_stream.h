// A stream of the Responses API in its wire format, made up deterministically: for benches, fuzzing and
// contract tests, where a recorded one would hold somebody's text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace aiagent::support {

struct StreamShape {
  std::size_t deltas = 1000;        // text deltas of the answer's one message
  std::size_t reasoningDeltas = 0;  // deltas of a reasoning summary before it
  bool toolCall = false;            // a function call after it
  bool obfuscation = true;          // the padding that is on by default
};

struct RecordedStream {
  std::string bytes;  // "event: …\ndata: {…}\n\n" as the server sends it
  std::size_t events = 0;
  std::string text;  // what the deltas add up to
};

RecordedStream responsesStream(const StreamShape& shape);

}  // namespace aiagent::support
