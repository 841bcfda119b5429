#include "ui/pages/cases_section.h"

#include <algorithm>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/prompt_fields.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

// Rows above the variables' fields: name and input.
constexpr int kVariablesAt = 2;

QPlainTextEdit* textField(QWidget* parent, const QString& name, int lines) {
  auto* edit = new QPlainTextEdit(parent);
  edit->setTabChangesFocus(true);
  edit->setAccessibleName(name);
  keepLines(edit, lines);
  return edit;
}

QString titleOf(const domain::TestCase& testCase, int place) {
  if (!testCase.name.empty()) return format::text(testCase.name);
  const QString input = format::text(testCase.input).simplified();
  return input.isEmpty() ? CasesSection::tr("Case %1").arg(place + 1) : input.left(80);
}

}  // namespace

CasesSection::CasesSection(AgentVm& agent, QWidget* parent) : QWidget(parent), m_agent(agent) {
  build();
  bind();
  render();
}

void CasesSection::build() {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  auto* side = new QVBoxLayout;
  side->setSpacing(kGapInside);
  m_list = new QListWidget(this);
  m_list->setAccessibleName(tr("Cases"));
  m_list->setUniformItemSizes(true);
  m_list->setTextElideMode(Qt::ElideRight);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  side->addWidget(m_list, 1);
  auto* buttons = new QHBoxLayout;
  m_add = iconButton(QStringLiteral("list-add"), tr("Add a case"), this);
  m_remove = iconButton(QStringLiteral("list-remove"), tr("Remove the case (Delete)"), this);
  m_add->setFocusPolicy(Qt::StrongFocus);
  m_remove->setFocusPolicy(Qt::StrongFocus);
  m_try = new QPushButton(icon(QStringLiteral("media-playback-start")), tr("Try"), this);
  m_try->setToolTip(tr("Put the input and the values into the playground"));
  buttons->addWidget(m_add);
  buttons->addWidget(m_remove);
  buttons->addStretch(1);
  buttons->addWidget(m_try);
  side->addLayout(buttons);
  followFont(m_list, [this] { m_list->setFixedWidth(m_list->fontMetrics().averageCharWidth() * 26); });
  row->addLayout(side);
  m_stack = new QStackedWidget(this);
  m_stack->addWidget(
      hintLabel(tr("Cases say what a good answer does, for an input that matters. They are kept "
                   "with the agent and can be tried beside it."),
                this));
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(buildForm());
  m_stack->addWidget(scroll);
  row->addWidget(m_stack, 1);
}

QWidget* CasesSection::buildForm() {
  auto* page = new QWidget(this);
  m_form = formLayout(page);
  m_form->setVerticalSpacing(kGapInside);
  m_name = new QLineEdit(page);
  m_name->setAccessibleName(tr("Name of the case"));
  m_input = textField(page, tr("Input of the case"), 3);
  m_expect = textField(page, tr("Expectation"), 2);
  m_expect->setPlaceholderText(tr("In words: what a good answer does"));
  m_form->addRow(tr("Name"), m_name);
  m_form->addRow(tr("Input"), m_input);
  m_form->addRow(tr("Expectation"), m_expect);
  return page;
}

void CasesSection::bind() {
  connect(&m_agent, &AgentVm::stateChanged, this, &CasesSection::render);
  connect(m_add, &QToolButton::clicked, this, &CasesSection::add);
  connect(m_remove, &QToolButton::clicked, this, &CasesSection::remove);
  auto* shortcut = new QShortcut(QKeySequence(Qt::Key_Delete), m_list, nullptr, nullptr, Qt::WidgetShortcut);
  connect(shortcut, &QShortcut::activated, this, &CasesSection::remove);
  connect(m_list, &QListWidget::currentRowChanged, this, [this] { renderForm(); });
  connect(m_list, &QListWidget::itemActivated, this, [this] { m_try->click(); });
  connect(m_try, &QPushButton::clicked, this, [this] {
    if (const int at = current(); at >= 0) Q_EMIT tryWanted(m_agent.state().content.cases[std::size_t(at)]);
  });
  connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
    edit([&](domain::TestCase& testCase) { testCase.name = format::utf8(text); });
  });
  connect(m_input, &QPlainTextEdit::textChanged, this, [this] {
    edit([this](domain::TestCase& testCase) { testCase.input = format::utf8(textOf(m_input)); });
  });
  connect(m_expect, &QPlainTextEdit::textChanged, this, [this] {
    edit([this](domain::TestCase& testCase) { testCase.expect = format::utf8(textOf(m_expect)); });
  });
}

