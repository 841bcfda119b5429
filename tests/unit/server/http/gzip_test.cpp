#include "core/server/http/gzip.h"

#include <gtest/gtest.h>

namespace aiagent::server {
namespace {

TEST(Gzip, acceptsGzip_amongOthers_isFound) {
  for (const char* header : {"gzip", "deflate, gzip", "br;q=1.0, gzip;q=0.8, *;q=0.1", "gzip ; q=1"})
    EXPECT_TRUE(acceptsGzip(header)) << header;
  for (const char* header : {"", "identity", "x-gzip", "gzip;q=0", "gzip;q=0.0", "br"})
    EXPECT_FALSE(acceptsGzip(header)) << header;
}

TEST(Gzip, gzipped_text_hasTheHeaderAndIsShorter) {
  const std::string text(100000, 'a');
  const auto packed = gzipped(text);
  ASSERT_TRUE(packed);
  EXPECT_EQ(packed->substr(0, 3), std::string("\x1f\x8b\x08"));
  EXPECT_LT(packed->size(), 2000u);
  EXPECT_TRUE(gzipped(""));
}

}  // namespace
}  // namespace aiagent::server
