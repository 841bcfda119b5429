#include "core/server/identity/token_authenticator.h"

#include <gtest/gtest.h>

#include "core/base/sha256.h"
#include "core/server/identity/secrets.h"

namespace aiagent::server {
namespace {

using namespace std::chrono_literals;

const TokenParties kParties{"https://sync.example.org", "aiagent"};
const auto kUser = *base::Uuid::parse("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31");
const auto kDevice = *base::Uuid::parse("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c32");

class SetClock final : public base::Clock {
 public:
  base::WallTime wallNow() const override { return time; }
  base::Instant now() const override { return {}; }
  base::WallTime time = base::wallTimeFromMillis(1'790'000'000'000);
};

class TokenAuthenticatorTest : public ::testing::Test {
 protected:
  TokenAuthenticatorTest() { m_ring.replace(KeySet({{"k", m_key, 0s}})); }
  std::string token() const { return signedToken(m_key, "k", kParties, kUser, kDevice, m_clock.time); }
  std::string wordFor(const std::string& bearer) const {
    const auto read = m_authenticator.read(bearer);
    return read ? "" : read.error().providerCode;
  }

  SetClock m_clock;
  EcKey m_key = *EcKey::generate();
  KeyRing m_ring;
  TokenAuthenticator m_authenticator{m_ring, kParties, m_clock};
};

TEST_F(TokenAuthenticatorTest, accessToken_isItsDevice) {
  const auto read = m_authenticator.read(token());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->device, kDevice.toString());
  EXPECT_EQ(read->tokenHash, "");
}

TEST_F(TokenAuthenticatorTest, machineToken_isItsHash) {
  const auto token = randomSecret(kMachineTokenPrefix);
  const auto read = m_authenticator.read(token.reveal());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->device, "");
  EXPECT_EQ(read->tokenHash, base::sha256Hex(token.reveal()));
}

TEST_F(TokenAuthenticatorTest, whatIsNeither_isRefused) {
  for (const auto* bearer : {"", "aat", "x.y.z", "Bearer"}) EXPECT_EQ(wordFor(bearer), "token_invalid");
  EXPECT_EQ(wordFor(std::string(randomSecret().reveal())), "token_invalid");
  EXPECT_EQ(wordFor(std::string(100'000, 'x')), "token_invalid");
  EXPECT_EQ(wordFor("aat_" + std::string(100'000, 'x')), "token_invalid");
}

TEST_F(TokenAuthenticatorTest, tokenThatWasGoodBefore_expiresAllTheSame) {
  const auto kept = token();
  EXPECT_EQ(wordFor(kept), "");
  m_clock.time += 600s;
  EXPECT_EQ(wordFor(kept), "");  // leeway
  m_clock.time += 30s;
  EXPECT_EQ(wordFor(kept), "token_expired");
}

TEST_F(TokenAuthenticatorTest, changedTokenOfAKnownOne_isRefused) {
  auto changed = token();
  EXPECT_EQ(wordFor(changed), "");
  changed[changed.size() / 2] = changed[changed.size() / 2] == 'A' ? 'B' : 'A';
  EXPECT_EQ(wordFor(changed), "token_invalid");
}

TEST_F(TokenAuthenticatorTest, manyTokens_areReadBeyondWhatIsKept) {
  const auto first = token();
  EXPECT_EQ(wordFor(first), "");
  for (int i = 0; i < 5000; ++i) {
    m_clock.time += 1ms;
    EXPECT_EQ(wordFor(token()), "");
  }
  EXPECT_EQ(wordFor(first), "");
}

}  // namespace
}  // namespace aiagent::server
