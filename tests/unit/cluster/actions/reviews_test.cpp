#include "core/cluster/actions/reviews.h"

#include <gtest/gtest.h>

#include "tests/unit/cluster/actions/recorded_view.h"

namespace aiagent::cluster {
namespace {

wire::Tree recorded(const char* file) {
  return parsed(tests::kubeFixture(file));
}

TEST(Reviews, question_leavesOutWhatIsEmpty) {
  EXPECT_EQ(accessReviewBody({"patch", "apps", "deployments", "", "aiagent", "api"}),
            R"({"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":)"
            R"({"resourceAttributes":{"namespace":"aiagent","verb":"patch","group":"apps",)"
            R"("resource":"deployments","name":"api"}}})");
}

TEST(Reviews, recordedAnswers_areRead) {
  EXPECT_TRUE(accessAnswerFrom(recorded("auth/can-list-deployments-yes.json"))->allowed);
  EXPECT_FALSE(accessAnswerFrom(recorded("auth/can-patch-deployments-no.json"))->allowed);
  EXPECT_EQ(whoAmIFrom(recorded("auth/whoami-reader.json"))->name,
            "system:serviceaccount:aiagent:dashboard-reader");
}

TEST(Reviews, somethingElse_isNoAnswer) {
  EXPECT_FALSE(accessAnswerFrom(parsed("[]")));
  EXPECT_FALSE(accessAnswerFrom(parsed(R"({"status":{"allowed":"yes"}})")));
  EXPECT_FALSE(whoAmIFrom(parsed("{}")));
}

}  // namespace
}  // namespace aiagent::cluster
