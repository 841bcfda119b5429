#include "core/rehearsal/http_request_parser.h"

#include <gtest/gtest.h>

namespace aiagent::rehearsal {
namespace {

const std::string kPost =
    "POST /v1/responses?a=1&stream=true HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
const std::string kChunked =
    "POST /c HTTP/1.1\r\nTransfer-Encoding: "
    "chunked\r\n\r\n3;ext=1\r\nabc\r\n0a\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n";

std::optional<HttpMessage> parse(const std::string& bytes) {
  HttpRequestParser parser;
  parser.feed(bytes);
  return parser.next();
}

int refusalOf(const std::string& bytes, HttpLimits limits = {}) {
  HttpRequestParser parser(limits);
  parser.feed(bytes);
  EXPECT_FALSE(parser.next());
  return parser.refusal();
}

TEST(HttpRequestParser, post_isTakenApart) {
  const auto request = parse(kPost);
  ASSERT_TRUE(request);
  EXPECT_EQ(request->method, "POST");
  EXPECT_EQ(request->path, "/v1/responses");
  EXPECT_EQ(request->parameter("stream"), "true");
  EXPECT_EQ(request->parameter("a"), "1");
  EXPECT_FALSE(request->parameter("tream"));
  EXPECT_EQ(request->header("host"), "x");
  EXPECT_EQ(request->body, "hello");
  EXPECT_TRUE(request->keepAlive);
}

TEST(HttpRequestParser, everySplit_givesTheSameRequests) {
  const std::string all = kPost + kChunked + "GET / HTTP/1.0\r\n\r\n";
  for (std::size_t split = 1; split < all.size(); ++split) {
    HttpRequestParser parser;
    std::vector<HttpMessage> requests;
    for (std::size_t i = 0; i < all.size(); i += split) {
      parser.feed(std::string_view(all).substr(i, split));
      while (auto request = parser.next()) requests.push_back(std::move(*request));
    }
    ASSERT_EQ(requests.size(), 3u) << split;
    EXPECT_EQ(requests[0].body, "hello");
    EXPECT_EQ(requests[1].body, "abc0123456789");
    EXPECT_EQ(requests[2].path, "/");
    EXPECT_FALSE(requests[2].keepAlive);
    EXPECT_FALSE(parser.isInside());
    EXPECT_EQ(parser.refusal(), 0);
  }
}

TEST(HttpRequestParser, bareLineFeeds_areLineEnds) {
  const auto request = parse("\n\r\nGET /x HTTP/1.1\nA: b\n\n");
  ASSERT_TRUE(request);
  EXPECT_EQ(request->header("a"), "b");
}

TEST(HttpRequestParser, incomplete_needsMore) {
  HttpRequestParser parser;
  parser.feed(kPost.substr(0, kPost.size() - 1));
  EXPECT_FALSE(parser.next());
  EXPECT_EQ(parser.refusal(), 0);
  EXPECT_TRUE(parser.isInside());
}

TEST(HttpRequestParser, expectContinue_isToldOnce_andOnlyWhileTheBodyIsMissing) {
  HttpRequestParser parser;
  parser.feed("POST / HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_FALSE(parser.next());
  EXPECT_TRUE(parser.takeContinue());
  EXPECT_FALSE(parser.takeContinue());
  parser.feed("ok");
  EXPECT_TRUE(parser.next());
  parser.feed("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nok");
  EXPECT_TRUE(parser.next());
  EXPECT_FALSE(parser.takeContinue());
}

TEST(HttpRequestParser, malformed_isRefusedByItsStatus) {
  EXPECT_EQ(refusalOf("hello\r\n"), 400);
  EXPECT_EQ(refusalOf("GET  HTTP/1.1\r\n"), 400);
  EXPECT_EQ(refusalOf("GET x HTTP/1.1\r\n"), 400);
  EXPECT_EQ(refusalOf("G@T / HTTP/1.1\r\n"), 400);
  EXPECT_EQ(refusalOf("GET /\x01 HTTP/1.1\r\n"), 400);
  EXPECT_EQ(refusalOf("GET / HTTP/2.0\r\n"), 505);
  EXPECT_EQ(refusalOf("GET / FTP/1.0\r\n"), 400);
  EXPECT_EQ(refusalOf("GET / HTTP/1.1\r\nno colon\r\n"), 400);
  EXPECT_EQ(refusalOf("GET / HTTP/1.1\r\na : b\r\n"), 400);
  EXPECT_EQ(refusalOf("GET / HTTP/1.1\r\na: b\r\n c\r\n"), 400);
  EXPECT_EQ(refusalOf("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"), 400);
  EXPECT_EQ(refusalOf("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"), 400);
  EXPECT_EQ(refusalOf("POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n"), 400);
  EXPECT_EQ(refusalOf("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
  EXPECT_EQ(refusalOf("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n"), 501);
  EXPECT_EQ(refusalOf("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"), 400);
  EXPECT_EQ(refusalOf("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n"), 400);
  EXPECT_EQ(refusalOf("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n"), 400);
}

TEST(HttpRequestParser, limits_areKept) {
  const HttpLimits limits{.head = 100, .body = 10};
  EXPECT_EQ(refusalOf("GET /" + std::string(200, 'a'), limits), 431);
  EXPECT_EQ(
      refusalOf("GET / HTTP/1.1\r\na: " + std::string(60, 'a') + "\r\nb: " + std::string(60, 'b'), limits),
      431);
  EXPECT_EQ(refusalOf("POST / HTTP/1.1\r\nContent-Length: 11\r\n\r\n", limits), 413);
  EXPECT_EQ(refusalOf("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n01234567\r\n3\r\n", limits),
            413);
  std::string many = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < 300; ++i) many += "a: b\r\n";
  EXPECT_EQ(refusalOf(many), 431);
}

TEST(HttpRequestParser, afterRefusal_nothingIsTakenAnyMore) {
  HttpRequestParser parser;
  parser.feed("nonsense\r\n");
  EXPECT_FALSE(parser.next());
  parser.feed(kPost);
  EXPECT_FALSE(parser.next());
  EXPECT_EQ(parser.refusal(), 400);
}

}  // namespace
}  // namespace aiagent::rehearsal
