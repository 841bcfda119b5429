#include "core/base/secret_string.h"

#include <gtest/gtest.h>

namespace aiagent::base {
namespace {

TEST(MaskSecrets, keysAndBearers_areMasked) {
  EXPECT_EQ(maskSecrets("Incorrect API key: sk-proj-0123456789abcdef."), "Incorrect API key: sk-…");
  EXPECT_EQ(maskSecrets("Authorization: Bearer abcdefghijklmnop now"), "Authorization: Bearer … now");
}

TEST(MaskSecrets, ordinaryWords_areKept) {
  EXPECT_EQ(maskSecrets("the sk-8 model, Bearer of news"), "the sk-8 model, Bearer of news");
}

TEST(SecretString, movedFrom_isEmpty) {
  SecretString a("sk-very-secret");
  SecretString b(std::move(a));
  EXPECT_EQ(b.reveal(), "sk-very-secret");
  EXPECT_TRUE(a.empty());
}

}  // namespace
}  // namespace aiagent::base
