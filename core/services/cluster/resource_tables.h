// What a cluster has beside the kinds that are watched: which kinds it serves, and their objects as the
// server's own tables show them (contract D5). Looked at when somebody asks, never watched.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/services/cluster/kube_client.h"
#include "core/wire/kube_discovery.h"
#include "core/wire/kube_table.h"

namespace aiagent::services {

// Rows of one table; there may be more of the kind.
inline constexpr std::size_t kMostTableRows = 5'000;

struct ClusterKinds {
  std::vector<wire::KubeResource> all;  // by plural, then group; Secrets are never among them
  std::vector<std::string> unanswered;  // "metrics.k8s.io/v1beta1": what these have is unknown, or may be old
  bool operator==(const ClusterKinds&) const = default;
};

struct TableWish {
  wire::KubeResource resource;
  std::string nameSpace;  // empty: all; of no matter for cluster-wide kinds
};

struct ResourceTable {
  std::vector<wire::KubeColumn> columns;
  std::vector<wire::KubeTableRow> rows;   // each has as many cells as there are columns
  bool complete = true;                   // false: there are more rows than were read
  std::optional<std::int64_t> remaining;  // how many more, where the server tells
  bool fromServer = true;  // false: the server has no table of it, and there are names and ages only
  bool operator==(const ResourceTable&) const = default;
};

struct ObjectWish {
  wire::KubeResource resource;
  std::string nameSpace;  // of no matter for cluster-wide kinds
  std::string name;
};

// Of the core group. They are never listed, read or watched, whatever one may do in the cluster.
bool isSecret(const wire::KubeResource& resource);
// What is said where somebody wants them: InvalidInput with the providerCode "never_read".
base::Error neverRead();

// For all of these: destroying the call ends it with Cancelled; the client must outlive it; completions never
// come within the call that asks. Errors are those of KubeClient::send, BadResponse for an answer of another
// shape, neverRead() where Secrets are wanted (no request is made then), and InvalidInput for names that
// cannot be a part of a path.

// Which kinds can be listed. A group that does not answer hides no other.
std::unique_ptr<KubeCall> askKinds(KubeClient& client, std::function<void(base::Result<ClusterKinds>)> done);

// Page by page, at most kMostTableRows. Where the server forgets the state that the pages are of, all is read
// once more from the start.
std::unique_ptr<KubeCall> readTable(KubeClient& client, const TableWish& wish,
                                    std::function<void(base::Result<ResourceTable>)> done);

// One object as indented JSON, without managedFields, which says nothing to people.
std::unique_ptr<KubeCall> readObject(KubeClient& client, const ObjectWish& wish,
                                     std::function<void(base::Result<std::string>)> done);

}  // namespace aiagent::services
