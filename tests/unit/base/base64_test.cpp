#include "core/base/base64.h"

#include <gtest/gtest.h>

namespace aiagent::base {
namespace {

TEST(Base64, vectorsOfRfc4648_goThereAndBack) {
  for (const auto& [bytes, text] : {std::pair<std::string, std::string>{"", ""},
                                    {"f", "Zg=="},
                                    {"fo", "Zm8="},
                                    {"foo", "Zm9v"},
                                    {"foob", "Zm9vYg=="},
                                    {"fooba", "Zm9vYmE="},
                                    {"foobar", "Zm9vYmFy"}}) {
    EXPECT_EQ(toBase64(bytes), text);
    EXPECT_EQ(fromBase64(text), bytes);
  }
}

TEST(Base64, everyByte_comesBack) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += char(i);
  EXPECT_EQ(fromBase64(toBase64(all)), all);
}

TEST(Base64, whatIsNone_isRefused) {
  for (const auto* text : {"Z", "Zg=", "Zg", "Zh==", "Zm9=", "Z===", "====", "Zm 9v", "Zm9v\n", "=Zm9"})
    EXPECT_EQ(fromBase64(text), std::nullopt) << text;
}

}  // namespace
}  // namespace aiagent::base
