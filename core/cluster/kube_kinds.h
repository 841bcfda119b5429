// Where the kinds live in the API, and the paths of their lists and watches.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/cluster/watch_machine.h"
#include "core/wire/kube_head.h"

namespace aiagent::cluster {

struct KindPlace {
  wire::KubeKind kind = wire::KubeKind::Other;
  std::string_view api;       // "/api/v1", "/apis/apps/v1"
  std::string_view resource;  // "pods"
  bool namespaced = true;
};

// Every kind with a row of its own. Secrets are not among them, and never will be.
const std::vector<KindPlace>& kindPlaces();
// The kind must be one of kindPlaces().
const KindPlace& placeOf(wire::KubeKind kind);

// It comes with something that is installed; Kubernetes itself has all the others.
bool isAddOn(wire::KubeKind kind);

// As a part of a path or query. Tokens and versions of a server, selectors, and what a person typed may hold
// anything.
std::string queryText(std::string_view text);

// "/apis/apps/v1/namespaces/aiagent/deployments"; an empty namespace is all of them. The name may be empty.
std::string pathOf(wire::KubeKind kind, std::string_view nameSpace, std::string_view name = {});
// With the query that an action of the WatchMachine asks for.
std::string pathOf(wire::KubeKind kind, std::string_view nameSpace, const List& list);
std::string pathOf(wire::KubeKind kind, std::string_view nameSpace, const Watch& watch);

}  // namespace aiagent::cluster
