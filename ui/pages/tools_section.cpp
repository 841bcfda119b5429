#include "ui/pages/tools_section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/prompt_fields.h"
#include "ui/pages/sync.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using Kind = ToolEntry::Kind;

constexpr int kListView = 0;
constexpr int kJsonView = 1;

QString hostedName(std::string_view type) {
  if (type == "web_search") return ToolsSection::tr("Web search");
  if (type == "file_search") return ToolsSection::tr("File search");
  if (type == "code_interpreter") return ToolsSection::tr("Code interpreter");
  if (type == "image_generation") return ToolsSection::tr("Image generation");
  return format::text(type);
}

QToolButton* wordButton(const QString& text, const QString& iconName, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setText(text);
  button->setIcon(icon(iconName));
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

QWidget* scrolled(QWidget* page) {
  auto* scroll = new QScrollArea(page->parentWidget());
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(page);
  return scroll;
}

}  // namespace

ToolsSection::ToolsSection(AgentVm& agent, QWidget* json, QWidget* parent) : QWidget(parent), m_agent(agent) {
  build(json);
  bind();
  render();
}

// ---------------------------------------------------------------- building

void ToolsSection::build(QWidget* json) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapInside);
  column->addWidget(buildBar());
  m_views = new QStackedWidget(this);
  m_views->addWidget(buildList());
  m_views->addWidget(json);
  column->addWidget(m_views, 1);
}

QWidget* ToolsSection::buildBar() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapInside);
  m_addFunction = wordButton(tr("Function"), QStringLiteral("list-add"), bar);
  describe(m_addFunction, tr("Add a function"), tr("Add a function that the model may call"));
  m_addServer = wordButton(tr("MCP server"), QStringLiteral("list-add"), bar);
  describe(m_addServer, tr("Add an MCP server"), tr("Add a server whose tools the model may call"));
  m_remove = iconButton(QStringLiteral("list-remove"), tr("Remove the tool (Delete)"), bar);
  m_remove->setFocusPolicy(Qt::StrongFocus);
  m_asJson = new QToolButton(bar);
  m_asJson->setText(tr("Edit as JSON"));
  m_asJson->setCheckable(true);
  m_asJson->setFocusPolicy(Qt::StrongFocus);
  row->addWidget(m_addFunction);
  row->addWidget(m_addServer);
  row->addWidget(m_remove);
  row->addStretch(1);
  row->addWidget(m_asJson);
  return bar;
}

QWidget* ToolsSection::buildList() {
  auto* page = new QWidget(this);
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  auto* side = new QVBoxLayout;
  side->setSpacing(kGapInside);
  m_list = new QListWidget(page);
  m_list->setAccessibleName(tr("List of tools"));
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  side->addWidget(m_list, 1);
  for (const auto type : wire::hostedTools()) {
    auto* box = new QCheckBox(hostedName(type), page);
    box->setToolTip(tr("Runs at OpenAI: %1").arg(format::text(type)));
    side->addWidget(box);
    m_hosted.push_back(box);
  }
  followFont(m_list, [this] {
    const auto metrics = m_list->fontMetrics();
    m_list->setFixedWidth(metrics.averageCharWidth() * 26);
    m_list->setMinimumHeight(metrics.lineSpacing() * 2);
  });
  row->addLayout(side);
  m_pages = new QStackedWidget(page);
  m_pages->addWidget(
      hintLabel(tr("Functions are answered by you or by a command in the playground; hosted tools "
                   "and servers are called by OpenAI."),
                page));
  m_pages->addWidget(scrolled(buildFunction()));
  m_pages->addWidget(scrolled(buildMcp()));
  m_fixed = hintLabel({}, page);
  m_fixed->setAlignment(Qt::AlignTop | Qt::AlignLeading);
  m_pages->addWidget(m_fixed);
  row->addWidget(m_pages, 1);
  return page;
}

QWidget* ToolsSection::buildFunction() {
  auto* page = new QWidget(this);
  auto* form = formLayout(page);
  form->setVerticalSpacing(kGapInside);
  m_name = new QLineEdit(page);
  m_name->setAccessibleName(tr("Name of the function"));
  m_description = new QPlainTextEdit(page);
  m_description->setTabChangesFocus(true);
  m_description->setAccessibleName(tr("Description of the function"));
  m_description->setPlaceholderText(tr("When to call it, and what it gives"));
  keepLines(m_description, 2);
  m_strict = new QCheckBox(tr("Strict: arguments always fit the schema"), page);
  m_parameters = new widgets::CodeEdit(page);
  m_parameters->setTabChangesFocus(true);
  m_parameters->setAccessibleName(tr("Parameters of the function"));
  m_parameters->setMinimumHeight(m_parameters->fontMetrics().lineSpacing() * 5);
  m_parametersProblem = hintLabel(tr("This is not a JSON object yet; the last one that was is kept."), page);
  m_parametersProblem->hide();
  form->addRow(tr("Name"), m_name);
  form->addRow(tr("Description"), m_description);
  form->addRow(tr("Parameters"), m_parameters);
  form->addRow(QString(), m_parametersProblem);
  form->addRow(QString(), m_strict);
  return page;
}

