#include "core/cluster/quantity.h"

#include <gtest/gtest.h>

#include <vector>

namespace aiagent::cluster {
namespace {

Quantity of(std::string_view text) {
  const auto found = Quantity::parse(text);
  EXPECT_TRUE(found.has_value()) << text;
  return found.value_or(Quantity());
}

TEST(Quantity, sameAmounts_inAnyForm_areEqual) {
  for (const auto& [a, b] :
       std::vector<std::pair<const char*, const char*>>{{"1", "1000m"},
                                                        {"1.5Gi", "1536Mi"},
                                                        {"0.5", "500m"},
                                                        {".5", "0.500"},
                                                        {"12e6", "12M"},
                                                        {"1E3", "1k"},
                                                        {"1E", "1000P"},
                                                        {"1500000n", "1500u"},
                                                        {"+5", "5."},
                                                        {"2e-3", "2m"},
                                                        {"-1Ki", "-1024"},
                                                        {"100000000000000000000n", "100G"},
                                                        {"0.000000000000000000Ei", "0"}})
    EXPECT_EQ(of(a), of(b)) << a << " " << b;
}

TEST(Quantity, text_isTheCanonicalForm) {
  for (const auto& [given, text] : std::vector<std::pair<const char*, const char*>>{{"0.5", "500m"},
                                                                                    {"1000m", "1"},
                                                                                    {"1536Mi", "1536Mi"},
                                                                                    {"1.5Gi", "1536Mi"},
                                                                                    {"1024Ki", "1Mi"},
                                                                                    {"1000Ki", "1000Ki"},
                                                                                    {"1023", "1023"},
                                                                                    {"4200m", "4200m"},
                                                                                    {"1500k", "1500k"},
                                                                                    {"1000k", "1M"},
                                                                                    {"12e6", "12e6"},
                                                                                    {"0", "0"},
                                                                                    {"-0.25", "-250m"},
                                                                                    {"3n", "3n"},
                                                                                    {"0.5Ki", "512"},
                                                                                    {"1E", "1E"},
                                                                                    {"1Ei", "1Ei"}})
    EXPECT_EQ(of(given).text(), text) << given;
}

TEST(Quantity, smallerThanANano_isRoundedAwayFromZero) {
  EXPECT_EQ(of("0.0000000001"), of("1n"));
  EXPECT_EQ(of("0.1n"), of("1n"));
  EXPECT_EQ(of("-0.1n"), of("-1n"));
  EXPECT_EQ(of("1.0000000000000000000000000001"), of("1.000000001"));
}

TEST(Quantity, tooLarge_isCapped) {
  const auto cap = of("9223372036854775807");
  for (const auto* text :
       {"9223372036854775808", "10E", "16Ei", "1e30", "99999999999999999999999999999999", "8Ei", "1e1000"})
    EXPECT_EQ(of(text), cap) << text;
  EXPECT_EQ(cap + cap, cap);
  EXPECT_EQ(of("1e-1000"), of("1n"));
}

TEST(Quantity, sums_areExact) {
  Quantity sum;
  for (int i = 0; i < 30'000; ++i) sum += of("100000001n");
  EXPECT_EQ(sum, of("3000.00003"));
  EXPECT_EQ((of("1") - of("0.1") - of("0.9")), Quantity());
}

TEST(Quantity, rounding_goesUp) {
  EXPECT_EQ(of("100m").milliRoundedUp(), 100);
  EXPECT_EQ(of("0.5m").milliRoundedUp(), 1);
  EXPECT_EQ(of("1.2").roundedUp(), 2);
  EXPECT_EQ(of("-1.2").roundedUp(), -2);
  EXPECT_EQ(of("1Gi").roundedUp(), 1073741824);
}

TEST(Quantity, anythingElse_isNone) {
  for (const auto* text : {"",      "-",    ".",   "m",   "1 ",    " 1",  "1Zi", "1ki", "1mi",  "1e",  "1e+",
                           "1e1.5", "0x10", "1,5", "--1", "1.2.3", "NaN", "Inf", "1KI", "1e1m", "1MiB"})
    EXPECT_FALSE(Quantity::parse(text).has_value()) << text;
}

TEST(Quantity, percent_ofALimit) {
  EXPECT_EQ(percentOf(of("12"), of("24")), 50);
  EXPECT_EQ(percentOf(of("24"), of("24")), 100);
  EXPECT_EQ(percentOf(of("4200m"), of("12")), 35);
  EXPECT_EQ(percentOf(of("1"), of("0")), std::nullopt);
}

}  // namespace
}  // namespace aiagent::cluster
