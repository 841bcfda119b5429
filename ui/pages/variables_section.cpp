#include "ui/pages/variables_section.h"

#include <algorithm>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using domain::Variable;
using domain::VariableType;

constexpr VariableType kTypes[] = {VariableType::String, VariableType::Number, VariableType::Boolean,
                                   VariableType::Choice};

QString typeName(VariableType type) {
  switch (type) {
    case VariableType::String: return VariablesSection::tr("Text");
    case VariableType::Number: return VariablesSection::tr("Number");
    case VariableType::Boolean: return VariablesSection::tr("Yes or no");
    case VariableType::Choice: return VariablesSection::tr("Choice");
  }
  return {};
}

// The cell holds the type's number beside its name.
class TypeDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override {
    auto* combo = new QComboBox(parent);
    for (const auto type : kTypes) combo->addItem(typeName(type), int(type));
    return combo;
  }
  void setEditorData(QWidget* editor, const QModelIndex& index) const override {
    auto* combo = static_cast<QComboBox*>(editor);
    combo->setCurrentIndex(combo->findData(index.data(Qt::UserRole)));
  }
  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
    const auto* combo = static_cast<QComboBox*>(editor);
    if (combo->currentData() == index.data(Qt::UserRole)) return;
    model->setItemData(index, {{Qt::UserRole, combo->currentData()}, {Qt::EditRole, combo->currentText()}});
  }
};

QString choicesText(const Variable& variable) {
  QStringList choices;
  for (const auto& choice : variable.choices) choices << format::text(choice);
  return choices.join(QStringLiteral(" | "));
}

std::vector<std::string> choicesOf(const QString& text) {
  std::vector<std::string> choices;
  for (const auto& part : text.split(QLatin1Char('|'), Qt::SkipEmptyParts))
    if (const auto choice = part.trimmed(); !choice.isEmpty()) choices.push_back(format::utf8(choice));
  return choices;
}

}  // namespace

VariablesSection::VariablesSection(AgentVm& agent, QWidget* parent) : QWidget(parent), m_agent(agent) {
  build();
  bind();
  render();
}

void VariablesSection::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapInside);
  m_table = new QTableWidget(0, ColumnCount, this);
  m_table->setAccessibleName(tr("Variables"));
  m_table->setHorizontalHeaderLabels(
      {tr("Name"), tr("Type"), tr("Description"), tr("Example"), tr("Default"), tr("Choices")});
  m_table->horizontalHeaderItem(Choices)->setToolTip(
      tr("Of a choice: what there is to choose from, separated by |"));
  m_table->horizontalHeaderItem(Default)->setToolTip(tr("Taken where a run gives no value"));
  m_table->verticalHeader()->hide();
  m_table->setItemDelegateForColumn(Type, new TypeDelegate(m_table));
  // Return begins an edit through activated().
  m_table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
  m_table->setTabKeyNavigation(false);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setShowGrid(false);
  m_table->setAlternatingRowColors(true);
  m_table->setWordWrap(false);
  auto* header = m_table->horizontalHeader();
  header->setHighlightSections(false);
  header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
  header->setMinimumSectionSize(fontMetrics().averageCharWidth() * 9);
  header->setSectionResizeMode(Description, QHeaderView::Stretch);
  column->addWidget(m_table, 1);
  m_problem = hintLabel({}, this);
  m_problem->hide();
  column->addWidget(m_problem);
  auto* row = new QHBoxLayout;
  m_add = new QToolButton(this);
  m_add->setText(tr("Add variable"));
  m_add->setIcon(icon(QStringLiteral("list-add")));
  m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_add->setFocusPolicy(Qt::StrongFocus);
  m_remove = iconButton(QStringLiteral("list-remove"), tr("Remove the variable (Delete)"), this);
  m_remove->setFocusPolicy(Qt::StrongFocus);
  row->addWidget(m_add);
  row->addWidget(m_remove);
  row->addStretch(1);
  column->addLayout(row);
}

void VariablesSection::bind() {
  connect(&m_agent, &AgentVm::stateChanged, this, &VariablesSection::render);
  connect(m_add, &QToolButton::clicked, this, &VariablesSection::add);
  connect(m_remove, &QToolButton::clicked, this, &VariablesSection::remove);
  auto* shortcut = new QShortcut(QKeySequence(Qt::Key_Delete), m_table, nullptr, nullptr, Qt::WidgetShortcut);
  connect(shortcut, &QShortcut::activated, this, &VariablesSection::remove);
  connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
    if (!m_rendering) onEdited(item->row());
  });
  connect(m_table, &QTableWidget::activated, this,
          [this](const QModelIndex& index) { m_table->edit(index); });
  connect(m_table, &QTableWidget::currentCellChanged, this,
          [this] { m_remove->setEnabled(m_table->currentRow() >= 0); });
}

