// NetworkVm: proxy and certificates. Edited as a form, applied as a whole; what was typed waits until then.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/services/provider_service.h"
#include "core/services/settings_service.h"
#include "ui/viewmodels/settings_actions.h"

namespace aiagent::ui {

struct CertificateRow {
  QString path;
  QString owners;   // whom its certificates belong to; empty when it cannot be used
  QString problem;  // why it cannot be used
  bool operator==(const CertificateRow&) const = default;
};

struct NetworkState {
  enum class Test { Idle, Running, Passed, Failed };

  NetworkForm form;
  QString hostProblem, portProblem, bypassProblem;
  std::vector<CertificateRow> certificates;
  bool hasPassword = false;              // one is kept for the proxy in the form
  bool passwordAskedAgain = false;       // the one that is kept is another proxy's
  bool passwordTyped = false;            // one waits for apply()
  std::optional<bool> passwordSurvives;  // how it was kept last
  bool dirty = false;
  bool applying = false;
  bool applied = false;  // the last apply() succeeded, and nothing was changed since
  Test test = Test::Idle;
  QString tested;                    // the provider that was asked
  std::optional<base::Error> error;  // of apply() or of the test

  bool operator==(const NetworkState&) const = default;
  bool canApply() const {
    return (dirty || passwordTyped) && !applying && hostProblem.isEmpty() && portProblem.isEmpty() &&
           bypassProblem.isEmpty();
  }
};

class NetworkVm : public QObject {
  Q_OBJECT

 public:
  NetworkVm(services::SettingsService& settings, services::ProviderService& providers,
            const SettingsActions& actions, QObject* parent = nullptr);
  ~NetworkVm() override;

  const NetworkState& state() const { return m_state; }

  void start();
  void edit(const std::function<void(NetworkForm&)>& edit);
  void typePassword(const QString& password);
  void forgetPassword();
  void addCertificate(const QString& path);
  void removeCertificate(int row);
  void apply();
  void discard();
  // Asks the provider in use for its models through the network as it is applied now; applies first when
  // needed.
  void test();
  void cancelTest();  // nothing to do when none runs
  void clearMessages();

 Q_SIGNALS:
  void stateChanged();
  void passwordTaken();  // its field is to be emptied

 private:
  void change(const std::function<void(NetworkState&)>& edit);
  void derive(NetworkState& state) const;
  CertificateRow certificateRow(const std::string& path) const;
  void applyThen(std::function<void()> then);
  static NetworkForm formToApply(NetworkForm form);
  void applyForm(const NetworkForm& form, const std::function<void()>& then);
  void keepPassword(const NetworkForm& form, std::function<void()> then);
  void findPassword(const NetworkForm& form, std::function<void()> then);
  void runTest();
  void dropTest();
  void fail(const base::Error& error);

  services::SettingsService& m_settings;
  services::ProviderService& m_providers;
  const SettingsActions& m_actions;
  NetworkState m_state;
  NetworkForm m_kept;
  base::SecretString m_password;  // typed, not applied
  std::string m_passwordOrigin;   // of the proxy whose password is known to be kept
  int m_testGeneration = 0;
  std::unique_ptr<services::ModelQuery> m_testQuery;
};

}  // namespace aiagent::ui
