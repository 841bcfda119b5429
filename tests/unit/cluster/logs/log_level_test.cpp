#include <gtest/gtest.h>

#include "core/cluster/logs/log_lines.h"

namespace aiagent::cluster {
namespace {

TEST(LogLevel, structuredLines_sayIt) {
  EXPECT_EQ(levelOf(R"({"level":"warn","msg":"slow"})"), LogLevel::Warning);
  EXPECT_EQ(levelOf(R"({"time":1,"severity": "ERROR"})"), LogLevel::Error);
  EXPECT_EQ(levelOf(R"({"level":30,"msg":"ERROR in words"})"), LogLevel::Info);
  EXPECT_EQ(levelOf(R"({"level":50})"), LogLevel::Error);
  EXPECT_EQ(levelOf("ts=1 level=fatal msg=x"), LogLevel::Error);
  EXPECT_EQ(levelOf("ts=1 lvl=debug msg=x"), LogLevel::Debug);
}

TEST(LogLevel, klogAndCapitals_areUnderstood) {
  EXPECT_EQ(levelOf("E1123 07:43:30.372616       1 main.go:12] no"), LogLevel::Error);
  EXPECT_EQ(levelOf("W1123 07:43:30.372616       1 main.go:12] hm"), LogLevel::Warning);
  EXPECT_EQ(levelOf("2026-11-23 07:43 [ERROR] it broke"), LogLevel::Error);
  EXPECT_EQ(levelOf("WARNING: old"), LogLevel::Warning);
  EXPECT_EQ(levelOf("FATAL"), LogLevel::Error);
}

TEST(LogLevel, ordinaryWords_sayNothing) {
  EXPECT_EQ(levelOf("no error so far"), LogLevel::None);
  EXPECT_EQ(levelOf("ERRORS=0"), LogLevel::None);
  EXPECT_EQ(levelOf("sublevel=error"), LogLevel::None);
  EXPECT_EQ(levelOf("E112"), LogLevel::None);
  EXPECT_EQ(levelOf(""), LogLevel::None);
  EXPECT_EQ(levelOf("level="), LogLevel::None);
  EXPECT_EQ(levelOf(std::string(100, ' ') + "ERROR"), LogLevel::None);
}

}  // namespace
}  // namespace aiagent::cluster
