// What controllers do of a change: a Deployment's sets and pods, a Job's end, a pod's successor. Simple:
// after a moment all of it is there.
#pragma once

#include "app/tools/fake_cluster/world.h"

namespace aiagent::fake_cluster {

struct WorldChange {
  std::string list, kind;  // "/apis/apps/v1/namespaces/aiagent/deployments", "Deployment"
  wire::Tree before, after;
};

// Called with the world's lock held.
void specChanged(World& world, const WorldChange& change, const World::Load& load);
void created(World& world, const WorldChange& change, const World::Load& load);
void deleted(World& world, const WorldChange& change, const World::Load& load);

}  // namespace aiagent::fake_cluster
