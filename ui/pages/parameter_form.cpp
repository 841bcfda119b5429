#include "ui/pages/parameter_form.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/domain/parameters.h"
#include "ui/format/names.h"
#include "ui/format/text.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

void colour(QLabel* label, const QColor& text) {
  QPalette palette = label->palette();
  palette.setColor(QPalette::WindowText, text);
  label->setPalette(palette);
}

}  // namespace

ParameterForm::ParameterForm(AgentVm& agent, QWidget* parent)
    : QWidget(parent),
      m_agent(agent),
      m_grid(new QGridLayout),
      m_add(new QToolButton(this)),
      m_none(hintLabel(tr("No parameter is set, so none is sent: the model uses its own defaults."), this)),
      m_name(new QLineEdit(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addWidget(m_none);
  column->addLayout(m_grid);
  auto* row = new QHBoxLayout;
  row->addWidget(m_add);
  row->addWidget(m_name, 1);
  row->addStretch(1);
  column->addLayout(row);
  column->addStretch(1);
  m_grid->setHorizontalSpacing(kGapRelated);
  m_grid->setVerticalSpacing(kGapInside);
  m_grid->setColumnStretch(1, 1);
  m_add->setText(tr("Add parameter") + QStringLiteral(" \u25be"));
  m_add->setIcon(icon(QStringLiteral("list-add")));
  m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_add->setPopupMode(QToolButton::InstantPopup);
  m_add->setFocusPolicy(Qt::StrongFocus);
  m_add->setMenu(new QMenu(m_add));
  m_add->setAccessibleName(tr("Add parameter"));
  m_name->setPlaceholderText(tr("Name of the parameter, then Return"));
  m_name->setAccessibleName(tr("Name of the parameter"));
  m_name->hide();
  connect(m_add->menu(), &QMenu::aboutToShow, this, &ParameterForm::fillMenu);
  connect(m_name, &QLineEdit::returnPressed, this, [this] {
    if (!m_name->text().trimmed().isEmpty()) m_agent.addParameter(format::utf8(m_name->text().trimmed()));
    m_name->clear();
    m_name->hide();
  });
  connect(&m_agent, &AgentVm::stateChanged, this, &ParameterForm::render);
  render();
}

void ParameterForm::fillMenu() {
  auto* menu = m_add->menu();
  menu->clear();
  menu->setToolTipsVisible(true);
  for (const auto& spec : domain::knownParameters()) {
    const std::string name(spec.name);
    auto* action = menu->addAction(format::text(name), this, [this, name] {
      m_agent.addParameter(name);
      focusParameter(format::text(name));
    });
    action->setToolTip(format::parameterHelp(format::text(name)));
    action->setEnabled(!m_rows.contains(name));
  }
  menu->addSeparator();
  menu->addAction(tr("Another…"), this, &ParameterForm::askForName);
}

void ParameterForm::askForName() {
  m_name->show();
  m_name->setFocus(Qt::OtherFocusReason);
}

bool ParameterForm::focusParameter(const QString& name) {
  const auto row = m_rows.find(format::utf8(name));
  if (row == m_rows.end()) return false;
  row->second.field->setFocus(Qt::OtherFocusReason);
  if (auto* line = lineOf(row->second.field)) line->selectAll();
  return true;
}

void ParameterForm::render() {
  const auto& fields = m_agent.state().parameters;
  std::vector<std::string> names;
  for (const auto& field : fields) names.push_back(field.name);
  if (names != m_names) rebuildRows();
  for (const auto& field : fields) renderRow(m_rows.at(field.name), field);
  m_none->setVisible(fields.empty());
  m_add->setEnabled(m_agent.state().loaded);
}

// Rows that stay keep their widgets, and with them focus and cursor.
void ParameterForm::rebuildRows() {
  const auto& fields = m_agent.state().parameters;
  std::map<std::string, Row> rows;
  m_names.clear();
  int at = 0;
  for (const auto& field : fields) {
    const auto old = m_rows.find(field.name);
    Row row = old != m_rows.end() ? old->second : buildRow(field, at);
    if (old != m_rows.end()) m_rows.erase(old);
    m_grid->addWidget(row.label, at, 0);
    m_grid->addWidget(row.field, at, 1);
    m_grid->addWidget(row.remove, at, 2);
    m_grid->addWidget(row.problem, at + 1, 1, 1, 2);
    at += 2;
    m_names.push_back(field.name);
    rows.emplace(field.name, row);
  }
  for (auto& [name, row] : m_rows)
    for (QWidget* widget : std::initializer_list<QWidget*>{row.label, row.field, row.remove, row.problem}) {
      widget->hide();
      widget->deleteLater();
    }
  m_rows = std::move(rows);
  QWidget* before = m_add;
  for (const auto& name : m_names) {
    const auto& row = m_rows.at(name);
    setTabOrder(before, row.field);
    setTabOrder(row.field, row.remove);
    before = row.remove;
  }
}

ParameterForm::Row ParameterForm::buildRow(const ParameterField& field, int) {
  const QString name = format::text(field.name);
  Row row{new QLabel(name, this), buildField(field),
          iconButton(QStringLiteral("list-remove"), tr("Remove %1").arg(name), this), new QLabel(this)};
  row.label->setBuddy(row.field);
  row.label->setToolTip(format::parameterHelp(name));
  row.field->setToolTip(tr("It takes: %1.").arg(format::parameterRange(name)));
  row.field->setAccessibleName(name);
  row.problem->setWordWrap(true);
  connect(row.remove, &QToolButton::clicked, this,
          [this, key = field.name] { m_agent.removeParameter(key); });
  return row;
}

QLineEdit* ParameterForm::lineOf(QWidget* field) {
  if (auto* combo = qobject_cast<QComboBox*>(field)) return combo->lineEdit();
  return qobject_cast<QLineEdit*>(field);
}

QWidget* ParameterForm::buildField(const ParameterField& field) {
  const auto* spec = domain::findParameterSpec(field.name);
  const bool boolean = spec && spec->kind == domain::ParameterKind::Boolean;
  if (!boolean && (!spec || spec->words.empty())) {
    auto* line = new QLineEdit(this);
    connect(line, &QLineEdit::textEdited, this,
            [this, key = field.name](const QString& text) { m_agent.setParameter(key, text); });
    return line;
  }
  auto* combo = new QComboBox(this);
  combo->setEditable(true);  // a server may know more words than we do
  combo->setInsertPolicy(QComboBox::NoInsert);
  if (boolean) combo->addItems({QStringLiteral("true"), QStringLiteral("false")});
  if (!boolean)
    for (const auto word : spec->words) combo->addItem(format::text(word));
  combo->lineEdit()->setAccessibleName(format::text(field.name));
  connect(combo, &QComboBox::editTextChanged, this,
          [this, key = field.name](const QString& text) { m_agent.setParameter(key, text); });
  return combo;
}

void ParameterForm::renderRow(Row& row, const ParameterField& field) {
  if (auto* line = lineOf(row.field); line->text() != field.text) {
    const QSignalBlocker quiet(row.field);
    const QSignalBlocker quietLine(line);
    line->setText(field.text);
  }
  const Tokens tokens = tokensFor(palette());
  QString problem;
  if (!field.fits)
    problem = tr("Not sent: it takes %1.").arg(format::parameterRange(format::text(field.name)));
  else if (field.refused)
    problem = tr("%1 refuses this parameter. Remove it, or choose another model.")
                  .arg(format::text(m_agent.state().content.model));
  row.problem->setText(problem);
  row.problem->setVisible(!problem.isEmpty());
  colour(row.problem, field.fits ? tokens.caution : tokens.negative);
}

}  // namespace aiagent::ui
