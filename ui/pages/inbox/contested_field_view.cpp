#include "ui/pages/inbox/contested_field_view.h"

#include <algorithm>
#include <QLabel>
#include <QPlainTextEdit>
#include <QResizeEvent>
#include <QVBoxLayout>

#include "ui/format/finding.h"
#include "ui/format/text.h"
#include "ui/pages/prompt_fields.h"
#include "ui/pages/versions/field_sections.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/diff_view.h"

namespace aiagent::ui {
namespace {

constexpr int kLeastLines = 3;
constexpr int kMostLines = 12;        // of a side, before it scrolls
constexpr int kSideBySide = 96;       // characters of the whole: narrower ones stand beneath each other
constexpr int kBesideText = 6;        // characters of a side that its signs and edges take
constexpr int kCharactersALine = 84;  // of the proposal, about

// As a view of differences shows it: with the words that went.
QString shownText(const std::optional<std::string>& base, const std::optional<std::string>& value,
                  const std::vector<authoring::Change>& words) {
  std::string text;
  for (const auto& word : words)
    text += word.kind == authoring::ChangeKind::Delete ? word.before.of(base.value_or(""))
                                                       : word.after.of(*value);
  return format::text(text);
}

// About: where a word does not fit into the rest of a line, that stays empty.
int linesOf(const QString& text, int charactersALine) {
  int lines = 0;
  for (const auto& line : QStringView(text).split(QLatin1Char('\n')))
    lines += 1 + int(line.size()) / std::max(1, charactersALine);
  return lines;
}

}  // namespace

ContestedFieldView::ContestedFieldView(const ContestedField& field, InboxVm& inbox, QWidget* parent)
    : QWidget(parent), m_inbox(inbox), m_field(field.field), m_name(format::contentField(field.field)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addWidget(sectionTitle(m_name, this));
  m_sides = new QBoxLayout(QBoxLayout::LeftToRight);
  m_sides->setSpacing(kGapRelated);
  m_texts = {format::text(field.base.value_or("")), shownText(field.base, field.mine, field.mineWords),
             shownText(field.base, field.theirs, field.theirWords)};
  for (auto* side : {buildSide(tr("Before"), field.base, field.base, nullptr),
                     buildSide(tr("Mine"), field.base, field.mine, &field.mineWords),
                     buildSide(tr("Theirs"), field.base, field.theirs, &field.theirWords)}) {
    m_sides->addWidget(side, 1);
    m_edits.push_back(side->findChild<QPlainTextEdit*>());
  }
  column->addLayout(m_sides);
  buildProposal(field);
}

QWidget* ContestedFieldView::buildSide(const QString& title, const std::optional<std::string>& base,
                                       const std::optional<std::string>& value,
                                       const std::vector<authoring::Change>* words) {
  auto* side = new QWidget(this);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapInside);
  auto* caption = hintLabel(value ? title : tr("%1: not there").arg(title), side);
  column->addWidget(caption);
  // What was before is whole text: a view of differences would fold it away.
  QPlainTextEdit* text = nullptr;
  if (words) {
    auto* diff = new widgets::DiffView(side);
    if (value) diff->setSections({{QString(), textPieces(base.value_or(""), *value, *words)}});
    text = diff;
  } else {
    text = new QPlainTextEdit(side);
    text->setFrameShape(QFrame::NoFrame);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    if (value) setTextFresh(text, format::text(*value));
  }
  text->setAccessibleName(tr("%1: %2", "field, side").arg(m_name, title));
  column->addWidget(text);
  return side;
}

void ContestedFieldView::buildProposal(const ContestedField& field) {
  auto* column = static_cast<QVBoxLayout*>(layout());
  if (!field.written) {
    column->addWidget(hintLabel(tr("The library shows theirs until you decide."), this));
    return;
  }
  auto* caption =
      hintLabel(tr("Proposed merge: both changes, and theirs where they clash. You can edit it."), this);
  column->addWidget(caption);
  m_proposal = new QPlainTextEdit(this);
  m_proposal->setTabChangesFocus(true);
  m_proposal->setAccessibleName(tr("%1: proposed merge").arg(m_name));
  setTextFresh(m_proposal, field.proposed);
  const int lines = std::clamp(linesOf(field.proposed, kCharactersALine),
                               field.field == "name" || field.field == "model" ? 1 : kLeastLines, kMostLines);
  m_proposal->setFixedHeight(m_proposal->fontMetrics().lineSpacing() * lines + 2 * kGapRelated);
  connect(m_proposal, &QPlainTextEdit::textChanged, this,
          [this] { m_inbox.edit(m_field, textOf(m_proposal)); });
  column->addWidget(m_proposal);
}

void ContestedFieldView::setReadOnly(bool readOnly) {
  if (m_proposal) m_proposal->setReadOnly(readOnly);
}

void ContestedFieldView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const int character = std::max(1, fontMetrics().averageCharWidth());
  const bool wide = event->size().width() >= kSideBySide * character;
  m_sides->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  fitHeights(event->size().width() / (wide ? 3 : 1) / character - kBesideText);
}

// As high as the longest of the three needs, so that their edges meet; one more for what is not foreseen.
void ContestedFieldView::fitHeights(int charactersALine) {
  int lines = kLeastLines;
  for (const auto& text : m_texts) lines = std::max(lines, linesOf(text, charactersALine) + 1);
  lines = std::min(lines, kMostLines);
  for (auto* edit : m_edits)
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 2 * kGapRelated);
}

}  // namespace aiagent::ui
