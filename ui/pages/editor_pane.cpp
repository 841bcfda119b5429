#include "ui/pages/editor_pane.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/cases_section.h"
#include "ui/pages/findings_list.h"
#include "ui/pages/knowledge_section.h"
#include "ui/pages/model_combo.h"
#include "ui/pages/parameter_form.h"
#include "ui/pages/prompt_fields.h"
#include "ui/pages/sync.h"
#include "ui/pages/tools_section.h"
#include "ui/pages/variables_section.h"
#include "ui/pages/versions/versions_pane.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/controls/command_registry.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/section_bar.h"
#include "ui/widgets/controls/tokens.h"
#include "ui/widgets/prompt_edit.h"

namespace aiagent::ui {
namespace {

QString joined(const std::vector<std::string>& texts, const QString& separator) {
  QStringList list;
  for (const auto& text : texts) list << format::text(text);
  return list.join(separator);
}

QStringList splitTags(const QString& text) {
  QStringList tags;
  for (const auto& tag : text.split(QRegularExpression(QStringLiteral("[,;，；、]")), Qt::SkipEmptyParts))
    if (const QString trimmed = tag.trimmed(); !trimmed.isEmpty()) tags << trimmed;
  return tags;
}

QPlainTextEdit* shortText(QWidget* parent, const QString& name, int lines) {
  auto* edit = new QPlainTextEdit(parent);
  edit->setTabChangesFocus(true);
  edit->setAccessibleName(name);
  keepLines(edit, lines);
  return edit;
}

}  // namespace

EditorPane::EditorPane(EditorPaneSetup setup, QWidget* parent)
    : QWidget(parent),
      m_agent(setup.agent),
      m_versions(setup.versions),
      m_knowledge(setup.knowledge),
      m_lint(setup.lint),
      m_models(setup.models) {
  build();
  addCommands(setup.registry);
  bind();
  render();
}

// ---------------------------------------------------------------- building

void EditorPane::build() {
  setAccessibleName(tr("Editor"));
  m_stack = new QStackedWidget(this);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_stack);
  m_empty = new EmptyState(this);
  setEmptyLibrary(false);
  m_stack->addWidget(m_empty);

  auto* form = new QWidget(this);
  auto* column = new QVBoxLayout(form);
  column->setContentsMargins(kGapGroups, kGapRelated, kGapGroups, kGapRelated);
  column->setSpacing(kGapRelated);
  column->addWidget(buildHeader());
  m_lastChange = new MetaLabel(form);
  m_lastChange->hide();
  column->addWidget(m_lastChange);
  column->addWidget(buildMessageRow());
  m_strip = new MessageStrip(this);
  column->addWidget(m_strip);
  m_body = new QStackedWidget(form);
  m_body->addWidget(buildFields());
  m_versionsPane = new VersionsPane(m_versions, m_body);
  m_body->addWidget(m_versionsPane);
  column->addWidget(m_body, 1);
  m_stack->addWidget(form);
}

QWidget* EditorPane::buildFields() {
  auto* fields = new QWidget(this);
  auto* column = new QVBoxLayout(fields);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addWidget(buildFacts());
  m_split = new QSplitter(Qt::Vertical, this);
  m_split->setChildrenCollapsible(false);
  m_split->setHandleWidth(kGapRelated);
  m_split->addWidget(buildPrompt());
  m_split->addWidget(buildSections());
  m_split->setStretchFactor(0, 3);
  m_split->setStretchFactor(1, 2);
  column->addWidget(m_split, 1);
  return fields;
}

QWidget* EditorPane::buildHeader() {
  auto* header = new QWidget(this);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  m_name = new QLineEdit(header);
  scaleFont(m_name, 1.3);
  m_name->setPlaceholderText(tr("Name"));
  m_name->setAccessibleName(tr("Name of the agent"));
  m_draftMark = new QLabel(header);
  m_version = new QToolButton(header);
  m_version->setAutoRaise(true);
  m_version->setCheckable(true);
  m_version->setFocusPolicy(Qt::StrongFocus);
  m_version->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_version->setIcon(icon(QStringLiteral("go-down")));
  m_version->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
  m_save = new QPushButton(header);
  m_save->setDefault(true);
  m_saveMore = new QToolButton(header);
  m_saveMore->setIcon(icon(QStringLiteral("go-down")));
  m_saveMore->setAutoRaise(true);
  m_saveMore->setFocusPolicy(Qt::StrongFocus);
  m_more = iconButton(QStringLiteral("overflow-menu"), tr("More"), header);
  m_more->setPopupMode(QToolButton::InstantPopup);
  m_more->setMenu(new QMenu(m_more));
  row->addWidget(m_name, 1);
  row->addWidget(m_draftMark);
  row->addWidget(m_version);
  auto* saving = new QHBoxLayout;
  saving->setSpacing(0);
  saving->addWidget(m_save);
  saving->addWidget(m_saveMore);
  row->addLayout(saving);
  row->addWidget(m_more);
  return header;
}

