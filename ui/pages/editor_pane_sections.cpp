// The sections under the prompt, of which one is open at a time, and the way to a field.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/pages/cases_section.h"
#include "ui/pages/editor_pane.h"
#include "ui/pages/knowledge_section.h"
#include "ui/pages/parameter_form.h"
#include "ui/pages/tools_section.h"
#include "ui/pages/variables_section.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/section_bar.h"
#include "ui/widgets/prompt_edit.h"

namespace aiagent::ui {
namespace {

QLabel* problemLabel(QWidget* parent, const QString& text) {
  auto* label = hintLabel(text, parent);
  label->hide();
  return label;
}

}  // namespace

QWidget* EditorPane::buildSections() {
  auto* pane = new QWidget(this);
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapInside);
  m_sectionBar = new SectionBar(pane);
  for (const auto& title : {tr("Variables"), tr("Parameters"), tr("Tools"), tr("Output schema"),
                            tr("Starters"), tr("Cases"), tr("Knowledge")})
    m_sectionBar->add(title);
  connect(m_sectionBar, &SectionBar::chosen, this, &EditorPane::showSection);
  column->addWidget(m_sectionBar);

  m_sections = new QStackedWidget(pane);
  addSections();
  column->addWidget(m_sections, 1);
  m_sections->hide();
  return pane;
}

// In the order of Section.
void EditorPane::addSections() {
  m_variables = new VariablesSection(m_agent, m_sections);
  m_sections->addWidget(m_variables);
  m_parameters = new ParameterForm(m_agent, m_sections);
  m_sections->addWidget(m_parameters);
  const auto jsonPage = [this](QPlainTextEdit*& edit, QLabel*& problem, const QString& name,
                               const QString& holder, const QString& fault) {
    auto* page = new QWidget(m_sections);
    auto* lines = new QVBoxLayout(page);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(kGapInside);
    edit = new widgets::CodeEdit(page);
    edit->setTabChangesFocus(true);
    edit->setPlaceholderText(holder);
    edit->setAccessibleName(name);
    edit->setMinimumHeight(edit->fontMetrics().lineSpacing() * 4);
    problem = problemLabel(page, fault);
    lines->addWidget(edit, 1);
    lines->addWidget(problem);
    return page;
  };
  auto* tools = jsonPage(
      m_tools, m_toolsProblem, tr("Tools"), QStringLiteral("[{\"type\": \"function\", \"name\": …}]"),
      tr("This is not a JSON array of objects that each have a “type”. It cannot be run like this."));
  m_toolList = new ToolsSection(m_agent, tools, m_sections);
  m_sections->addWidget(m_toolList);
  m_sections->addWidget(jsonPage(m_schema, m_schemaProblem, tr("Output schema"),
                                 QStringLiteral("{\"type\": \"object\", \"properties\": …}"),
                                 tr("This is not a JSON object. It cannot be run like this.")));
  m_starters = new QPlainTextEdit(m_sections);
  m_starters->setTabChangesFocus(true);
  m_starters->setPlaceholderText(tr("First messages to choose from, one on each line"));
  m_starters->setAccessibleName(tr("Starters"));
  m_sections->addWidget(m_starters);
  m_cases = new CasesSection(m_agent, m_sections);
  m_sections->addWidget(m_cases);
  m_knowledgeSection = new KnowledgeSection(m_knowledge, m_sections);
  m_sections->addWidget(m_knowledgeSection);
}

void EditorPane::showSection(int section) {
  m_sectionBar->setOpened(section);
  m_sections->setVisible(section >= 0);
  // Closed, the bar takes its own height; open, the splitter may share.
  m_sections->parentWidget()->setSizePolicy(QSizePolicy::Preferred,
                                            section >= 0 ? QSizePolicy::Preferred : QSizePolicy::Fixed);
  if (section >= 0) m_sections->setCurrentIndex(section);
}

// ---------------------------------------------------------------- going to a field

void EditorPane::focusName() {
  m_name->setFocus(Qt::ShortcutFocusReason);
  m_name->selectAll();
}
void EditorPane::focusPrompt() {
  m_prompt->setFocus(Qt::ShortcutFocusReason);
}
void EditorPane::focusModel() {
  m_model->setFocus(Qt::OtherFocusReason);
  m_model->lineEdit()->selectAll();
}

void EditorPane::focusField(const QString& field) {
  if (field == QLatin1String("name")) return focusName();
  if (field == QLatin1String("prompt")) return focusPrompt();
  if (field == QLatin1String("model")) return focusModel();
  if (field == QLatin1String("description")) return m_description->setFocus(Qt::OtherFocusReason);
  if (field == QLatin1String("tag") || field == QLatin1String("tags"))
    return m_tags->setFocus(Qt::OtherFocusReason);
  const auto open = [this](int section, QWidget* edit) {
    showSection(section);
    edit->setFocus(Qt::OtherFocusReason);
  };
  if (field == QLatin1String("tools")) {
    showSection(Tools);
    return m_toolList->focusTools();
  }
  if (field == QLatin1String("variable")) {
    showSection(Variables);
    return m_variables->focusTable();
  }
  if (field == QLatin1String("case")) {
    showSection(Cases);
    return m_cases->focusList();
  }
  if (field == QLatin1String("knowledge") || field.startsWith(QLatin1String("knowledge."))) {
    showSection(Knowledge);
    return m_knowledgeSection->focusFile(field.mid(10));
  }
  if (field == QLatin1String("output-schema")) return open(Output, m_schema);
  if (field.startsWith(QLatin1String("starter"))) return open(Starters, m_starters);
  showSection(Parameters);
  m_parameters->focusParameter(field);
}

}  // namespace aiagent::ui
