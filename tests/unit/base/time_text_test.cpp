#include "core/base/time_text.h"

#include <gtest/gtest.h>

namespace aiagent::base {
namespace {

std::string rfc(std::string_view text) {
  const auto time = fromRfc3339(text);
  return time ? toIso8601(*time) : "none";
}

std::string http(std::string_view text) {
  const auto time = fromHttpDate(text);
  return time ? toIso8601(*time) : "none";
}

TEST(FromRfc3339, everyForm_isRead) {
  EXPECT_EQ(rfc("2026-11-23T06:40:00Z"), "2026-11-23T06:40:00.000Z");
  EXPECT_EQ(rfc("2026-11-23T06:40:00.1Z"), "2026-11-23T06:40:00.100Z");
  EXPECT_EQ(rfc("2026-11-23t06:40:00.123456789z"), "2026-11-23T06:40:00.123Z");
  EXPECT_EQ(rfc("2026-01-01T00:30:00+02:00"), "2025-12-31T22:30:00.000Z");
  EXPECT_EQ(rfc("2026-01-01T00:30:00-00:45"), "2026-01-01T01:15:00.000Z");
  EXPECT_EQ(rfc("2016-12-31T23:59:60Z"), "2016-12-31T23:59:59.000Z");
}

TEST(FromRfc3339, whatIsNone_isNothing) {
  for (const char* text :
       {"", "2026", "2026-11-23", "2026-11-23T06:40:00", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z",
        "2026-11-23T24:00:00Z", "2026-11-23T06:40:00.Z", "2026-11-23T06:40:00Zx", "2026-11-23T06:40:00+2:00",
        "2026-11-23T06:40:00+99:00", "x026-11-23T06:40:00Z"})
    EXPECT_EQ(rfc(text), "none") << text;
}

TEST(FromHttpDate, theFixedForm_isRead) {
  EXPECT_EQ(http("Sun, 06 Nov 1994 08:49:37 GMT"), "1994-11-06T08:49:37.000Z");
  EXPECT_EQ(http("Fri, 01 Jan 2027 00:00:00 GMT"), "2027-01-01T00:00:00.000Z");
}

TEST(FromHttpDate, whatIsNone_isNothing) {
  for (const char* text :
       {"", "Sun, 06 Nov 1994 08:49:37", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "onT, 06 Nov 1994 08:49:37 GMT", "Sun, 06 ovD 1994 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT"})
    EXPECT_EQ(http(text), "none") << text;
}

}  // namespace
}  // namespace aiagent::base
