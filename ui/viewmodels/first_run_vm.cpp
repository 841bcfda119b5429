#include "ui/viewmodels/first_run_vm.h"

#include <algorithm>

#include "core/services/guarded.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using domain::Provider;
using format::text;
using format::utf8;
using services::guarded;
using Models = std::vector<wire::ModelInfo>;

Provider localProvider(const LocalServer& server, const QString& model) {
  return {.name = utf8(server.name),
          .baseUrl = utf8(server.baseUrl),
          .api = domain::ApiKind::Chat,
          .keySource = domain::KeySource::None,
          .defaultModel = utf8(model)};
}

}  // namespace

std::vector<LocalServer> usualLocalServers() {
  return {{.name = QStringLiteral("ollama"),
           .title = QStringLiteral("Ollama"),
           .baseUrl = QStringLiteral("http://127.0.0.1:11434/v1")},
          {.name = QStringLiteral("lm-studio"),
           .title = QStringLiteral("LM Studio"),
           .baseUrl = QStringLiteral("http://127.0.0.1:1234/v1")},
          {.name = QStringLiteral("llama.cpp"),
           .title = QStringLiteral("llama.cpp"),
           .baseUrl = QStringLiteral("http://127.0.0.1:8080/v1")},
          {.name = QStringLiteral("vllm"),
           .title = QStringLiteral("vLLM"),
           .baseUrl = QStringLiteral("http://127.0.0.1:8000/v1")}};
}

bool FirstRunState::probing() const {
  return std::ranges::any_of(
      servers, [](const LocalServer& server) { return server.phase == LocalServer::Phase::Asking; });
}

bool FirstRunState::foundServer() const {
  return std::ranges::any_of(
      servers, [](const LocalServer& server) { return server.phase == LocalServer::Phase::Answered; });
}

FirstRunVm::FirstRunVm(services::ProviderService& providers, FirstRunOptions options, QObject* parent)
    : QObject(parent), m_providers(providers), m_options(std::move(options)) {
  m_state.hasKeyStore = m_options.hasKeyStore;
  m_state.servers = m_options.servers.empty() ? usualLocalServers() : m_options.servers;
}

FirstRunVm::~FirstRunVm() {
  dropKeyCheck();
  dropProbe();
}

