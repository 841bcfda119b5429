#include "core/server/identity/secrets.h"

#include <gtest/gtest.h>

#include <set>

namespace aiagent::server {
namespace {

TEST(Base64Url, everyLength_comesBackWithoutPadding) {
  std::string bytes;
  for (int length = 0; length < 70; ++length) {
    const auto text = toBase64Url(bytes);
    EXPECT_EQ(text.find_first_of("+/="), std::string::npos);
    EXPECT_EQ(fromBase64Url(text), bytes);
    bytes += char(250 + 7 * length);
  }
}

TEST(Base64Url, whatIsNone_isRefused) {
  for (const auto* text : {"Z", "Zg==", "Zm9=", "Zh", "ab+/", "ab/c", "Zm 9v", "Zm9v\n", "Zm9vY"})
    EXPECT_EQ(fromBase64Url(text), std::nullopt) << text;
}

TEST(RandomSecret, eachIsAnother_of43DigitsBehindItsPrefix) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const auto secret = randomSecret(kMachineTokenPrefix);
    EXPECT_EQ(secret.reveal().size(), 4 + 43);
    EXPECT_TRUE(secret.reveal().starts_with("aat_"));
    seen.emplace(secret.reveal());
  }
  EXPECT_EQ(seen.size(), 1000);
}

TEST(NormalizedCode, asPeopleType_isRead) {
  for (const auto* typed : {"0123A-BCDEF-GHJKM-NPQRS", "0123abcdefghjkmnpqrs", " o123A BCDEF GHJKM NPQRS\n",
                            "OI23A-bcdef-GHJKM-NPQRS", "Ol23A-bcdef-GHJKM-NPQRS"})
    EXPECT_EQ(normalizedCode(typed), "0123ABCDEFGHJKMNPQRS") << typed;
}

TEST(NormalizedCode, whatCannotBeOne_isRefused) {
  for (const auto* typed :
       {"", "0123A", "0123A-BCDEF-GHJKM-NPQRU", "0123A-BCDEF-GHJKM-NPQRST", "0123A_BCDEF_GHJKM_NPQRS"})
    EXPECT_EQ(normalizedCode(typed), std::nullopt) << typed;
  EXPECT_EQ(normalizedCode(std::string(10'000, '-') + "0123ABCDEFGHJKMNPQRS"), std::nullopt);
}

TEST(ConnectLink, anAddressWithAQuery_isEncoded) {
  EXPECT_EQ(connectLink("https://example.org:8443/a?b=c&d", "ABCDE-FGHJK"),
            "aiagent://connect?url=https%3A%2F%2Fexample.org%3A8443%2Fa%3Fb%3Dc%26d&code=ABCDE-FGHJK");
}

}  // namespace
}  // namespace aiagent::server
