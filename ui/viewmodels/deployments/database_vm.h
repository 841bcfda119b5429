// DatabaseVm: how the database of the server does, asked for while somebody looks.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <QObject>
#include <QTimer>

#include "core/domain/database_report.h"
#include "core/services/ops_service.h"
#include "core/services/server_account.h"

namespace aiagent::ui {

struct DatabaseState {
  enum class Access {
    NotSignedIn,
    Loading,
    Ready,
    NotForYou,   // the operator did not grant it to this person
    NotOffered,  // the server has no such thing
    Failed,      // nothing was read yet, and `error` says why
  };
  Access access = Access::NotSignedIn;
  std::optional<domain::DatabaseReport> report;  // kept when a later reading fails
  domain::DatabaseVerdict verdict;
  base::WallTime readAt{};           // by this computer's clock
  std::optional<base::Error> error;  // of the last reading
  bool operator==(const DatabaseState&) const = default;
};

class DatabaseVm : public QObject {
  Q_OBJECT

 public:
  // All must outlive it. `pause`: between two readings.
  DatabaseVm(services::OpsService& ops, services::ServerAccount& account, const base::Clock& clock,
             std::chrono::milliseconds pause = std::chrono::seconds(30), QObject* parent = nullptr);

  const DatabaseState& state() const { return m_state; }
  const base::Clock& clock() const { return m_clock; }
  // Of the server that is asked; empty: nobody is signed in.
  std::string origin() const;
  // Reads at once and then again and again, until it is hidden.
  void setShown(bool shown);
  void refresh();

 Q_SIGNALS:
  void stateChanged();

 private:
  void readAccount();
  void take(base::Result<domain::DatabaseReport> report);
  void change(const std::function<void(DatabaseState&)>& edit);

  services::OpsService& m_ops;
  services::ServerAccount& m_account;
  const base::Clock& m_clock;
  DatabaseState m_state;
  QTimer m_pause;
  std::string m_who;  // whom the state is about
  int m_asked = 0;    // readings of somebody who was signed in before are not taken
  bool m_reading = false;
  bool m_shown = false;
};

}  // namespace aiagent::ui
