#include "ui/pages/settings/server_section.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/format/sync_words.h"
#include "ui/format/text.h"
#include "ui/pages/device_list.h"
#include "ui/pages/fit_columns.h"
#include "ui/pages/settings/field_hint.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using format::text;

enum Column { Name, Role, State, kColumns };

constexpr int kRows = 4;
constexpr char kSignOut[] = "sign-out";
constexpr char kKeep[] = "keep";

QVBoxLayout* plainColumn(QWidget* widget) {
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  return column;
}

QLabel* plainLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

ServerSection::ServerSection(ServerVm& server, const SyncVm* sync, const WorkspacesVm* others,
                             QWidget* parent)
    : SettingsSection(tr("Server"), parent), m_server(server), m_sync(sync), m_others(others) {
  m_strip = new MessageStrip(body());
  column()->addWidget(m_strip);
  column()->addWidget(m_signInPart = buildSignIn());
  column()->addWidget(m_connectedPart = buildConnected());
  column()->addStretch(1);
  bind();
  bindStrip();
  render();
}

// ---------------------------------------------------------------- building

QWidget* ServerSection::buildSignIn() {
  auto* part = new QWidget(body());
  auto* column = plainColumn(part);
  column->addWidget(
      hintLabel(tr("A team shares one library through a server. Without one, everything stays on "
                   "this computer. When you sign in, the agents of this library become those of "
                   "your personal workspace there."),
                part));
  auto* form = formLayout(nullptr);
  m_address = new QLineEdit(part);
  m_address->setPlaceholderText(QStringLiteral("https://agents.example.com"));
  m_code = new QLineEdit(part);
  m_code->setPlaceholderText(tr("Not needed with a link"));
  m_addressHint = new FieldHint({}, part);
  m_codeHint = new FieldHint({}, part);
  form->addRow(fieldLabel(tr("&Address or link:"), m_address), m_address);
  form->addRow(QString(), m_addressHint);
  form->addRow(fieldLabel(tr("&Code:"), m_code), m_code);
  form->addRow(QString(), m_codeHint);
  column->addLayout(form);
  m_signIn = new QPushButton(tr("Sign In"), part);
  m_signIn->setDefault(true);
  m_signInHint = hintLabel({}, part);
  column->addWidget(m_signIn, 0, Qt::AlignLeading);
  column->addWidget(m_signInHint);
  return part;
}

QWidget* ServerSection::buildConnected() {
  auto* part = new QWidget(body());
  auto* column = plainColumn(part);
  m_where = plainLabel(part);
  m_who = plainLabel(part);
  auto* form = formLayout(nullptr);
  form->addRow(new QLabel(tr("Server:"), part), m_where);
  form->addRow(new QLabel(tr("Signed in as:"), part), m_who);
  column->addLayout(form);
  m_keyStore = hintLabel({}, part);
  column->addWidget(m_keyStore);
  m_signOut = new QPushButton(tr("Sign Out…"), part);
  column->addWidget(m_signOut, 0, Qt::AlignLeading);
  column->addSpacing(kGapRelated);
  column->addWidget(sectionTitle(tr("Workspaces"), part));
  column->addWidget(buildWorkspaces(part));
  column->addSpacing(kGapRelated);
  column->addWidget(sectionTitle(tr("Your devices"), part));
  m_devices = new DeviceList(tr("Your devices"), part);
  column->addWidget(m_devices);
  return part;
}

QWidget* ServerSection::buildWorkspaces(QWidget* parent) {
  auto* part = new QWidget(parent);
  auto* column = plainColumn(part);
  m_workspaces = new QTreeWidget(part);
  m_workspaces->setAccessibleName(tr("Workspaces"));
  m_workspaces->setColumnCount(kColumns);
  m_workspaces->setHeaderLabels({tr("Name"), tr("Your role"), tr("State")});
  m_workspaces->setRootIsDecorated(false);
  m_workspaces->setUniformRowHeights(true);
  m_workspaces->header()->setStretchLastSection(false);
  m_workspaces->header()->setSectionResizeMode(QHeaderView::Fixed);
  m_workspaces->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
  followFont(m_workspaces, [this] {
    m_workspaces->setFixedHeight((m_workspaces->fontMetrics().height() + kGapRelated) * (kRows + 1));
    fitColumns(m_workspaces, Role);
  });
  m_open = new QPushButton(tr("Open"), part);
  m_newName = new QLineEdit(part);
  m_newName->setPlaceholderText(tr("Name of a new workspace"));
  m_newName->setAccessibleName(tr("Name of a new workspace"));
  m_create = new QPushButton(tr("Make Workspace"), part);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(m_open);
  row->addStretch(1);
  row->addWidget(m_newName, 1);
  row->addWidget(m_create);
  column->addWidget(m_workspaces);
  column->addLayout(row);
  return part;
}

