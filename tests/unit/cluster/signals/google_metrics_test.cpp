#include "core/cluster/signals/google_metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aiagent::cluster {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

ClusterAccess signedInBy(const std::string& command) {
  ClusterAccess access;
  access.exec = ExecConfig{.apiVersion = {}, .command = command};
  return access;
}

ClusterAccess called(const std::string& name) {
  ClusterAccess access;
  access.cluster = name;
  return access;
}

TEST(GoogleMetrics, itsAddress_isThatHostOverHttps) {
  EXPECT_TRUE(
      isGooglePrometheus("https://monitoring.googleapis.com/v1/projects/p/location/global/prometheus"));
  EXPECT_TRUE(isGooglePrometheus(
      "https://monitoring.googleapis.com:443/v1/projects/p/location/global/prometheus/api/v1/"));
  for (const auto* other :
       {"http://monitoring.googleapis.com/v1/projects/p", "https://monitoring.googleapis.com.example/v1",
        "https://example.com/monitoring.googleapis.com", "https://monitoring.googleapis.com@example.com/v1",
        "service://monitoring/prometheus:9090", ""})
    EXPECT_FALSE(isGooglePrometheus(other)) << other;
}

TEST(GoogleMetrics, itsToken_isThatOfItsOwnProgramAlone) {
  for (const auto* own : {"gke-gcloud-auth-plugin", "/usr/lib/google-cloud-sdk/bin/gke-gcloud-auth-plugin",
                          "gke-gcloud-auth-plugin.exe"})
    EXPECT_TRUE(signsInAtGoogle(signedInBy(own))) << own;
  for (const auto* other :
       {"aws-iam-authenticator", "my-gke-gcloud-auth-plugin", "gke-gcloud-auth-plugin/x", ""})
    EXPECT_FALSE(signsInAtGoogle(signedInBy(other))) << other;
  EXPECT_FALSE(signsInAtGoogle({}));
}

TEST(GoogleMetrics, aCluster_isNamedAsItsKubeconfigNamesIt) {
  EXPECT_THAT(googleLabels(called("gke_my-project_europe-west3-a_prod")),
              ElementsAre(Pair("cluster", "prod"), Pair("location", "europe-west3-a")));
  for (const auto* other : {"prod", "gke_p_l_", "gke_p_l", "gke_p_l_c_d", "eks_p_l_c", ""})
    EXPECT_THAT(googleLabels(called(other)), IsEmpty()) << other;
}

}  // namespace
}  // namespace aiagent::cluster