QWidget* EditorPane::buildFacts() {
  auto* facts = new QWidget(this);
  auto* form = formLayout(facts);
  m_description = shortText(facts, tr("Description"), 2);
  m_description->setPlaceholderText(tr("What it is for, in a sentence"));
  m_model = new ModelCombo(m_models, facts);
  m_tags = new QLineEdit(facts);
  m_tags->setPlaceholderText(tr("Words to find it by, separated by commas"));
  m_tags->setAccessibleName(tr("Tags"));
  const auto label = [facts](const QString& text, QWidget* buddy) {
    auto* made = new QLabel(text, facts);
    made->setBuddy(buddy);
    return made;
  };
  form->addRow(label(tr("&Description"), m_description), m_description);
  form->addRow(label(tr("&Model"), m_model), m_model);
  form->addRow(label(tr("&Tags"), m_tags), m_tags);
  return facts;
}

QWidget* EditorPane::buildPrompt() {
  auto* pane = new QWidget(this);
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(0, kGapRelated, 0, 0);
  column->setSpacing(kGapInside);
  auto* row = new QHBoxLayout;
  auto* title = sectionTitle(tr("Prompt"), pane);
  m_promptMeta = new MetaLabel(pane);
  m_promptMeta->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  row->addWidget(title);
  row->addWidget(m_promptMeta, 1);
  column->addLayout(row);
  m_prompt = new widgets::PromptEdit(pane);
  m_prompt->setPlaceholderText(
      tr("Instructions for the model. {{name}} becomes a field to fill in before a run."));
  m_prompt->setAccessibleName(tr("Prompt"));
  m_prompt->setTabChangesFocus(true);
  m_prompt->setMinimumHeight(m_prompt->fontMetrics().lineSpacing() * 5);
  title->setBuddy(m_prompt);
  column->addWidget(m_prompt, 1);
  m_findings = new FindingsList(m_lint, pane);
  column->addWidget(m_findings);
  return pane;
}

void EditorPane::addCommands(CommandRegistry& registry) {
  const QString agents = tr("Agents");
  auto* page = parentWidget() ? parentWidget() : this;
  addSaveCommands(registry, page);
  addReviewCommands(registry, page);
  auto* discard = registry.add(
      page, {QStringLiteral("agents.discard"), tr("Discard d&raft"), agents, QStringLiteral("edit-undo"), {}},
      [this] {
        pushAll();
        m_agent.discardDraft();
      });
  registry.add(page,
               {QStringLiteral("agents.rename"),
                tr("&Rename agent"),
                agents,
                QStringLiteral("document-edit"),
                {QKeySequence(Qt::Key_F2)}},
               [this] { focusName(); });
  registry.add(page, {QStringLiteral("agents.prompt"), tr("Go to &prompt"), agents, {}, {}},
               [this] { focusPrompt(); });
  auto* improve = registry.add(page, {QStringLiteral("agents.improve"), tr("&Improve…"), agents, {}, {}},
                               [this] { Q_EMIT improveWanted(); });
  auto* menu = m_more->menu();
  menu->addAction(improve);
  menu->addAction(discard);
  menu->addSeparator();
  for (const char* id : {"agents.duplicate", "agents.export", "agents.archive", "agents.delete"})
    if (auto* action = registry.find(QLatin1String(id))) menu->addAction(action);
  connect(menu, &QMenu::aboutToShow, this, [this, discard] { discard->setEnabled(m_agent.state().draft); });
  connect(menu, &QMenu::aboutToHide, this, [discard] { discard->setEnabled(true); });
}

// ---------------------------------------------------------------- binding

