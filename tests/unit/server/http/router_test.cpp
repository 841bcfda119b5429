#include "core/server/http/router.h"

#include <gtest/gtest.h>

namespace aiagent::server {
namespace {

Router sample() {
  Router router;
  for (const char* path : {"/livez", "/v1/workspaces/{ws}", "/v1/workspaces/{ws}/members/{user}"})
    router.add({.method = Method::Get, .path = path});
  router.add({.method = Method::Delete, .path = "/v1/workspaces/{ws}/members/{user}"});
  return router;
}

TEST(Router, find_knownPath_givesRouteAndNames) {
  const auto router = sample();
  EXPECT_EQ(router.find(Method::Get, "/livez").route->path, "/livez");
  const auto match = router.find(Method::Delete, "/v1/workspaces/a%2Fb/members/c");
  ASSERT_NE(match.route, nullptr);
  EXPECT_EQ(match.params[0], (std::pair<std::string_view, std::string>("ws", "a/b")));
  EXPECT_EQ(match.params[1].second, "c");
}

TEST(Router, find_otherMethod_saysWhichAreAllowed) {
  const auto router = sample();
  EXPECT_EQ(router.find(Method::Post, "/livez").allowed, "GET");
  EXPECT_EQ(router.find(Method::Put, "/v1/workspaces/a/members/b").allowed, "GET, DELETE");
}

TEST(Router, find_unknownPath_givesNothing) {
  const auto router = sample();
  for (const char* path : {"", "livez", "/livez/", "/v1/workspaces/", "/v1/workspaces/a/members",
                           "/v1/workspaces/%zz", "/v1/workspaces/%00", "*"}) {
    const auto match = router.find(Method::Get, path);
    EXPECT_EQ(match.route, nullptr) << path;
    EXPECT_EQ(match.allowed, "") << path;
  }
}

TEST(Router, shapeError_errorUnderThePrefix_isShaped) {
  Router router;
  router.shapeErrors("/v1/openai/", [](Response& response) { response.body = "shaped"; });
  const auto shaped = [&](int status, std::string_view path) {
    Response response{.status = status, .body = "plain"};
    router.shapeError(path, response);
    return response.body;
  };
  EXPECT_EQ(shaped(404, "/v1/openai/embeddings"), "shaped");
  EXPECT_EQ(shaped(200, "/v1/openai/models"), "plain");
  EXPECT_EQ(shaped(404, "/v1/openaix"), "plain");
  EXPECT_EQ(shaped(404, ""), "plain");
}

TEST(Router, percentDecoded_brokenEscape_givesNothing) {
  EXPECT_EQ(percentDecoded("a%20b%C3%A9"), "a b\xC3\xA9");
  for (const char* broken : {"%", "%1", "%g0", "%00"}) EXPECT_FALSE(percentDecoded(broken)) << broken;
  EXPECT_FALSE(percentDecoded(std::string_view("a\0b", 3)));
}

TEST(Router, parseQuery_mixedPairs_keepsWhatCanBeRead) {
  const auto pairs = parseQuery("a=1&b&=2&c=%zz&d=x+y%2B&a=3");
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"a", "1"}, {"b", ""}, {"d", "x y+"}, {"a", "3"}};
  EXPECT_EQ(pairs, expected);
}

TEST(Router, header_otherCase_isFound) {
  Request request;
  request.headers = {{"Content-Type", "text/plain"}};
  EXPECT_EQ(request.header("content-TYPE"), "text/plain");
  EXPECT_EQ(request.header("content"), "");
}

TEST(Router, problem_passingFault_isBusyWithRetryAfter) {
  const auto busy = problem(base::Error{.code = base::ErrorCode::Timeout, .said = "a secret"});
  EXPECT_EQ(busy.status, 503);
  EXPECT_EQ(busy.headers.front().first, "Retry-After");
  EXPECT_EQ(problem(base::Error{.code = base::ErrorCode::StorageFailed, .providerCode = "22P02"}).status,
            400);
  const auto internal = problem(base::Error{.code = base::ErrorCode::StorageFailed, .said = "a secret"});
  EXPECT_EQ(internal.status, 500);
  EXPECT_EQ(internal.body.find("secret"), std::string::npos);
}

}  // namespace
}  // namespace aiagent::server
