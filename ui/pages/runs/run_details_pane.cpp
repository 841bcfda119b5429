#include "ui/pages/runs/run_details_pane.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/ask_to_open.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/runs/run_conversation_view.h"
#include "ui/pages/runs/run_facts_view.h"
#include "ui/pages/runs/run_request_view.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/command_registry.h"
#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

using format::text;

constexpr char kUndo[] = "undo";
constexpr char kBillingPage[] = "https://platform.openai.com/settings/organization/billing";
constexpr int kSecond = 1000;  // ms

QString conversationMarkdown(const RunDetails& details) {
  return text(exportRuns(details.conversation, ExportFormat::Markdown));
}

// A remedy that the run cannot offer without its agent is left out.
StripMessage runErrorMessage(const base::Error& error, bool hasAgent, bool hasParameter) {
  auto message = errorMessage(error);
  message.kind = error.code == base::ErrorCode::OutputLimit || error.code == base::ErrorCode::ContentRefused
                     ? StripKind::Caution
                     : StripKind::Negative;
  std::erase_if(message.buttons, [&](const StripButton& button) {
    switch (remedyOf(button.id)) {
      case format::Remedy::RemoveParameter: return !hasParameter;
      case format::Remedy::ChooseModel:
      case format::Remedy::EditField:
      case format::Remedy::RaiseOutputLimit: return !hasAgent;
      default: return false;
    }
  });
  return message;
}

}  // namespace

RunDetailsPane::RunDetailsPane(RunsVm& runs, CommandRegistry& registry, QWidget& page, QWidget* parent)
    : QWidget(parent), m_runs(runs) {
  build();
  addCommands(registry, &page);
  buildMenu();
  bind();
  render();
}

