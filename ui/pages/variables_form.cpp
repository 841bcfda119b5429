#include "ui/pages/variables_form.h"

#include <algorithm>
#include <QAction>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include "ui/format/text.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {

VariablesForm::VariablesForm(AgentVm& agent, PlaygroundVm& playground, QWidget* parent)
    : QWidget(parent), m_agent(agent), m_playground(playground), m_form(formLayout(this)) {
  m_form->setVerticalSpacing(kGapInside);
  setAccessibleName(tr("Variables of the prompt"));
  connect(&m_agent, &AgentVm::stateChanged, this, &VariablesForm::render);
  connect(&m_playground, &PlaygroundVm::stateChanged, this, &VariablesForm::render);
  render();
}

void VariablesForm::render() {
  const auto& names = m_agent.state().variables;
  if (names != m_names) rebuild(names);
  setVisible(!names.empty());
  const auto& state = m_playground.state();
  for (const auto& [name, field] : m_fields) {
    const auto value = state.variables.find(name);
    const QString text = value == state.variables.end() ? QString() : format::text(value->second);
    if (field->text() != text) field->setText(text);
    const bool missing = std::ranges::find(state.missing, name) != state.missing.end();
    field->setPlaceholderText(missing ? tr("Needed for a run") : QString());
    const bool marked = !field->actions().isEmpty();
    if (missing && !marked)
      field->addAction(icon(QStringLiteral("data-warning")), QLineEdit::TrailingPosition)
          ->setToolTip(tr("Needed for a run"));
    if (!missing && marked) delete field->actions().front();
  }
}

void VariablesForm::rebuild(const std::vector<std::string>& names) {
  while (m_form->rowCount() > 0) m_form->removeRow(0);
  m_fields.clear();
  for (const auto& name : names) {
    auto* field = new QLineEdit(this);
    field->setAccessibleName(format::text(name));
    auto* label = new QLabel(format::text(name), this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    connect(field, &QLineEdit::textEdited, this,
            [this, name](const QString& text) { m_playground.setVariable(name, text); });
    m_form->addRow(label, field);
    m_fields[name] = field;
  }
  m_names = names;
}

void VariablesForm::focusFirstMissing() {
  const auto& missing = m_playground.state().missing;
  for (const auto& name : m_names)
    if (missing.empty() || std::ranges::find(missing, name) != missing.end())
      return m_fields.at(name)->setFocus(Qt::OtherFocusReason);
}

}  // namespace aiagent::ui
