// serve: answers over HTTP until SIGTERM.
#include <cstdio>

#include "app/server/command.h"
#include "core/base/clock.h"
#include "core/runs/shipped_models.h"
#include "core/server/blobs/blob_routes.h"
#include "core/server/http/health_routes.h"
#include "core/server/http/http_server.h"
#include "core/server/http/live_routes.h"
#include "core/server/http/openapi.h"
#include "core/server/http/sync_routes.h"
#include "core/server/identity/identity.h"
#include "core/server/live_poller.h"
#include "core/server/log.h"
#include "core/server/metrics.h"
#include "core/server/ops/ops_routes.h"
#include "core/server/relay/budget_routes.h"
#include "core/server/relay/relay_routes.h"

namespace aiagent::app_server {
namespace {

using namespace server;

class Watcher : public Observer {
 public:
  Watcher(ServerLog& log, Metrics& metrics) : m_log(log), m_metrics(metrics) {}
  void answered(const RequestRecord& record) override {
    m_log.request(record);
    m_metrics.answered(record);
  }
  void failed(std::string_view what, const base::Error& error) override { m_log.error(what, error); }

 private:
  ServerLog& m_log;
  Metrics& m_metrics;
};

HttpOptions httpOptions(const Settings& settings) {
  return {.port = settings.port,
          .address = settings.address,
          .threads = std::size_t(settings.threads),
          .databaseUrl = settings.databaseUrl,
          .replicaUrl = settings.databaseReplicaUrl,
          .poolSize = std::size_t(settings.poolSize),
          .poolQueue = std::size_t(settings.poolQueue),
          .poolWait = settings.poolWait,
          .statementTimeout = settings.statementTimeout,
          .ratePerAddress = double(settings.ratePerAddress),
          .ratePerMember = double(settings.ratePerMember),
          .trustedProxies = settings.trustedProxies,
          .mostConnections = std::size_t(settings.mostConnections),
          .headerLimit = std::size_t(settings.headerLimit),
          .urlLimit = std::size_t(settings.urlLimit),
          .idleTimeout = settings.idleTimeout,
          .headerTimeout = settings.headerTimeout,
          .bodyTimeout = settings.bodyTimeout,
          .writeTimeout = settings.writeTimeout,
          .drainTimeout = settings.drainTimeout};
}

// Nothing where the server has no key. Errors: InvalidInput.
base::Result<std::shared_ptr<const RelayParts>> relayOf(const Settings& settings, Observer& watcher) {
  if (settings.openAiKey.empty()) return std::shared_ptr<const RelayParts>();
  auto upstream = Upstream::open(settings.openAiBaseUrl, std::chrono::seconds(settings.relayTimeout));
  if (!upstream) return upstream.error();
  auto models = runs::ModelCatalog::fromJson(runs::shippedModelsJson());
  if (!models) return models.error();
  return std::make_shared<const RelayParts>(
      RelayParts{.upstream = std::move(*upstream),
                 .key = settings.openAiKey,
                 .models = std::move(*models),
                 .charge = {.memberBudget = defaultBudgets(settings).member,
                            .workspaceBudget = defaultBudgets(settings).workspace,
                            .silence = std::chrono::seconds(settings.relayTimeout),
                            .unnoted = [&watcher](const base::Error& error) {
                              watcher.failed("usage was not noted", error);
                            }}});
}

int cannotListen(const base::Error& error) {
  std::fprintf(stderr, "Port %s cannot be listened on: %s.\n", error.subject.c_str(), error.said.c_str());
  return kNetwork;
}

int serve(const Settings& settings, const Arguments&) {
  ServerLog log(settings.loggingLevel);
  const auto metrics = Metrics::listen(settings.address, settings.metricsPort);
  if (!metrics) return cannotListen(metrics.error());
  Watcher watcher(log, **metrics);
  const base::SystemClock clock;
  Identity identity({.databaseUrl = settings.databaseUrl,
                     .publicUrl = settings.publicUrl,
                     .parties = {settings.tokenIssuer, settings.tokenAudience}},
                    clock);
  // A database that is away comes back; /readyz says so meanwhile.
  const auto loaded = identity.loadKeys();
  if (!loaded && loaded.error().code != base::ErrorCode::ConnectionFailed) return say(loaded.error());
  Router router;
  addHealthRoutes(router);
  addOpenApiRoute(router);
  LiveHub hub{std::size_t(settings.mostListeners)};
  addSyncRoutes(router, {.bodyLimit = std::size_t(settings.bodyLimit),
                         .hub = hub,
                         .pushed = [&metrics](std::string_view answer) { (*metrics)->pushed(answer); }});
  addLiveRoutes(router, hub);
  identity.addRoutes(router);
  const BlobFiles files(settings.blobFolder);
  if (!settings.blobFolder.empty()) addBlobRoutes(router, files);
  const auto relay = relayOf(settings, watcher);
  if (!relay) {
    std::fputs("OPENAI_BASE_URL is not the address of a server.\n", stderr);
    return kInvalidInput;
  }
  addBudgetRoutes(router, defaultBudgets(settings));
  addOpsRoutes(router);
  shapeRelayErrors(router);
  if (*relay) addRelayRoutes(router, *relay);
  auto server = HttpServer::listen(httpOptions(settings), router, identity.authenticator(), watcher);
  if (!server) return cannotListen(server.error());
  (*metrics)->setGauges([&] { return Gauges{(*server)->counts(), hub.size()}; });
  log.always("listening",
             {{"port", std::int64_t((*server)->port())}, {"metrics_port", std::int64_t((*metrics)->port())}});
  log.flush();
  if (!loaded) watcher.failed("keys", loaded.error());
  identity.keepKeys([&watcher](const base::Error& error) { watcher.failed("keys", error); });
  {
    const LivePoller poller(hub, settings.databaseUrl, [&watcher](const base::Error& error) {
      watcher.failed("no word of other servers' changes", error);
    });
    (*server)->run();
  }
  (*metrics)->setGauges({});
  log.always("stopped");
  return kDone;
}

}  // namespace

std::vector<Command> serveCommands() {
  return {{{"serve"}, "Answer over HTTP until SIGTERM", {}, {}, serve}};
}

}  // namespace aiagent::app_server
