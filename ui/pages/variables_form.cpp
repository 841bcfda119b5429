#include "ui/pages/variables_form.h"

#include <algorithm>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/tab_order.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

using domain::Variable;
using domain::VariableType;

void markMissing(QLineEdit* field, bool missing) {
  const bool marked = !field->actions().isEmpty();
  if (missing && !marked)
    field->addAction(icon(QStringLiteral("data-warning")), QLineEdit::TrailingPosition)
        ->setToolTip(VariablesForm::tr("Needed for a run"));
  if (!missing && marked) delete field->actions().front();
}

// What stands in an empty field: what it is for, by example, or what is taken in its place.
QString placeholderOf(const Variable& variable, bool missing) {
  if (missing) return VariablesForm::tr("Needed for a run");
  if (!variable.defaultValue.empty())
    return VariablesForm::tr("Empty: %1").arg(format::text(variable.defaultValue));
  if (!variable.example.empty())
    return VariablesForm::tr("For example: %1").arg(format::text(variable.example));
  return {};
}

// The choice that is not offered (any more) stays to be seen.
void syncChoice(QComboBox* combo, const QString& value) {
  const QSignalBlocker quiet(combo);
  combo->setCurrentIndex(value.isEmpty() ? -1 : combo->findText(value));
}

}  // namespace

VariablesForm::VariablesForm(AgentVm& agent, PlaygroundVm& playground, QWidget* parent)
    : QWidget(parent), m_agent(agent), m_playground(playground), m_form(formLayout(this)) {
  m_form->setVerticalSpacing(kGapInside);
  setAccessibleName(tr("Variables of the prompt"));
  connect(&m_agent, &AgentVm::stateChanged, this, &VariablesForm::render);
  connect(&m_playground, &PlaygroundVm::stateChanged, this, &VariablesForm::render);
  render();
}

// In the prompt's order; what is not declared is text.
std::vector<Variable> VariablesForm::wanted() const {
  const auto& declared = m_agent.state().content.variables;
  std::vector<Variable> variables;
  for (const auto& name : m_agent.state().variables) {
    const auto known = std::ranges::find(declared, name, &Variable::name);
    variables.push_back(known != declared.end() ? *known : Variable{.name = name});
  }
  return variables;
}

void VariablesForm::render() {
  auto variables = wanted();
  if (variables != m_variables) rebuild(variables);
  setVisible(!variables.empty());
  for (const auto& variable : m_variables) renderField(variable, m_fields.at(variable.name));
}

void VariablesForm::renderField(const Variable& variable, const Field& field) {
  const auto& state = m_playground.state();
  const auto given = state.variables.find(variable.name);
  const auto& text = given == state.variables.end() ? variable.defaultValue : given->second;
  const QString value = format::text(text);
  const bool missing = std::ranges::find(state.missing, variable.name) != state.missing.end();
  if (auto* box = qobject_cast<QCheckBox*>(field.widget)) {
    syncChecked(box, text == "true");
  } else if (auto* combo = qobject_cast<QComboBox*>(field.widget)) {
    syncChoice(combo, value);
    combo->setPlaceholderText(missing ? tr("Needed for a run") : tr("Choose…"));
  } else if (auto* line = qobject_cast<QLineEdit*>(field.widget)) {
    if (line->text() != value) line->setText(value);
    line->setPlaceholderText(placeholderOf(variable, missing));
    markMissing(line, missing);
  }
  QString problem;
  if (!text.empty() && !domain::fits(variable, text))
    problem = variable.type == VariableType::Number ? tr("This is no number.")
                                                    : tr("“%1” is none of the choices.").arg(value);
  syncHint(field.problem, problem);
}

void VariablesForm::rebuild(const std::vector<Variable>& variables) {
  while (m_form->rowCount() > 0) m_form->removeRow(0);
  m_fields.clear();
  std::vector<QWidget*> made;
  for (const auto& variable : variables) {
    auto* cell = new QWidget(this);
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    Field field{buildField(variable), hintLabel({}, cell)};
    field.widget->setParent(cell);
    QPalette colours = field.problem->palette();
    colours.setColor(QPalette::WindowText, tokensFor(palette()).negative);
    field.problem->setPalette(colours);
    field.problem->hide();
    column->addWidget(field.widget);
    column->addWidget(field.problem);
    const QString description = format::text(variable.description);
    if (!description.isEmpty()) column->addWidget(hintLabel(description, cell));
    field.widget->setAccessibleName(format::text(variable.name));
    field.widget->setAccessibleDescription(description);
    auto* label = new QLabel(format::text(variable.name), this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field.widget);
    m_form->addRow(label, cell);
    m_fields[variable.name] = field;
    made.push_back(field.widget);
  }
  tabWithin(this, made);
  m_variables = variables;
}

QWidget* VariablesForm::buildField(const Variable& variable) {
  const auto set = [this, name = variable.name](const QString& value) {
    m_playground.setVariable(name, value);
  };
  if (variable.type == VariableType::Boolean) {
    auto* box = new QCheckBox(tr("Yes"), this);
    connect(box, &QCheckBox::toggled, this,
            [set](bool on) { set(on ? QStringLiteral("true") : QStringLiteral("false")); });
    return box;
  }
  if (variable.type == VariableType::Choice) {
    auto* combo = new QComboBox(this);
    for (const auto& choice : variable.choices) combo->addItem(format::text(choice));
    connect(combo, &QComboBox::currentTextChanged, this, set);
    return combo;
  }
  auto* line = new QLineEdit(this);
  if (variable.type == VariableType::Number) line->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
  connect(line, &QLineEdit::textEdited, this, set);
  return line;
}

void VariablesForm::focusFirstMissing() {
  const auto& missing = m_playground.state().missing;
  for (const auto& variable : m_variables)
    if (missing.empty() || std::ranges::find(missing, variable.name) != missing.end()) {
      focusVariable(variable.name);
      return;
    }
}

bool VariablesForm::focusVariable(const std::string& name) {
  const auto field = m_fields.find(name);
  if (field == m_fields.end()) return false;
  field->second.widget->setFocus(Qt::OtherFocusReason);
  return true;
}

}  // namespace aiagent::ui
