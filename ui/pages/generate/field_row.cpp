#include "ui/pages/generate/field_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/prompt_fields.h"
#include "ui/pages/sync.h"
#include "ui/viewmodels/generated_text.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/prompt_edit.h"

namespace aiagent::ui {
namespace {

using authoring::Field;
using authoring::ReviewState;

constexpr int kMostLines = 18;  // of a text that is shown or edited; longer ones scroll

struct StateLook {
  QString iconName, word;
};

StateLook lookOf(ReviewState state) {
  switch (state) {
    case ReviewState::Accepted: return {QStringLiteral("state-ok"), FieldRow::tr("Accepted")};
    case ReviewState::Edited: return {QStringLiteral("document-edit"), FieldRow::tr("Edited")};
    case ReviewState::Rejected: return {QStringLiteral("window-close"), FieldRow::tr("Rejected")};
    case ReviewState::Proposed: break;
  }
  return {QStringLiteral("dialog-scripts"), FieldRow::tr("Proposed")};
}

bool isWordField(Field field) {
  return !fieldWords(field).isEmpty();
}

bool hasEditorView(Field field) {
  return field == Field::Prompt || field == Field::Tools || field == Field::OutputSchema;
}

QPlainTextEdit* makeEdit(Field field, QWidget* parent) {
  if (field == Field::Prompt) return new widgets::PromptEdit(parent);
  if (!isJsonField(field)) {
    auto* edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    return edit;
  }
  auto* code = new widgets::CodeEdit(parent);
  code->setTabMovesFocus(true);
  return code;
}

}  // namespace

FieldRow::FieldRow(Field field, GenerateVm& generate, QWidget* parent)
    : Card(parent), m_field(field), m_generate(generate), m_title(fieldTitle(field)) {
  build();
  render();
}

// ---------------------------------------------------------------- building

void FieldRow::build() {
  setAccessibleName(m_title);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapGroups, kGapRelated, kGapGroups, kGapRelated);
  column->setSpacing(kGapInside);
  buildHeader(column);
  buildValue(column);
  buildEditor(column);
  buildWish(column);
  m_problems = hintLabel({}, this);
  m_whyText = hintLabel({}, this);
  m_whyText->setTextFormat(Qt::PlainText);
  m_whyText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_whyText->setAccessibleName(tr("Why %1 is like this").arg(m_title));
  column->addWidget(m_problems);
  column->addWidget(m_whyText);
}

QToolButton* FieldRow::addButton(const QString& iconName, const QString& text, std::function<void()> run) {
  auto* button = new QToolButton(m_buttons);
  button->setIcon(icon(iconName));
  button->setText(text);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::StrongFocus);
  button->setAccessibleName(QStringLiteral("%1: %2").arg(text, m_title));
  connect(button, &QToolButton::clicked, this, std::move(run));
  m_buttons->layout()->addWidget(button);
  return button;
}

void FieldRow::buildHeader(QVBoxLayout* column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(sectionTitle(m_title, this));
  m_state = new QToolButton(this);  // follows the palette by itself, as a label's pixmap does not
  m_state->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_state->setAutoRaise(true);
  m_state->setFocusPolicy(Qt::NoFocus);
  m_state->setAttribute(Qt::WA_TransparentForMouseEvents);
  row->addWidget(m_state);
  row->addStretch(1);
  m_buttons = new QWidget(this);
  auto* buttons = new QHBoxLayout(m_buttons);
  buttons->setContentsMargins(0, 0, 0, 0);
  buttons->setSpacing(kGapInside);
  m_accept = addButton(QStringLiteral("checkmark"), tr("Accept"), [this] { m_generate.accept(m_field); });
  m_reject = addButton(QStringLiteral("window-close"), tr("Reject"), [this] { m_generate.reject(m_field); });
  m_edit = addButton(QStringLiteral("document-edit"), tr("Edit"), [this] { setEditing(!m_editing); });
  m_again = addButton(QStringLiteral("view-refresh"), tr("Again"), [this] {
    syncVisible(m_wishBar, m_wishBar->isHidden());
    if (!m_wishBar->isHidden()) m_wish->setFocus();
  });
  m_why = addButton(QStringLiteral("help-about"), tr("Why"), [this] { m_generate.why(m_field); });
  row->addWidget(m_buttons);
  column->addLayout(row);
}

void FieldRow::buildValue(QVBoxLayout* column) {
  if (hasEditorView(m_field)) {
    m_text = makeEdit(m_field, this);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(m_title);
    column->addWidget(m_text);
  }
  m_value = new QLabel(this);
  m_value->setTextFormat(Qt::PlainText);
  m_value->setWordWrap(true);
  m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(m_value);
  if (m_field != Field::Variables) return;
  m_table = new QTableWidget(0, 4, this);
  m_table->setHorizontalHeaderLabels({tr("Name"), tr("Type"), tr("What it is"), tr("Example")});
  m_table->setAccessibleName(m_title);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionMode(QAbstractItemView::NoSelection);
  m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_table->setTabKeyNavigation(false);
  m_table->setShowGrid(false);
  column->addWidget(m_table);
}

