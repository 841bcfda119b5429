#include "core/wire/kube_status.h"

#include <gtest/gtest.h>

#include "tests/support/kube_fixtures.h"

namespace aiagent::wire {
namespace {

using tests::kubeFixture;

TEST(KubeStatus, everyRecordedError_isRead) {
  struct File {
    const char* path;
    int code;
    const char* reason;
  };
  for (const auto& file : {File{"errors/401-bad-token.json", 401, "Unauthorized"},
                           File{"errors/403-limited-nodes.json", 403, "Forbidden"},
                           File{"errors/404-deployment.json", 404, "NotFound"},
                           File{"errors/409-conflict-stale-resourceversion.json", 409, "Conflict"},
                           File{"errors/410-list-exact-resourceversion.json", 410, "Expired"},
                           File{"errors/422-invalid-deployment.json", 422, "Invalid"},
                           File{"errors/429-eviction-blocked-by-pdb.json", 429, "TooManyRequests"},
                           File{"errors/504-future-resourceversion.json", 504, "Timeout"}}) {
    const auto status = readKubeStatus(kubeFixture(file.path));
    ASSERT_TRUE(status.has_value()) << file.path;
    EXPECT_EQ(status->code, file.code) << file.path;
    EXPECT_EQ(status->reason, file.reason) << file.path;
    EXPECT_FALSE(status->message.empty()) << file.path;
  }
}

TEST(KubeStatus, versionFromTheFuture_isToldByItsCause) {
  const auto status = readKubeStatus(kubeFixture("errors/504-future-resourceversion.json"));
  EXPECT_TRUE(status->tooLargeVersion());
  EXPECT_TRUE(status->retryAfter.has_value());
  EXPECT_FALSE(readKubeStatus(kubeFixture("errors/409-already-exists.json"))->tooLargeVersion());
}

TEST(KubeStatus, invalidObject_namesTheFields) {
  const auto status = readKubeStatus(kubeFixture("errors/422-invalid-deployment.json"));
  ASSERT_FALSE(status->causes.empty());
  EXPECT_FALSE(status->causes[0].field.empty());
}

TEST(KubeStatus, anythingElse_isNone) {
  for (const auto* json : {"", "404 page not found\n", "{}", "[]", R"({"kind":"PodList","items":[]})",
                           R"({"kind":"Status")", "null"})
    EXPECT_FALSE(readKubeStatus(json).has_value()) << json;
}

}  // namespace
}  // namespace aiagent::wire
