#include "core/server/identity/jwt.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "core/server/identity/secrets.h"

namespace aiagent::server {
namespace {

using namespace std::chrono_literals;

const EcKey& ours() {
  static const EcKey kKey = *EcKey::generate();
  return kKey;
}

const TokenParties kParties{"https://sync.example.org", "aiagent"};
const base::WallTime kNow = base::wallTimeFromMillis(1'790'000'000'000);
const auto kUser = *base::Uuid::parse("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31");
const auto kDevice = *base::Uuid::parse("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c32");

std::string token() {
  return signedToken(ours(), "k1", kParties, kUser, kDevice, kNow);
}

TokenRead read(std::string_view text, base::WallTime now = kNow, const TokenParties& parties = kParties) {
  return readToken(text, parties, now, [](std::string_view kid) { return kid == "k1" ? &ours() : nullptr; });
}

TokenFault faultOf(const TokenRead& read) {
  const auto* fault = std::get_if<TokenFault>(&read);
  EXPECT_NE(fault, nullptr) << "the token was accepted";
  return fault != nullptr ? *fault : TokenFault{-1};
}

// Signed by our key, whatever it says.
std::string forged(const std::string& header, const std::string& payload) {
  const auto text = toBase64Url(header) + '.' + toBase64Url(payload);
  return text + '.' + toBase64Url(ours().sign(text));
}

const std::string kHeader = R"({"alg":"ES256","kid":"k1"})";
boost::json::object payload() {
  const auto at = base::toMillis(kNow) / 1000;
  return {{"iss", kParties.issuer},
          {"aud", kParties.audience},
          {"sub", kUser.toString()},
          {"did", kDevice.toString()},
          {"nbf", at},
          {"exp", at + 600}};
}
std::string without(const char* name) {
  auto changed = payload();
  changed.erase(name);
  return boost::json::serialize(changed);
}
std::string with(const char* name, boost::json::value value) {
  auto changed = payload();
  changed[name] = std::move(value);
  return boost::json::serialize(changed);
}

TEST(Jwt, ourOwn_isRead) {
  const auto claims = std::get<AccessClaims>(read(token()));
  EXPECT_EQ(claims.user, kUser);
  EXPECT_EQ(claims.device, kDevice);
  EXPECT_EQ(claims.expires, kNow + 600s);
  EXPECT_TRUE(std::holds_alternative<AccessClaims>(read(forged(kHeader, boost::json::serialize(payload())))));
}

TEST(Jwt, expiry_hasThirtySecondsOfLeeway) {
  EXPECT_TRUE(std::holds_alternative<AccessClaims>(read(token(), kNow + 629s)));
  EXPECT_EQ(faultOf(read(token(), kNow + 630s)), TokenFault::Expired);
}

TEST(Jwt, notYetValid_hasThirtySecondsOfLeeway) {
  EXPECT_TRUE(std::holds_alternative<AccessClaims>(read(token(), kNow - 30s)));
  EXPECT_EQ(faultOf(read(token(), kNow - 31s)), TokenFault::NotYetValid);
}

TEST(Jwt, anyOtherAlgorithm_isRefused) {
  for (const auto* alg : {R"("none")", R"("None")", R"("")", R"("HS256")", R"("es256")", R"("ES384")",
                          R"("EdDSA")", "1", "null", R"(["ES256"])"})
    EXPECT_EQ(faultOf(read(forged(std::string(R"({"kid":"k1","alg":)") + alg + "}",
                                  boost::json::serialize(payload())))),
              TokenFault::Malformed)
        << alg;
  EXPECT_EQ(faultOf(read(forged(R"({"kid":"k1"})", boost::json::serialize(payload())))),
            TokenFault::Malformed);
}

TEST(Jwt, noSignature_isRefused) {
  const auto body = toBase64Url(boost::json::serialize(payload()));
  EXPECT_EQ(faultOf(read(toBase64Url(kHeader) + '.' + body + '.')), TokenFault::Malformed);
  EXPECT_EQ(faultOf(read(toBase64Url(R"({"alg":"none","kid":"k1"})") + '.' + body + '.')),
            TokenFault::Malformed);
  EXPECT_EQ(faultOf(read(toBase64Url(kHeader) + '.' + body)), TokenFault::Malformed);
  // r = s = 0
  EXPECT_EQ(faultOf(read(toBase64Url(kHeader) + '.' + body + '.' + toBase64Url(std::string(64, '\0')))),
            TokenFault::Malformed);
}

TEST(Jwt, criticalExtension_isRefused) {
  EXPECT_EQ(faultOf(read(forged(R"({"alg":"ES256","kid":"k1","crit":["b64"],"b64":false})",
                                boost::json::serialize(payload())))),
            TokenFault::Malformed);
}

TEST(Jwt, unknownKey_isTold) {
  EXPECT_EQ(faultOf(read(forged(R"({"alg":"ES256","kid":"k2"})", boost::json::serialize(payload())))),
            TokenFault::UnknownKey);
  EXPECT_EQ(faultOf(read(forged(R"({"alg":"ES256"})", boost::json::serialize(payload())))),
            TokenFault::UnknownKey);
}

TEST(Jwt, anotherKeysSignature_isRefused) {
  const auto theirs = *EcKey::generate();
  EXPECT_EQ(faultOf(read(signedToken(theirs, "k1", kParties, kUser, kDevice, kNow))), TokenFault::Malformed);
}

TEST(Jwt, everyChangedCharacter_isRefused) {
  const auto good = token();
  for (std::size_t at = 0; at < good.size(); ++at) {
    auto changed = good;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_TRUE(std::holds_alternative<TokenFault>(read(changed))) << at;
    EXPECT_TRUE(std::holds_alternative<TokenFault>(read(good.substr(0, at)))) << at;
  }
  EXPECT_TRUE(std::holds_alternative<TokenFault>(read(good + "A")));
  EXPECT_TRUE(std::holds_alternative<TokenFault>(read(good + ".")));
  EXPECT_TRUE(std::holds_alternative<TokenFault>(read(good + "=")));
}

TEST(Jwt, anotherIssuerOrAudience_isRefused) {
  EXPECT_EQ(faultOf(read(token(), kNow, {"https://other.example.org", "aiagent"})), TokenFault::Malformed);
  EXPECT_EQ(faultOf(read(token(), kNow, {"https://sync.example.org", "other"})), TokenFault::Malformed);
}

TEST(Jwt, missingOrMisshapenClaims_areRefused) {
  for (const auto* name : {"iss", "aud", "sub", "did", "exp", "nbf"})
    EXPECT_EQ(faultOf(read(forged(kHeader, without(name)))), TokenFault::Malformed) << name;
  for (const auto& body : {with("exp", "1790000600"), with("exp", 1.79e9), with("exp", -1),
                           with("exp", 1e300), with("nbf", true), with("sub", "nobody"), with("did", nullptr),
                           with("aud", boost::json::array{"aiagent"}), std::string("[]"), std::string("{"),
                           std::string(R"({"a":[[[[[[[[[[[]]]]]]]]]]]})")})
    EXPECT_EQ(faultOf(read(forged(kHeader, body))), TokenFault::Malformed) << body;
}

TEST(Jwt, tooLarge_isRefused) {
  EXPECT_EQ(faultOf(read(forged(kHeader, with("x", boost::json::string(4000, 'x'))))), TokenFault::Malformed);
  EXPECT_EQ(faultOf(read(std::string(1 << 20, '.'))), TokenFault::Malformed);
}

TEST(EcKey, pem_comesBackAndOtherKeysDoNot) {
  const auto again = EcKey::fromPrivatePem(ours().privatePem());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->publicPem(), ours().publicPem());
  const auto open = EcKey::fromPublicPem(ours().publicPem());
  ASSERT_TRUE(open);
  EXPECT_TRUE(open->verify("text", ours().sign("text")));
  EXPECT_EQ(open->sign("text"), "");
  EXPECT_TRUE(open->privatePem().empty());
  EXPECT_FALSE(EcKey::fromPrivatePem(base::SecretString("nonsense")));
}

}  // namespace
}  // namespace aiagent::server
