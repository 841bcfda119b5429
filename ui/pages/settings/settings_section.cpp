#include "ui/pages/settings/settings_section.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/pages/settings/field_hint.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/mnemonic.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr int kWidestColumn = 88;  // characters

// What a field is called by the label before it.
QString nameOf(const QString& label) {
  QString name = withoutMnemonic(label);
  if (name.endsWith(QLatin1Char(':')) || name.endsWith(QChar(u'：'))) name.chop(1);
  return name;
}

}  // namespace

SettingsSection::SettingsSection(const QString& title, QWidget* parent)
    : QScrollArea(parent), m_body(new QWidget(this)), m_column(new QVBoxLayout) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setAccessibleName(title);
  setFocusPolicy(Qt::NoFocus);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(kGapRelated);
  m_column->addWidget(pageTitle(title, m_body));
  m_column->addSpacing(kGapRelated);
  auto* inner = new QWidget(m_body);
  inner->setLayout(m_column);
  followFont(inner, [this, inner] {
    if (!m_wide) inner->setMaximumWidth(inner->fontMetrics().averageCharWidth() * kWidestColumn);
  });
  inner->setObjectName(QStringLiteral("column"));
  auto* row = new QHBoxLayout(m_body);
  row->setContentsMargins(kPageMargin, kGapGroups, kPageMargin, kPageMargin);
  row->addWidget(inner, 1);
  row->addStretch(0);
  row->setAlignment(inner, Qt::Alignment());
  setWidget(m_body);
}

void SettingsSection::addHeadButtons(const QList<QWidget*>& buttons) {
  auto* title = m_column->itemAt(0)->widget();
  m_column->removeWidget(title);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(title);
  row->addStretch(1);
  for (auto* button : buttons) row->addWidget(button);
  m_column->insertLayout(0, row);
}

StripMessage SettingsSection::errorHere(const base::Error& error, format::Remedy here) {
  auto message = errorMessage(error);
  std::erase_if(message.buttons, [here](const StripButton& button) { return remedyOf(button.id) == here; });
  return message;
}

bool SettingsSection::followRemedy(const QString& buttonId) {
  switch (remedyOf(buttonId)) {
    case format::Remedy::OpenProviderSettings:
      Q_EMIT sectionRequested(QStringLiteral("providers"));
      return true;
    case format::Remedy::OpenNetworkSettings: Q_EMIT sectionRequested(QStringLiteral("network")); return true;
    case format::Remedy::OpenProfileFolder: Q_EMIT sectionRequested(QStringLiteral("data")); return true;
    default: return false;
  }
}

QFormLayout* SettingsSection::form() {
  if (m_form) return m_form;
  m_form = formLayout(nullptr);
  m_column->addLayout(m_form);
  return m_form;
}

QFormLayout* SettingsSection::addGroup(const QString& title) {
  if (title.isEmpty()) return form();
  auto* heading = sectionTitle(title, m_body);
  heading->setContentsMargins(0, form()->rowCount() > 0 ? kGapRelated : 0, 0, 0);
  form()->addRow(heading);
  return form();
}

QLabel* SettingsSection::addHint(QFormLayout* form, const QString& text) {
  auto* hint = new FieldHint(text, m_body);
  form->addRow(QString(), hint);
  if (text.isEmpty()) hint->hide();
  return hint;
}

void SettingsSection::useWholeWidth() {
  m_wide = true;
  if (auto* inner = m_body->findChild<QWidget*>(QStringLiteral("column")))
    inner->setMaximumWidth(QWIDGETSIZE_MAX);
}

void syncRow(QFormLayout* form, QWidget* field, bool visible) {
  if (form->isRowVisible(field) != visible) form->setRowVisible(field, visible);
}

QLabel* fieldLabel(const QString& text, QWidget* field) {
  auto* label = new QLabel(text, field->parentWidget());
  label->setBuddy(field);
  if (field->accessibleName().isEmpty()) field->setAccessibleName(nameOf(text));
  return label;
}

}  // namespace aiagent::ui
