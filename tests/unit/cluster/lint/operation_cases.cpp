#include "tests/unit/cluster/lint/lint_cases.h"

namespace aiagent::cluster::lint {
namespace {

constexpr const char* kWorkflow = ".github/workflows/deploy.yml";
constexpr const char* kBackup = "kubernetes/backup.yaml";
constexpr const char* kDatabase = "kubernetes/database.yaml";
constexpr const char* kDeployment = "kubernetes/deployment.yaml";
constexpr const char* kMonitoring = "kubernetes/monitoring.yaml";
constexpr const char* kUntil = "          until kubectl rollout status";
constexpr const char* kApply = "          kubectl apply -f kubernetes/\n";

}  // namespace

std::vector<BrokenCase> operationCases() {
  return {
      {"K8S-061", kMonitoring, "",
       "---\napiVersion: monitoring.googleapis.com/v1\nkind: Rules\nmetadata:\n  name: aiagent\n",
       "kind: Rules"},
      {"K8S-062", kMonitoring, "",
       "---\napiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata:\n  name: main\nspec:\n"
       "  serviceMonitorSelector:\n    matchLabels:\n      release: main\n",
       "metadata:"},
      {"CROSS-009", kDeployment, "              value: info\n",
       "              value: info\n            - name: DATABASE_POOL_SIZE\n              value: \"21\"\n",
       "name: DATABASE_POOL_SIZE"},
      {"CROSS-009", kDeployment, "https://app.example.com/api", "postgresql://db/a?connection_limit=30",
       "name: API_URL"},
      {"BACKUP-009", "kubernetes/restore-drill.yaml", "psql", "cat", "name: database-backup", kBackup},
      {"BACKUP-010", kDatabase, "pointInTimeRecoveryEnabled: true", "pointInTimeRecoveryEnabled: false",
       "schedule:", kBackup},
      {"NET-008", "kubernetes/cluster.yaml", "",
       "apiVersion: container.cnrm.cloud.google.com/v1beta1\nkind: ContainerCluster\nmetadata:\n  name: a\n"
       "spec:\n  location: us-central1\n",
       "spec:"},
      {"NET-008", kWorkflow, kApply,
       "          gcloud container clusters create a --region us-central1\n"
       "          kubectl apply -f kubernetes/\n",
       "clusters create"},
      {"DB-008", "prisma/migrations/1_agent/down.sql", "", "DROP TABLE \"Agent\";\n", "DROP"},
      {"GHA-028", kWorkflow, kUntil,
       "          npx prisma migrate reset --force\n          until kubectl rollout status", "migrate reset"},
      {"GHA-029", kWorkflow, "    environment: production\n",
       "    environment: production\n    if: startsWith(github.ref, 'refs/tags/v')\n", "    if: startsWith"},
      {"GHA-030", kWorkflow, "kubernetes.io/change-cause", "example.com/by", "rollout undo"},
      {"GHA-031", kWorkflow,
       "          until kubectl rollout status deployment/aiagent-app --namespace aiagent --timeout=10m; do "
       "sleep 5; done\n",
       "          kubectl rollout status deployment/aiagent-app -n aiagent --timeout=9m\n", "--timeout=9m"},
      {"GHA-032", kWorkflow, kApply,
       "          kubectl apply -f kubernetes/\n"
       "          kubectl patch service aiagent-service -n aiagent -p '{}'\n"
       "          kubectl scale deployment/aiagent-app -n aiagent --replicas=0\n",
       "kubectl scale"},
  };
}

}  // namespace aiagent::cluster::lint
