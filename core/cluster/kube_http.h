// What is special about HTTP with an API server: errors as Status objects, warnings, impersonation. Pure.
// By apimachinery's meta/v1 Status, rest/warnings.go and transport/round_trippers.go of client-go.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cluster/cluster_access.h"
#include "core/wire/kube_status.h"

namespace aiagent::cluster {

using HeaderList = std::vector<std::pair<std::string, std::string>>;

// An answer that is no success. `body` is a Status object or any text; the server's message is in `said`,
// without what looks like a key, and its reason in `providerCode` ("Expired", "AlreadyExists"), which is
// "ResourceVersionTooLarge" where that is the cause. The code follows the HTTP status.
base::Error kubeError(int httpStatus, std::string_view body,
                      std::optional<base::Milliseconds> retryAfter = {});

// The same for a Status that came inside a watch.
base::Error kubeError(const wire::KubeStatus& status);

// The seconds of a Retry-After header; dates are not used by API servers.
std::optional<base::Milliseconds> retryAfterOf(std::string_view header);

// Whether the same request may be sent again after a while: 429, or 5xx, with a time to wait.
bool isWorthRepeating(const base::Error& error);

// The texts of Warning headers that were joined by commas: those of code 299, as kubectl shows them.
std::vector<std::string> warningsOf(std::string_view header);

// In order; a name comes several times where there are several values.
HeaderList impersonationHeaders(const Impersonation& as);

// "Basic …".
base::SecretString basicAuthorization(std::string_view username, const base::SecretString& password);

// "aiagent/0.1.0 (linux/amd64)": it stands in audit logs.
std::string userAgent();

}  // namespace aiagent::cluster
