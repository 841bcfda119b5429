// A token is read only if our key signed it, and only if it says all that it has to; whatever is changed in
// one that is good makes it another's.
#include "core/server/identity/jwt.h"

#include "core/server/identity/secrets.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;
using namespace aiagent::server;

namespace {

const TokenParties kParties{"https://sync.example.org", "aiagent"};
const base::WallTime kNow = base::wallTimeFromMillis(1'790'000'000'000);
const base::Uuid kId{{1, 2, 3}};

const EcKey& key() {
  static const EcKey kKey = *EcKey::generate();
  return kKey;
}

TokenRead read(std::string_view token) {
  return readToken(token, kParties, kNow, [](std::string_view kid) { return kid == "k" ? &key() : nullptr; });
}

bool isRead(std::string_view token) {
  return std::holds_alternative<AccessClaims>(read(token));
}

void foreign(fuzz::FuzzInput& input) {
  FUZZ_REQUIRE(!isRead(input.rest()));
}

void signedByUs(fuzz::FuzzInput& input) {
  const auto header = input.text();
  const auto payload = input.text();
  const auto text = toBase64Url(header) + '.' + toBase64Url(payload);
  const auto outcome = read(text + '.' + toBase64Url(key().sign(text)));
  if (const auto* claims = std::get_if<AccessClaims>(&outcome)) {
    FUZZ_REQUIRE(header.find("ES256") != std::string::npos || header.find("\\u") != std::string::npos);
    FUZZ_REQUIRE(claims->expires + kClockLeeway > kNow);
  }
}

void changed(fuzz::FuzzInput& input) {
  const auto good = signedToken(key(), "k", kParties, kId, kId, kNow);
  FUZZ_REQUIRE(isRead(good));
  auto token = good;
  while (!input.empty()) {
    const std::size_t at = (std::size_t(input.byte()) << 8 | input.byte()) % token.size();
    token[at] = char(input.byte());
  }
  FUZZ_REQUIRE(isRead(token) == (token == good));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  switch (input.byte() % 3) {
    case 0: foreign(input); break;
    case 1: signedByUs(input); break;
    default: changed(input); break;
  }
  return 0;
}
