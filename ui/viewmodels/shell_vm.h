// ShellVm: what the status bar says, whichever page is shown.
#pragma once

#include <functional>
#include <optional>
#include <QObject>
#include <QString>

#include "core/services/provider_service.h"
#include "core/services/run_service.h"
#include "core/services/settings_service.h"

namespace aiagent::ui {

struct ShellState {
  bool providerKnown = false;
  QString provider;  // name of the one in use; empty: none
  // Somebody decided that runs go there: by choosing it, or by a key in the environment.
  bool decided = false;
  bool rehearsal = false;
  int runs = 0;  // going on in this program
  std::optional<base::Error> storageError;
  bool operator==(const ShellState&) const = default;
};

class ShellVm : public QObject {
  Q_OBJECT

 public:
  ShellVm(services::ProviderService& providers, services::RunService& runs,
          services::SettingsService& settings, QObject* parent = nullptr);

  const ShellState& state() const { return m_state; }

 Q_SIGNALS:
  void stateChanged();

 private:
  void change(const std::function<void(ShellState&)>& edit);
  void readProvider();
  void readInUse(bool chosen);

  services::ProviderService& m_providers;
  services::RunService& m_runs;
  ShellState m_state;
};

}  // namespace aiagent::ui