void ServerSection::bind() {
  connect(&m_server, &ServerVm::stateChanged, this, &ServerSection::render);
  if (m_sync) connect(m_sync, &SyncVm::stateChanged, this, &ServerSection::render);
  if (m_others) connect(m_others, &WorkspacesVm::stateChanged, this, &ServerSection::render);
  connect(&m_server, &ServerVm::workspaceCreated, m_newName, &QLineEdit::clear);
  connect(m_address, &QLineEdit::textChanged, &m_server, &ServerVm::setAddress);
  connect(m_code, &QLineEdit::textChanged, &m_server, &ServerVm::setCode);
  for (auto* field : {m_address, m_code})
    connect(field, &QLineEdit::returnPressed, &m_server, &ServerVm::signIn);
  connect(m_signIn, &QPushButton::clicked, &m_server, &ServerVm::signIn);
  connect(m_signOut, &QPushButton::clicked, this, [this] {
    m_asking = true;
    render();
  });
  connect(m_workspaces, &QTreeWidget::itemSelectionChanged, this, &ServerSection::renderWorkspaces);
  const auto open = [this] {
    if (const auto* workspace = chosenWorkspace()) m_server.open(std::string(workspace->id));
  };
  connect(m_open, &QPushButton::clicked, this, open);
  connect(m_workspaces, &QTreeWidget::itemActivated, this, open);
  const auto create = [this] { m_server.createWorkspace(m_newName->text()); };
  connect(m_create, &QPushButton::clicked, this, create);
  connect(m_newName, &QLineEdit::returnPressed, this, create);
  connect(m_newName, &QLineEdit::textChanged, this, &ServerSection::renderWorkspaces);
  connect(m_devices, &DeviceList::signOutWanted, this,
          [this](const QString& id) { m_server.revokeDevice(format::utf8(id)); });
}

void ServerSection::bindStrip() {
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& button) {
    if (std::exchange(m_asking, false)) {
      if (button == QLatin1String(kSignOut)) m_server.signOut();
    } else if (button == QLatin1String(kCopyDetails)) {
      if (m_server.state().error) copyDetails(*m_server.state().error);
    } else if (remedyOf(button) == format::Remedy::TryAgain) {
      m_server.clearError();
      m_server.load();
    } else {
      followRemedy(button);
    }
    render();
  });
  connect(m_strip, &MessageStrip::dismissed, &m_server, &ServerVm::clearError);
}

// Not from inside the change of pages, which takes the focus to the page itself.
void ServerSection::invite(const QString& link) {
  if (m_server.state().identity) return;
  if (!link.isEmpty()) {
    m_address->setText(link);
    m_code->clear();
  }
  QTimer::singleShot(0, this, [this, link] {
    QWidget* next = !link.isEmpty()               ? static_cast<QWidget*>(m_signIn)
                    : m_address->text().isEmpty() ? m_address
                                                  : m_code;
    next->setFocus(Qt::OtherFocusReason);
  });
}

void ServerSection::showEvent(QShowEvent* event) {
  SettingsSection::showEvent(event);
  m_server.load();
}

// ---------------------------------------------------------------- rendering

void ServerSection::render() {
  const bool connected = m_server.state().identity.has_value();
  syncVisible(m_signInPart, !connected);
  syncVisible(m_connectedPart, connected);
  connected ? renderConnected() : renderSignIn();
  renderStrip();
}

void ServerSection::renderSignIn() {
  const auto& state = m_server.state();
  syncText(m_address, state.address);
  syncText(m_code, state.code);
  for (auto* field : {m_address, m_code}) syncEnabled(field, !state.signingIn);
  syncEnabled(m_signIn, !state.signingIn && !state.address.trimmed().isEmpty());
  syncText(m_signIn, state.signingIn ? tr("Signing In…") : tr("Sign In"));
  const auto& error = state.signInError;
  const QString said = error ? format::explain(*error).text() : QString();
  const bool ofCode = error && (error->subject == "code" ||
                                QByteArray::fromStdString(error->providerCode).startsWith("code_"));
  syncHint(m_codeHint, ofCode ? said : QString());
  syncHint(m_addressHint, ofCode ? QString() : said);
  syncHint(m_signInHint, state.hasKeyStore
                             ? QString()
                             : tr("This computer has no key store, so the sign-in ends with the "
                                  "program. For a machine that works by itself, use an access token "
                                  "in AIAGENT_TOKEN."));
}

