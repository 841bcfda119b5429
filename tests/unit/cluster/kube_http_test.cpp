#include "core/cluster/kube_http.h"

#include <gmock/gmock.h>

namespace aiagent::cluster {
namespace {

using base::ErrorCode;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(KubeError, statusObject_givesMessageReasonAndWait) {
  const auto error = kubeError(429, R"({"kind":"Status","message":"too many","reason":"TooManyRequests",)"
                                    R"("details":{"name":"pods","retryAfterSeconds":3},"code":429})");
  EXPECT_EQ(error.code, ErrorCode::RateLimited);
  EXPECT_EQ(error.said, "too many");
  EXPECT_EQ(error.providerCode, "TooManyRequests");
  EXPECT_EQ(error.subject, "pods");
  EXPECT_EQ(error.retryAfter, std::chrono::seconds(3));
  EXPECT_EQ(error.httpStatus, 429);
  EXPECT_TRUE(isWorthRepeating(error));
  EXPECT_EQ(*kubeError(503, "", std::chrono::seconds(7)).retryAfter, std::chrono::seconds(7));
}

TEST(KubeError, tooLargeResourceVersion_isToldByItsCause) {
  const auto error = kubeError(504, R"({"kind":"Status","reason":"Timeout","details":{"causes":)"
                                    R"([{"reason":"ResourceVersionTooLarge","message":"x"}]}})");
  EXPECT_EQ(error.code, ErrorCode::Timeout);
  EXPECT_EQ(error.providerCode, "ResourceVersionTooLarge");
}

TEST(KubeError, plainText_isQuotedWithoutKeys) {
  EXPECT_EQ(kubeError(404, "404 page not found\n").said, "404 page not found");
  EXPECT_EQ(kubeError(401, "Bearer abcdefghijklmnop refused").said.find("abcdefghijklmnop"),
            std::string::npos);
  EXPECT_LE(kubeError(500, std::string(100'000, 'x')).said.size(), 2'000u);
  EXPECT_EQ(kubeError(500, R"({"kind":"Status","message":17,"details":[]})").said, "");
}

TEST(KubeError, statusInsideAWatch_isReadAsOneBeforeIt) {
  wire::KubeStatus status;
  status.code = 401;
  status.reason = "Unauthorized";
  status.message = "Bearer abcdefghijklmnop refused";
  const auto error = kubeError(status);
  EXPECT_EQ(error.code, ErrorCode::Credentials);
  EXPECT_EQ(error.providerCode, "Unauthorized");
  EXPECT_EQ(error.said.find("abcdefghijklmnop"), std::string::npos);
}

TEST(KubeError, codes_followTheStatus) {
  const std::pair<int, ErrorCode> cases[] = {
      {400, ErrorCode::RequestRejected}, {401, ErrorCode::Credentials}, {403, ErrorCode::Forbidden},
      {404, ErrorCode::NotFound},        {409, ErrorCode::Conflict},    {410, ErrorCode::RequestRejected},
      {422, ErrorCode::RequestRejected}, {500, ErrorCode::ServerError}, {302, ErrorCode::BadResponse}};
  for (const auto& [status, code] : cases) EXPECT_EQ(kubeError(status, "").code, code) << status;
}

TEST(IsWorthRepeating, onlyWithATimeToWait) {
  EXPECT_FALSE(isWorthRepeating(kubeError(500, "")));
  EXPECT_FALSE(isWorthRepeating(kubeError(409, "", std::chrono::seconds(1))));
  EXPECT_TRUE(isWorthRepeating(kubeError(503, "", std::chrono::seconds(1))));
}

TEST(RetryAfterOf, seconds_areRead) {
  EXPECT_EQ(retryAfterOf(" 5 "), std::chrono::seconds(5));
  EXPECT_EQ(retryAfterOf("999999999"), std::chrono::hours(24));
  for (const char* none : {"", "-1", "soon", "1.5", "99999999999999999999"})
    EXPECT_FALSE(retryAfterOf(none)) << none;
}

TEST(WarningsOf, joinedHeaders_areTakenApart) {
  EXPECT_THAT(warningsOf(R"(299 - "v1 Endpoints is deprecated, use \"slices\"", 299 - "second")"),
              ElementsAre(R"(v1 Endpoints is deprecated, use "slices")", "second"));
  EXPECT_THAT(warningsOf(R"(110 - "stale", 299 kube "ours" "Wed, 21 Oct 2015 07:28:00 GMT")"),
              ElementsAre("ours"));
  EXPECT_THAT(warningsOf(R"(299 - "open)"), IsEmpty());
  EXPECT_THAT(warningsOf(""), IsEmpty());
  EXPECT_THAT(warningsOf("299"), IsEmpty());
}

TEST(ImpersonationHeaders, everything_isSent) {
  EXPECT_THAT(impersonationHeaders({"jane", "17", {"a", "b"}, {{"Example.com/Scopes x", {"view", "list"}}}}),
              ElementsAre(Pair("Impersonate-User", "jane"), Pair("Impersonate-Uid", "17"),
                          Pair("Impersonate-Group", "a"), Pair("Impersonate-Group", "b"),
                          Pair("Impersonate-Extra-example.com%2Fscopes%20x", "view"),
                          Pair("Impersonate-Extra-example.com%2Fscopes%20x", "list")));
  EXPECT_THAT(impersonationHeaders({"", "17", {"a"}, {}}), IsEmpty());
}

TEST(BasicAuthorization, userAndPassword_areEncoded) {
  EXPECT_EQ(basicAuthorization("me", base::SecretString("right")).reveal(), "Basic bWU6cmlnaHQ=");
}

TEST(UserAgent, saysProductVersionAndSystem) {
  EXPECT_THAT(userAgent(), testing::StartsWith("aiagent/"));
  EXPECT_THAT(userAgent(), testing::HasSubstr("(linux/"));
}

}  // namespace
}  // namespace aiagent::cluster
