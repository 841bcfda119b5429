#include "ui/pages/people/people_page.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/format/sync_words.h"
#include "ui/format/text.h"
#include "ui/pages/device_list.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/fit_columns.h"
#include "ui/pages/people/invite_form.h"
#include "ui/pages/sync.h"
#include "ui/viewmodels/server_time.h"
#include "ui/viewmodels/sync_vm.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using format::text;
using services::Member;
using Access = PeopleState::Access;

enum MemberColumn { Name, Address, Role, Seen, Devices, State, kMemberColumns };
enum InviteColumn { InviteAddress, InviteRole, Expires, kInviteColumns };
enum AuditColumn { What, By, When, kAuditColumns };

constexpr int kWidest = 130;  // characters
constexpr int kIdRole = Qt::UserRole;
constexpr char kYes[] = "yes";

QTreeWidget* table(const QString& name, const QStringList& headers, int rows, QWidget* parent) {
  auto* list = new QTreeWidget(parent);
  list->setAccessibleName(name);
  list->setColumnCount(int(headers.size()));
  list->setHeaderLabels(headers);
  list->setRootIsDecorated(false);
  list->setUniformRowHeights(true);
  list->header()->setStretchLastSection(false);
  list->header()->setSectionResizeMode(QHeaderView::Fixed);
  list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  followFont(list, [list, rows] {
    list->setFixedHeight((list->fontMetrics().height() + kGapRelated) * (rows + 1));
    fitColumns(list, 1);
  });
  return list;
}

void fitRows(QTreeWidget* list, std::size_t count) {
  while (list->topLevelItemCount() > int(count)) delete list->takeTopLevelItem(list->topLevelItemCount() - 1);
  while (list->topLevelItemCount() < int(count)) new QTreeWidgetItem(list);
}

QString nameOf(const Member& member) {
  return text(member.name.empty() ? member.email : member.name);
}

}  // namespace

PeoplePage::PeoplePage(PeoplePageSetup setup, QWidget* parent)
    : Page(parent), m_people(setup.people, setup.account, setup.clock), m_sync(setup.sync) {
  build();
  bind();
  bindActions();
  render();
}

// ---------------------------------------------------------------- building

