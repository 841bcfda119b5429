#include "ui/pages/generate/generate_page.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/generate/examples_edit.h"
#include "ui/pages/generate/field_row.h"
#include "ui/pages/generate/improve_view.h"
#include "ui/pages/generate/jobs_view.h"
#include "ui/pages/generate/language_combo.h"
#include "ui/pages/model_combo.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/command_registry.h"
#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

constexpr int kWidest = 110;  // characters: lines that can be read
constexpr int kDescriptionLines = 4;
constexpr char kGoalKey[] = "generate.goal";
constexpr char kAgain[] = "again";
constexpr char kOffline[] = "offline";
constexpr char kWait[] = "wait";

// A column of readable width in the middle of a scrolled ground.
QScrollArea* scrolled(QWidget* inner, QWidget* parent) {
  auto* scroll = new QScrollArea(parent);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* ground = new QWidget(scroll);
  inner->setParent(ground);
  inner->setMaximumWidth(inner->fontMetrics().averageCharWidth() * kWidest);
  auto* centre = new QHBoxLayout(ground);
  centre->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
  centre->addStretch(1);
  centre->addWidget(inner, 100, Qt::AlignTop);
  centre->addStretch(1);
  scroll->setWidget(ground);
  return scroll;
}

QPlainTextEdit* textBox(const QString& name, int lines, QWidget* parent) {
  auto* edit = new QPlainTextEdit(parent);
  edit->setAccessibleName(name);
  edit->setTabChangesFocus(true);
  edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 2 * kGapRelated);
  return edit;
}

}  // namespace

GeneratePage::GeneratePage(GeneratePageSetup setup, QWidget* parent)
    : Page(parent),
      m_setup(setup),
      m_generate({setup.agents, setup.providers, setup.models, setup.runs, setup.generations, setup.queue,
                  setup.settings}),
      m_improve({setup.agents, setup.runs, setup.generations, setup.queue},
                [this] { return m_generate.target(); }),
      m_jobs(setup.queue, setup.agents),
      m_modelList(setup.providers, setup.models) {
  m_improve.setGoal(format::text(setup.settings.value(kGoalKey)));
  build();
  bind();
  addCommands();
  render();
  const auto& state = m_generate.state();
  m_moreButton->setChecked(!state.examples.isEmpty() || !state.language.isEmpty() || !state.basis.isNull());
}

// ---------------------------------------------------------------- building

void GeneratePage::build() {
  setMinimumSize(320, 320);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_stack = new QStackedWidget(this);
  column->addWidget(m_stack);
  m_form = scrolled(buildForm(), m_stack);
  m_stack->addWidget(m_form);
  m_stack->addWidget(scrolled(buildImprove(), m_stack));
  setFirst(m_description);
}

QWidget* GeneratePage::buildForm() {
  auto* form = new QWidget;
  auto* column = new QVBoxLayout(form);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  m_describePane = buildDescription(form);
  column->addWidget(m_describePane);
  m_strip = new MessageStrip(form);
  column->addWidget(m_strip);
  m_jobsView = new JobsView(m_jobs, form);
  column->addWidget(m_jobsView);
  m_fieldsPane = new QWidget(form);
  m_fieldsPane->setAccessibleName(tr("Proposed agent"));
  auto* fields = new QVBoxLayout(m_fieldsPane);
  fields->setContentsMargins(0, 0, 0, 0);
  fields->setSpacing(kGapRelated);
  fields->addWidget(buildSource(m_fieldsPane));
  for (const auto field : authoring::kAllFields) {
    m_rows.push_back(new FieldRow(field, m_generate, m_fieldsPane));
    fields->addWidget(m_rows.back());
  }
  fields->addWidget(buildEnd(m_fieldsPane));
  column->addWidget(m_fieldsPane);
  return form;
}

QWidget* GeneratePage::buildImprove() {
  auto* pane = new QWidget;
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapGroups);
  m_improveView = new ImproveView(m_improve, pane);
  m_improveJobs = new JobsView(m_jobs, pane);
  column->addWidget(m_improveView);
  column->addWidget(m_improveJobs);
  return pane;
}

