#include "tests/unit/cluster/lint/lint_cases.h"

namespace aiagent::cluster::lint {
namespace {

constexpr const char* kWorkflow = ".github/workflows/deploy.yml";
constexpr const char* kApply = "          kubectl apply -f kubernetes/\n";
constexpr const char* kTwo =
    "          echo \"ENVIRONMENT=staging\" >> $GITHUB_ENV\n"
    "          echo \"ENVIRONMENT=production\" >> $GITHUB_ENV\n"
    "          kubectl apply -f kubernetes/\n";

}  // namespace

std::vector<BrokenCase> workflowCases() {
  return {
      {"GHA-001", kWorkflow, kApply,
       "          if [[ $GITHUB_REF == 'refs/heads/main' ]]; then\n            echo \"A=b\" >> $GITHUB_ENV\n"
       "          else\n            echo \"A=c\" >> $GITHUB_ENV\n          fi\n          kubectl apply -f "
       "kubernetes/\n",
       "          else"},
      {"GHA-002", ".github/workflows/by_hand.yml", "",
       "on:\n  workflow_dispatch:\njobs:\n  a:\n    runs-on: b\n    steps:\n      - run: kubectl apply -k "
       "a\n",
       "workflow_dispatch"},
      {"GHA-003", kWorkflow, kApply,
       "          gcloud container clusters get-credentials a --zone us-central1-a\n          kubectl apply "
       "-f kubernetes/\n",
       "--zone"},
      {"GHA-004", kWorkflow, "          trivy image --exit-code 1 $IMAGE\n", "", "--push"},
      {"GHA-005", kWorkflow, "--sbom=true ", "", "--push"},
      {"GHA-006", kWorkflow,
       "google-github-actions/auth@0123456789abcdef0123456789abcdef01234567\n        with:\n",
       "google-github-actions/setup-gcloud@v1\n        with:\n          service_account_key: x\n",
       "service_account_key"},
      {"GHA-007", kWorkflow, "workload_identity_provider:", "credentials_json:", "credentials_json"},
      {"GHA-008", kWorkflow, kApply,
       "          gcloud container clusters get-credentials a\n          kubectl apply -f kubernetes/\n",
       "clusters get-credentials"},
      {"GHA-009", kWorkflow, "permissions:\n  contents: read\n  id-token: write\n", "", "  test:"},
      {"GHA-010", kWorkflow, "    environment: production\n", "", "  deploy:"},
      {"GHA-011", kWorkflow, "    concurrency: deploy-production\n", "", "  deploy:"},
      {"GHA-012", kWorkflow, "          npm run lint\n          npm test\n", "          true\n", "  deploy:"},
      {"GHA-013", kWorkflow, "actions/checkout@0123456789abcdef0123456789abcdef01234567",
       "actions/checkout@v4", "checkout@v4"},
      {"GHA-014", kWorkflow, "actions/checkout@0123456789abcdef0123456789abcdef01234567",
       "actions/checkout@v3", "checkout@v3"},
      {"GHA-015", ".github/workflows/branches.yml", "",
       "on:\n  push:\n    branches: [main, develop]\njobs:\n  a:\n    runs-on: b\n    steps:\n"
       "      - run: |\n          docker build -t a .\n          kubectl apply -k a\n",
       "docker build"},
      {"GHA-016", kWorkflow, kApply, "          envsubst < a.yaml | kubectl apply -f kubernetes/\n",
       "envsubst"},
      {"GHA-017", kWorkflow, " --timeout=10m", "", "rollout status"},
      {"GHA-018", kWorkflow, "    timeout-minutes: 15\n", "", "  test:"},
      {"GHA-019", kWorkflow,
       "      - name: Smoke test\n        run: curl --fail https://app.example.com/ready\n", "",
       "rollout status"},
      {"GHA-020", kWorkflow, kApply,
       "          kubectl apply -f kubernetes/\n          npx prisma migrate deploy\n", "prisma migrate"},
      {"GHA-021", kWorkflow, "      - run: npm ci\n",
       "      - run: npm ci\n        env:\n          DATABASE_URL: ${{ secrets.DATABASE_URL }}\n",
       "DATABASE_URL"},
      {"GHA-022", kWorkflow, "      - run: npm ci\n", "      - run: npm ci && npx prisma migrate deploy\n",
       "prisma"},
      {"GHA-023", kWorkflow, kApply,
       "          npx prisma migrate deploy\n          kubectl apply -f kubernetes/\n", "npx prisma"},
      {"GHA-024", kWorkflow, "      - run: npm ci\n", "      - run: npm ci && npx prisma migrate deploy\n",
       "rollout undo"},
      {"GHA-025", kWorkflow, "failure() && steps.deploy.outcome == 'failure'", "failure()", "if: failure()"},
      {"GHA-026", kWorkflow,
       "rollout undo deployment/aiagent-app --namespace aiagent\n          until kubectl rollout status",
       "rollout undo deployment/aiagent-app --namespace aiagent\n          until kubectl rollout history",
       "rollout undo"},
      {"GHA-027", kWorkflow, kApply,
       "          kubectl apply -f kubernetes/\n          kubectl set image deployment/aiagent-app app=x -n "
       "aiagent\n",
       "set image"},
      {"CROSS-001", "environments/production.env", "", "FIREBASE_PROJECT_ID=x\n", "FIREBASE"},
      {"CROSS-002", kWorkflow, kApply, kTwo, "name: NODE_ENV", "kubernetes/deployment.yaml"},
      {"CROSS-003", "environments/production.env", "https://app.example.com", "https://api.example.com",
       "API_URL"},
      {"CROSS-004", "kubernetes/deployment.yaml", "aiagent-app@sha256:", "aiagent-app:${TAG}-", "image:"},
      {"CROSS-005", kWorkflow, "rollout status deployment/aiagent-app",
       "rollout status deployment/aiagent-app-prod", "aiagent-app-prod"},
      {"CROSS-005", kWorkflow, "rollout undo deployment/aiagent-app",
       "rollout undo deployment/${{ env.NAME }}\n          echo \"NAME=other\" >> $GITHUB_ENV #", "env.NAME"},
      {"CROSS-006", kWorkflow, "rollout undo deployment/aiagent-app --namespace aiagent",
       "rollout undo deployment/aiagent-app", "rollout undo"},
      {"CROSS-007", kWorkflow, kApply, kTwo, "kubectl apply"},
      {"CROSS-008", kWorkflow, "-f kubernetes/\n", "-f kubernetes/deployment.yaml\n", "apiVersion",
       "kubernetes/service.yaml"},
      {"READ-001", kWorkflow, "name: Deploy", "name: [Deploy", "on:"},
  };
}

}  // namespace aiagent::cluster::lint
