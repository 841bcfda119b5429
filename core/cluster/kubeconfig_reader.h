// Reads the text of one kubeconfig file; readKubeconfig() puts them together.
#pragma once

#include "core/cluster/kubeconfig.h"

namespace aiagent::cluster {

// Paths in it are made absolute. Problems are those of reading alone.
Kubeconfig readOneKubeconfig(const KubeconfigText& file);

// `path` if it is absolute, else within `folder`; "." and ".." are worked out by the text alone.
std::string absolutePath(const std::string& folder, const std::string& path);

}  // namespace aiagent::cluster
