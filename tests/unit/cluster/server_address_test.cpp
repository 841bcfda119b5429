#include "core/cluster/server_address.h"

#include <gtest/gtest.h>

namespace aiagent::cluster {
namespace {

std::string address(std::string_view server, bool hasTls = false) {
  return serverAddress(server, hasTls).value_or("none");
}

TEST(ServerAddress, schemes_areCompleted) {
  EXPECT_EQ(address("https://c.example:6443/"), "https://c.example:6443");
  EXPECT_EQ(address("HTTP://c.example//"), "http://c.example");
  EXPECT_EQ(address("c.example"), "http://c.example");
  EXPECT_EQ(address("c.example:6443/base/", true), "https://c.example:6443/base");
  EXPECT_EQ(address("https://[::1]:6443"), "https://[::1]:6443");
}

TEST(ServerAddress, whatIsNone_isRefused) {
  for (const char* server : {"", "https://", "ftp://c", "https://c:0", "https://c:70000", "https://c:x",
                             "https://me@c", "https://c?x=1", "https://c/#x", "https://c d", "https://[::1",
                             "https://[]", "https://:1", "https://c\r\nX: y", "https://::1"})
    EXPECT_EQ(address(server), "none") << server;
}

TEST(IsProxyAddress, onlyKnownSchemes_count) {
  EXPECT_TRUE(isProxyAddress("http://proxy:3128"));
  EXPECT_TRUE(isProxyAddress("https://me:p%40ss@proxy"));
  EXPECT_TRUE(isProxyAddress("socks5://[::1]:1080"));
  EXPECT_FALSE(isProxyAddress("proxy:3128"));
  EXPECT_FALSE(isProxyAddress("socks4://proxy"));
  EXPECT_FALSE(isProxyAddress("http://"));
}

TEST(HostOf, anyAddress_leavesTheHost) {
  EXPECT_EQ(hostOf("https://c.example:6443/x"), "c.example");
  EXPECT_EQ(hostOf("https://[2001:db8::1]:6443"), "2001:db8::1");
  EXPECT_EQ(hostOf("http://me:secret@proxy:1"), "proxy");
}

}  // namespace
}  // namespace aiagent::cluster
