// How well a workload's pods are kept from doing and suffering harm (contract D19, and what the standards do
// not ask for): one answer a question, and a verdict of all of them. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cluster/verdicts/pod_security.h"
#include "core/cluster/verdicts/verdict.h"
#include "core/wire/kube_cluster_rows.h"
#include "core/wire/kube_network_rows.h"

namespace aiagent::cluster {

// Partly: of some containers. Unknown: what would tell may not be seen, or only the image knows.
enum class Answer : std::uint8_t { Yes, Partly, No, Unknown };

// Digest: what runs is what was tried. Tag: whoever may push can put another in its place. Latest: a tag that
// is meant to move, or none.
enum class ImagePin : std::uint8_t { Digest, Tag, Latest };

struct PostureSubject {
  wire::KubeKind kind = wire::KubeKind::Other;
  std::string_view nameSpace;
  const wire::TemplateRow& podTemplate;
  int replicas = 1;  // that are wanted; a disruption budget keeps some of them
};

// What is around it. Null: it is not known.
struct PostureView {
  const std::vector<const wire::NetworkPolicyRow*>* policies = nullptr;
  const std::vector<const wire::PodDisruptionBudgetRow*>* budgets = nullptr;
};

struct Posture {
  std::vector<SecurityFinding> findings;  // empty: `restricted` would accept it
  ImagePin image = ImagePin::Digest;      // the loosest of its containers
  Answer root = Answer::Unknown;          // Unknown: nothing forbids it, the image decides
  Answer token = Answer::Unknown;         // a service account's token is mounted
  Answer requests = Answer::Unknown;      // cpu and memory of each container
  Answer limits = Answer::Unknown;        // memory of each container
  Answer readiness = Answer::Unknown, liveness = Answer::Unknown;
  bool isProbed = false;  // probes mean something: it serves, and does not end
  Answer ingress = Answer::Unknown, egress = Answer::Unknown;  // some network policy selects it
  std::vector<std::string> secrets;                            // names; each once
  Answer budget = Answer::Unknown;                             // some disruption budget selects it
  bool wantsBudget = false;                                    // more than one replica of what serves
  int faults = 0;                                              // questions with a wrong answer
  // Failed "BaselineRefuses"; Degraded "RestrictedRefuses", "MutableImage", "NoRequests", "NoReadinessProbe",
  // "NoNetworkPolicy", "NoBudget", the first that holds; Unknown "NotEverythingKnown"; Healthy "Hardened".
  Verdict verdict;
};

Posture postureOf(const PostureSubject& subject, const PostureView& view);

// "registry:5000/a/b:1.2@sha256:…" -> how it is named.
ImagePin pinOf(std::string_view image);
// Its tag; else the first twelve digits of its digest ("@9f3c01d2a4b5"); empty: neither.
std::string imageVersion(std::string_view image);

}  // namespace aiagent::cluster