void ServerSection::renderConnected() {
  const auto& state = m_server.state();
  const auto& identity = *state.identity;
  syncText(m_where, text(identity.origin));
  syncText(m_who, identity.name.empty() || identity.name == identity.email
                      ? text(identity.email)
                      : tr("%1 (%2)", "name, address").arg(text(identity.name), text(identity.email)));
  syncHint(m_keyStore, state.hasKeyStore
                           ? QString()
                           : tr("This computer has no key store: the sign-in ends with the program."));
  syncEnabled(m_signOut, !state.busy);
  m_devices->set(state.devices, m_server.clock().wallNow());
  renderWorkspaces();
}

void ServerSection::renderWorkspaces() {
  const auto& state = m_server.state();
  if (!state.identity) return;
  const auto& all = state.identity->workspaces;
  while (m_workspaces->topLevelItemCount() > int(all.size()))
    delete m_workspaces->takeTopLevelItem(m_workspaces->topLevelItemCount() - 1);
  for (int i = 0; i < int(all.size()); ++i) {
    const auto& workspace = all[std::size_t(i)];
    auto* item = m_workspaces->topLevelItem(i);
    if (!item) item = new QTreeWidgetItem(m_workspaces);
    item->setText(Name, format::workspaceName(workspace.name, workspace.personal));
    item->setText(Role, format::roleName(workspace.role));
    item->setToolTip(Role, format::roleHelp(workspace.role));
    item->setText(State, stateOf(workspace));
  }
  fitColumns(m_workspaces, Role);
  const auto* chosen = chosenWorkspace();
  syncEnabled(m_open, chosen && chosen->id != state.inUse);
  syncEnabled(m_create, !state.busy && !m_newName->text().trimmed().isEmpty());
}

QString ServerSection::stateOf(const services::ServerWorkspace& workspace) const {
  if (workspace.id == m_server.state().inUse) return tr("open");
  const auto* known = m_others ? m_others->state().find(workspace.id) : nullptr;
  return known ? known->words : QString();
}

// "1 edit in Personal, 3 edits in Team"; empty: all is at the server.
QString ServerSection::unsent() const {
  QStringList parts;
  const auto& identity = m_server.state().identity;
  if (m_sync && m_sync->state().pending > 0 && identity)
    for (const auto& one : identity->workspaces)
      if (one.id == m_server.state().inUse)
        parts << editsIn(m_sync->state().pending, format::workspaceName(one.name, one.personal));
  if (const auto others = m_others ? m_others->state().unsent() : QString(); !others.isEmpty())
    parts << others;
  return parts.join(QStringLiteral(", "));
}

const services::ServerWorkspace* ServerSection::chosenWorkspace() const {
  const auto items = m_workspaces->selectedItems();
  const auto& identity = m_server.state().identity;
  if (items.isEmpty() || !identity) return nullptr;
  const int row = m_workspaces->indexOfTopLevelItem(items.first());
  return row >= 0 && row < int(identity->workspaces.size()) ? &identity->workspaces[std::size_t(row)]
                                                            : nullptr;
}

void ServerSection::renderStrip() {
  const auto& state = m_server.state();
  StripMessage message;
  const auto left = unsent();
  if (m_asking && state.identity)
    message = {
        .kind = StripKind::Caution,
        .sentence =
            left.isEmpty()
                ? tr("Sign this computer out? The library stays here; what is not sent yet waits until "
                     "you sign in again with a new invitation.")
                : tr("Sign this computer out? Not sent yet: %1. That stays here, nobody else sees it, "
                     "and it is sent when you sign in again with a new invitation.")
                      .arg(left),
        .buttons = {{QLatin1String(kSignOut), tr("Sign Out")}, {QLatin1String(kKeep), tr("Stay Signed In")}},
        .closable = false};
  else if (state.error)
    message = errorMessage(*state.error);
  syncStrip(m_strip, message);
}

}  // namespace aiagent::ui
