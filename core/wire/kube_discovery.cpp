#include "core/wire/kube_discovery.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/wire/kube_document.h"

namespace aiagent::wire {
namespace {

using kube::Reading;
using kube::Value;

struct FoundResource {
  KubeResource resource;
  bool listable = false;
  bool isUsable() const {
    return listable && !resource.plural.empty() && !resource.kind.empty() &&
           resource.plural.find('/') == std::string::npos;
  }
};

void take(std::vector<KubeResource>& into, FoundResource found, const KubeGroupVersion& of) {
  if (!found.isUsable()) return;
  found.resource.group = of.group;
  found.resource.version = of.version;
  into.push_back(std::move(found.resource));
}

void readVerbs(Reading& in, Value value, bool& listable) {
  in.elements(value, [&](Value verb) { listable |= in.text(verb) == "list"; });
}

void readNames(Reading& in, Value value, std::vector<std::string>& names) {
  in.elements(value, [&](Value name) {
    if (const auto text = in.text(name); !text.empty()) names.emplace_back(text);
  });
}

// ---------------------------------------------------------------- aggregated

FoundResource readAggregatedResource(Reading& in, Value value) {
  FoundResource found;
  auto& resource = found.resource;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "resource") in.text(member, resource.plural);
    if (key == "singularResource") in.text(member, resource.singular);
    if (key == "scope") resource.namespaced = in.text(member) == "Namespaced";
    if (key == "verbs") readVerbs(in, member, found.listable);
    if (key == "shortNames") readNames(in, member, resource.shortNames);
    if (key == "responseKind")
      in.members(member, [&](std::string_view name, Value part) {
        if (name == "kind") in.text(part, resource.kind);
      });
  });
  return found;
}

// Names come before or after what they name: both are joined at the end.
struct AggregatedVersion {
  std::string version;
  std::vector<FoundResource> resources;
  bool stale = false;
};

AggregatedVersion readAggregatedVersion(Reading& in, Value value) {
  AggregatedVersion version;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "version") in.text(member, version.version);
    if (key == "freshness") version.stale = in.text(member) == "Stale";
    if (key == "resources")
      in.elements(member, [&](Value each) { version.resources.push_back(readAggregatedResource(in, each)); });
  });
  return version;
}

void readAggregatedGroup(Reading& in, Value value, KubeDiscovery& discovery) {
  std::string group;
  std::vector<AggregatedVersion> versions;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "metadata")
      in.members(member, [&](std::string_view name, Value part) {
        if (name == "name") in.text(part, group);
      });
    if (key == "versions")
      in.elements(member, [&](Value each) { versions.push_back(readAggregatedVersion(in, each)); });
  });
  std::vector<KubeResource> ofGroup;
  for (auto& version : versions) {
    const KubeGroupVersion of{group, version.version};
    if (of.version.empty()) continue;
    if (version.stale) discovery.stale.push_back(of);
    std::vector<KubeResource> ofVersion;
    for (auto& found : version.resources) take(ofVersion, std::move(found), of);
    addResources(ofGroup, std::move(ofVersion));
  }
  std::move(ofGroup.begin(), ofGroup.end(), std::back_inserter(discovery.resources));
}

// ---------------------------------------------------------------- the old way

FoundResource readOldResource(Reading& in, Value value) {
  FoundResource found;
  auto& resource = found.resource;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "name") in.text(member, resource.plural);
    if (key == "singularName") in.text(member, resource.singular);
    if (key == "namespaced") in.flag(member, resource.namespaced);
    if (key == "kind") in.text(member, resource.kind);
    if (key == "verbs") readVerbs(in, member, found.listable);
    if (key == "shortNames") readNames(in, member, resource.shortNames);
  });
  return found;
}

std::string versionOf(Reading& in, Value value) {
  std::string version;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "version") in.text(member, version);
  });
  return version;
}

void readOldGroup(Reading& in, Value value, std::vector<KubeGroupVersion>& all) {
  std::string group, preferred;
  std::vector<std::string> versions;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "name") in.text(member, group);
    if (key == "preferredVersion") preferred = versionOf(in, member);
    if (key == "versions") in.elements(member, [&](Value each) { versions.push_back(versionOf(in, each)); });
  });
  std::stable_partition(versions.begin(), versions.end(),
                        [&](const std::string& version) { return version == preferred; });
  for (auto& version : versions)
    if (!group.empty() && !version.empty()) all.push_back({group, std::move(version)});
}

