#include "ui/pages/versions/merge_form.h"

#include <algorithm>
#include <QButtonGroup>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/authoring/content/content_field.h"
#include "ui/format/finding.h"
#include "ui/format/text.h"
#include "ui/pages/prompt_fields.h"
#include "ui/pages/sync.h"
#include "ui/pages/versions/field_sections.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/diff_view.h"

namespace aiagent::ui {
namespace {

using widgets::DiffSection;

constexpr int kMostDiffLines = 18;  // of a conflict, before it scrolls

bool mayBeWritten(const std::string& field) {
  domain::AgentContent content;
  return authoring::textField(content, field) != nullptr;
}

// What one side made of the base.
DiffSection sectionOf(const QString& side, const std::optional<std::string>& base,
                      const std::optional<std::string>& value, const std::vector<authoring::Change>& words) {
  if (!value) return {MergeForm::tr("%1: taken away").arg(side), {}};
  return {side, textPieces(base.value_or(""), *value, words)};
}

}  // namespace

MergeForm::MergeForm(VersionsVm& versions, QWidget* parent)
    : QWidget(parent),
      m_versions(versions),
      m_title(new QLabel(this)),
      m_column(new QVBoxLayout),
      m_finish(new QPushButton(tr("Finish Merge"), this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  m_title->setTextFormat(Qt::PlainText);
  m_title->setWordWrap(true);
  auto* cancel = new QPushButton(tr("Cancel Merge"), this);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addStretch(1);
  row->addWidget(cancel);
  row->addWidget(m_finish);
  column->addWidget(m_title);
  column->addLayout(m_column, 1);
  column->addLayout(row);
  connect(cancel, &QPushButton::clicked, &m_versions, &VersionsVm::cancelMerge);
  connect(m_finish, &QPushButton::clicked, &m_versions, &VersionsVm::finishMerge);
  connect(&m_versions, &VersionsVm::stateChanged, this, &MergeForm::render);
}

void MergeForm::render() {
  const auto& review = m_versions.state().merge;
  if (!review) {
    m_shown.reset();
    return;
  }
  if (review->conflicts != m_shown) build(*review);
  syncEnabled(m_finish, review->complete());
}

void MergeForm::build(const MergeReview& review) {
  m_shown = review.conflicts;
  m_rows.clear();
  delete m_list;
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setAccessibleName(tr("Fields that both changed"));
  auto* inner = new QWidget(scroll);
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, 0, kGapRelated, 0);
  column->setSpacing(kGapGroups);
  for (std::size_t i = 0; i < review.conflicts->size(); ++i) column->addWidget(buildConflict(i));
  column->addStretch(1);
  scroll->setWidget(inner);
  m_list = scroll;
  m_column->addWidget(scroll, 1);
  m_title->setText(tr("Fields that both changed, each in its own way: %1. Choose for each what goes on. "
                      "Everything else is merged already.")
                       .arg(review.conflicts->size()));
}

QWidget* MergeForm::buildConflict(std::size_t place) {
  const auto& review = *m_versions.state().merge;
  const auto& conflict = (*review.conflicts)[place];
  const auto& words = (*review.words)[place];
  const QString field = format::contentField(conflict.field);
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapInside);
  column->addWidget(sectionTitle(field, box));
  auto* diff = new widgets::DiffView(box);
  diff->setSections(
      {sectionOf(tr("Mine"), conflict.base, conflict.mine, words.mine),
       sectionOf(tr("Theirs (%1)").arg(review.theirs), conflict.base, conflict.theirs, words.theirs)});
  diff->setAccessibleName(tr("What both made of it: %1").arg(field));
  const int lines = std::min(diff->blockCount() + 1, kMostDiffLines);
  diff->setFixedHeight(diff->fontMetrics().lineSpacing() * lines + 2 * kGapRelated);
  column->addWidget(diff);

  auto* choices = new QHBoxLayout;
  choices->setSpacing(kGapGroups);
  auto* group = new QButtonGroup(box);
  const auto choice = [&](const QString& text, const QString& spoken) {
    auto* button = new QRadioButton(text, box);
    button->setAccessibleName(spoken.arg(field));
    group->addButton(button);
    choices->addWidget(button);
    connect(button, &QRadioButton::toggled, this, [this, place] { settle(place); });
    return button;
  };
  Row row{.mine = choice(tr("Mine"), tr("%1: mine")),
          .theirs = choice(tr("Theirs"), tr("%1: theirs")),
          .own = nullptr,
          .ownText = nullptr};
  if (mayBeWritten(conflict.field)) {
    row.own = choice(tr("Write it"), tr("%1: write it"));
    row.ownText = new QPlainTextEdit(box);
    row.ownText->setTabChangesFocus(true);
    row.ownText->setPlainText(format::text(conflict.mine.value_or("")));
    row.ownText->setAccessibleName(tr("%1, as it shall be").arg(field));
    row.ownText->setMinimumHeight(row.ownText->fontMetrics().lineSpacing() * 5);
    row.ownText->hide();
    connect(row.ownText, &QPlainTextEdit::textChanged, this, [this, place] { settle(place); });
  }
  choices->addStretch(1);
  column->addLayout(choices);
  if (row.ownText) column->addWidget(row.ownText);
  m_rows.push_back(row);
  showSettled(row, review.settled[place]);
  return box;
}

void MergeForm::showSettled(const Row& row, const Settlement& settlement) {
  using Choice = Settlement::Choice;
  if (settlement.choice == Choice::Mine) syncChecked(row.mine, true);
  if (settlement.choice == Choice::Theirs) syncChecked(row.theirs, true);
  if (settlement.choice != Choice::Own || !row.own) return;
  syncChecked(row.own, true);
  row.ownText->show();
  const QSignalBlocker quiet(row.ownText);
  row.ownText->setPlainText(settlement.own);
}

void MergeForm::settle(std::size_t place) {
  if (place >= m_rows.size()) return;
  const auto& row = m_rows[place];
  Settlement settlement;
  const bool own = row.own && row.own->isChecked();
  if (row.mine->isChecked()) settlement.choice = Settlement::Choice::Mine;
  if (row.theirs->isChecked()) settlement.choice = Settlement::Choice::Theirs;
  if (own) settlement = {Settlement::Choice::Own, textOf(row.ownText)};
  if (row.ownText) syncVisible(row.ownText, own);
  m_versions.settle(place, settlement);
}

void MergeForm::focusFirst() {
  if (!m_rows.empty()) m_rows.front().mine->setFocus(Qt::OtherFocusReason);
}

}  // namespace aiagent::ui
