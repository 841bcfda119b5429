// What is wrong with a kubeconfig or a cluster, as words.
#pragma once

#include <QString>

#include "core/cluster/kubeconfig.h"
#include "ui/format/explain.h"

namespace aiagent::format {

// "users[red].user.exec.command in /home/me/.kube/config: This plugin has no command."
QString sentenceFor(const cluster::ConfigProblem& problem);

// Errors of services::KubeClient and what it stands on; others as explain() has them.
Explanation explainCluster(const base::Error& error);

}  // namespace aiagent::format