void VariablesSection::focusTable() {
  if (m_table->rowCount() == 0) return m_add->setFocus(Qt::OtherFocusReason);
  if (m_table->currentRow() < 0) m_table->setCurrentCell(0, Name);
  m_table->setFocus(Qt::OtherFocusReason);
}

void VariablesSection::pushNow() {
  const auto* focus = focusWidget();
  if (focus && focus != m_table && m_table->isAncestorOf(focus)) m_table->setFocus(Qt::OtherFocusReason);
}

void VariablesSection::add() {
  const auto place = m_agent.addVariable();
  if (int(place) >= m_table->rowCount()) return;
  m_table->setCurrentCell(int(place), Name);
  m_table->setFocus(Qt::OtherFocusReason);
  m_table->edit(m_table->currentIndex());
}

void VariablesSection::remove() {
  const int row = m_table->currentRow();
  if (row >= 0) m_agent.removeVariable(std::size_t(row));
}

void VariablesSection::onEdited(int row) {
  const auto& variables = m_agent.state().content.variables;
  if (row < 0 || std::size_t(row) >= variables.size()) return;
  auto variable = variables[std::size_t(row)];
  const auto cell = [&](Column at) { return format::utf8(m_table->item(row, at)->text()); };
  variable.name = format::utf8(m_table->item(row, Name)->text().trimmed());
  variable.type = VariableType(m_table->item(row, Type)->data(Qt::UserRole).toInt());
  variable.description = cell(Description);
  variable.example = cell(Example);
  variable.defaultValue = cell(Default);
  // Only where it was edited: a choice may hold the separator.
  if (const auto text = m_table->item(row, Choices)->text(); text != choicesText(variable))
    variable.choices = choicesOf(text);
  m_agent.setVariable(std::size_t(row), variable);
}

void VariablesSection::render() {
  const auto& variables = m_agent.state().content.variables;
  m_rendering = true;
  if (m_table->rowCount() != int(variables.size())) m_table->setRowCount(int(variables.size()));
  for (std::size_t i = 0; i < variables.size(); ++i) renderRow(int(i), variables[i]);
  m_rendering = false;
  m_remove->setEnabled(m_table->currentRow() >= 0);
  m_add->setEnabled(m_agent.state().loaded);
  renderProblem();
}

void VariablesSection::renderRow(int row, const Variable& variable) {
  const auto cell = [&](Column at, const QString& text) {
    auto* item = m_table->item(row, at);
    if (!item) m_table->setItem(row, at, item = new QTableWidgetItem);
    if (item->text() != text) item->setText(text);
    item->setToolTip(text);
    return item;
  };
  cell(Name, format::text(variable.name));
  cell(Type, typeName(variable.type))->setData(Qt::UserRole, int(variable.type));
  cell(Description, format::text(variable.description));
  cell(Example, format::text(variable.example));
  cell(Default, format::text(variable.defaultValue));
  cell(Choices, choicesText(variable));
}

// The first thing that keeps the agent from being saved, else what is used without being declared.
void VariablesSection::renderProblem() {
  const auto& state = m_agent.state();
  const auto& variables = state.content.variables;
  QString problem;
  for (std::size_t i = 0; i < variables.size() && problem.isEmpty(); ++i) {
    const auto& variable = variables[i];
    const QString name = format::text(variable.name);
    const auto sameName = std::ranges::count(variables, variable.name, &Variable::name);
    if (name.isEmpty())
      problem = tr("A variable needs a name.");
    else if (sameName > 1)
      problem = tr("Two variables are called “%1”.").arg(name);
    else if (!variable.defaultValue.empty() && !domain::fits(variable, variable.defaultValue))
      problem = tr("The default of “%1” does not fit its type.").arg(name);
    else if (variable.type == VariableType::Choice && variable.choices.empty())
      problem = tr("“%1” has nothing to choose from.").arg(name);
  }
  QStringList undeclared;
  for (const auto& name : state.variables)
    if (std::ranges::find(variables, name, &Variable::name) == variables.end())
      undeclared << format::text(name);
  if (problem.isEmpty() && !undeclared.isEmpty())
    problem = tr("Used in the prompt as plain text fields: %1.").arg(undeclared.join(QStringLiteral(", ")));
  syncHint(m_problem, problem);
}

}  // namespace aiagent::ui
