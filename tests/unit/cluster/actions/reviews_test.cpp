#include "core/cluster/actions/reviews.h"

#include <gtest/gtest.h>

#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

TEST(Reviews, question_leavesOutWhatIsEmpty) {
  EXPECT_EQ(accessReviewBody({"patch", "apps", "deployments", "", "aiagent", "api"}),
            R"({"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":)"
            R"({"resourceAttributes":{"namespace":"aiagent","verb":"patch","group":"apps",)"
            R"("resource":"deployments","name":"api"}}})");
}

TEST(Reviews, recordedAnswers_areRead) {
  EXPECT_TRUE(accessAnswerFrom(tests::kubeFixture("auth/can-list-deployments-yes.json"))->allowed);
  EXPECT_FALSE(accessAnswerFrom(tests::kubeFixture("auth/can-patch-deployments-no.json"))->allowed);
  EXPECT_EQ(whoAmIFrom(tests::kubeFixture("auth/whoami-reader.json"))->name,
            "system:serviceaccount:aiagent:dashboard-reader");
}

TEST(Reviews, somethingElse_isNoAnswer) {
  EXPECT_FALSE(accessAnswerFrom("<html>"));
  EXPECT_FALSE(accessAnswerFrom(R"({"status":{"allowed":"yes"}})"));
  EXPECT_FALSE(whoAmIFrom("{}"));
}

}  // namespace
}  // namespace aiagent::cluster