int CasesSection::current() const {
  const int row = m_list->currentRow();
  return row < int(m_agent.state().content.cases.size()) ? row : -1;
}

void CasesSection::edit(const std::function<void(domain::TestCase&)>& edit) {
  const int at = current();
  if (m_rendering || at < 0) return;
  auto testCase = m_agent.state().content.cases[std::size_t(at)];
  edit(testCase);
  m_agent.setCase(std::size_t(at), testCase);
}

void CasesSection::focusList() {
  if (m_list->count() == 0) return m_add->setFocus(Qt::OtherFocusReason);
  m_list->setFocus(Qt::OtherFocusReason);
}

void CasesSection::add() {
  m_list->setCurrentRow(int(m_agent.addCase()));
  m_name->setFocus(Qt::OtherFocusReason);
}

void CasesSection::remove() {
  if (const int at = current(); at >= 0) m_agent.removeCase(std::size_t(at));
}

void CasesSection::render() {
  const auto& cases = m_agent.state().content.cases;
  m_rendering = true;
  while (m_list->count() > int(cases.size())) delete m_list->takeItem(m_list->count() - 1);
  for (int i = 0; i < int(cases.size()); ++i) {
    const auto title = titleOf(cases[std::size_t(i)], i);
    if (i == m_list->count())
      m_list->addItem(title);
    else if (m_list->item(i)->text() != title)
      m_list->item(i)->setText(title);
  }
  if (m_list->currentRow() < 0 && m_list->count() > 0) m_list->setCurrentRow(0);
  m_rendering = false;
  m_add->setEnabled(m_agent.state().loaded);
  renderForm();
}

void CasesSection::renderForm() {
  const int at = current();
  m_stack->setCurrentIndex(at >= 0 ? 1 : 0);
  m_remove->setEnabled(at >= 0);
  m_try->setEnabled(at >= 0);
  if (at < 0) return;
  const auto& testCase = m_agent.state().content.cases[std::size_t(at)];
  auto names = m_agent.state().variables;
  for (const auto& [name, value] : testCase.variables)
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  const bool wasRendering = std::exchange(m_rendering, true);
  if (names != m_names) rebuildVariables(names);
  syncText(m_name, format::text(testCase.name));
  setTextKept(m_input, format::text(testCase.input));
  setTextKept(m_expect, format::text(testCase.expect));
  for (const auto& [name, field] : m_fields) {
    const auto value = testCase.variables.find(name);
    syncText(field, value == testCase.variables.end() ? QString() : format::text(value->second));
  }
  m_rendering = wasRendering;
}

void CasesSection::rebuildVariables(const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < m_names.size(); ++i) m_form->removeRow(kVariablesAt);
  m_fields.clear();
  int at = kVariablesAt;
  for (const auto& name : names) {
    auto* field = new QLineEdit(m_form->parentWidget());
    field->setAccessibleName(tr("%1 of the case").arg(format::text(name)));
    connect(field, &QLineEdit::textEdited, this, [this, name](const QString& text) {
      edit([&](domain::TestCase& testCase) {
        if (text.isEmpty())
          testCase.variables.erase(name);
        else
          testCase.variables[name] = format::utf8(text);
      });
    });
    auto* label = new QLabel(format::text(name), m_form->parentWidget());
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    m_form->insertRow(at++, label, field);
    m_fields[name] = field;
  }
  QWidget* before = m_input;
  for (const auto& name : names) {
    setTabOrder(before, m_fields[name]);
    before = m_fields[name];
  }
  setTabOrder(before, m_expect);
  m_names = names;
}

}  // namespace aiagent::ui