void EditorPane::bind() {
  bindFields();
  connect(&m_agent, &AgentVm::stateChanged, this, &EditorPane::render);
  connect(&m_agent, &AgentVm::opened, this, [this] {
    const bool other = m_agent.state().id != m_shown;
    renderFields(other);
    m_shown = m_agent.state().id;
    if (other) {
      askForMessage(false);
      showVersions(false);
    }
    render();
  });
  connect(&m_agent, &AgentVm::saved, this, [this] { askForMessage(false); });
  m_age.setInterval(std::chrono::seconds(30));
  connect(&m_age, &QTimer::timeout, this, &EditorPane::renderLastChange);
  connect(&m_versions, &VersionsVm::stateChanged, this, [this] {
    renderVersion();
    renderStrip();
  });
  connect(&m_versions, &VersionsVm::merged, this, [this] { showVersions(true); });
  connect(&m_versions, &VersionsVm::aboutToMerge, this, &EditorPane::pushAll);
  connect(&m_versions, &VersionsVm::mergeAsks, this, [this] { showVersions(true); });
  connect(m_versionsPane, &VersionsPane::closed, this, [this] { showVersions(false); });
  connect(&m_lint, &LintVm::changed, this, &EditorPane::renderFindings);
  connect(m_findings, &FindingsList::placeWanted, this, &EditorPane::goToFinding);
  connect(m_empty, &EmptyState::stepTaken, this, &EditorPane::newWanted);
  connect(m_cases, &CasesSection::tryWanted, this, &EditorPane::caseWanted);
  connect(m_strip, &MessageStrip::triggered, this, &EditorPane::onStrip);
  connect(m_strip, &MessageStrip::dismissed, this, [this] { m_agent.clearError(); });
  showSection(-1);
}

void EditorPane::bindFields() {
  connect(m_name, &QLineEdit::textEdited, &m_agent, &AgentVm::setName);
  connect(m_tags, &QLineEdit::textEdited, this,
          [this](const QString& text) { m_agent.setTags(splitTags(text)); });
  connect(m_model, &QComboBox::editTextChanged, this, [this](const QString& text) {
    if (!m_rendering) m_agent.setModel(text);
  });
  const auto push = [this](QPlainTextEdit* edit, auto intent) {
    m_pushers.push_back(new TextPusher(edit, [this, intent](const QString& text) {
      if (!m_rendering) intent(text);
    }));
  };
  push(m_description, [this](const QString& text) { m_agent.setDescription(text); });
  push(m_prompt, [this](const QString& text) { m_agent.setPrompt(text); });
  connect(m_prompt, &QPlainTextEdit::textChanged, this, [this] { followCaret(true); });
  connect(m_prompt, &QPlainTextEdit::cursorPositionChanged, this, [this] { followCaret(false); });
  m_prompt->installEventFilter(this);
  push(m_tools, [this](const QString& text) { m_agent.setTools(text); });
  push(m_schema, [this](const QString& text) { m_agent.setOutputSchema(text); });
  push(m_starters, [this](const QString& text) {
    m_agent.setStarters(text.split(QLatin1Char('\n'), Qt::SkipEmptyParts));
  });
}

void EditorPane::pushAll() {
  for (auto* pusher : m_pushers) pusher->pushNow();
  m_variables->pushNow();
}

// ---------------------------------------------------------------- rendering

void EditorPane::renderFields(bool fresh) {
  const auto& content = m_agent.state().content;
  m_rendering = true;
  const auto line = [](QLineEdit* edit, const QString& text) {
    if (edit->text() == text) return;
    edit->setText(text);
    if (!edit->hasFocus()) edit->setCursorPosition(0);  // a long one is read from its beginning
  };
  const auto block = [fresh](QPlainTextEdit* edit, const QString& text) {
    if (fresh)
      setTextFresh(edit, text);
    else
      setTextKept(edit, text);
  };
  line(m_name, format::text(content.name));
  line(m_tags, joined(content.tags, QStringLiteral(", ")));
  if (m_model->currentText() != format::text(content.model))
    m_model->setEditText(format::text(content.model));
  block(m_description, format::text(content.description));
  block(m_prompt, format::text(content.prompt));
  block(m_tools, format::text(content.tools));
  block(m_schema, format::text(content.outputSchema));
  block(m_starters, joined(content.starters, QStringLiteral("\n")));
  m_rendering = false;
}

void EditorPane::render() {
  const auto& state = m_agent.state();
  const bool open = !state.id.isNull();
  m_stack->setCurrentIndex(open ? 1 : 0);
  if (!open) {
    m_shown = {};
    return;
  }
  m_stack->widget(1)->setEnabled(state.loaded);
  renderTools();
  renderMarks();
  renderVersion();
  renderStrip();
}