QWidget* ToolsSection::buildMcp() {
  auto* page = new QWidget(this);
  auto* form = formLayout(page);
  form->setVerticalSpacing(kGapInside);
  m_label = new QLineEdit(page);
  m_label->setAccessibleName(tr("Label of the server"));
  m_url = new QLineEdit(page);
  m_url->setAccessibleName(tr("Address of the server"));
  m_url->setPlaceholderText(QStringLiteral("https://example.com/mcp"));
  m_allowed = new QLineEdit(page);
  m_allowed->setAccessibleName(tr("Allowed tools of the server"));
  m_approval = new QComboBox(page);
  m_approval->setAccessibleName(tr("Approval"));
  m_approval->addItem(tr("Ask before every call"), int(ToolApproval::Always));
  m_approval->addItem(tr("Never ask"), int(ToolApproval::Never));
  m_approval->addItem(tr("As the JSON says"), int(ToolApproval::Other));
  form->addRow(tr("Label"), m_label);
  form->addRow(tr("Address"), m_url);
  form->addRow(tr("Allowed tools"), m_allowed);
  form->addRow(tr("Approval"), m_approval);
  return page;
}

// ---------------------------------------------------------------- binding

void ToolsSection::bind() {
  connect(&m_agent, &AgentVm::stateChanged, this, &ToolsSection::render);
  connect(m_asJson, &QToolButton::toggled, this, &ToolsSection::render);
  connect(m_addFunction, &QToolButton::clicked, this, [this] {
    write(wire::withNewFunction(m_agent.state().content.tools, {.name = "new_function", .strict = true}));
    select(m_list->count() - 1);
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
  });
  connect(m_addServer, &QToolButton::clicked, this, [this] {
    write(wire::withNewMcp(m_agent.state().content.tools, {.label = "server"}));
    select(m_list->count() - 1);
    m_label->setFocus(Qt::OtherFocusReason);
    m_label->selectAll();
  });
  const auto remove = [this] {
    const int row = m_list->currentRow();
    if (row >= 0) write(wire::withoutTool(m_agent.state().content.tools, std::size_t(row)));
  };
  connect(m_remove, &QToolButton::clicked, this, remove);
  auto* shortcut = new QShortcut(QKeySequence(Qt::Key_Delete), m_list, nullptr, nullptr, Qt::WidgetShortcut);
  connect(shortcut, &QShortcut::activated, this, remove);
  connect(m_list, &QListWidget::currentRowChanged, this, [this] {
    if (!m_rendering) renderForm();
  });
  for (std::size_t i = 0; i < m_hosted.size(); ++i)
    connect(m_hosted[i], &QCheckBox::clicked, this, [this, i](bool on) {
      write(wire::withHosted(m_agent.state().content.tools, wire::hostedTools()[i], on));
    });
  bindForms();
}

void ToolsSection::bindForms() {
  connect(m_name, &QLineEdit::textEdited, this, &ToolsSection::writeFunction);
  connect(m_description, &QPlainTextEdit::textChanged, this, &ToolsSection::writeFunction);
  connect(m_parameters, &QPlainTextEdit::textChanged, this, &ToolsSection::writeFunction);
  connect(m_strict, &QCheckBox::clicked, this, &ToolsSection::writeFunction);
  for (auto* line : {m_label, m_url, m_allowed})
    connect(line, &QLineEdit::textEdited, this, &ToolsSection::writeMcp);
  connect(m_approval, &QComboBox::activated, this, &ToolsSection::writeMcp);
}

void ToolsSection::write(const std::string& json) {
  if (json != m_agent.state().content.tools) m_agent.setTools(format::text(json));
}

void ToolsSection::writeFunction() {
  if (m_rendering || m_shown < 0) return;
  const QString parameters = textOf(m_parameters);
  syncVisible(m_parametersProblem, !isJsonObject(parameters));
  write(wire::withFunction(m_agent.state().content.tools, std::size_t(m_shown),
                           {.name = format::utf8(m_name->text().trimmed()),
                            .description = format::utf8(textOf(m_description)),
                            .parameters = format::utf8(parameters.trimmed()),
                            .strict = m_strict->isChecked()}));
}

