#include "core/cluster/human_duration.h"

#include <gtest/gtest.h>

#include "core/wire/kube_time.h"

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;

TEST(HumanDuration, eachStep_asKubectlWritesIt) {
  constexpr auto kDay = 24h, kYear = 365 * kDay;
  const std::vector<std::pair<std::chrono::milliseconds, const char*>> cases = {
      {-1500ms, "0s"},   {-2s, "<invalid>"},
      {0s, "0s"},        {999ms, "0s"},
      {119s, "119s"},    {120s, "2m"},
      {121s, "2m1s"},    {599s, "9m59s"},
      {600s, "10m"},     {179min, "179m"},
      {180min, "3h"},    {181min, "3h1m"},
      {479min, "7h59m"}, {8h, "8h"},
      {47h, "47h"},      {48h, "2d"},
      {49h, "2d1h"},     {8 * kDay - 1h, "7d23h"},
      {8 * kDay, "8d"},  {2 * kYear - 1h, "729d"},
      {2 * kYear, "2y"}, {2 * kYear + kDay, "2y1d"},
      {8 * kYear, "8y"}, {20 * kYear + 5 * kDay, "20y"}};
  for (const auto& [time, text] : cases) EXPECT_EQ(humanDuration(time), text);
}

TEST(HumanDuration, age_ofATimeThatIsNotTold_isUnknown) {
  const auto now = wire::kubeTime("2026-11-23T08:00:00Z");
  EXPECT_EQ(ageText(wire::kNoTime, now), "<unknown>");
  EXPECT_EQ(ageText(now - 38s, now), "38s");
  EXPECT_EQ(ageText(now + 5s, now), "<invalid>");
}

TEST(HumanDuration, durationsThatPeopleWrite_areRead) {
  EXPECT_EQ(durationOf("30s"), std::chrono::seconds(30));
  EXPECT_EQ(durationOf("10m"), std::chrono::minutes(10));
  EXPECT_EQ(durationOf("1h30m"), std::chrono::minutes(90));
  EXPECT_EQ(durationOf("7d"), std::chrono::hours(168));
  for (const char* text : {"", "10", "m", "-1h", "1.5h", "1w", "99999999999999999999d", "4000d"})
    EXPECT_FALSE(durationOf(text)) << text;
}

}  // namespace
}  // namespace aiagent::cluster
