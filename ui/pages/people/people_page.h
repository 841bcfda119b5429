// PeoplePage: who works in the workspace that is open, and what an administrator may do about it.
#pragma once

#include <functional>

#include "ui/pages/page.h"
#include "ui/viewmodels/people_vm.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTreeWidget;
class QVBoxLayout;

namespace aiagent::ui {

class DeviceList;
class EmptyState;
class InviteForm;
class MessageStrip;
class SyncVm;

// All of it must outlive the page.
struct PeoplePageSetup {
  services::PeopleService& people;
  services::ServerAccount& account;
  const base::Clock& clock;
  SyncVm* sync = nullptr;  // null: nothing is said of what waits to be sent
};

class PeoplePage : public Page {
  Q_OBJECT

 public:
  explicit PeoplePage(PeoplePageSetup setup, QWidget* parent = nullptr);

  QList<QWidget*> panes() const override;
  PeopleVm& people() { return m_people; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  void buildHead(QVBoxLayout* column);
  QWidget* buildBody();
  void buildMembers(QVBoxLayout* column);
  QBoxLayout* buildActions(QWidget* parent);
  void buildInvites(QVBoxLayout* column);
  void bind();
  void bindActions();
  void render();
  void renderEmpty();
  void renderHead();
  void renderMembers();
  void renderActions();
  void renderInvites();
  void renderAudit();
  void renderStrip();
  // Asks in the strip; `act` follows where the person agrees.
  void ask(const QString& sentence, const QString& button, std::function<void()> act);
  const services::Member* selected() const;
  QString removalQuestion(const services::Member& member) const;

  PeopleVm m_people;
  const SyncVm* m_sync;
  QStackedWidget* m_stack = nullptr;
  QScrollArea* m_scroll = nullptr;
  EmptyState* m_empty = nullptr;
  MessageStrip* m_strip = nullptr;
  QLabel* m_title = nullptr;
  QLabel* m_off = nullptr;
  QPushButton* m_invite = nullptr;
  InviteForm* m_form = nullptr;
  QTreeWidget* m_members = nullptr;
  QComboBox* m_role = nullptr;
  QPushButton* m_changeRole = nullptr;
  QPushButton* m_suspend = nullptr;
  QPushButton* m_remove = nullptr;
  QLabel* m_devicesTitle = nullptr;
  DeviceList* m_devices = nullptr;
  QWidget* m_invitesPart = nullptr;
  QTreeWidget* m_invites = nullptr;
  QPushButton* m_withdraw = nullptr;
  QWidget* m_auditPart = nullptr;
  QTreeWidget* m_audit = nullptr;
  QString m_question, m_answer;
  std::function<void()> m_act;
  std::string m_roleOf;  // whose role the box shows
};

}  // namespace aiagent::ui
