// The part of EditorPane that saves, shows versions and tells what the linter found.
#include <algorithm>
#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBlock>
#include <QToolButton>

#include "core/domain/prompt_template.h"
#include "ui/format/finding.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/editor_pane.h"
#include "ui/pages/findings_list.h"
#include "ui/pages/sync.h"
#include "ui/pages/versions/versions_pane.h"
#include "ui/widgets/controls/command_registry.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/prompt_edit.h"

namespace aiagent::ui {
namespace {

constexpr int kLongestFollowed = 20'000;  // characters of a line

// Where a byte of the prompt stands in the editor, which writes every line end as one character.
class Places {
 public:
  explicit Places(std::string_view text) : m_text(text) {}

  // From front to back.
  int of(std::size_t byte) {
    byte = std::min(byte, m_text.size());
    if (byte < m_byte) m_byte = 0, m_place = 0;
    QString piece = format::text(m_text.substr(m_byte, byte - m_byte));
    piece.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    m_place += int(piece.size());
    m_byte = byte;
    return m_place;
  }

 private:
  std::string_view m_text;
  std::size_t m_byte = 0;
  int m_place = 0;
};

widgets::PromptFinding::Level levelOf(authoring::Severity severity) {
  switch (severity) {
    case authoring::Severity::Error: return widgets::PromptFinding::Level::Error;
    case authoring::Severity::Warning: return widgets::PromptFinding::Level::Warning;
    case authoring::Severity::Hint: break;
  }
  return widgets::PromptFinding::Level::Hint;
}

}  // namespace

// ---------------------------------------------------------------- saving

void EditorPane::save(const QString& message) {
  if (!m_readOnly.isEmpty()) return;
  pushAll();
  m_agent.save(message);
}

void EditorPane::askForMessage(bool asked) {
  if (!asked && m_messageRow->isHidden()) return;
  const bool hadFocus = m_message->hasFocus();
  m_messageRow->setVisible(asked);
  if (!asked) m_message->clear();
  if (asked)
    m_message->setFocus(Qt::ShortcutFocusReason);
  else if (hadFocus)
    focusPrompt();
}

bool EditorPane::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_prompt && event->type() == QEvent::FocusOut) m_lint.setBeingTyped({});
  const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
  if (watched != m_message || !key || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
    return QWidget::eventFilter(watched, event);
  event->accept();
  if (event->type() == QEvent::KeyPress) askForMessage(false);
  return true;
}

QWidget* EditorPane::buildMessageRow() {
  m_messageRow = new QWidget(this);
  auto* row = new QHBoxLayout(m_messageRow);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  m_message = new QLineEdit(m_messageRow);
  m_message->setPlaceholderText(tr("What changed, and why"));
  m_message->setAccessibleName(tr("Message of the version"));
  m_message->installEventFilter(this);
  auto* go = new QPushButton(tr("Save Version"), m_messageRow);
  auto* close = iconButton(QStringLiteral("window-close"), tr("Without a message"), m_messageRow);
  row->addWidget(m_message, 1);
  row->addWidget(go);
  row->addWidget(close);
  m_messageRow->hide();
  connect(go, &QPushButton::clicked, this, [this] { save(m_message->text()); });
  connect(m_message, &QLineEdit::returnPressed, this, [this] { save(m_message->text()); });
  connect(close, &QToolButton::clicked, this, [this] { askForMessage(false); });
  return m_messageRow;
}

void EditorPane::addSaveCommands(CommandRegistry& registry, QWidget* page) {
  auto* save = registry.add(page,
                            {QStringLiteral("agents.save"),
                             tr("&Save"),
                             tr("Agents"),
                             QStringLiteral("document-save"),
                             {QKeySequence::Save}},
                            [this] { this->save(m_messageRow->isHidden() ? QString() : m_message->text()); });
  auto* message = registry.add(page,
                               {QStringLiteral("agents.save-message"),
                                tr("Save with a message"),
                                tr("Agents"),
                                QStringLiteral("document-save"),
                                {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}},
                               [this] { askForMessage(true); });
  m_save->setText(tr("Save"));
  m_save->setIcon(save->icon());
  m_saveAction = save;
  m_messageAction = message;
  connect(save, &QAction::changed, this, &EditorPane::describeSaving);
  connect(message, &QAction::changed, this, &EditorPane::describeSaving);
  describeSaving();
  connect(m_save, &QPushButton::clicked, save, &QAction::trigger);
  connect(m_saveMore, &QToolButton::clicked, message, &QAction::trigger);
}

// With the shortcut, or with why it is off.
void EditorPane::describeSaving() {
  const auto told = [this](const QString& sentence, const QAction* action) {
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    if (!m_readOnly.isEmpty()) return m_readOnly;
    return keys.isEmpty() ? sentence : QStringLiteral("%1 (%2)").arg(sentence, keys);
  };
  m_save->setToolTip(told(tr("Save the draft as the agent"), m_saveAction));
  describe(m_saveMore, tr("Save with a message"), told(tr("Save with a message"), m_messageAction));
}

