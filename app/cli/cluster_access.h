// Which cluster a command means: the options that all commands of clusters share, and what they choose.
#pragma once

#include <memory>
#include <vector>

#include "app/cli/command.h"
#include "core/cluster/kubeconfig.h"
#include "core/domain/environment.h"
#include "core/services/cluster/kube_client.h"

namespace aiagent::cli {

// The environments of this computer; waits for the store.
base::Result<std::vector<domain::Environment>> environmentsOf(Context& context);
// Nothing: there is none of that name.
base::Result<std::optional<domain::Environment>> environmentNamed(Context& context, const std::string& name);
// The one that --environment names; nothing: none is named, or there is none of that name.
std::optional<domain::Environment> chosenEnvironment(Context& context, const Arguments& arguments);

// --environment, --context, --namespace, --kubeconfig, --allow-exec.
std::vector<OptionSpec> clusterOptions();

// Prints what is wrong with a kubeconfig to standard error, one sentence a line.
void printProblems(Context& context, const std::vector<cluster::ConfigProblem>& problems);

// As finishWith(), in the words of clusters.
void finishWithCluster(Context& context, const base::Error& error, const Finish& finish);

// A client with what it stands on.
struct ClusterConnection {
  std::unique_ptr<services::ExecPlugins> plugins;
  std::unique_ptr<services::KubeClient> client;
  std::unique_ptr<services::KubeCall> call;  // the one going on
};

// The access that the options choose: a context of the kubeconfig, or within a pod without one its service
// account. Nothing: it was told why, and the command is finished.
std::optional<cluster::ClusterAccess> chooseAccess(Context& context, const Arguments& arguments,
                                                   const Finish& finish);
std::shared_ptr<ClusterConnection> connect(Context& context, const Arguments& arguments,
                                           cluster::ClusterAccess access);

}  // namespace aiagent::cli
