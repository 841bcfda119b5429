#include "app/tools/fake_cluster/script.h"

#include <gmock/gmock.h>

namespace aiagent::fake_cluster {
namespace {

TEST(Script, orders_areTakenAndReset) {
  Script script(std::map<std::string, std::string>{{"a", "admin"}});
  EXPECT_TRUE(script.take(R"({"scene":"degraded","delay":5,"hang":true,"cutAfter":3,"cut":4,"clock":90})"));
  EXPECT_EQ(script.orders().scene, "degraded");
  EXPECT_EQ(script.orders().delay, std::chrono::milliseconds(5));
  EXPECT_EQ(script.orders().cutAfter, 4);
  EXPECT_TRUE(script.orders().hang);
  EXPECT_TRUE(script.take(R"({"cut":true})"));
  EXPECT_TRUE(script.take(R"({"reset":true})"));
  EXPECT_FALSE(script.orders().hang);
  EXPECT_EQ(script.orders().cuts, 1);  // a stream that was cut stays cut
  EXPECT_FALSE(script.take("cut"));
}

TEST(Script, tokens_comeAndGo) {
  Script script(std::map<std::string, std::string>{{"a", "admin"}});
  EXPECT_EQ(script.userOf("a"), "admin");
  script.take(R"({"revoke":"a","accept":{"b":"reader"}})");
  EXPECT_EQ(script.userOf("a"), "bad-token");
  EXPECT_EQ(script.userOf("b"), "reader");
}

TEST(Script, counts_areCountedDown) {
  Script script(std::map<std::string, std::string>{});
  EXPECT_FALSE(script.nextStatus());
  script.take(R"({"status":503,"count":-1})");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(script.nextStatus(), std::pair(503, -1));
  script.take(R"({"410":true,"count":1})");
  EXPECT_TRUE(script.nextGone());
  EXPECT_FALSE(script.nextGone());
}

TEST(Script, report_tellsWhatWasAsked) {
  Script script(std::map<std::string, std::string>{});
  script.note("GET /x");
  script.streamOpened(1);
  EXPECT_EQ(script.report(), R"({"streams":1,"requests":["GET /x"]})");
}

}  // namespace
}  // namespace aiagent::fake_cluster