void EditorPane::addReviewCommands(CommandRegistry& registry, QWidget* page) {
  const QString agents = tr("Agents");
  auto* versions = registry.add(page,
                                {QStringLiteral("agents.versions"),
                                 tr("&Versions"),
                                 agents,
                                 QStringLiteral("view-history"),
                                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)}},
                                [this] { showVersions(m_body->currentIndex() == 0); });
  connect(m_version, &QToolButton::clicked, versions, &QAction::trigger);
  registry.add(page,
               {QStringLiteral("agents.next-finding"),
                tr("Next finding of the linter"),
                agents,
                {},
                {QKeySequence(Qt::Key_F8)}},
               [this] { m_findings->step(1); });
  registry.add(page,
               {QStringLiteral("agents.previous-finding"),
                tr("Previous finding of the linter"),
                agents,
                {},
                {QKeySequence(Qt::SHIFT | Qt::Key_F8)}},
               [this] { m_findings->step(-1); });
}

// ---------------------------------------------------------------- versions

void EditorPane::renderVersion() {
  const auto& versions = m_versions.state();
  const bool draft = m_agent.state().draft;
  syncVisible(m_version, versions.head > 0);
  syncText(m_version, QStringLiteral("v%1").arg(versions.head));
  const QString spoken = draft ? tr("Version %1, and a draft that is not saved").arg(versions.head)
                               : tr("Version %1").arg(versions.head);
  if (m_version->accessibleName() != spoken) describe(m_version, spoken, spoken);
  syncChecked(m_version, m_body->currentIndex() == 1);
  renderLastChange();
}

void EditorPane::renderLastChange() {
  const auto& last = m_versions.state().last;
  const bool shown = m_shared && last;
  syncVisible(m_lastChange, shown);
  if (!shown) return;
  const auto when = format::relativeTime(last->at, m_versions.clock().wallNow());
  m_lastChange->setFullText(last->own           ? tr("Changed by you, %1").arg(when)
                            : last->who.empty() ? tr("Changed %1").arg(when)
                                                : tr("Changed by %1, %2").arg(format::text(last->who), when));
  m_lastChange->setToolTip(format::exactTime(last->at));
}

void EditorPane::showVersions(bool shown) {
  if (shown) {
    pushAll();
    m_versionsPane->start();
  }
  const bool changes = m_body->currentIndex() != int(shown);
  m_body->setCurrentIndex(shown ? 1 : 0);
  if (!shown) m_versions.stop();
  renderVersion();
  renderStrip();
  if (!changes || !isVisible()) return;
  if (shown)
    m_versionsPane->focusList();
  else
    focusPrompt();
}

void EditorPane::openVersion(const domain::VersionId& version) {
  showVersions(true);
  m_versions.open(version);
}

// ---------------------------------------------------------------- findings

// One for each finding, so that they have the same numbers; those of other fields have no extent.
void EditorPane::renderFindings() {
  if (!m_lint.current()) return m_prompt->setFindings({});
  const auto& prompt = m_agent.state().content.prompt;
  Places places(prompt);
  QList<widgets::PromptFinding> marks;
  for (const auto& finding : m_lint.findings()) {
    widgets::PromptFinding mark{.level = levelOf(finding.severity),
                                .message = format::findingSentence(finding)};
    if (finding.field == "prompt" && !finding.range.empty()) {
      mark.from = places.of(finding.range.begin);
      mark.to = places.of(finding.range.end);
    }
    marks.append(mark);
  }
  m_prompt->setFindings(marks);
}

// A variable is being typed from an edit within it until the caret leaves it. The caret is told to have moved
// before the text that moved it.
void EditorPane::followCaret(bool typed) {
  const int revision = m_prompt->document()->revision();
  if (!typed && revision != m_promptRevision) return;
  m_promptRevision = revision;
  if (m_rendering || !m_prompt->hasFocus()) return;
  const auto caret = m_prompt->textCursor();
  const QString line = caret.block().text().left(kLongestFollowed);
  const auto at = std::size_t(line.left(caret.positionInBlock()).toUtf8().size());
  std::string within;
  for (const auto& use : domain::findVariables(line.toStdString()))
    if (use.begin < at && at <= use.end) within = use.name;
  if (typed || within != m_lint.beingTyped()) m_lint.setBeingTyped(typed ? within : std::string());
}

void EditorPane::goToFinding(int finding) {
  const auto& findings = m_lint.findings();
  if (finding < 0 || finding >= int(findings.size())) return;
  showVersions(false);
  const auto& found = findings[std::size_t(finding)];
  if (found.field == "prompt") {
    focusPrompt();
    m_prompt->goToFinding(finding);
    return;
  }
  const std::string parameters = "parameters.";
  if (found.field.starts_with(parameters))
    return focusField(format::text(found.field.substr(parameters.size())));
  if (found.field.starts_with("tools")) return focusField(QStringLiteral("tools"));
  if (found.field == "outputSchema") return focusField(QStringLiteral("output-schema"));
  if (found.field == "starters") return focusField(QStringLiteral("starters"));
  if (found.field == "model" || found.field == "name" || found.field == "description")
    return focusField(format::text(found.field));
  focusPrompt();  // variables and cases have no field of their own here
}

}  // namespace aiagent::ui