void ToolsSection::writeMcp() {
  if (m_rendering || m_shown < 0) return;
  auto tool = m_form.tools[std::size_t(m_shown)].mcp;
  tool.label = format::utf8(m_label->text().trimmed());
  tool.url = format::utf8(m_url->text().trimmed());
  if (tool.allowedKnown) tool.allowed = namesFrom(m_allowed->text());
  tool.approval = ToolApproval(m_approval->currentData().toInt());
  write(wire::withMcp(m_agent.state().content.tools, std::size_t(m_shown), tool));
}

void ToolsSection::select(int row) {
  m_asJson->setChecked(false);
  m_list->setCurrentRow(row);
}

void ToolsSection::focusTools() {
  if (m_views->currentIndex() == kJsonView) return m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
  if (m_list->count() == 0) return m_addFunction->setFocus(Qt::OtherFocusReason);
  m_list->setFocus(Qt::OtherFocusReason);
}

// ---------------------------------------------------------------- rendering

void ToolsSection::render() {
  m_form = readToolForm(m_agent.state().content.tools);
  const bool json = m_asJson->isChecked() || !m_form.readable;
  m_views->setCurrentIndex(json ? kJsonView : kListView);
  syncEnabled(m_asJson, m_form.readable);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_addFunction, m_addServer})
    syncEnabled(widget, m_form.readable && m_agent.state().loaded);
  renderList();
  renderForm();
}

void ToolsSection::renderList() {
  m_rendering = true;
  const int count = int(m_form.tools.size());
  while (m_list->count() > count) delete m_list->takeItem(m_list->count() - 1);
  for (int i = 0; i < count; ++i) {
    const auto title = toolTitle(m_form.tools[std::size_t(i)]);
    if (i == m_list->count()) m_list->addItem(title);
    if (m_list->item(i)->text() != title) m_list->item(i)->setText(title);
  }
  if (m_list->currentRow() < 0 && count > 0) m_list->setCurrentRow(0);
  const auto& types = wire::hostedTools();
  for (std::size_t i = 0; i < m_hosted.size(); ++i) syncChecked(m_hosted[i], hasHosted(m_form, types[i]));
  m_rendering = false;
}

void ToolsSection::renderForm() {
  const int row = m_list->currentRow();
  const bool sameTool = row == m_shown;
  m_shown = row >= 0 && std::size_t(row) < m_form.tools.size() ? row : -1;
  syncEnabled(m_remove, m_shown >= 0 && m_views->currentIndex() == kListView);
  if (m_shown < 0) return m_pages->setCurrentIndex(Nothing);
  const auto& tool = m_form.tools[std::size_t(m_shown)];
  m_rendering = true;
  switch (tool.kind) {
    case Kind::Function: {
      m_pages->setCurrentIndex(Function);
      const auto trimmedName = m_name->text().trimmed();
      if (trimmedName != format::text(tool.function.name)) syncText(m_name, format::text(tool.function.name));
      setTextKept(m_description, format::text(tool.function.description));
      // What is being typed may be broken for a while: it is not taken away.
      const QString typed = textOf(m_parameters);
      if (!sameTool || !m_parameters->hasFocus() ||
          (isJsonObject(typed) && format::utf8(typed.trimmed()) != tool.function.parameters)) {
        setTextKept(m_parameters, format::text(tool.function.parameters));
        syncVisible(m_parametersProblem, false);
      }
      syncChecked(m_strict, tool.function.strict);
      break;
    }
    case Kind::Mcp:
      m_pages->setCurrentIndex(Mcp);
      syncText(m_label, format::text(tool.mcp.label));
      syncText(m_url, format::text(tool.mcp.url));
      if (namesFrom(m_allowed->text()) != tool.mcp.allowed || !m_allowed->hasFocus())
        syncText(m_allowed, namesText(tool.mcp.allowed));
      m_allowed->setPlaceholderText(tool.mcp.allowedKnown ? tr("All; or names, separated by commas")
                                                          : tr("As the JSON says"));
      syncEnabled(m_allowed, tool.mcp.allowedKnown);
      syncIndex(m_approval, m_approval->findData(int(tool.mcp.approval)));
      break;
    case Kind::Hosted:
    case Kind::Other:
      m_pages->setCurrentIndex(Fixed);
      syncText(m_fixed,
               tool.kind == Kind::Hosted
                   ? tr("%1 runs at OpenAI. Its settings are in the JSON.").arg(hostedName(tool.type))
                   : tr("This kind of tool is edited as JSON."));
      break;
  }
  m_rendering = false;
}

}  // namespace aiagent::ui