// What is typed counts at once: there is nothing to confirm, and undo takes it back.
void FieldRow::buildEditor(QVBoxLayout* column) {
  const auto name = tr("Edit %1").arg(m_title);
  if (isWordField(m_field)) {
    m_words = new QComboBox(this);
    m_words->setAccessibleName(name);
    for (const auto& word : fieldWords(m_field)) m_words->addItem(fieldWordTitle(word), word);
    connect(m_words, &QComboBox::activated, this,
            [this] { m_generate.edit(m_field, m_words->currentData().toString()); });
    m_words->installEventFilter(this);
    column->addWidget(m_words, 0, Qt::AlignLeading);
    m_words->hide();
    return;
  }
  m_editor = makeEdit(m_field, this);
  m_editor->setAccessibleName(name);
  m_pusher = new TextPusher(m_editor, [this](const QString& text) {
    if (m_editing) m_generate.edit(m_field, text);
  });
  m_editor->installEventFilter(this);
  column->addWidget(m_editor);
  m_editor->hide();
}

void FieldRow::buildWish(QVBoxLayout* column) {
  m_wishBar = new QWidget(this);
  auto* row = new QHBoxLayout(m_wishBar);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  m_wish = new QLineEdit(m_wishBar);
  m_wish->setPlaceholderText(tr("What should be different? (may stay empty)"));
  m_wish->setAccessibleName(tr("Wish for %1").arg(m_title));
  auto* ask = new QPushButton(tr("Generate Again"), m_wishBar);
  row->addWidget(m_wish, 1);
  row->addWidget(ask);
  column->addWidget(m_wishBar);
  m_wishBar->hide();
  m_wish->installEventFilter(this);
  const auto send = [this] {
    setEditing(false);
    m_generate.again(m_field, m_wish->text());
    m_wish->clear();
    m_wishBar->hide();
    m_again->setFocus();
  };
  connect(ask, &QPushButton::clicked, this, send);
  connect(m_wish, &QLineEdit::returnPressed, this, send);
}

bool FieldRow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return Card::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool escape = key->key() == Qt::Key_Escape;
  if (watched == m_wish && escape) {
    m_wishBar->hide();
    m_again->setFocus();
    return true;
  }
  const bool done = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
                    (key->modifiers() & Qt::ControlModifier);
  if ((watched == m_editor || watched == m_words) && (escape || done)) {
    setEditing(false);
    m_edit->setFocus();
    return true;
  }
  return Card::eventFilter(watched, event);
}

void FieldRow::setEditing(bool editing) {
  if (editing == m_editing) return;
  if (!editing) pushAll();
  if (editing) fillEditor();
  m_editing = editing;
  render();
  if (!editing) return;
  if (m_words)
    m_words->setFocus();
  else
    m_editor->setFocus();
}

void FieldRow::fillEditor() {
  const auto* reviewed = m_generate.state().review.find(m_field);
  const auto text = reviewed ? textOfValue(m_field, reviewed->value) : QString();
  if (m_words)
    syncIndex(m_words, std::max(0, m_words->findData(text)));
  else
    setTextFresh(m_editor, text);
}

void FieldRow::pushAll() {
  if (m_editing && m_pusher) m_pusher->pushNow();
}

// ---------------------------------------------------------------- rendering

bool FieldRow::isWriting() const {
  return m_generate.state().writing == m_field && !m_generate.state().review.isTaken(m_field);
}

void FieldRow::render() {
  const auto& state = m_generate.state();
  const bool shown = isWriting() || state.review.find(m_field) || state.notes.contains(m_field);
  syncVisible(this, shown);
  if (!shown) {
    m_editing = false;
    return;
  }
  renderState();
  renderButtons();
  renderValue();
  renderNotes();
}

void FieldRow::renderState() {
  const auto* reviewed = m_generate.state().review.find(m_field);
  StateLook look{QStringLiteral("clock"), tr("Being written…")};
  const auto notes = m_generate.state().notes.find(m_field);
  const bool asking = notes != m_generate.state().notes.end() && notes->second.asking;
  if (!isWriting() && !asking)
    look = reviewed ? lookOf(reviewed->state)
                    : StateLook{QStringLiteral("documentinfo"), tr("Nothing proposed")};
  if (m_state->text() == look.word) return;
  m_state->setIcon(icon(look.iconName));
  m_state->setText(look.word);
  m_state->setAccessibleName(look.word);
  setAccessibleDescription(look.word);
}

void FieldRow::renderButtons() {
  const auto& state = m_generate.state();
  const auto* reviewed = state.review.find(m_field);
  const auto notes = state.notes.find(m_field);
  const bool asking = notes != state.notes.end() && notes->second.asking;
  const bool explaining = notes != state.notes.end() && notes->second.explaining;
  const bool ready = reviewed && !isWriting() && !asking;
  const bool taken = state.review.isTaken(m_field);
  syncEnabled(m_accept, ready && !taken);
  syncEnabled(m_reject, ready && reviewed->state != ReviewState::Rejected);
  syncEnabled(m_edit, !isWriting() && !asking);
  syncEnabled(m_again, !isWriting() && !asking && !state.busy() && state.provider);
  syncEnabled(m_why, ready && !explaining && state.provider && state.source == GenerateState::Source::Model);
  syncText(m_edit, m_editing ? tr("Done") : tr("Edit"));
  syncText(m_why, explaining ? tr("Asking…") : tr("Why"));
}