QWidget* GeneratePage::buildDescription(QWidget* parent) {
  auto* pane = new QWidget(parent);
  pane->setAccessibleName(tr("Description"));
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addWidget(pageTitle(tr("Generate an agent"), pane));
  m_description = textBox(tr("Describe what the agent should do"), kDescriptionLines, pane);
  m_description->setPlaceholderText(
      tr("Describe what the agent should do. For example: sort incoming support tickets by urgency, and say "
         "why in a sentence."));
  column->addWidget(m_description);
  m_moreButton = new QToolButton(pane);
  m_moreButton->setText(tr("Examples, language and basis"));
  m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_moreButton->setArrowType(Qt::RightArrow);
  m_moreButton->setCheckable(true);
  m_moreButton->setAutoRaise(true);
  m_moreButton->setFocusPolicy(Qt::StrongFocus);
  column->addWidget(m_moreButton, 0, Qt::AlignLeading);
  column->addWidget(m_more = buildMore(pane));
  column->addWidget(buildActions(pane));
  return pane;
}

QWidget* GeneratePage::buildMore(QWidget* parent) {
  auto* more = new QWidget(parent);
  auto* form = formLayout(more);
  m_examples = new ExamplesEdit(this, more);
  m_language = new LanguageCombo(more);
  m_language->setAccessibleName(tr("Language of the agent"));
  m_basis = new QComboBox(more);
  m_basis->setAccessibleName(tr("Based on"));
  m_basis->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_basis->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  const auto label = [more](const QString& text, QWidget* buddy) {
    auto* made = new QLabel(text, more);
    made->setBuddy(buddy);
    return made;
  };
  auto* examples = label(tr("&Examples:"), m_examples);
  examples->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
  form->addRow(examples, m_examples);
  form->addRow(label(tr("&Language:"), m_language), m_language);
  form->addRow(label(tr("&Based on:"), m_basis), m_basis);
  more->hide();
  return more;
}

QWidget* GeneratePage::buildActions(QWidget* parent) {
  auto* bar = new QWidget(parent);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  m_provider = new MetaLabel(bar);
  m_model = new ModelCombo(m_modelList, bar);
  m_model->setMaximumWidth(fontMetrics().averageCharWidth() * 32);
  m_offline = new QPushButton(tr("Draft from Templates"), bar);
  m_offline->setToolTip(tr("Without a model and without a network"));
  m_run = new QPushButton(bar);
  m_run->setDefault(true);
  row->addWidget(m_model, 2);
  row->addWidget(m_provider, 1);
  row->addWidget(m_offline);
  row->addWidget(m_run);
  return bar;
}

QWidget* GeneratePage::buildSource(QWidget* parent) {
  m_source = new QWidget(parent);
  auto* row = new QHBoxLayout(m_source);
  row->setContentsMargins(0, kGapRelated, 0, 0);
  row->setSpacing(kGapRelated);
  m_sourceText = new QLabel(m_source);
  m_sourceText->setTextFormat(Qt::PlainText);
  m_sourceText->setWordWrap(true);
  m_templates = new QComboBox(m_source);
  m_templates->setAccessibleName(tr("Another template"));
  row->addWidget(m_sourceText, 1);
  row->addWidget(m_templates);
  return m_source;
}

QWidget* GeneratePage::buildEnd(QWidget* parent) {
  m_end = new QWidget(parent);
  auto* row = new QHBoxLayout(m_end);
  row->setContentsMargins(0, kGapRelated, 0, 0);
  row->setSpacing(kGapRelated);
  m_startOver = new QPushButton(tr("Discard"), m_end);
  m_startOver->setFlat(true);
  m_acceptAll = new QPushButton(tr("Accept All"), m_end);
  m_create = new QPushButton(m_end);
  row->addWidget(m_startOver);
  row->addStretch(1);
  row->addWidget(m_acceptAll);
  row->addWidget(m_create);
  return m_end;
}

