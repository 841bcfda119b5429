// Asking an API server who one is and what one may do (authentication.k8s.io, authorization.k8s.io). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/cluster/actions/action.h"

namespace aiagent::cluster {

// The review of oneself is v1 since Kubernetes 1.28.
inline constexpr char kWhoAmIPath[] = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
inline constexpr char kAccessReviewPath[] = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

std::string accessReviewBody(const AccessQuestion& question);

struct AccessAnswer {
  bool allowed = false;
  std::string reason;  // the server's; may be empty
};
// nullopt: no SelfSubjectAccessReview.
std::optional<AccessAnswer> accessAnswerFrom(const wire::Tree& body);

struct WhoAmI {
  std::string name;
  std::vector<std::string> groups;
};
// Of a SelfSubjectReview; nullopt: it is none.
std::optional<WhoAmI> whoAmIFrom(const wire::Tree& body);

// Why a change could not be tried or made, in the words of actions: "act_denied" for 403.
base::Error actionError(base::Error error);

}  // namespace aiagent::cluster
