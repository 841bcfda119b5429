// SyncVm: what a person is told of sync, whichever page is shown.
#pragma once

#include <optional>
#include <QObject>
#include <QString>
#include <QTimer>

#include "core/base/clock.h"
#include "core/services/server_account.h"
#include "core/services/sync_service.h"

namespace aiagent::ui {

struct SyncState {
  enum class Kind {
    Local,      // this library is on this computer only
    SignedOut,  // it is a workspace's, and nobody is signed in
    UpToDate,
    Sending,
    Fetching,
    Waiting,
    Offline,
    SignIn,
    Revoked,
    Upgrade
  };
  Kind kind = Kind::Local;
  QString words;      // a few, for the status bar: "Sending 3 edits · oldest 12 min"
  QString sentence;   // whole, for a tooltip and a screen reader
  bool late = false;  // the oldest unsent edit waits for more than ten minutes although the server is there
  std::int64_t pending = 0;
  std::int64_t conflicts = 0, recovered = 0, rejected = 0, lost = 0;
  QString server, workspace, email, role;  // role: "admin", "member", "viewer"
  std::optional<base::WallTime> whole;     // when the library was last whole
  bool live = false;
  std::int64_t cursor = 0, head = 0;

  bool shared() const { return kind != Kind::Local; }
  std::int64_t open() const { return conflicts + recovered + rejected + lost; }
  // Why what is in the library cannot be changed here; empty: it can.
  QString readOnlyReason() const;
  bool operator==(const SyncState&) const = default;
};

class SyncVm : public QObject {
  Q_OBJECT

 public:
  // All of them must outlive it.
  SyncVm(services::SyncService& sync, services::ServerAccount& account, const base::Clock& clock,
         QObject* parent = nullptr);

  const SyncState& state() const { return m_state; }
  const base::Clock& clock() const { return m_clock; }

  void syncNow() { m_sync.syncNow(); }
  void verify() { m_sync.verify(); }
  // Lines "name: value", without content and secrets.
  QString diagnostics() const;

 Q_SIGNALS:
  void stateChanged();

 private:
  void read();

  services::SyncService& m_sync;
  services::ServerAccount& m_account;
  const base::Clock& m_clock;
  SyncState m_state;
  QTimer m_age;  // what waits grows older
};

}  // namespace aiagent::ui
