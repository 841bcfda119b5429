// What this computer has of kubeconfigs and of surroundings for plugins.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/cluster/kubeconfig.h"
#include "core/ports/command_runner.h"

namespace aiagent::services {

// KUBECONFIG, the home and the working folder of this process; `explicitFile` may be empty.
cluster::KubeconfigPlaces kubeconfigPlaces(const std::string& explicitFile);

// Reads the files there are, one after another: not for the GUI thread. Missing ones are skipped. NotFound:
// the explicit one is missing. StorageFailed, InvalidInput: one cannot be read; the subject is its path.
base::Result<cluster::Kubeconfig> loadKubeconfig(const cluster::KubeconfigPlaces& places);

// The access that this process has as a pod, by its service account; nothing: it is none.
std::optional<cluster::ClusterAccess> podsAccess();

// The PATH of the person's login shell, which programs of the desktop do not have, by running
// `shell -l -i -c …`. Gives "" when it does not tell within five seconds. Destroying the handle cancels.
std::unique_ptr<ports::RunningCommand> askLoginPath(ports::CommandRunner& runner, const std::string& shell,
                                                    std::function<void(std::string)> done);

}  // namespace aiagent::services
