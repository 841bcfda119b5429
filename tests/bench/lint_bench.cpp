// The deployment linter over a large folder: as many manifests as asked for (5,000), of ten kinds that name
// each other.
//
//   lint_bench [MANIFESTS [FILE]]       FILE: what was found is written there as JSON, to be compared
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "core/cluster/lint/lint.h"

using namespace aiagent::cluster::lint;

namespace {

constexpr int kSpaces = 40;

std::string filled(std::string text, int number) {
  const auto space = "team-" + std::to_string(number % kSpaces);
  const auto replace = [&](const std::string& mark, const std::string& by) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size()))
      text.replace(at, mark.size(), by);
  };
  replace("@N", std::to_string(number));
  replace("@M", std::to_string(number / 7));
  replace("@S", space);
  return text;
}

// "@N" is the number of a service, "@S" its namespace; "@M" is shared by seven.
const char* const kManifests[] = {
    R"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: service-@N
  namespace: @S
  labels: {app: service-@N, tier: backend}
spec:
  replicas: 3
  selector:
    matchLabels: {app: service-@N, tier: backend}
  template:
    metadata:
      labels: {app: service-@N, tier: backend, app.kubernetes.io/name: service-@N}
    spec:
      serviceAccountName: service-@N
      containers:
        - name: api
          image: registry.example.org/service-@N:1.2.@N
          ports: [{containerPort: 8080}]
          env:
            - name: NODE_ENV
              value: production
            - name: DATABASE_URL
              valueFrom: {secretKeyRef: {name: service-@N, key: url}}
            - name: TOKEN
              valueFrom: {secretKeyRef: {name: shared-@M, key: token}}
          resources:
            requests: {cpu: 100m, memory: 128Mi}
            limits: {memory: 256Mi}
          livenessProbe: {httpGet: {path: /health, port: 8080}}
)",
    R"(apiVersion: v1
kind: Service
metadata:
  name: service-@N
  namespace: @S
  labels: {app: service-@N, tier: backend}
spec:
  selector: {tier: backend, app: service-@N}
  ports: [{name: http, port: 80, targetPort: 8080}]
)",
    R"(apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: service-@N, namespace: @S}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: service-@N}
  maxReplicas: 9
  metrics: [{type: Resource, resource: {name: memory}}]
)",
    R"(apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: service-@N, namespace: @S}
spec:
  selector: {matchLabels: {app: service-@M}}
)",
    R"(apiVersion: v1
kind: ServiceAccount
metadata:
  name: service-@N
  namespace: @S
  annotations: {iam.gke.io/gcp-service-account: service-@N@example.iam.gserviceaccount.com}
automountServiceAccountToken: false
)",
    R"(apiVersion: v1
kind: Secret
metadata: {name: service-@M, namespace: @S}
stringData: {url: postgres, unused: nothing}
)",
    R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: service-@N, namespace: @S}
spec:
  podSelector: {matchLabels: {app: service-@N}}
  policyTypes: [Ingress, Egress]
  ingress: [{from: [{namespaceSelector: {matchLabels: {name: monitoring}}}]}]
  egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: data}}}], ports: [{port: 5432}]}]
)",
    R"(apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: service-@N, namespace: @S}
spec:
  selector: {matchLabels: {app: service-@M, tier: backend}}
  endpoints: [{port: metrics}]
)",
    R"(apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata: {name: service-@N, namespace: @S}
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: service-@N}
  resourcePolicy: {containerPolicies: [{containerName: api, minAllowed: {cpu: 50m}}]}
)",
    R"(apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: service-@N, namespace: @S}
spec:
  ingressClassName: gce
  rules: [{host: service-@N.example.org, http: {paths: [{backend: {service: {name: service-@M, port: {name: http}}}}]}}]
)"};

std::vector<LintFile> made(int count) {
  std::vector<LintFile> files;
  for (int i = 0; i < count; ++i) {
    const int number = i / int(std::size(kManifests));
    const auto kind = std::size_t(i) % std::size(kManifests);
    files.push_back({"k8s/" + std::to_string(number) + "/" + std::to_string(kind) + ".yaml",
                     filled(kManifests[kind], number)});
  }
  std::string variables;
  for (int i = 0; i < count / 20; ++i)
    variables += "SETTING_" + std::to_string(i) + "=https://service-" + std::to_string(i) + ".example.org/\n";
  files.push_back({".env", variables});
  return files;
}

double processorSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

}  // namespace

int main(int argc, char** argv) {
  const auto files = made(argc > 1 ? std::atoi(argv[1]) : 5'000);
  const auto begun = processorSeconds();
  const auto findings = lintDeployment(files);
  std::printf("%zu files, %zu findings: %.0f ms of a core\n", files.size(), findings.size(),
              1'000 * (processorSeconds() - begun));
  if (argc > 2) std::ofstream(argv[2]) << toJson(findings);
  return 0;
}
