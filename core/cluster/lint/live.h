// The files of a deployment held against the cluster that they are for, as it is watched: no request, no I/O;
// any thread that may read the tables. What is denied or stale says nothing, and is told as not checked.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/cluster/kind_table.h"
#include "core/cluster/lint/expectations.h"
#include "core/cluster/lint/lint.h"
#include "core/cluster/watch_machine.h"

namespace aiagent::cluster::lint {

struct LiveTable {
  const KindTable* rows = nullptr;
  Freshness freshness = Freshness::Loading;
  base::WallTime asOf{};
};

// Of a kind that has no rows: what is there by name alone.
struct LiveNames {
  Freshness freshness = Freshness::Loading;
  base::WallTime asOf{};
  std::set<std::string, std::less<>> names;
};

struct LiveCluster {
  std::string nameSpace;  // that is watched; empty: all
  std::string home;       // what a manifest without a namespace is applied to
  std::map<wire::KubeKind, LiveTable> tables;
  std::map<std::string, LiveNames, std::less<>> names;  // by kind: "ConfigMap", "IngressClass"
};

enum class NotCheckedWhy { Loading, Denied, Stale, Absent, NotAsked, OtherNamespace, Kustomize };
std::string_view toWord(NotCheckedWhy why);  // "denied", "other-namespace" …

struct NotChecked {
  std::string what;  // a kind, or for OtherNamespace a namespace; "names", "values" for Kustomize
  NotCheckedWhy why = NotCheckedWhy::Denied;
  bool operator==(const NotChecked&) const = default;
  auto operator<=>(const NotChecked&) const = default;
};

struct LiveLint {
  std::vector<LintFinding> findings;   // as lintDeployment() orders them
  std::vector<NotChecked> notChecked;  // each once
  base::WallTime asOf{};               // of the oldest that was looked at; kNoTime: of nothing
  bool operator==(const LiveLint&) const = default;
};

// Which kinds of tables, and which names, the expectations ask for.
std::vector<wire::KubeKind> tablesFor(const Expectations& expected);
std::vector<std::string> nameKindsFor(const Expectations& expected);

LiveLint compareWithCluster(const Expectations& expected, const LiveCluster& cluster);

// What compareWithCluster() may find.
std::span<const RuleText> liveRules();

}  // namespace aiagent::cluster::lint
