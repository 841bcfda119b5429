// Bytes of a connection, cut where the first byte says: the requests must not depend on the cuts, and no
// answer may be missing.
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/rehearsal/http_request_parser.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

using aiagent::rehearsal::HttpLimits;
using aiagent::rehearsal::HttpMessage;
using aiagent::rehearsal::HttpRequestParser;

struct Parsed {
  std::vector<HttpMessage> requests;
  int refusal = 0;
};

Parsed parse(std::string_view bytes, std::size_t piece) {
  HttpRequestParser parser(HttpLimits{.head = 1024, .body = 2048});
  Parsed parsed;
  for (std::size_t i = 0; i < bytes.size() && parser.refusal() == 0; i += piece) {
    parser.feed(bytes.substr(i, piece));
    while (auto request = parser.next()) parsed.requests.push_back(std::move(*request));
  }
  parsed.refusal = parser.refusal();
  return parsed;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto whole = parse(bytes, bytes.size() + 1);
  const auto pieces = parse(bytes, std::size_t(data[0] % 16) + 1);
  FUZZ_REQUIRE(whole.requests.size() == pieces.requests.size());
  FUZZ_REQUIRE(whole.refusal == pieces.refusal);
  for (std::size_t i = 0; i < whole.requests.size(); ++i) {
    FUZZ_REQUIRE(whole.requests[i].body == pieces.requests[i].body);
    FUZZ_REQUIRE(whole.requests[i].path == pieces.requests[i].path);
    FUZZ_REQUIRE(whole.requests[i].headers == pieces.requests[i].headers);
    FUZZ_REQUIRE(whole.requests[i].body.size() <= 2048);
    (void)whole.requests[i].parameter("stream");
  }
  return 0;
}
