#include "tests/unit/cluster/lint/lint_cases.h"

namespace aiagent::cluster::lint {

std::vector<BrokenCase> containerCases() {
  const char* docker = "Dockerfile";
  const char* compose = "docker-compose.yml";
  const char* env = "environments/production.env";
  const char* prisma = "prisma/schema.prisma";
  const char* migration = "prisma/migrations/1_agent/migration.sql";
  const char* logger = "server/logger.ts";
  return {
      {"DOCKER-001", docker, "FROM node:22-alpine", "FROM node:16-alpine", "node:16"},
      {"DOCKER-002", docker, "FROM node:22-alpine@sha256:", "FROM node:22-alpine AS x\n# ", "AS x"},
      {"DOCKER-003", docker, "USER 10001", "USER root", "USER root"},
      {"DOCKER-003", docker, "USER 10001\n", "",
       "FROM node:22-alpine@sha256:"
       "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n"},
      {"DOCKER-004", docker, "--from=packages", "--from=builder", "/app/node_modules"},
      {"DOCKER-005", docker, "CMD [\"node\", \"dist/main.js\"]", "CMD [\"npm\", \"start\"]", "CMD"},
      {"DOCKER-005", docker, "CMD [\"node\", \"dist/main.js\"]", "CMD node dist/main.js", "CMD"},
      {"DOCKER-006", docker, "COPY --from=builder /app/prisma ./prisma\n", "",
       "FROM node:22-alpine@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n"},
      {"DOCKER-007", ".dockerignore", ".env\n.env.*\n", "", "COPY . .", "Dockerfile"},
      {"DOCKER-008", docker,
       "LABEL org.opencontainers.image.source=\"https://example.com/aiagent\" \\\n      "
       "org.opencontainers.image",
       "LABEL a",
       "FROM node:22-alpine@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n"},
      {"COMPOSE-001", compose, "services:\n", "version: '3.8'\nservices:\n", "version"},
      {"COMPOSE-002", compose, "Dockerfile.dev", "Dockerfile.local", "Dockerfile.local"},
      {"COMPOSE-003", compose,
       "      - DATABASE_URL=postgresql://postgres:${POSTGRES_PASSWORD}@db:5432/aiagent\n", "", "  app:"},
      {"COMPOSE-004", compose, "      db:\n        condition: service_healthy\n", "      - db\n",
       "      - db\n"},
      {"COMPOSE-004", compose, "service_healthy", "service_started", "      db:"},
      {"COMPOSE-005", compose, "    healthcheck:", "    x-healthcheck:", "  db:\n    image"},
      {"COMPOSE-006", compose, "POSTGRES_PASSWORD=${POSTGRES_PASSWORD}", "POSTGRES_PASSWORD=postgres",
       "PASSWORD=postgres"},
      {"COMPOSE-007", compose, "127.0.0.1:5432:5432", "5432:5432", "\"5432"},
      {"DB-007", compose, "postgres:17", "postgres:14", "postgres:14"},
      {"ENV-001", env, "", "OPENAI_API_KEY=xxx\n", "OPENAI"},
      {"ENV-001", env, "", "export DATABASE_URL=\"postgresql://db\"\n", "DATABASE"},
      {"ENV-002", env, "", "FIREBASE_API_KEY=xxx\nOPENAI_API_KEY=xxx\n", "FIREBASE"},
      {"DB-001", prisma, "  @@index([userId])\n", "", "@relation"},
      {"DB-002", prisma, ", onDelete: Cascade", "", "@relation"},
      {"DB-003", prisma, "  provider = \"postgresql\"\n",
       "  provider = \"postgresql\"\n  url = env(\"DATABASE_URL\")\n", "url"},
      {"DB-004", prisma, "\"prisma-client\"", "\"prisma-client-js\"", "client-js"},
      {"DB-005", migration, "", "ALTER TABLE \"Agent\" DROP COLUMN \"prompt\";\n", "DROP"},
      {"DB-006", migration, " DEFAULT ''", "", "ADD COLUMN"},
      {"LOG-001", logger, "new winston.transports.Console()",
       "new winston.transports.File({ filename: '/var/log/app.log' })", "File("},
      {"LOG-002", "server/logging.ts", "", "export default winston.createLogger({ format: redact() });\n",
       "createLogger("},
      {"LOG-003", "server/logging.ts", "", "export default winston.createLogger({ format: severity() });\n",
       "createLogger("},
  };
}

}  // namespace aiagent::cluster::lint
