// A field is what was sent or there is a fault; codes and base64url are read in one way only.
#include "core/server/identity/request_body.h"

#include "core/server/identity/secrets.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent::server;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  RequestBody body(text);
  const auto name = body.text("name");
  FUZZ_REQUIRE(name.find('\0') == std::string::npos);
  const auto role = body.optionalText("role");
  FUZZ_REQUIRE(!role || role->find('\0') == std::string::npos);
  const auto suspended = body.optionalBool("suspended");
  FUZZ_REQUIRE(!suspended || *suspended == "true" || *suspended == "false");
  const auto device = body.texts("device", {"name", "platform", "app"});
  FUZZ_REQUIRE(!RequestBody(device).fault());
  if (body.fault()) FUZZ_REQUIRE(body.fault()->status == 400);

  if (const auto code = normalizedCode(text)) {
    FUZZ_REQUIRE(code->size() == 20 && normalizedCode(*code) == code);
  }
  FUZZ_REQUIRE(fromBase64Url(toBase64Url(text)) == text);
  if (const auto bytes = fromBase64Url(text)) FUZZ_REQUIRE(toBase64Url(*bytes) == text);
  return 0;
}