void PeoplePage::build() {
  setAccessibleName(tr("People"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_strip = new MessageStrip(this);
  m_stack = new QStackedWidget(this);
  m_scroll = new QScrollArea(m_stack);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setWidget(buildBody());
  m_empty = new EmptyState(m_stack);
  m_stack->addWidget(m_scroll);
  m_stack->addWidget(m_empty);
  column->addWidget(m_strip);
  column->addWidget(m_stack, 1);
  setFirst(m_members);
}

QWidget* PeoplePage::buildBody() {
  auto* ground = new QWidget(this);
  auto* inner = new QWidget(ground);
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  followFont(inner, [inner] { inner->setMaximumWidth(inner->fontMetrics().averageCharWidth() * kWidest); });
  buildHead(column);
  buildMembers(column);
  buildInvites(column);
  m_auditPart = new QWidget(inner);
  auto* audit = new QVBoxLayout(m_auditPart);
  audit->setContentsMargins(0, kGapRelated, 0, 0);
  audit->setSpacing(kGapRelated);
  audit->addWidget(sectionTitle(tr("What was done"), m_auditPart));
  m_audit = table(tr("What was done"), {tr("What"), tr("By"), tr("When")}, 6, m_auditPart);
  audit->addWidget(m_audit);
  column->addWidget(m_auditPart);
  column->addStretch(1);
  auto* row = new QHBoxLayout(ground);
  row->setContentsMargins(kPageMargin, kGapGroups, kPageMargin, kPageMargin);
  row->addWidget(inner, 1);
  row->addStretch(0);
  return ground;
}

void PeoplePage::buildHead(QVBoxLayout* column) {
  m_title = pageTitle({}, this);
  m_title->setTextFormat(Qt::PlainText);
  m_invite = new QPushButton(icon(QStringLiteral("list-add-user")), tr("Invite…"), this);
  auto* row = new QHBoxLayout;
  row->addWidget(m_title, 1);
  row->addWidget(m_invite);
  column->addLayout(row);
  m_off = hintLabel({}, this);
  column->addWidget(m_off);
  m_form = new InviteForm(m_people, this);
  column->addWidget(m_form);
}

void PeoplePage::buildMembers(QVBoxLayout* column) {
  auto* parent = column->parentWidget();
  m_members =
      table(tr("Members"),
            {tr("Name"), tr("Address"), tr("Role"), tr("Last seen"), tr("Devices"), tr("State")}, 7, parent);
  m_members->headerItem()->setTextAlignment(Devices, Qt::AlignTrailing | Qt::AlignVCenter);
  column->addWidget(m_members);
  column->addLayout(buildActions(parent));
  m_devicesTitle = sectionTitle({}, parent);
  m_devicesTitle->setContentsMargins(0, kGapRelated, 0, 0);
  m_devices = new DeviceList(tr("Devices of this member"), parent);
  column->addWidget(m_devicesTitle);
  column->addWidget(m_devices);
}

QBoxLayout* PeoplePage::buildActions(QWidget* parent) {
  m_role = roleCombo(parent);
  m_role->setAccessibleName(tr("Role of this member"));
  m_changeRole = new QPushButton(tr("Change Role…"), parent);
  m_suspend = new QPushButton(tr("Suspend…"), parent);
  m_remove = new QPushButton(tr("Remove…"), parent);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  for (QWidget* widget : {static_cast<QWidget*>(m_role), static_cast<QWidget*>(m_changeRole),
                          static_cast<QWidget*>(m_suspend), static_cast<QWidget*>(m_remove)})
    row->addWidget(widget);
  row->addStretch(1);
  return row;
}

void PeoplePage::buildInvites(QVBoxLayout* column) {
  m_invitesPart = new QWidget(column->parentWidget());
  auto* part = new QVBoxLayout(m_invitesPart);
  part->setContentsMargins(0, kGapRelated, 0, 0);
  part->setSpacing(kGapRelated);
  part->addWidget(sectionTitle(tr("Invitations that wait"), m_invitesPart));
  m_invites = table(tr("Invitations that wait"), {tr("Address"), tr("Role"), tr("Ends")}, 3, m_invitesPart);
  m_withdraw = new QPushButton(tr("Withdraw…"), m_invitesPart);
  part->addWidget(m_invites);
  part->addWidget(m_withdraw, 0, Qt::AlignLeading);
  column->addWidget(m_invitesPart);
}

void PeoplePage::bind() {
  connect(&m_people, &PeopleVm::stateChanged, this, &PeoplePage::render);
  connect(m_invite, &QPushButton::clicked, m_form, &InviteForm::begin);
  connect(m_members, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
    m_act = nullptr;
    if (item) m_people.select(format::utf8(item->data(0, kIdRole).toString()));
  });
  connect(m_invites, &QTreeWidget::itemSelectionChanged, this, &PeoplePage::renderInvites);
  connect(m_empty, &EmptyState::stepTaken, this, [this] {
    if (m_people.state().access == Access::NotConnected)
      Q_EMIT pageRequested(QStringLiteral("settings"), QStringLiteral("server"));
    else
      m_people.load();
  });
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& button) {
    const auto act = std::exchange(m_act, nullptr);
    if (act && button == QLatin1String(kYes)) act();
    if (button == QLatin1String(kCopyDetails) && m_people.state().error) copyDetails(*m_people.state().error);
    if (remedyOf(button) == format::Remedy::TryAgain) m_people.clearError();
    render();
  });
  connect(m_strip, &MessageStrip::dismissed, &m_people, &PeopleVm::clearError);
}

void PeoplePage::bindActions() {
  connect(m_role, &QComboBox::currentIndexChanged, this, &PeoplePage::renderActions);
  connect(m_changeRole, &QPushButton::clicked, this, [this] {
    const auto* member = selected();
    if (!member) return;
    const auto role = format::utf8(m_role->currentData().toString());
    ask(tr("Make %1 “%2”? %3").arg(nameOf(*member), format::roleName(role), format::roleHelp(role)),
        tr("Change Role"), [this, user = member->user, role] { m_people.changeRole(user, role); });
  });
  connect(m_suspend, &QPushButton::clicked, this, [this] {
    const auto* member = selected();
    if (!member) return;
    const auto act = [this, user = member->user, out = !member->suspended] {
      m_people.setSuspended(user, out);
    };
    if (member->suspended) return ask(tr("Let %1 in again?").arg(nameOf(*member)), tr("Let In"), act);
    ask(tr("Keep %1 out, at once? What they wrote stays; they can be let in again.").arg(nameOf(*member)),
        tr("Suspend"), act);
  });
  connect(m_remove, &QPushButton::clicked, this, [this] {
    const auto* member = selected();
    if (!member) return;
    ask(removalQuestion(*member), tr("Remove"), [this, user = member->user] { m_people.remove(user); });
  });
  connect(m_withdraw, &QPushButton::clicked, this, [this] {
    const auto* item = m_invites->currentItem();
    if (!item) return;
    ask(tr("Withdraw the invitation of %1? Its code is worth nothing then.").arg(item->text(InviteAddress)),
        tr("Withdraw"),
        [this, id = format::utf8(item->data(0, kIdRole).toString())] { m_people.withdraw(id); });
  });
  connect(m_devices, &DeviceList::signOutWanted, this,
          [this](const QString& id) { m_people.revokeDevice(m_people.state().selected, format::utf8(id)); });
}

