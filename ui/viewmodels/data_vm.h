// DataVm: where everything is kept, copies of it, its health, the log.
#pragma once

#include <functional>
#include <optional>
#include <QObject>
#include <QString>

#include "core/services/profile.h"
#include "core/services/provider_service.h"
#include "core/services/settings_service.h"
#include "ui/viewmodels/settings_actions.h"

namespace aiagent::ui {

struct DataState {
  enum class Check { Never, Running, Sound, Damaged, Failed };

  QString profileFolder, backupFolder, logFolder;
  base::LogLevel logLevel = base::LogLevel::Info;
  bool logLevelFixed = false;  // LOGGING_LEVEL was given to this start
  bool backingUp = false;
  QString backup;  // the copy that was made last, in this session
  Check check = Check::Never;
  std::optional<base::WallTime> checked;
  std::optional<base::Error> error;
  // What opening the profile found: a damaged file, interrupted runs, a network share.
  store::OpenReport report;
  bool copying = false;  // the diagnostics are being gathered

  bool operator==(const DataState& other) const;
};

class DataVm : public QObject {
  Q_OBJECT

 public:
  DataVm(services::Profile& profile, services::SettingsService& settings,
         services::ProviderService& providers, const SettingsActions& actions, QObject* parent = nullptr);
  ~DataVm() override;

  const DataState& state() const { return m_state; }
  const base::Clock& clock() const { return m_profile.clock(); }

  void setLogLevel(base::LogLevel level);
  void backUp();
  // PRAGMA quick_check, on a thread of its own.
  void check();
  // Versions, folders, providers and settings without anything secret: no key, password, prompt or answer.
  void gatherDiagnostics();
  void clearError();

 Q_SIGNALS:
  void stateChanged();
  void diagnosticsGathered(const QString& text);

 private:
  void change(const std::function<void(DataState&)>& edit);
  void readLastCheck();
  void endCheck(const base::Result<void>& sound);
  QString diagnostics(const std::vector<domain::Provider>& providers) const;

  services::Profile& m_profile;
  services::SettingsService& m_settings;
  services::ProviderService& m_providers;
  const SettingsActions& m_actions;
  DataState m_state;
  class CheckThread;
  std::unique_ptr<CheckThread> m_checking;
};

}  // namespace aiagent::ui