// ---------------------------------------------------------------- names

std::string inLowerCase(std::string_view word) {
  std::string lower(word);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = char(letter - 'A' + 'a');
  return lower;
}

bool sameWord(std::string_view a, std::string_view lower) {
  return inLowerCase(a) == lower;
}

bool isFullName(const KubeResource& one, const std::string& lower) {
  if (one.group.empty()) return false;
  return sameWord(one.fullName(), lower) || sameWord(one.plural + '.' + one.version + '.' + one.group, lower);
}

bool isName(const KubeResource& one, const std::string& lower) {
  return sameWord(one.plural, lower) || sameWord(one.singular, lower) || sameWord(one.kind, lower);
}

bool isShortName(const KubeResource& one, const std::string& lower) {
  return std::any_of(one.shortNames.begin(), one.shortNames.end(),
                     [&](const std::string& name) { return sameWord(name, lower); });
}

}  // namespace

std::string KubeGroupVersion::text() const {
  return group.empty() ? version : group + '/' + version;
}

std::string KubeResource::groupVersion() const {
  return KubeGroupVersion{group, version}.text();
}

std::string KubeResource::fullName() const {
  return group.empty() ? plural : plural + '.' + group;
}

std::optional<KubeDiscovery> readAggregatedDiscovery(std::string_view json) {
  KubeDiscovery discovery;
  bool named = false;
  const bool whole = kube::readDocument(json, [&](Reading& in, Value value) {
    in.members(value, [&](std::string_view key, Value member) {
      if (key == "kind") named = in.text(member) == "APIGroupDiscoveryList";
      if (key == "items")
        in.elements(member, [&](Value group) { readAggregatedGroup(in, group, discovery); });
    });
  });
  if (!whole || !named) return std::nullopt;
  return discovery;
}

std::optional<std::vector<KubeGroupVersion>> readGroupVersions(std::string_view json) {
  std::vector<KubeGroupVersion> all;
  std::string kind;
  const bool whole = kube::readDocument(json, [&](Reading& in, Value value) {
    in.members(value, [&](std::string_view key, Value member) {
      if (key == "kind") in.text(member, kind);
      if (key == "groups") in.elements(member, [&](Value group) { readOldGroup(in, group, all); });
      if (key == "versions")
        in.elements(member, [&](Value version) { all.push_back({{}, std::string(in.text(version))}); });
    });
  });
  if (!whole || (kind != "APIVersions" && kind != "APIGroupList")) return std::nullopt;
  std::erase_if(all, [](const KubeGroupVersion& one) { return one.version.empty(); });
  return all;
}

std::optional<std::vector<KubeResource>> readResourceList(std::string_view json, const KubeGroupVersion& of) {
  std::vector<KubeResource> all;
  bool named = false;
  const bool whole = kube::readDocument(json, [&](Reading& in, Value value) {
    in.members(value, [&](std::string_view key, Value member) {
      if (key == "kind") named = in.text(member) == "APIResourceList";
      if (key == "resources")
        in.elements(member, [&](Value each) { take(all, readOldResource(in, each), of); });
    });
  });
  if (!whole || !named) return std::nullopt;
  return all;
}

void addResources(std::vector<KubeResource>& all, std::vector<KubeResource> more) {
  std::set<std::string> known;
  for (const auto& one : all) known.insert(one.fullName());
  for (auto& one : more)
    if (known.insert(one.fullName()).second) all.push_back(std::move(one));
}

std::vector<KubeResource> resourcesNamed(const std::vector<KubeResource>& all, std::string_view word) {
  const auto lower = inLowerCase(word);
  std::vector<KubeResource> found;
  for (const auto matches : {isFullName, isName, isShortName}) {
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [&](const KubeResource& one) { return !lower.empty() && matches(one, lower); });
    if (!found.empty()) break;
  }
  const auto core =
      std::find_if(found.begin(), found.end(), [](const auto& one) { return one.group.empty(); });
  if (core != found.end()) return {*core};
  return found;
}

}  // namespace aiagent::wire