void PeoplePage::ask(const QString& sentence, const QString& button, std::function<void()> act) {
  m_question = sentence;
  m_answer = button;
  m_act = std::move(act);
  renderStrip();
}

void PeoplePage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_people.load();
}

const Member* PeoplePage::selected() const {
  return m_people.state().member(m_people.state().selected);
}

QList<QWidget*> PeoplePage::panes() const {
  return {m_members, m_devices, m_invitesPart, m_auditPart};
}

// ---------------------------------------------------------------- rendering

void PeoplePage::render() {
  const auto& state = m_people.state();
  const bool lists = !state.members.empty();
  QWidget* shown = lists ? static_cast<QWidget*>(m_scroll) : m_empty;
  if (m_stack->currentWidget() != shown) m_stack->setCurrentWidget(shown);
  renderEmpty();
  renderHead();
  renderMembers();
  renderActions();
  renderInvites();
  renderAudit();
  renderStrip();
}

void PeoplePage::renderEmpty() {
  const auto& state = m_people.state();
  switch (state.access) {
    case Access::NotConnected:
      return m_empty->set(
          QStringLiteral("system-users"), tr("Not shared yet"),
          tr("Sign in at a server to share it with others. Members of the workspace then stand "
             "here."),
          tr("Sign In at a Server…"));
    case Access::Failed:
      return m_empty->set(QStringLiteral("network-disconnect"), tr("People are not to be seen now"),
                          state.accessError ? format::explain(*state.accessError).text() : QString(),
                          tr("Try Again"));
    default: return m_empty->set(QStringLiteral("system-users"), tr("Asking the server…"), QString());
  }
}

void PeoplePage::renderHead() {
  const auto& state = m_people.state();
  syncText(m_title, tr("People in %1").arg(state.workspace));
  const auto why = state.offReason();
  syncHint(m_off, why);
  syncEnabled(m_invite, state.mayManage() && !state.busy);
  m_invite->setToolTip(why);
  if (!state.mayManage()) m_form->hide();
}

void PeoplePage::renderMembers() {
  const auto& state = m_people.state();
  const QSignalBlocker quiet(m_members);
  fitRows(m_members, state.members.size());
  const auto now = m_people.clock().wallNow();
  for (int i = 0; i < int(state.members.size()); ++i) {
    const auto& member = state.members[std::size_t(i)];
    auto* item = m_members->topLevelItem(i);
    item->setData(0, kIdRole, text(member.user));
    item->setText(Name, member.user == state.self ? tr("%1 (you)").arg(nameOf(member)) : nameOf(member));
    item->setIcon(Name, icon(member.suspended ? QStringLiteral("lock") : QStringLiteral("im-user")));
    item->setText(Address, text(member.email));
    item->setText(Role, format::roleName(member.role));
    item->setToolTip(Role, format::roleHelp(member.role));
    item->setText(Seen, member.lastSeen.empty() ? tr("never") : relativeServerTime(member.lastSeen, now));
    item->setToolTip(Seen, exactServerTime(member.lastSeen));
    item->setText(Devices, QString::number(member.devices));
    item->setTextAlignment(Devices, Qt::AlignTrailing | Qt::AlignVCenter);
    item->setText(State, member.suspended ? tr("suspended") : QString());
    if (member.user == state.selected && m_members->currentItem() != item) m_members->setCurrentItem(item);
  }
  fitColumns(m_members, 1);
  const bool mine = state.selected == state.self;
  const auto* member = selected();
  const bool devices = member && (state.mayManage() || mine) && state.access == Access::Ready;
  syncVisible(m_devicesTitle, devices);
  syncVisible(m_devices, devices);
  if (!devices) return;
  syncText(m_devicesTitle, mine ? tr("Your devices") : tr("Devices of %1").arg(nameOf(*member)));
  m_devices->set(state.devices, now);
}

