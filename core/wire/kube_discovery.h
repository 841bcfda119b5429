// Discovery: which kinds an API server has (contract D5), aggregated and the old way.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aiagent::wire {

// A kind that can be listed. Subresources and kinds without the verb "list" are never among them.
struct KubeResource {
  std::string group;  // empty: the core group
  std::string version, plural, singular, kind;
  std::vector<std::string> shortNames;
  bool namespaced = false;

  std::string groupVersion() const;  // "apps/v1"; "v1" in the core group
  std::string fullName() const;      // "deployments.apps"; the plural alone in the core group
  bool operator==(const KubeResource&) const = default;
};

struct KubeGroupVersion {
  std::string group, version;
  std::string text() const;  // "apps/v1", "v1"
  bool operator==(const KubeGroupVersion&) const = default;
};

struct KubeDiscovery {
  std::vector<KubeResource> resources;  // in the server's order, each once
  // Whose server did not answer: what is told of them may be old, or nothing.
  std::vector<KubeGroupVersion> stale;
  bool operator==(const KubeDiscovery&) const = default;
};

// All of these give nothing for a body of another shape.

// APIGroupDiscoveryList, v2 and v2beta1 alike. The first version of a group is the one that it prefers; what
// only a later one has is taken from that.
std::optional<KubeDiscovery> readAggregatedDiscovery(std::string_view json);
// APIVersions (of the core group) or APIGroupList: all versions of all groups, the preferred one of each
// first.
std::optional<std::vector<KubeGroupVersion>> readGroupVersions(std::string_view json);
// APIResourceList: the kinds of one version of one group.
std::optional<std::vector<KubeResource>> readResourceList(std::string_view json, const KubeGroupVersion& of);

// Those whose group and plural are not among them yet. Call it with preferred versions first.
void addResources(std::vector<KubeResource>& all, std::vector<KubeResource> more);

// Which kinds a word means: "plural.group" or "plural.version.group"; else a plural, singular or kind; else a
// short name. Letters may be large or small. Several: the word is ambiguous; the core group goes before
// others, as it has no other name.
std::vector<KubeResource> resourcesNamed(const std::vector<KubeResource>& all, std::string_view word);

}  // namespace aiagent::wire
