#include "ui/viewmodels/shell_vm.h"

#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

ShellVm::ShellVm(services::ProviderService& providers, services::RunService& runs,
                 services::SettingsService& settings, QObject* parent)
    : QObject(parent), m_providers(providers), m_runs(runs) {
  const auto countRuns = [this] {
    change([this](ShellState& state) { state.runs = int(m_runs.liveRuns().size()); });
  };
  connect(&m_providers, &services::ProviderService::changed, this, &ShellVm::readProvider);
  connect(&m_runs, &services::RunService::started, this, countRuns);
  // Queued: the run leaves the list of live ones only after this signal.
  connect(&m_runs, &services::RunService::finished, this, countRuns, Qt::QueuedConnection);
  connect(&settings, &services::SettingsService::notStored, this, [this](const base::Error& error) {
    change([&](ShellState& state) { state.storageError = error; });
  });
  readProvider();
}

void ShellVm::change(const std::function<void(ShellState&)>& edit) {
  ShellState next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void ShellVm::readProvider() {
  m_providers.chosen(
      whileAlive(this, [this](const base::Result<std::string>& name) { readInUse(name && !name->empty()); }));
}

void ShellVm::readInUse(bool chosen) {
  m_providers.current(whileAlive(this, [this, chosen](const base::Result<domain::Provider>& provider) {
    change([&](ShellState& state) {
      state.providerKnown = true;
      state.provider = provider ? format::text(provider->name) : QString();
      state.rehearsal = provider && provider->name == domain::kRehearsalProvider;
      state.decided = provider && (chosen || provider->keySource == domain::KeySource::Environment);
    });
  }));
}

}  // namespace aiagent::ui
