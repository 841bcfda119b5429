#include "ui/pages/deployments/arming_bar.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/action_words.h"
#include "ui/pages/settings/settings_section.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr int kWidest = 80;  // characters

}  // namespace

ArmingBar::ArmingBar(ActionsVm& actions, QWidget* parent) : QWidget(parent), m_actions(actions) {
  followFont(this, [this] { setMaximumWidth(fontMetrics().averageCharWidth() * kWidest); });
  m_sentence = hintLabel({}, this);
  m_name = new QLineEdit(this);
  m_reason = new QLineEdit(this);
  m_reason->setPlaceholderText(tr("kept in the audit log"));
  m_wrong = hintLabel({}, this);
  m_arm = new QPushButton(tr("Arm for 10 Minutes"), this);
  m_arm->setDefault(true);
  auto* cancel = new QPushButton(tr("Cancel"), this);
  auto* form = formLayout(nullptr);
  m_nameLabel = fieldLabel(tr("&Type its name:"), m_name);
  form->addRow(m_nameLabel, m_name);
  form->addRow(fieldLabel(tr("&Reason:"), m_reason), m_reason);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGapRelated);
  buttons->addWidget(m_arm);
  buttons->addWidget(cancel);
  buttons->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addWidget(m_sentence);
  form->addRow(QString(), m_wrong);
  form->addRow(QString(), buttons);
  column->addLayout(form);
  connect(m_arm, &QPushButton::clicked, this, &ArmingBar::arm);
  connect(cancel, &QPushButton::clicked, this, [this] {
    hide();
    Q_EMIT ended();
  });
  for (auto* edit : {m_name, m_reason}) {
    connect(edit, &QLineEdit::returnPressed, this, &ArmingBar::arm);
    connect(edit, &QLineEdit::textChanged, this, &ArmingBar::render);
  }
  hide();
}

void ArmingBar::begin(const QString& environment) {
  m_environment = environment;
  m_name->clear();
  m_reason->clear();
  syncHint(m_wrong, QString());
  const bool production = m_actions.state().isProduction;
  m_nameLabel->setVisible(production);
  m_name->setVisible(production);
  m_sentence->setText(
      production
          ? tr("“%1” is a production environment. While it is armed, what is running in it can "
               "be changed from here.")
                .arg(environment)
          : tr("While “%1” is armed, what is running in it can be changed from here.").arg(environment));
  render();
  show();
  (production ? m_name : m_reason)->setFocus(Qt::OtherFocusReason);
}

void ArmingBar::arm() {
  if (!m_arm->isEnabled()) return;
  if (m_actions.arm(m_name->text(), m_reason->text())) {
    hide();
    return Q_EMIT ended();
  }
  if (m_actions.state().error) syncHint(m_wrong, format::explainAction(*m_actions.state().error).text());
}

void ArmingBar::render() {
  const bool production = m_actions.state().isProduction;
  syncEnabled(m_arm,
              !production || (m_name->text() == m_environment && !m_reason->text().trimmed().isEmpty()));
}

void ArmingBar::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
  hide();
  Q_EMIT ended();
}

}  // namespace aiagent::ui