void FirstRunVm::change(const std::function<void(FirstRunState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

// ---------------------------------------------------------------- a key

void FirstRunVm::useKey(const QString& key) {
  const auto trimmed = key.trimmed();
  if (trimmed.isEmpty() || m_state.key == FirstRunState::Key::Checking) return;
  const int generation = ++m_keyGeneration;
  change([](FirstRunState& state) {
    state.key = FirstRunState::Key::Checking;
    state.keyError.reset();
    state.error.reset();
  });
  m_providers.find(domain::kOpenAiProvider,
                   guarded<Provider>(this, [this, generation, trimmed](base::Result<Provider> found) {
                     if (generation != m_keyGeneration) return;
                     if (!found) return endKeyCheck({}, found.error());
                     auto provider = *found;
                     provider.keySource = domain::KeySource::KeyStore;
                     m_providers.setKey(
                         provider, base::SecretString(utf8(trimmed)),
                         guarded<ports::SecretPersistence>(
                             this, [this, generation, provider](base::Result<ports::SecretPersistence> kept) {
                               if (generation != m_keyGeneration)
                                 return m_providers.removeKey(provider, [](base::Result<void>) {});
                               if (!kept) return endKeyCheck(provider, kept.error());
                               checkKey(provider, generation);
                             }));
                   }));
}

void FirstRunVm::checkKey(const Provider& provider, int generation) {
  m_keyQuery = m_providers.models(
      provider, guarded<Models>(this, [this, provider, generation](base::Result<Models> models) {
        if (generation == m_keyGeneration)
          endKeyCheck(provider, models ? std::nullopt : std::optional(models.error()));
      }));
}

// Only the provider's own "no" counts against a key; a missing network says nothing about it.
void FirstRunVm::endKeyCheck(const Provider& provider, const std::optional<base::Error>& error) {
  if (!error) {
    Q_EMIT keyTaken();
    change([](FirstRunState& state) { state.key = FirstRunState::Key::Idle; });
    return use(domain::kOpenAiProvider, FirstRunChoice::Key);
  }
  const bool refused = error->code == base::ErrorCode::Credentials || provider.name.empty();
  if (error->code == base::ErrorCode::Credentials && !provider.name.empty())
    m_providers.removeKey(provider, [](base::Result<void>) {});
  change([&](FirstRunState& state) {
    state.key = refused ? FirstRunState::Key::Refused : FirstRunState::Key::Unreachable;
    state.keyError = error;
  });
}

void FirstRunVm::useKeyAnyway() {
  if (m_state.key != FirstRunState::Key::Unreachable) return;
  Q_EMIT keyTaken();
  change([](FirstRunState& state) {
    state.key = FirstRunState::Key::Idle;
    state.keyError.reset();
  });
  use(domain::kOpenAiProvider, FirstRunChoice::Key);
}

void FirstRunVm::dropKeyCheck() {
  ++m_keyGeneration;
  m_keyQuery.reset();
}

// What was typed stays in its field, so the key itself need not stay in the key store.
void FirstRunVm::cancelKey() {
  if (m_state.key != FirstRunState::Key::Checking) return;
  dropKeyCheck();
  m_providers.find(domain::kOpenAiProvider, guarded<Provider>(this, [this](base::Result<Provider> found) {
                     if (!found) return;
                     found->keySource = domain::KeySource::KeyStore;
                     m_providers.removeKey(*found, [](base::Result<void>) {});
                   }));
  change([](FirstRunState& state) {
    state.key = FirstRunState::Key::Idle;
    state.keyError.reset();
  });
}

// ---------------------------------------------------------------- a local server

void FirstRunVm::probe() {
  if (m_state.probing()) return;
  dropProbe();
  change([](FirstRunState& state) {
    state.probed = true;
    state.error.reset();
    for (auto& server : state.servers) {
      server.phase = LocalServer::Phase::Asking;
      server.models.clear();
      server.error.reset();
    }
  });
  for (std::size_t i = 0; i < m_state.servers.size(); ++i) ask(i);
}

void FirstRunVm::ask(std::size_t server) {
  const int generation = m_probeGeneration;
  m_probes.push_back(
      m_providers.models(localProvider(m_state.servers[server], {}),
                         guarded<Models>(this, [this, server, generation](base::Result<Models> models) {
                           if (generation != m_probeGeneration) return;
                           change([&](FirstRunState& state) {
                             auto& row = state.servers[server];
                             row.phase = models ? LocalServer::Phase::Answered : LocalServer::Phase::Silent;
                             if (!models && models.error().code != base::ErrorCode::ConnectionFailed)
                               row.error = models.error();
                             if (models)
                               for (const auto& model : *models) row.models << text(model.id);
                           });
                         })));
}

// Whatever they still tell is not listened to.
void FirstRunVm::dropProbe() {
  ++m_probeGeneration;
  m_probes.clear();
}

void FirstRunVm::cancelProbe() {
  if (!m_state.probing()) return;
  dropProbe();
  change([](FirstRunState& state) {
    for (auto& server : state.servers)
      if (server.phase == LocalServer::Phase::Asking) server.phase = LocalServer::Phase::Unasked;
  });
}

void FirstRunVm::useServer(int server, const QString& model) {
  if (server < 0 || server >= int(m_state.servers.size()) || m_state.busy) return;
  change([](FirstRunState& state) { state.busy = true; });
  m_providers.save(localProvider(m_state.servers[std::size_t(server)], model),
                   guarded<Provider>(this, [this](base::Result<Provider> saved) {
                     if (!saved) return fail(saved.error());
                     use(saved->name, FirstRunChoice::LocalServer);
                   }));
}

// ---------------------------------------------------------------- the rest

void FirstRunVm::rehearse() {
  if (m_state.busy) return;
  if (m_options.startRehearsal)
    if (auto started = m_options.startRehearsal(); !started) return fail(started.error());
  use(domain::kRehearsalProvider, FirstRunChoice::Rehearsal);
}

void FirstRunVm::skip() {
  Q_EMIT chosen(FirstRunChoice::Skip);
}

void FirstRunVm::use(const std::string& provider, FirstRunChoice choice) {
  change([](FirstRunState& state) {
    state.busy = true;
    state.error.reset();
  });
  m_providers.use(provider, guarded<void>(this, [this, choice](base::Result<void> used) {
                    if (!used) return fail(used.error());
                    change([](FirstRunState& state) { state.busy = false; });
                    Q_EMIT chosen(choice);
                  }));
}

void FirstRunVm::clearError() {
  change([](FirstRunState& state) { state.error.reset(); });
}

void FirstRunVm::fail(const base::Error& error) {
  change([&](FirstRunState& state) {
    state.busy = false;
    state.error = error;
  });
}

}  // namespace aiagent::ui
