#include "core/wire/kube_time.h"

#include <gtest/gtest.h>

namespace aiagent::wire {
namespace {

TEST(KubeTime, seconds_andFractions_areRead) {
  EXPECT_EQ(base::toIso8601(kubeTime("2026-11-23T07:43:51Z")), "2026-11-23T07:43:51.000Z");
  EXPECT_EQ(base::toIso8601(kubeTime("2026-11-23T07:42:40.454081Z")), "2026-11-23T07:42:40.454Z");
  EXPECT_EQ(base::toIso8601(kubeTime("2026-11-23T07:42:40.5Z")), "2026-11-23T07:42:40.500Z");
}

TEST(KubeTime, offset_isTakenOff) {
  EXPECT_EQ(kubeTime("2026-11-23T09:43:51+02:00"), kubeTime("2026-11-23T07:43:51Z"));
  EXPECT_EQ(kubeTime("2026-11-23T02:13:51-05:30"), kubeTime("2026-11-23T07:43:51Z"));
}

TEST(KubeTime, anythingElse_isNoTime) {
  for (const auto* text :
       {"", "null", "2026", "2026-11-23", "2026-11-23T07:43:51", "2026-13-23T07:43:51Z",
        "2026-02-30T07:43:51Z", "2026-11-23T24:43:51Z", "2026-11-23T07:43:51Zx", "x026-11-23T07:43:51Z",
        "2026-11-23T07:43:51+2", "2026-11-23T07:43:51.", "99999-11-23T07:43:51Z"})
    EXPECT_FALSE(told(kubeTime(text))) << text;
}

}  // namespace
}  // namespace aiagent::wire
