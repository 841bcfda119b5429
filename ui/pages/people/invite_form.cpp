#include "ui/pages/people/invite_form.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/sync_words.h"
#include "ui/format/text.h"
#include "ui/pages/settings/field_hint.h"
#include "ui/pages/sync.h"
#include "ui/viewmodels/server_time.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {

QComboBox* roleCombo(QWidget* parent) {
  auto* combo = new QComboBox(parent);
  for (const auto* role : {"admin", "member", "viewer"}) {
    combo->addItem(format::roleName(role), QString::fromLatin1(role));
    combo->setItemData(combo->count() - 1, format::roleHelp(role), Qt::ToolTipRole);
  }
  combo->setCurrentIndex(1);
  return combo;
}

InviteForm::InviteForm(PeopleVm& people, QWidget* parent) : QWidget(parent), m_people(people) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addWidget(sectionTitle(tr("Invite somebody"), this));
  column->addWidget(m_asking = buildAsking());
  column->addWidget(m_made = buildMade());
  connect(&m_people, &PeopleVm::stateChanged, this, &InviteForm::render);
  hide();
  render();
}

QWidget* InviteForm::buildAsking() {
  auto* part = new QWidget(this);
  auto* form = formLayout(nullptr);
  part->setLayout(form);
  form->setContentsMargins(0, 0, 0, 0);
  m_email = new QLineEdit(part);
  m_email->setPlaceholderText(QStringLiteral("ann@example.org"));
  m_email->setAccessibleName(tr("Address"));
  m_role = roleCombo(part);
  m_role->setAccessibleName(tr("Role"));
  m_roleHelp = new FieldHint({}, part);
  m_invite = new QPushButton(tr("Make Invitation"), part);
  auto* cancel = new QPushButton(tr("Cancel"), part);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(m_invite);
  row->addWidget(cancel);
  row->addStretch(1);
  auto* addressLabel = new QLabel(tr("&Address:"), part);
  addressLabel->setBuddy(m_email);
  auto* roleLabel = new QLabel(tr("R&ole:"), part);
  roleLabel->setBuddy(m_role);
  form->addRow(addressLabel, m_email);
  form->addRow(roleLabel, m_role);
  form->addRow(QString(), m_roleHelp);
  form->addRow(QString(), row);
  const auto invite = [this] {
    if (m_invite->isEnabled())
      m_people.invite(m_email->text(), format::utf8(m_role->currentData().toString()));
  };
  connect(m_invite, &QPushButton::clicked, this, invite);
  connect(m_email, &QLineEdit::returnPressed, this, invite);
  connect(m_email, &QLineEdit::textChanged, this, &InviteForm::render);
  connect(m_role, &QComboBox::currentIndexChanged, this, &InviteForm::render);
  connect(cancel, &QPushButton::clicked, this, &InviteForm::end);
  return part;
}

QLineEdit* InviteForm::copied(const QString& name, QWidget* parent, QFormLayout* form) {
  auto* edit = new QLineEdit(parent);
  edit->setReadOnly(true);
  edit->setAccessibleName(name);
  auto* copy = new QPushButton(icon(QStringLiteral("edit-copy")), tr("Copy"), parent);
  copy->setAccessibleName(tr("Copy: %1").arg(name));
  connect(copy, &QPushButton::clicked, this, [edit] { QGuiApplication::clipboard()->setText(edit->text()); });
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(edit, 1);
  row->addWidget(copy);
  auto* label = new QLabel(tr("%1:", "a field's name").arg(name), parent);
  label->setBuddy(edit);
  form->addRow(label, row);
  return edit;
}

QWidget* InviteForm::buildMade() {
  auto* part = new QWidget(this);
  auto* form = formLayout(nullptr);
  part->setLayout(form);
  form->setContentsMargins(0, 0, 0, 0);
  m_link = copied(tr("Link"), part, form);
  m_code = copied(tr("Code"), part, form);
  m_expires = new FieldHint({}, part);
  auto* done = new QPushButton(tr("Done"), part);
  form->addRow(QString(), m_expires);
  form->addRow(QString(), done);
  connect(done, &QPushButton::clicked, this, &InviteForm::end);
  return part;
}

void InviteForm::begin() {
  m_email->clear();
  show();
  m_email->setFocus(Qt::OtherFocusReason);
}

void InviteForm::end() {
  hide();
  m_people.forgetInvitation();
}

void InviteForm::render() {
  const auto& state = m_people.state();
  const auto& made = state.invitation;
  const auto* focus = QApplication::focusWidget();
  const bool goesOn = made && focus && m_asking->isAncestorOf(focus);
  syncVisible(m_asking, !made);
  syncVisible(m_made, made != nullptr);
  if (goesOn)
    m_made->findChild<QPushButton*>()->setFocus(Qt::OtherFocusReason);  // the one that copies the link
  syncText(m_roleHelp, format::roleHelp(format::utf8(m_role->currentData().toString())));
  syncEnabled(m_invite, state.mayManage() && !state.busy && m_email->text().contains(QLatin1Char('@')));
  if (!made) return;
  syncText(m_link, format::text(made->link));
  syncText(m_code, format::text(made->code));
  m_link->setCursorPosition(0);
  syncText(m_expires,
           tr("Give one of them to the person. They are shown only here and now, work once, and end "
              "at %1.")
               .arg(exactServerTime(made->expires)));
}

}  // namespace aiagent::ui