// ---------------------------------------------------------------- binding

void GeneratePage::bind() {
  connect(m_description, &QPlainTextEdit::textChanged, this,
          [this] { m_generate.setDescription(m_description->toPlainText()); });
  connect(m_examples, &ExamplesEdit::changed, this,
          [this] { m_generate.setExamples(m_examples->examples()); });
  connect(m_language, &LanguageCombo::languageChanged, this,
          [this] { m_generate.setLanguage(m_language->language()); });
  m_description->installEventFilter(this);
  connect(m_moreButton, &QToolButton::toggled, this, [this](bool open) {
    m_moreButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_more->setVisible(open);
    if (open) m_generate.loadBases();
  });
  connect(m_basis, &QComboBox::activated, this, [this] {
    m_generate.setBasis(
        domain::AgentId::parse(format::utf8(m_basis->currentData().toString())).value_or(domain::AgentId()));
  });
  connect(m_model, &QComboBox::editTextChanged, this,
          [this](const QString& text) { m_generate.setModel(text); });
  connect(m_run, &QPushButton::clicked, this, &GeneratePage::generateOrStop);
  connect(m_offline, &QPushButton::clicked, &m_generate, &GenerateVm::draftOffline);
  connect(m_templates, &QComboBox::activated, this, [this](int index) {
    if (index > 0) m_generate.useTemplate(m_templates->itemData(index).toString());
  });
  connect(m_startOver, &QPushButton::clicked, &m_generate, &GenerateVm::startOver);
  connect(m_acceptAll, &QPushButton::clicked, &m_generate, &GenerateVm::acceptAll);
  connect(m_create, &QPushButton::clicked, this, [this] {
    for (auto* row : m_rows) row->pushAll();
    m_generate.create();
  });
  connect(m_strip, &MessageStrip::triggered, this, &GeneratePage::onStrip);
  connect(m_strip, &MessageStrip::dismissed, &m_generate, &GenerateVm::clearError);
  connect(&m_generate, &GenerateVm::stateChanged, this, &GeneratePage::render);
  connect(&m_generate, &GenerateVm::created, this, [this](const domain::AgentId& id) {
    Q_EMIT pageRequested(QStringLiteral("agents"), format::text(id.toString()));
  });
  connect(&m_generate, &GenerateVm::draftWanted, this, &GeneratePage::draftWanted);
  connect(&m_improve, &ImproveVm::draftWanted, this, &GeneratePage::draftWanted);
  connect(m_improveView, &ImproveView::closed, this, [this] { go({}); });
  connect(m_improveView, &ImproveView::settingsWanted, this,
          [this](const QString& section) { Q_EMIT pageRequested(QStringLiteral("settings"), section); });
  for (auto* view : {m_jobsView, m_improveJobs})
    connect(view, &JobsView::reviewWanted, this, &GeneratePage::review);
}

void GeneratePage::addCommands() {
  const auto category = tr("Generate");
  m_setup.registry.add(this, {QStringLiteral("generate.accept-all"), tr("&Accept all fields"), category},
                       [this] { m_generate.acceptAll(); });
  m_setup.registry.add(this, {QStringLiteral("generate.create"), tr("&Create the agent"), category},
                       [this] { m_create->click(); });
  m_setup.registry.add(this, {QStringLiteral("generate.offline"), tr("&Draft from templates"), category},
                       [this] { m_generate.draftOffline(); });
}

bool GeneratePage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && (key->modifiers() & Qt::ControlModifier)) {
      if (!m_generate.state().busy()) m_generate.generate();
      return true;
    }
    if (key->key() == Qt::Key_Escape && m_generate.state().busy()) {
      m_generate.stop();
      return true;
    }
  }
  return Page::eventFilter(watched, event);
}

void GeneratePage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_more->isVisible()) m_generate.loadBases();
}

void GeneratePage::generateOrStop() {
  if (m_generate.state().busy())
    m_generate.stop();
  else
    m_generate.generate();
}

