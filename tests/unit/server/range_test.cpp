#include "core/server/blobs/range.h"

#include <gtest/gtest.h>

namespace aiagent::server {
namespace {

using Kind = ByteRange::Kind;

void expectPart(const char* header, std::uint64_t first, std::uint64_t length) {
  const auto range = rangeOf(header, 100);
  EXPECT_EQ(range.kind, Kind::Part) << header;
  EXPECT_EQ(range.first, first) << header;
  EXPECT_EQ(range.length, length) << header;
}

TEST(Range, rangeOf_oneRange_isCutToTheSize) {
  expectPart("bytes=0-0", 0, 1);
  expectPart("bytes=10-", 10, 90);
  expectPart("bytes=90-500", 90, 10);
  expectPart("bytes=-30", 70, 30);
  expectPart("bytes=-300", 0, 100);
}

TEST(Range, rangeOf_behindTheEnd_isUnsatisfiable) {
  for (const char* header : {"bytes=100-", "bytes=100-200", "bytes=-0"})
    EXPECT_EQ(rangeOf(header, 100).kind, Kind::Unsatisfiable) << header;
  EXPECT_EQ(rangeOf("bytes=0-", 0).kind, Kind::Unsatisfiable);
}

TEST(Range, rangeOf_anythingElse_isTheWhole) {
  for (const char* header : {"", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "lines=1-2",
                             "bytes=a-b", "bytes=99999999999999999999-"}) {
    EXPECT_EQ(rangeOf(header, 100).kind, Kind::Whole) << header;
    EXPECT_EQ(rangeOf(header, 100).length, 100u);
  }
}

}  // namespace
}  // namespace aiagent::server