void RunDetailsPane::build() {
  setAccessibleName(tr("Run"));
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->setSpacing(0);
  m_strip = new MessageStrip(this);
  auto* stripRow = new QHBoxLayout;
  stripRow->setContentsMargins(kGapGroups, kGapRelated, kGapGroups, 0);
  stripRow->addWidget(m_strip);
  outer->addLayout(stripRow);
  m_stack = new QStackedWidget(this);
  outer->addWidget(m_stack, 1);
  m_content = new QWidget(m_stack);
  m_empty = new EmptyState(m_stack);
  m_blank = new QWidget(m_stack);
  for (auto* widget : {m_content, static_cast<QWidget*>(m_empty), m_blank}) m_stack->addWidget(widget);

  auto* column = new QVBoxLayout(m_content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(buildHeader());
  column->addWidget(buildWaiting());
  m_tabs = new QTabBar(m_content);
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  m_tabs->setAccessibleName(tr("Parts of the run"));
  for (const auto& title : {tr("Conversation"), tr("Facts"), tr("Request")}) m_tabs->addTab(title);
  auto* tabRow = new QHBoxLayout;
  tabRow->setContentsMargins(kGapRelated, 0, kGapRelated, 0);
  tabRow->addWidget(m_tabs);
  tabRow->addStretch(1);
  column->addLayout(tabRow);
  column->addWidget(hairline(Qt::Horizontal, m_content));
  m_views = new QStackedWidget(m_content);
  m_conversation = new RunConversationView(m_runs, m_views);
  m_facts = new RunFactsView(m_views);
  m_request = new RunRequestView(m_views);
  for (auto* view : {static_cast<QWidget*>(m_conversation), static_cast<QWidget*>(m_facts),
                     static_cast<QWidget*>(m_request)})
    m_views->addWidget(view);
  column->addWidget(m_views, 1);
}

QWidget* RunDetailsPane::buildHeader() {
  auto* header = new QWidget(m_content);
  m_title = new ElidedLabel(header);
  auto bold = m_title->font();
  bold.setWeight(QFont::DemiBold);
  m_title->setFont(bold);
  m_meta = new MetaLabel(header);
  m_stop = new QPushButton(icon(QStringLiteral("media-playback-stop")), tr("Stop"), header);
  m_resume = new QPushButton(tr("Resume"), header);
  m_resume->setToolTip(tr("Fetches what the provider has gone on to write"));
  m_continue = new QPushButton(tr("Continue"), header);
  m_continue->setToolTip(tr("Goes on with this conversation beside the agent"));
  m_without = new QPushButton(tr("Run Without"), header);
  m_without->setMenu(new QMenu(m_without));
  describe(m_without, tr("Run again without a parameter"), tr("Run again without a parameter"));
  m_again = new QPushButton(tr("Run Again"), header);
  m_again->setDefault(true);
  m_more = iconButton(QStringLiteral("overflow-menu"), tr("More for this run"), header);
  m_more->setPopupMode(QToolButton::InstantPopup);
  auto* texts = new QVBoxLayout;
  texts->setSpacing(0);
  texts->addWidget(m_title);
  texts->addWidget(m_meta);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(kGapGroups, kGapRelated, kGapRelated, kGapRelated);
  row->setSpacing(kGapRelated);
  row->addLayout(texts, 1);
  for (QWidget* button :
       {static_cast<QWidget*>(m_stop), static_cast<QWidget*>(m_resume), static_cast<QWidget*>(m_continue),
        static_cast<QWidget*>(m_without), static_cast<QWidget*>(m_again), static_cast<QWidget*>(m_more)})
    row->addWidget(button);
  return header;
}

QWidget* RunDetailsPane::buildWaiting() {
  m_waiting = new QWidget(m_content);
  m_waitingText = new QLabel(m_waiting);
  m_waitingText->setTextFormat(Qt::PlainText);
  m_waitingText->setWordWrap(true);
  auto* now = new QPushButton(tr("Try Now"), m_waiting);
  auto* row = new QHBoxLayout(m_waiting);
  row->setContentsMargins(kGapGroups, 0, kGapGroups, kGapRelated);
  row->setSpacing(kGapRelated);
  row->addWidget(m_waitingText, 1);
  row->addWidget(now);
  m_waiting->hide();
  m_second.setInterval(kSecond);
  connect(now, &QPushButton::clicked, &m_runs, &RunsVm::retryNow);
  connect(&m_second, &QTimer::timeout, this, &RunDetailsPane::renderWaiting);
  return m_waiting;
}

void RunDetailsPane::addCommands(CommandRegistry& registry, QWidget* page) {
  const QString category = tr("Runs");
  m_againAction = registry.add(page,
                               {QStringLiteral("runs.again"),
                                tr("&Run again"),
                                category,
                                QStringLiteral("media-playback-start"),
                                {QKeySequence(Qt::CTRL | Qt::Key_Return)}},
                               [this] { m_runs.runAgain(); });
  m_continueAction = registry.add(page,
                                  {QStringLiteral("runs.continue"),
                                   tr("&Continue this conversation"),
                                   category,
                                   QStringLiteral("go-next"),
                                   {}},
                                  [this] {
                                    if (opened()) Q_EMIT continueWanted(m_runs.state().selected);
                                  });
  m_agentAction = registry.add(
      page, {QStringLiteral("runs.agent"), tr("&Open the agent"), category, QStringLiteral("im-user"), {}},
      [this] {
        if (opened()) Q_EMIT agentWanted(m_runs.state().details->run().request.agent);
      });
  m_versionAction = registry.add(page,
                                 {QStringLiteral("runs.version"),
                                  tr("Open the &version it used"),
                                  category,
                                  QStringLiteral("view-history"),
                                  {}},
                                 [this] {
                                   if (opened())
                                     Q_EMIT versionWanted(m_runs.state().details->run().request.version);
                                 });
  m_deleteAction = registry.add(page,
                                {QStringLiteral("runs.delete"),
                                 tr("&Delete this run"),
                                 category,
                                 QStringLiteral("edit-delete"),
                                 {QKeySequence(Qt::Key_Delete)}},
                                [this] { m_runs.remove(); });
  registry.add(page,
               {QStringLiteral("runs.stop"),
                tr("&Stop this run"),
                category,
                QStringLiteral("media-playback-stop"),
                {}},
               [this] { m_runs.stop(); });
  registry.add(page,
               {QStringLiteral("runs.find"),
                tr("&Find in this conversation"),
                category,
                QStringLiteral("edit-find"),
                {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}},
               [this] {
                 if (!opened()) return;
                 showTab(0);
                 m_conversation->openFind();
               });
}

void RunDetailsPane::buildMenu() {
  auto* menu = new QMenu(m_more);
  menu->addAction(m_agentAction);
  menu->addAction(m_versionAction);
  menu->addSeparator();
  menu->addAction(icon(QStringLiteral("edit-copy")), tr("Copy the &answer"), this,
                  [this] { copyText(text(m_runs.state().details->run().text())); });
  m_wholeActions << menu->addAction(tr("Copy the conversation as &Markdown"), this,
                                    [this] { copyText(conversationMarkdown(*m_runs.state().details)); });
  menu->addAction(tr("Copy as &curl, without the key"), this,
                  [this] { copyText(m_runs.state().details->curl); });
  menu->addSeparator();
  m_wholeActions << menu->addAction(icon(QStringLiteral("document-save")), tr("&Export as Markdown…"), this,
                                    [this] { exportAs(ExportFormat::Markdown); });
  m_wholeActions << menu->addAction(tr("Export as &JSON…"), this, [this] { exportAs(ExportFormat::Json); });
  menu->addSeparator();
  menu->addAction(m_deleteAction);
  m_more->setMenu(menu);
}

void RunDetailsPane::bind() {
  connect(m_again, &QPushButton::clicked, this, [this] { m_runs.runAgain(); });
  connect(m_continue, &QPushButton::clicked, m_continueAction, &QAction::trigger);
  connect(m_resume, &QPushButton::clicked, &m_runs, &RunsVm::resume);
  connect(m_stop, &QPushButton::clicked, &m_runs, &RunsVm::stop);
  connect(m_without->menu(), &QMenu::aboutToShow, this, &RunDetailsPane::fillAgainMenu);
  connect(m_tabs, &QTabBar::currentChanged, m_views, &QStackedWidget::setCurrentIndex);
  connect(m_strip, &MessageStrip::triggered, this, &RunDetailsPane::onStrip);
  connect(m_strip, &MessageStrip::dismissed, this, [this] {
    const auto& state = m_runs.state();
    if (state.error || !state.notice.isEmpty()) return m_runs.dismissMessages();
    if (!state.deleted.isNull()) return m_runs.endUndo();
    m_dismissed = state.selected;
  });
  connect(m_facts, &RunFactsView::versionWanted, m_versionAction, &QAction::trigger);
  connect(m_empty, &EmptyState::stepTaken, this, [this] { m_runs.select(m_runs.state().selected); });
  connect(&m_runs, &RunsVm::stateChanged, this, &RunDetailsPane::render);
}

void RunDetailsPane::showTab(int tab) {
  m_tabs->setCurrentIndex(tab);
}

void RunDetailsPane::copyText(const QString& text) {
  QGuiApplication::clipboard()->setText(text);
}

void RunDetailsPane::fillAgainMenu() {
  auto* menu = m_without->menu();
  menu->clear();
  if (!opened()) return;
  for (const auto& parameter : m_runs.state().details->parameters)
    menu->addAction(tr("Run again without %1").arg(parameter.label), this,
                    [this, name = format::utf8(parameter.label)] { m_runs.runAgain(name); });
}

void RunDetailsPane::exportAs(ExportFormat format) {
  if (!opened()) return;
  const bool markdown = format == ExportFormat::Markdown;
  auto* dialog =
      new QFileDialog(this, markdown ? tr("Export as Markdown") : tr("Export as JSON"),
                      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                      markdown ? tr("Markdown (*.md);;All files (*)") : tr("JSON (*.json);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(markdown ? QStringLiteral("md") : QStringLiteral("json"));
  dialog->selectFile(exportFileName(m_runs.state().details->run(), format));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, format](const QString& path) { m_runs.exportTo(path, format); });
  dialog->open();
}

// What was asked for here and failed, else why the opened run ended as it did.
std::optional<base::Error> RunDetailsPane::shownError() const {
  const auto& state = m_runs.state();
  if (state.error) return state.error;
  if (!state.details || state.live || m_dismissed == state.selected || !state.details->run().error)
    return std::nullopt;
  return domain::toError(*state.details->run().error);
}

void RunDetailsPane::onStrip(const QString& button) {
  if (button == QLatin1String(kUndo)) return m_runs.undo();
  const auto error = shownError();
  if (button == QLatin1String(kCopyDetails) && error) return copyDetails(*error);
  switch (remedyOf(button)) {
    case format::Remedy::OpenProviderSettings: return Q_EMIT settingsWanted(QStringLiteral("providers"));
    case format::Remedy::OpenNetworkSettings: return Q_EMIT settingsWanted(QStringLiteral("network"));
    case format::Remedy::OpenProfileFolder: return Q_EMIT settingsWanted(QStringLiteral("data"));
    case format::Remedy::RemoveParameter:
      if (error) m_runs.runAgain(error->subject);
      return;
    case format::Remedy::TryAgain: return m_runs.runAgain();
    case format::Remedy::OpenBillingPage: return askToOpen(this, QUrl(QString::fromLatin1(kBillingPage)));
    case format::Remedy::ChooseModel:
    case format::Remedy::EditField:
    case format::Remedy::RaiseOutputLimit: return m_agentAction->trigger();
    case format::Remedy::None: return;
  }
}

// ---------------------------------------------------------------- rendering

void RunDetailsPane::render() {
  const auto& state = m_runs.state();
  switch (state.detail) {
    case RunsState::Detail::None:
      m_empty->set(QStringLiteral("view-history"), tr("No run is open"), tr("Choose one from the list."));
      break;
    case RunsState::Detail::Failed:
      m_empty->set(QStringLiteral("data-error"), tr("The run could not be read"),
                   state.detailError ? format::explain(*state.detailError).text() : QString(),
                   tr("Try Again"));
      break;
    default: break;
  }
  // Beside a list without rows there is nothing to be chosen, and the list says why.
  const bool blank = state.detail == RunsState::Detail::Loading ||
                     (state.detail == RunsState::Detail::None && state.list != RunsState::List::Ready);
  QWidget* shown = state.details ? m_content : blank ? m_blank : static_cast<QWidget*>(m_empty);
  if (m_stack->currentWidget() != shown) m_stack->setCurrentWidget(shown);
  for (auto* action : {m_againAction, m_continueAction, m_deleteAction, m_agentAction, m_versionAction})
    action->setEnabled(opened());
  if (opened()) {
    renderHeader();
    renderContent();
  }
  renderStrip();
  renderWaiting();
}

void RunDetailsPane::renderHeader() {
  const auto& state = m_runs.state();
  const auto& run = state.details->run();
  const bool hasAgent = !run.request.agent.isNull();
  syncText(m_title, text(run.request.input).left(300).simplified());
  QStringList meta{text(run.request.content.name),
                   format::versionUsed(run.versionNumber, run.request.fromDraft), text(run.request.model),
                   format::relativeTime(run.created, m_runs.clock().wallNow()),
                   state.live ? format::runStatus(domain::RunStatus::Running) : format::runFacts(run)};
  meta.removeAll(QString());
  syncText(m_meta, meta.join(QStringLiteral(" · ")));
  syncVisible(m_stop, state.live);
  syncVisible(m_again, !state.live);
  syncVisible(m_without, !state.live && !state.details->parameters.empty());
  syncVisible(m_continue, !state.live && hasAgent);
  syncVisible(m_resume, !state.live && state.details->resumable);
  m_againAction->setEnabled(!state.live);
  m_continueAction->setEnabled(!state.live && hasAgent);
  m_deleteAction->setEnabled(!state.live);
  m_agentAction->setEnabled(hasAgent);
  m_versionAction->setEnabled(run.versionNumber > 0);
  for (auto* action : m_wholeActions) action->setEnabled(state.whole && !state.exporting);
}

void RunDetailsPane::renderContent() {
  const auto& details = m_runs.state().details;
  if (m_shown == details) return;
  m_shown = details;
  m_facts->show(details->facts);
  m_request->show(*details);
}

void RunDetailsPane::renderStrip() {
  const auto& state = m_runs.state();
  StripMessage message;
  const auto error = shownError();
  if (state.error)
    message = errorMessage(*state.error);
  else if (!state.deleted.isNull())
    message = {.sentence = tr("The run “%1” was deleted.").arg(state.deletedTitle.left(40)),
               .buttons = {{QLatin1String(kUndo), tr("Undo")}}};
  else if (!state.notice.isEmpty())
    message = {.kind = StripKind::Positive, .sentence = state.notice};
  else if (error)
    message =
        runErrorMessage(*error, !state.details->run().request.agent.isNull(),
                        state.details->run().request.content.parameters.find(error->subject) != nullptr);
  syncStrip(m_strip, message);
}

// A label, not a strip: a countdown that is told to a screen reader every second is torture.
void RunDetailsPane::renderWaiting() {
  const auto& waiting = m_runs.state().waiting;
  syncVisible(m_waiting, waiting.has_value());
  if (!waiting) return m_second.stop();
  if (!m_second.isActive()) m_second.start();
  const auto left = std::chrono::ceil<std::chrono::seconds>(waiting->until - m_runs.clock().now());
  const auto seconds = std::max<std::int64_t>(0, left.count());
  syncText(m_waitingText, tr("%1 Trying again in %2.")
                              .arg(format::explain(waiting->reason).sentence,
                                   format::duration(std::chrono::seconds(seconds))));
}

}  // namespace aiagent::ui
