// Environment: one place where the hosted side runs (development, staging, production …): a part of a cluster
// and what belongs to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/ids.h"

namespace aiagent::domain {

// What it is for. Production asks for more before anything in it is changed, and each has its colour.
enum class EnvironmentStage { Development, Staging, Production };

struct Environment {
  EnvironmentId id;
  std::string name;  // shown, and typed to arm a production: "production"
  EnvironmentStage stage = EnvironmentStage::Development;
  std::string kubeconfig;  // a file; empty: KUBECONFIG and ~/.kube/config
  std::string context;     // of the kubeconfig; empty: no cluster was chosen
  std::string nameSpace;   // empty: the context's
  std::string api;         // base URL of the hosted API, or empty
  std::string prometheus;  // base URL of Prometheus, "service://…" (below), or empty
  std::string repository;  // of the pipeline: "owner/name", or empty

  bool operator==(const Environment&) const = default;
};

// A Service that only the cluster itself reaches, asked through its API server:
// "service://NAMESPACE/NAME[:PORT]", or "service://NAMESPACE/https:NAME:PORT" where it speaks TLS.
struct ClusterService {
  std::string nameSpace;
  std::string name;  // "prometheus:9090", as a path of the API server names it
  bool operator==(const ClusterService&) const = default;
};
// Nothing: it is no such address.
std::optional<ClusterService> clusterServiceFrom(std::string_view address);

std::string_view toWord(EnvironmentStage stage);  // "development", "staging", "production"
base::Result<EnvironmentStage> environmentStageFromWord(std::string_view word);

// Checks and tidies: a name of 1 to 64 characters, a namespace that is a DNS label, http or https addresses
// without credentials in them, a repository of owner and name (an address of one is cut down to that).
// InvalidInput: the subject is the field ("name", "namespace", "api", "prometheus", "repository").
base::Result<Environment> normalised(Environment environment);

// What an env file of a deployment (environments/production.env) says of its environment; `fileName` gives
// the name and, where NODE_ENV or APP_ENV do not, the stage. Values of secrets are not looked at.
// InvalidInput: it is no env file, the subject is the file's name.
base::Result<Environment> environmentFromFile(std::string_view fileName, std::string_view text);

}  // namespace aiagent::domain
