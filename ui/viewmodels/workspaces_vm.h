// WorkspacesVm: what a person is told of the workspaces that are not open: what waits there, and what went
// wrong.
#pragma once

#include <optional>
#include <QObject>
#include <QString>
#include <QTimer>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace aiagent::services {
class OtherWorkspaces;
class ServerAccount;
struct WorkspaceStatus;
}  // namespace aiagent::services

namespace aiagent::ui {

struct WorkspaceState {
  std::string id;
  QString name;
  QString words;           // a few: "3 edits to be sent · oldest 12 min"; empty: nothing is to be said of it
  bool attention = false;  // something waits for the person, or went wrong
  bool late = false;       // an edit waits for more than ten minutes although the server is there
  std::int64_t pending = 0;
  std::int64_t open = 0;  // in its inbox
  bool operator==(const WorkspaceState&) const = default;
};

// The one that the status bar names, beside the sync of the workspace that is open.
struct WorkspaceNotice {
  std::string id;       // empty: there is nothing to say
  bool member = false;  // else it cannot be opened
  QString words;        // "3 edits wait in Team · oldest 12 min"
  QString sentence;     // whole, for a tooltip and a screen reader
  bool late = false;
  bool operator==(const WorkspaceNotice&) const = default;
};

// "3 edits in Team".
QString editsIn(std::int64_t pending, const QString& workspace);

struct WorkspacesState {
  std::vector<WorkspaceState> others;
  WorkspaceNotice notice;
  const WorkspaceState* find(const std::string& id) const;
  // "2 edits in Personal, 1 edit in Team": what is not sent there; empty: nothing.
  QString unsent() const;
  bool operator==(const WorkspacesState&) const = default;
};

class WorkspacesVm : public QObject {
  Q_OBJECT

 public:
  // All of them must outlive it.
  WorkspacesVm(services::OtherWorkspaces& others, services::ServerAccount& account, const base::Clock& clock,
               QObject* parent = nullptr);

  const WorkspacesState& state() const { return m_state; }

 Q_SIGNALS:
  void stateChanged();

 private:
  void read();

  services::OtherWorkspaces& m_others;
  services::ServerAccount& m_account;
  const base::Clock& m_clock;
  WorkspacesState m_state;
  QTimer m_age;  // what waits grows older
};

}  // namespace aiagent::ui
