#include "core/cluster/release.h"

#include <algorithm>
#include <set>

#include "core/cluster/verdicts/posture.h"
#include "core/cluster/verdicts/rollout_verdict.h"

namespace aiagent::cluster {
namespace {

using wire::DeploymentRow;

constexpr std::string_view kVersionLabel = "app.kubernetes.io/version";

using Place = std::pair<std::string, std::string>;  // namespace and name

std::set<Place> servicesBehind(const ReleaseView& view, bool ofHostOnly) {
  std::set<Place> names;
  for (const auto* ingress : view.ingresses)
    for (const auto& backend : ingress->backends)
      if (!ofHostOnly || (!view.host.empty() && backend.host == view.host))
        names.emplace(std::string(ingress->head.nameSpace.view()), std::string(backend.service.view()));
  return names;
}

std::vector<const DeploymentRow*> deploymentsBehind(const ReleaseView& view, const std::set<Place>& names) {
  std::vector<const wire::ServiceRow*> services;
  for (const auto* one : view.services)
    if (!one->selector.empty() && names.contains({std::string(one->head.nameSpace.view()), one->head.name}))
      services.push_back(one);
  std::vector<const DeploymentRow*> found;
  for (const auto* one : view.deployments)
    if (std::any_of(services.begin(), services.end(), [one](const wire::ServiceRow* service) {
          return service->head.nameSpace == one->head.nameSpace &&
                 service->selector.within(one->podTemplate.labels);
        }))
      found.push_back(one);
  return found;
}

const DeploymentRow* largest(const std::vector<const DeploymentRow*>& rows) {
  const DeploymentRow* best = nullptr;
  for (const auto* one : rows) {
    const bool more = !best || one->replicas > best->replicas;
    if (more || (one->replicas == best->replicas && one->head.name < best->head.name)) best = one;
  }
  return best;
}

const DeploymentRow* mainOf(const ReleaseView& view) {
  for (const bool ofHostOnly : {true, false})
    if (const auto* found = largest(deploymentsBehind(view, servicesBehind(view, ofHostOnly)))) return found;
  return largest(view.deployments);
}

// The controller says when the revision became whole; it stays as it is when replicas come and go.
base::WallTime sinceOf(const DeploymentRow& row, const ReleaseView& view) {
  const auto* progress = wire::findCondition(row.conditions, "Progressing");
  if (progress && progress->reason == "NewReplicaSetAvailable" && wire::told(progress->updated))
    return progress->updated;
  std::vector<const wire::ReplicaSetRow*> own;
  for (const auto* set : view.sets)
    if (set->head.owner.uid == row.head.uid) own.push_back(set);
  const bool whole = row.updated >= row.replicas && row.available >= row.replicas;
  const auto* set = whole ? newReplicaSet(row, own) : nullptr;
  return set ? set->head.created : base::WallTime{};
}

}  // namespace

Release releaseOf(const ReleaseView& view) {
  const auto* row = mainOf(view);
  if (!row) return {};
  Release release{.object = "deployment/" + row->head.name, .version = {}, .source = {}};
  for (const auto* labels : {&row->podTemplate.labels, &row->head.labels})
    if (const auto label = labels->at(kVersionLabel); release.version.empty() && !label.empty()) {
      release.version = label;
      release.source = "label " + std::string(kVersionLabel);
    }
  for (const auto& container : row->podTemplate.containers)
    if (release.version.empty() && !container.isInit) {
      release.version = imageVersion(container.image);
      release.source = "image " + std::string(container.image.view());
    }
  release.since = sinceOf(*row, view);
  return release;
}

}  // namespace aiagent::cluster
