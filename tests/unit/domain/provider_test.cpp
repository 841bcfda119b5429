#include "core/domain/provider.h"

#include <gtest/gtest.h>

namespace aiagent::domain {
namespace {

Provider at(std::string url) {
  Provider provider;
  provider.name = "p";
  provider.baseUrl = std::move(url);
  return provider;
}

TEST(NormalisedProvider, trailingSlashes_areDropped) {
  EXPECT_EQ(normalised(at(" https://api.example.com/v1// "))->baseUrl, "https://api.example.com/v1");
}

TEST(NormalisedProvider, unfitUrls_nameTheField) {
  for (const auto* url : {"", "api.openai.com/v1", "ftp://x/v1", "https://", "https://me:pw@host/v1",
                          "https://h/v1?x=1", "https://h h/v1"}) {
    const auto provider = normalised(at(url));
    ASSERT_FALSE(provider.ok()) << url;
    EXPECT_EQ(provider.error().subject, "base-url");
  }
}

TEST(NormalisedProvider, unfitName_isRefused) {
  auto provider = at("https://h/v1");
  provider.name = "Has Space";
  EXPECT_EQ(normalised(provider).error().subject, "name");
}

TEST(IsLoopbackUrl, hostsOfThisMachine) {
  EXPECT_TRUE(isLoopbackUrl("http://127.0.0.1:11434/v1"));
  EXPECT_TRUE(isLoopbackUrl("http://[::1]:8080"));
  EXPECT_TRUE(isLoopbackUrl("http://localhost:1234/v1"));
  EXPECT_FALSE(isLoopbackUrl("http://localhost.example.com"));
  EXPECT_FALSE(isLoopbackUrl("https://api.openai.com/v1"));
}

TEST(OriginOf, pathIsNotPartOfIt) {
  EXPECT_EQ(originOf("HTTPS://h:8443/v1/x"), "https://h:8443");
}

}  // namespace
}  // namespace aiagent::domain
