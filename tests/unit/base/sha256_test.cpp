#include "core/base/sha256.h"

#include <gtest/gtest.h>

namespace aiagent::base {
namespace {

// Vectors of FIPS 180-4's examples.
TEST(Sha256, knownTexts_giveTheirDigests) {
  EXPECT_EQ(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, pieces_countAsOne) {
  Sha256 hash;
  hash.add("a");
  hash.add("");
  hash.add("bc");
  EXPECT_EQ(hash.hex(), sha256Hex("abc"));
}

TEST(IsSha256Hex, onlyLowerCaseDigests_fit) {
  EXPECT_TRUE(isSha256Hex(sha256Hex("x")));
  EXPECT_FALSE(isSha256Hex(std::string(64, 'A')));
  EXPECT_FALSE(isSha256Hex("abc"));
}

}  // namespace
}  // namespace aiagent::base