QString FieldRow::plainText(const authoring::FieldValue& value) const {
  if (isWordField(m_field)) return fieldWordTitle(textOfValue(m_field, value));
  QStringList lines;
  if (const auto* starters = std::get_if<std::vector<std::string>>(&value))
    for (const auto& starter : *starters) lines += QStringLiteral("•  ") + format::text(starter);
  else if (const auto* cases = std::get_if<std::vector<domain::TestCase>>(&value))
    for (const auto& test : *cases) {
      if (!lines.isEmpty()) lines += QString();
      lines += QStringLiteral("•  ") + format::text(test.name.empty() ? test.input : test.name);
      if (!test.name.empty()) lines += QStringLiteral("    ") + format::text(test.input);
      for (const auto& [name, variable] : test.variables)
        lines += QStringLiteral("    %1 = %2").arg(format::text(name), format::text(variable));
      lines += QStringLiteral("    → ") + format::text(test.expect);
    }
  else
    return textOfValue(m_field, value);
  return lines.join(QLatin1Char('\n'));
}

const authoring::FieldValue* FieldRow::shownValue() const {
  const auto& state = m_generate.state();
  if (isWriting()) return &state.partial;
  const auto* reviewed = state.review.find(m_field);
  return reviewed ? &reviewed->value : nullptr;
}

QString FieldRow::shownText() const {
  const auto* value = shownValue();
  if (!value) return {};
  if (authoring::isEmpty(*value)) return isWriting() ? QString() : tr("None");
  return hasEditorView(m_field) ? textOfValue(m_field, *value) : plainText(*value);
}

void FieldRow::renderValue() {
  const auto& state = m_generate.state();
  const auto* reviewed = state.review.find(m_field);
  if (m_words) syncVisible(m_words, m_editing);
  if (m_editor) syncVisible(m_editor, m_editing);
  if (m_editing && m_editor) fitHeight(m_editor);
  const auto* value = shownValue();
  const auto* variables = value ? std::get_if<std::vector<domain::Variable>>(value) : nullptr;
  const bool table = m_table && variables && !variables->empty();
  if (m_table) syncVisible(m_table, table && !m_editing);
  if (table) renderVariables(*variables);
  const auto text = shownText();
  const bool rejected = reviewed && reviewed->state == ReviewState::Rejected;
  const bool inEditor = m_text && value && !authoring::isEmpty(*value);
  if (!table) syncText(m_value, inEditor ? QString() : text);
  syncVisible(m_value, !m_editing && !table && !inEditor && !text.isEmpty());
  syncEnabled(m_value, !rejected);
  if (!m_text) return;
  syncVisible(m_text, !m_editing && inEditor);
  if (textOf(m_text) != text) {
    if (auto* plain = qobject_cast<widgets::PlainEdit*>(m_text)) plain->setText(text);
    fitHeight(m_text);
  }
  syncEnabled(m_text, !rejected);
}

void FieldRow::renderVariables(const std::vector<domain::Variable>& variables) {
  m_table->setRowCount(int(variables.size()));
  for (int row = 0; row < int(variables.size()); ++row) {
    const auto& variable = variables[std::size_t(row)];
    const QString texts[] = {format::text(variable.name), format::text(domain::toWord(variable.type)),
                             format::text(variable.description), format::text(variable.example)};
    for (int column = 0; column < 4; ++column) {
      auto* item = m_table->item(row, column);
      if (!item) m_table->setItem(row, column, item = new QTableWidgetItem);
      if (item->text() == texts[column]) continue;
      item->setText(texts[column]);
      item->setToolTip(texts[column]);
    }
  }
  int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
  for (int row = 0; row < m_table->rowCount(); ++row) height += m_table->rowHeight(row);
  if (m_table->height() != height) m_table->setFixedHeight(height);
}

void FieldRow::renderNotes() {
  const auto& notes = m_generate.state().notes;
  const auto found = notes.find(m_field);
  const FieldNotes none;
  const auto& note = found == notes.end() ? none : found->second;
  auto problems = note.problems;
  if (note.badEdit && m_editing)
    problems += tr("This is not complete yet: until it is, the last sound value counts.");
  syncHint(m_problems, problems.join(QLatin1Char('\n')));
  syncHint(m_whyText, note.why);
}

// As high as its text, up to a limit.
void FieldRow::fitHeight(QPlainTextEdit* edit) {
  const int lines =
      std::clamp(edit->document()->blockCount() + (m_field == Field::Prompt ? 3 : 1), 3, kMostLines);
  const int height = edit->fontMetrics().lineSpacing() * lines + 2 * edit->frameWidth() +
                     2 * int(edit->document()->documentMargin());
  if (edit->minimumHeight() != height) edit->setFixedHeight(height);
}

}  // namespace aiagent::ui
