#include "tests/unit/cluster/lint/lint_cases.h"

namespace aiagent::cluster::lint {
namespace {

constexpr const char* kDeployment = "kubernetes/deployment.yaml";
constexpr const char* kService = "kubernetes/service.yaml";
constexpr const char* kScaling = "kubernetes/autoscaling.yaml";
constexpr const char* kMonitoring = "kubernetes/monitoring.yaml";
constexpr const char* kNetwork = "kubernetes/network-policy.yaml";
constexpr const char* kBackup = "kubernetes/backup.yaml";
constexpr const char* kSecret = "kubernetes/secrets.yaml";

constexpr const char* kGreen =
    "---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: aiagent-app-green\n  namespace: "
    "aiagent\nspec:\n"
    "  selector:\n    matchLabels:\n      app: aiagent-app\n      version: green\n  template:\n    "
    "metadata:\n"
    "      labels:\n        app: aiagent-app\n        version: green\n    spec:\n      containers:\n"
    "        - name: app\n          image: app\n";
constexpr const char* kPolicy =
    "apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata:\n  name: aiagent-psp\nspec:\n  "
    "privileged: false\n";

std::vector<BrokenCase> podCases() {
  return {
      {"K8S-001", kDeployment, "        runAsNonRoot: true\n", "", "- name: app\n"},
      {"K8S-002", kDeployment, "            allowPrivilegeEscalation: false\n", "", "- name: app\n"},
      {"K8S-003", kDeployment, "drop: [ALL]", "drop: [NET_RAW]", "- name: app\n"},
      {"K8S-004", kDeployment, "        seccompProfile:\n          type: RuntimeDefault\n", "",
       "- name: app\n"},
      {"K8S-005", kDeployment, "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false",
       "- name: app\n"},
      {"K8S-006", kDeployment, "path: /ready", "path: /live", "livenessProbe"},
      {"K8S-007", kDeployment, "startupProbe:", "x:", "livenessProbe"},
      {"K8S-008", kDeployment, "            timeoutSeconds: 3\n", "", "readinessProbe"},
      {"K8S-009", kDeployment, "readinessProbe:", "x:", "- name: app\n"},
      {"K8S-010", kDeployment, "preStop:", "postStart:", "- name: app\n"},
      {"K8S-011", kDeployment, "  minReadySeconds: 10\n", "", "spec:"},
      {"K8S-012", kDeployment, "topologySpreadConstraints:", "x:", "    spec:"},
      {"K8S-013", kDeployment, "      serviceAccountName: aiagent-app\n", "", "    spec:"},
      {"K8S-014", kDeployment, "automountServiceAccountToken: false", "automountServiceAccountToken: true",
       "    spec:"},
      {"K8S-015", kDeployment, "              value: info\n",
       "              valueFrom:\n                secretKeyRef:\n                  name: aiagent-secrets\n",
       "name: LOGGING_LEVEL"},
      {"K8S-016", kDeployment, "us-central1-docker.pkg.dev/aiagent/app/", "gcr.io/aiagent/", "gcr.io"},
      {"K8S-016", ".github/workflows/deploy.yml", "trivy image --exit-code 1 $IMAGE",
       "trivy image gcr.io/aiagent/app", "gcr.io"},
      {"K8S-017", kDeployment, "aiagent-app@sha256:", "aiagent-app:v1-", "image:"},
      {"K8S-018", kDeployment, "            limits:\n", "            limits:\n              cpu: \"1\"\n",
       "cpu: \"1\""},
      {"K8S-019", kDeployment, "              ephemeral-storage: 1Gi\n", "", "limits:"},
      {"K8S-020", kDeployment, "--max-old-space-size=768", "--trace-warnings", "memory: 1Gi"},
      {"K8S-021", kDeployment, "        app.kubernetes.io/name: aiagent-app\n", "", "  template:"},
      {"K8S-022", kDeployment, "            - name: http\n              containerPort",
       "            - containerPort", "containerPort: 3000"},
      {"K8S-023", kBackup, "                requests:", "                x:", "- name: backup"},
  };
}

std::vector<BrokenCase> objectCases() {
  return {
      {"K8S-030", kDeployment, "spec:\n  minReady", "spec:\n  replicas: 3\n  minReady", "replicas"},
      {"K8S-031", kDeployment, "kind: PodDisruptionBudget", "kind: Other", "name: aiagent-app"},
      {"K8S-032", "kubernetes/namespace.yaml", "kind: Namespace", "kind: Other", "namespace: aiagent",
       kScaling},
      {"K8S-033", "kubernetes/namespace.yaml", "kind: ResourceQuota", "kind: Other", "name: aiagent"},
      {"K8S-034", kService, "  labels:\n    app: aiagent-app\n", "", "metadata:"},
      {"K8S-035", kService, "    - name: http\n      port: 80", "    - port: 80", "port: 80"},
      {"K8S-036", kService, "  name: aiagent-ingress\n",
       "  name: aiagent-ingress\n  annotations:\n    kubernetes.io/ingress.class: gce\n", "ingress.class"},
      {"K8S-037", kService, "ingressClassName: gce", "ingressClassName: nginx", "ingressClassName"},
      {"K8S-038", kService, "ingressClassName: gce", "ingressClassName: nginx",
       "metadata:\n  name: aiagent-ingress"},
      {"K8S-039", kService, "ingressClassName: gce",
       "ingressClassName: nginx\n---\napiVersion: cloud.google.com/v1\nkind: BackendConfig\nmetadata:\n  "
       "name: cdn\n"
       "spec:\n  cdn:\n    enabled: true\n  x:",
       "ingressClassName"},
      {"K8S-040", kService, "  labels:\n    app: aiagent-app\n", "  labels:\n    app: other\n", "matchLabels",
       kMonitoring},
      {"K8S-041", kService, "    - name: metrics\n", "    - name: measures\n", "port: metrics", kMonitoring},
      {"K8S-042", kMonitoring, "  namespaceSelector:\n    matchNames: [aiagent]\n", "",
       "namespace: monitoring"},
      {"K8S-043", kMonitoring, "kind: PrometheusRule", "kind: Other", "name: aiagent-monitor"},
      {"K8S-044", kScaling, "updateMode: \"Off\"", "updateMode: Recreate",
       "targetRef:\n    apiVersion: apps/v1\n"
       "    kind: Deployment\n    name: aiagent-app\n  updatePolicy"},
      {"K8S-045", kScaling, "updateMode: \"Off\"", "updateMode: Auto", "updateMode"},
      {"K8S-046", kScaling, "cpu: 500m", "cpu: 100m", "cpu: 100m"},
      {"K8S-047", kScaling, "name: cpu", "name: memory", "- type: Resource"},
      {"K8S-048", kScaling, "scaleDown:", "scaleUp:", "spec:"},
      {"K8S-049", kDeployment, "", kGreen, "name: aiagent-app", kScaling},
      {"K8S-050", kDeployment, "", kGreen, "selector:"},
      {"K8S-051", kDeployment, "", kGreen, "scaleTargetRef", kScaling},
      {"K8S-052", "kubernetes/blue.yaml", "",
       "apiVersion: v1\nkind: Service\nmetadata:\n  name: aiagent-service\n  namespace: aiagent\nspec:\n"
       "  selector:\n    app: aiagent-app\n    version: blue\n",
       "selector"},
      {"K8S-053", kDeployment, "", kGreen, "name: aiagent-app-green"},
      {"K8S-054", kSecret, "", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  a: YQ==\n",
       "data:\n  a"},
      {"K8S-055", kSecret, "", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  a: <value>\n",
       "a: <"},
      {"K8S-056", kSecret, "", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  a: YQ==\n",
       "a: YQ"},
      {"K8S-057", "kubernetes/psp.yaml", "", kPolicy, "kind:"},
      {"K8S-058", "kubernetes/psp.yaml", "", kPolicy, "name:"},
      {"K8S-059", "kubernetes/psp.yaml", "", kPolicy, "metadata:"},
      {"K8S-060", kDeployment, "              value: info\n",
       "              valueFrom:\n                secretKeyRef:\n                  name: db-credentials\n",
       "name: db-credentials"},
  };
}

std::vector<BrokenCase> networkCases() {
  return {
      {"NET-001", kNetwork, "          port: 53\n        - protocol: TCP\n          port: 53\n",
       "          port: 54\n", "  egress:"},
      {"NET-002", kNetwork, "        - ipBlock:\n            cidr: 10.20.0.0/24\n",
       "        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: "
       "database\n",
       "name: database"},
      {"NET-003", kNetwork, "kubernetes.io/metadata.name: gateway", "name: ingress-nginx",
       "name: ingress-nginx"},
      {"NET-004", kNetwork, "169.254.169.252/32", "10.9.9.9/32", "  egress:"},
      {"NET-005", kNetwork, "podSelector: {}", "podSelector:\n    matchLabels:\n      app: x",
       "name: default-deny"},
      {"NET-006", kNetwork, "10.20.0.0/24", "0.0.0.0/0", "0.0.0.0/0"},
      {"NET-007", kNetwork, "kubernetes.io/metadata.name: monitoring", "kubernetes.io/metadata.name: other",
       "  ingress:"},
      {"BACKUP-001", kBackup, "image: us-central1-docker.pkg.dev/aiagent/app/backup@", "image: postgres:17@",
       "command:"},
      {"BACKUP-002", kBackup, "          serviceAccountName: database-backup\n", "", "        spec:"},
      {"BACKUP-003", kBackup, "set -euo pipefail", "set -eu", "args:"},
      {"BACKUP-004", kBackup, "  concurrencyPolicy: Forbid\n", "", "spec:"},
      {"BACKUP-004", kBackup, "      backoffLimit: 2\n", "", "spec:"},
      {"BACKUP-005", kBackup, "%Y%m%dT%H%M%SZ", "%Y%m%d", "args:"},
      {"BACKUP-006", kBackup, "emptyDir:\n                sizeLimit: 1Gi", "emptyDir: {}", "emptyDir"},
      {"BACKUP-007", kBackup, "image: us-central1-docker.pkg.dev/aiagent/app/backup@", "image: postgres:16@",
       "image:"},
      {"BACKUP-008", kMonitoring, "kube_cronjob_status_last_successful_time{cronjob=\"database-backup\"}",
       "up", "name: database-backup", kBackup},
      {"DB-007", kBackup, "image: us-central1-docker.pkg.dev/aiagent/app/backup@", "image: postgres:14@",
       "image:"},
  };
}

}  // namespace

std::vector<BrokenCase> kubernetesCases() {
  auto all = podCases();
  for (const auto& cases : {objectCases(), networkCases()}) all.insert(all.end(), cases.begin(), cases.end());
  return all;
}

}  // namespace aiagent::cluster::lint
