// A request's body through the whole responder: whatever it is, an answer comes, and within its limits.
#include <cstdint>
#include <string>

#include "core/rehearsal/responder.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

using namespace aiagent;

const base::SystemClock kClock;

void ask(const char* path, const std::string& body) {
  static rehearsal::Responder responder(kClock, {.pace = {.tokensPerSecond = 0}});
  rehearsal::HttpMessage request;
  request.method = "POST";
  request.path = path;
  request.body = body;
  request.headers = {{"content-type", "multipart/form-data; boundary=x"}};  // of a file
  const auto answer = responder.answer(request);
  FUZZ_REQUIRE(answer.status >= 200 && answer.status <= 599);
  FUZZ_REQUIRE(answer.streamed ? !answer.steps.empty() : !answer.body.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string body(reinterpret_cast<const char*>(data), size);
  if (body.find("long") != std::string::npos) return 0;  // 50,000 tokens are slow and nothing new
  for (const char* path : {"/v1/responses", "/v1/chat/completions", "/v1/responses/input_tokens", "/v1/files",
                           "/v1/vector_stores"})
    ask(path, body);
  return 0;
}