// The JSON follows what the form beside it has written; what is being typed there is the state already.
void EditorPane::renderTools() {
  if (m_tools->hasFocus()) return;
  m_rendering = true;
  setTextKept(m_tools, format::text(m_agent.state().content.tools));
  m_rendering = false;
}

void EditorPane::renderMarks() {
  const auto& state = m_agent.state();
  const Tokens tokens = tokensFor(palette());
  QString mark;
  if (state.archived) mark = tr("Archived");
  if (state.draft)
    mark = state.keeping == AgentState::Keeping::Failed    ? tr("Draft, not kept yet")
           : state.keeping == AgentState::Keeping::Pending ? tr("Draft …")
                                                           : tr("Draft, kept");
  if (m_draftMark->text() != mark) m_draftMark->setText(mark);
  QPalette colours = m_draftMark->palette();
  colours.setColor(QPalette::WindowText, state.keeping == AgentState::Keeping::Failed ? tokens.negative
                                         : state.draft                                ? tokens.caution
                                                                                      : tokens.muted);
  if (colours != m_draftMark->palette()) m_draftMark->setPalette(colours);
  m_draftMark->setToolTip(state.draft ? tr("The agent itself is unchanged until you save.") : QString());
  const bool maySave = state.draft && !state.saving && m_readOnly.isEmpty();
  m_save->setEnabled(maySave);
  m_saveMore->setEnabled(maySave);

  QStringList meta{(state.content.prompt.empty() ? QString() : QStringLiteral("≈ ")) +
                   format::tokens(state.promptTokens)};
  if (!state.variables.empty())
    meta.prepend(tr("fields: %1").arg(joined(state.variables, QStringLiteral(", "))));
  m_promptMeta->setFullText(meta.join(QStringLiteral(" · ")));
  m_toolsProblem->setVisible(!state.toolsFit);
  m_schemaProblem->setVisible(!state.schemaFits);

  const auto count = [](const QString& title, std::size_t number) {
    return number == 0 ? title : QStringLiteral("%1 (%2)").arg(title).arg(number);
  };
  const auto name = [this](int section, const QString& text) { m_sectionBar->setTitle(section, text); };
  name(Variables, count(tr("Variables"), state.content.variables.size()));
  name(Cases, count(tr("Cases"), state.content.cases.size()));
  name(Knowledge, count(tr("Knowledge"), state.content.knowledge.size()));
  name(Parameters, count(tr("Parameters"), state.parameters.size()));
  name(Tools, state.toolsFit ? (state.content.tools.empty() ? tr("Tools") : tr("Tools (set)"))
                             : tr("Tools (faulty)"));
  name(Output, state.schemaFits
                   ? (state.content.outputSchema.empty() ? tr("Output schema") : tr("Output schema (set)"))
                   : tr("Output schema (faulty)"));
  name(Starters, count(tr("Starters"), state.content.starters.size()));
}

void EditorPane::setReadOnly(const QString& reason) {
  if (m_readOnly == reason) return;
  m_readOnly = reason;
  m_versionsPane->setReadOnly(reason);
  m_knowledgeSection->setReadOnly(reason);
  setEmptyLibrary(m_emptyLibrary);
  describeSaving();
  renderMarks();
}

void EditorPane::setShared(bool shared) {
  if (m_shared == shared) return;
  m_shared = shared;
  shared ? m_age.start() : m_age.stop();
  renderLastChange();
}

void EditorPane::setEmptyLibrary(bool empty) {
  m_emptyLibrary = empty;
  const QString step = m_readOnly.isEmpty() ? tr("New Agent") : QString();
  if (empty)
    m_empty->set(QStringLiteral("tools-wizard"), tr("No agents yet"),
                 tr("An agent is a prompt with a model and a name."), step);
  else
    m_empty->set(QStringLiteral("document-edit"), tr("No agent is open"),
                 step.isEmpty() ? tr("Choose one in the library.")
                                : tr("Choose one in the library, or make a new one."),
                 step);
}

void EditorPane::setKnownTags(const QStringList& tags) {
  if (m_tags->completer() && m_tags->completer()->property("tags").toStringList() == tags) return;
  auto* completer = new QCompleter(tags, m_tags);
  completer->setCaseSensitivity(Qt::CaseInsensitive);
  completer->setProperty("tags", tags);
  m_tags->setCompleter(completer);
}

}  // namespace aiagent::ui