// What stands in the form is the person's, and makes room only when they say so.
bool GeneratePage::isFormFree(const QString& description) const {
  const auto& state = m_generate.state();
  const bool otherWords = !state.description.trimmed().isEmpty() && state.description != description;
  return !state.busy() && !state.anyTaken() && !otherWords;
}

void GeneratePage::review(const domain::GenerationJob& job) {
  if (job.kind == domain::GenerationKind::Improve) {
    m_stack->setCurrentIndex(1);
    if (m_improve.holdsOthers(job.id)) return m_improveView->tellBusy();
    m_improve.review(job);
    return m_improveView->focusGoal();
  }
  m_stack->setCurrentIndex(0);
  if (!isFormFree(format::text(job.description)))
    return m_strip->tell(
        {.kind = StripKind::Caution, .sentence = tr("Finish or discard what is in the form first.")});
  m_generate.review(job);
  m_jobs.remove(job.id);
}

// ---------------------------------------------------------------- what the window asks for

void GeneratePage::go(const QString& target) {
  const auto id = domain::AgentId::parse(format::utf8(target.section(QLatin1Char(':'), 1)));
  const bool improve = id && target.startsWith(QLatin1String("improve:"));
  m_stack->setCurrentIndex(improve ? 1 : 0);
  if (improve) {
    m_improve.open(*id);
    return m_improveView->focusGoal();
  }
  if (id && target.startsWith(QLatin1String("basis:"))) {
    m_generate.setBasis(*id);
    m_moreButton->setChecked(true);
  }
  m_description->setFocus();
}

QList<QWidget*> GeneratePage::panes() const {
  return {m_describePane, m_jobsView, m_fieldsPane, m_improveView, m_improveJobs};
}

void GeneratePage::flush(std::function<void()> done) {
  for (auto* row : m_rows) row->pushAll();
  m_setup.settings.set(kGoalKey, format::utf8(m_improve.state().goal));
  m_generate.flush();
  done();
}

// ---------------------------------------------------------------- rendering

void GeneratePage::render() {
  renderDescription();
  renderBases();
  renderStrip();
  renderSource();
  for (auto* row : m_rows) row->render();
  renderEnd();
}

void GeneratePage::renderDescription() {
  const auto& state = m_generate.state();
  const bool described = !state.description.trimmed().isEmpty();
  syncText(m_description, state.description);
  if (m_examples->examples() != state.examples) m_examples->setExamples(state.examples);
  m_language->setLanguage(state.language);
  if (m_model->currentText().trimmed() != state.model) m_model->setEditText(state.model);
  const bool rehearsal = state.provider && state.provider->name == domain::kRehearsalProvider;
  syncVisible(m_model, state.provider && !rehearsal);
  m_provider->setFullText(!state.provider ? tr("No provider is chosen")
                          : rehearsal     ? tr("Rehearsal: no model involved")
                                          : format::text(state.provider->name));
  syncText(m_run, state.busy() ? tr("Stop") : tr("Generate"));
  m_run->setToolTip(state.busy() ? tr("Esc") : tr("Ctrl+Return"));
  syncEnabled(m_run, state.busy() || described);
  syncEnabled(m_offline, !state.busy() && described);
}

void GeneratePage::renderBases() {
  const auto& state = m_generate.state();
  QStringList names{tr("Nothing: a new agent")}, ids{QString()};
  for (const auto& basis : state.bases) {
    names += basis.name;
    ids += format::text(basis.id.toString());
  }
  const auto current = state.basis.isNull() ? QString() : format::text(state.basis.toString());
  if (!ids.contains(current)) {
    names += state.basisName;
    ids += current;
  }
  bool same = m_basis->count() == ids.size();
  for (int at = 0; same && at < m_basis->count(); ++at)
    same = m_basis->itemData(at).toString() == ids[at] && m_basis->itemText(at) == names[at];
  if (!same) {
    m_basis->clear();
    for (qsizetype at = 0; at < ids.size(); ++at) m_basis->addItem(names[at], ids[at]);
  }
  syncIndex(m_basis, int(ids.indexOf(current)));
}

