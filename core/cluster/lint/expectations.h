// What the files of a deployment expect of the cluster that they are for: a small value, to be held against
// it again and again while the files stay as they are. Private to nobody; made by lint.h, used by live.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace aiagent::cluster::lint {

struct FilePlace {
  std::string path;
  int line = 1;
  bool operator==(const FilePlace&) const = default;
};

// "limits.memory" and its quantity as written.
struct ExpectedAmount {
  std::string name, value;
  FilePlace place;
  bool operator==(const ExpectedAmount&) const = default;
};

struct ExpectedContainer {
  std::string name;
  std::string image;  // empty: the pipeline decides it
  FilePlace imagePlace;
  std::vector<ExpectedAmount> amounts;
  bool operator==(const ExpectedContainer&) const = default;
};

// A workload that one manifest describes. Those described twice (overlays) are left out.
struct ExpectedWorkload {
  std::string kind, nameSpace, name;  // nameSpace "": the one that is deployed to
  FilePlace place;
  std::optional<int> replicas;
  FilePlace replicasPlace;
  std::vector<ExpectedContainer> containers;
  bool operator==(const ExpectedWorkload&) const = default;
};

// Something that is named and that no file makes.
struct ExpectedName {
  std::string kind;                // "Deployment", "Service", "ConfigMap", "Namespace", "IngressClass"
  std::string nameSpace;           // as above
  std::vector<std::string> names;  // one of them: a workflow may have several values for one
  std::string port;                // of a Service, by name or number; empty: none is named
  FilePlace place;
  bool operator==(const ExpectedName&) const = default;
};

struct Expectations {
  std::vector<ExpectedWorkload> workloads;
  std::vector<ExpectedName> names;
  bool kustomizeNames = false;   // kustomize changes names: nothing of manifests is expected
  bool kustomizeValues = false;  // it changes values: of manifests only the names are expected
  bool empty() const { return workloads.empty() && names.empty(); }
  bool operator==(const Expectations&) const = default;
};

}  // namespace aiagent::cluster::lint