// Who leaves does not send any more what this computer still has.
QString PeoplePage::removalQuestion(const services::Member& member) const {
  if (member.user != m_people.state().self)
    return tr("Remove %1 from the workspace? What they wrote stays; to come back they need a new invitation.")
        .arg(nameOf(member));
  const auto pending = m_sync ? m_sync->state().pending : 0;
  const auto question =
      tr("Leave the workspace? What you wrote stays there; to come back you need a new invitation.");
  if (pending == 0) return question;
  const auto kept =
      pending == 1
          ? tr("1 edit of yours is not sent yet: it stays on this computer, and the others never get it.")
          : tr("%n edits of yours are not sent yet: they stay on this computer, and the others never "
               "get them.",
               nullptr, int(pending));
  return question + QLatin1Char(' ') + kept;
}

void PeoplePage::renderActions() {
  const auto& state = m_people.state();
  const auto* member = selected();
  // The box follows the member; what is chosen in it stays until another one is looked at.
  if (member && m_roleOf != member->user + member->role) {
    m_roleOf = member->user + member->role;
    syncIndex(m_role, m_role->findData(text(member->role)));
  }
  const bool may = state.mayManage() && !state.busy && member;
  const auto why = state.offReason();
  const bool other = member && format::utf8(m_role->currentData().toString()) != member->role;
  const bool self = member && member->user == state.self;
  syncEnabled(m_role, may);
  syncEnabled(m_changeRole, may && other);
  syncEnabled(m_suspend, may && !self);
  syncEnabled(m_remove, may);
  syncText(m_suspend, member && member->suspended ? tr("Let In…") : tr("Suspend…"));
  for (QWidget* widget : {static_cast<QWidget*>(m_role), static_cast<QWidget*>(m_changeRole),
                          static_cast<QWidget*>(m_suspend), static_cast<QWidget*>(m_remove)})
    widget->setToolTip(why);
  if (self && may) m_suspend->setToolTip(tr("You cannot keep yourself out."));
}

void PeoplePage::renderInvites() {
  const auto& state = m_people.state();
  syncVisible(m_invitesPart, state.mayManage() && !state.invites.empty());
  fitRows(m_invites, state.invites.size());
  for (int i = 0; i < int(state.invites.size()); ++i) {
    const auto& invite = state.invites[std::size_t(i)];
    auto* item = m_invites->topLevelItem(i);
    item->setData(0, kIdRole, text(invite.id));
    item->setText(InviteAddress, text(invite.email));
    item->setText(InviteRole, format::roleName(invite.role));
    item->setText(Expires, exactServerTime(invite.expires));
  }
  fitColumns(m_invites, 1);
  syncEnabled(m_withdraw, state.mayManage() && !state.busy && !m_invites->selectedItems().isEmpty());
}

void PeoplePage::renderAudit() {
  const auto& state = m_people.state();
  syncVisible(m_auditPart, state.mayManage() && !state.audit.empty());
  fitRows(m_audit, state.audit.size());
  const auto now = m_people.clock().wallNow();
  for (int i = 0; i < int(state.audit.size()); ++i) {
    const auto& entry = state.audit[std::size_t(i)];
    auto* item = m_audit->topLevelItem(i);
    item->setText(What, format::auditSentence(entry.action, entry.subject));
    item->setText(By, text(entry.by));
    item->setText(When, relativeServerTime(entry.at, now));
    item->setToolTip(When, exactServerTime(entry.at));
  }
  fitColumns(m_audit, 1);
}

void PeoplePage::renderStrip() {
  const auto& state = m_people.state();
  StripMessage message;
  if (m_act)
    message = {.kind = StripKind::Caution,
               .sentence = m_question,
               .buttons = {{QLatin1String(kYes), m_answer}, {QStringLiteral("no"), tr("Leave It")}},
               .closable = false};
  else if (state.error)
    message = errorMessage(*state.error);
  else if (state.access == Access::Failed && state.accessError && !state.members.empty())
    message = errorMessage(*state.accessError, false);
  syncStrip(m_strip, message);
}

}  // namespace aiagent::ui