void GeneratePage::renderStrip() {
  const auto& state = m_generate.state();
  StripMessage message;
  if (state.phase == GenerateState::Phase::Waiting) {
    message = {.kind = StripKind::Caution,
               .sentence = tr("The provider cannot be reached just now: it is tried again soon."),
               .closable = false};
  } else if (state.error) {
    message = errorMessage(*state.error, false);
    // Two ways at most: the remedy where somebody has to mend something, else once more or later; and the
    // drafter, whose button is always below the description, for what no network is needed for.
    if (services::isOutOfReach(*state.error))
      message.buttons = {{QLatin1String(kAgain), tr("Try Again")},
                         {QLatin1String(kWait), tr("Wait for Network")}};
    else if (message.buttons.empty() || remedyOf(message.buttons.front().id) == format::Remedy::TryAgain)
      message.buttons = {{QLatin1String(kAgain), tr("Try Again")}};
    if (!services::isOutOfReach(*state.error))
      message.buttons.push_back({QLatin1String(kOffline), tr("Draft Offline")});
  } else if (state.queued) {
    message = {.kind = StripKind::Positive,
               .sentence = tr("It waits in the queue, and is sent when the provider can be reached.")};
  }
  syncStrip(m_strip, message);
}

void GeneratePage::onStrip(const QString& button) {
  if (button == QLatin1String(kAgain)) return m_generate.generate();
  if (button == QLatin1String(kOffline)) return m_generate.draftOffline();
  if (button == QLatin1String(kWait)) return m_generate.waitForNetwork();
  switch (remedyOf(button)) {
    case format::Remedy::OpenProviderSettings:
      return Q_EMIT pageRequested(QStringLiteral("settings"), QStringLiteral("providers"));
    case format::Remedy::OpenNetworkSettings:
      return Q_EMIT pageRequested(QStringLiteral("settings"), QStringLiteral("network"));
    case format::Remedy::OpenProfileFolder:
      return Q_EMIT pageRequested(QStringLiteral("settings"), QStringLiteral("data"));
    case format::Remedy::ChooseModel: return m_model->setFocus();
    default: m_generate.clearError();
  }
}

void GeneratePage::renderSource() {
  const auto& state = m_generate.state();
  const bool offline = state.source == GenerateState::Source::Offline;
  syncVisible(m_source, offline);
  if (!offline) return;
  QString source = tr("Draft, not model-made. Template: %1.").arg(state.templateId);
  if (state.otherLanguage)
    source += QLatin1Char(' ') + tr("It is in English: no template is in “%1”.").arg(state.language);
  syncText(m_sourceText, source);
  QStringList ids;
  for (int at = 1; at < m_templates->count(); ++at) ids += m_templates->itemData(at).toString();
  syncVisible(m_templates, !state.otherTemplates.isEmpty());
  if (ids == state.otherTemplates && m_templates->count() > 0) return syncIndex(m_templates, 0);
  m_templates->clear();
  m_templates->addItem(tr("Another template…"));
  for (const auto& id : state.otherTemplates) m_templates->addItem(id, id);
}

void GeneratePage::renderEnd() {
  const auto& state = m_generate.state();
  const bool basis = !state.basis.isNull();
  syncVisible(m_fieldsPane, state.hasFields());
  // What is put into a draft stays on this device; a new agent is everybody's.
  const bool may = m_readOnly.isEmpty() || basis;
  syncEnabled(m_acceptAll, state.anyProposed() && !state.busy() && may);
  syncEnabled(m_create, state.canCreate() && !state.busy() && may);
  m_acceptAll->setToolTip(may ? QString() : m_readOnly);
  syncText(m_create, basis ? tr("Put into Draft") : tr("Create Agent"));
  if (!may) return m_create->setToolTip(m_readOnly);
  m_create->setToolTip(state.canCreate() || state.busy() ? QString()
                       : basis                           ? tr("Accept a field first")
                                                         : tr("Accept at least a name first"));
}

}  // namespace aiagent::ui
