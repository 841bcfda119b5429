#include "ui/pages/deployments/database_view.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/format/database_words.h"
#include "ui/format/explain.h"
#include "ui/format/human.h"
#include "ui/pages/deployments/verdict_look.h"
#include "ui/pages/fit_columns.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"

namespace aiagent::ui {
namespace {

using cluster::VerdictKind;
using domain::DatabaseHealth;
using format::DatabaseSection;
using Access = DatabaseState::Access;

constexpr int kIconSize = 16;
constexpr int kWidest = 130;  // characters
constexpr int kMostRows = 8;  // to be seen at once
constexpr auto kAgeStep = std::chrono::seconds(10);

VerdictKind kindOf(DatabaseHealth health) {
  switch (health) {
    case DatabaseHealth::Good: return VerdictKind::Healthy;
    case DatabaseHealth::Concern: return VerdictKind::Degraded;
    case DatabaseHealth::Bad: return VerdictKind::Failed;
  }
  return VerdictKind::Unknown;
}

QLabel* plainLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QTreeWidget* emptyTable(QWidget* parent) {
  auto* table = new QTreeWidget(parent);
  table->setRootIsDecorated(false);
  table->setUniformRowHeights(true);
  table->setTextElideMode(Qt::ElideRight);
  table->header()->setStretchLastSection(false);
  return table;
}

void fitHeight(QTreeWidget* table) {
  const int rows = std::clamp(table->topLevelItemCount(), 1, kMostRows);
  const int row = std::max(table->sizeHintForRow(0), table->fontMetrics().height());
  table->setFixedHeight(table->header()->sizeHint().height() + row * rows + 2 * table->frameWidth() + 2);
}

// Only what differs is written, so that a selection stays while figures change.
void fill(QTreeWidget* table, const DatabaseSection& section) {
  table->setAccessibleName(section.title);
  if (table->columnCount() != int(section.headers.size())) {
    table->setColumnCount(int(section.headers.size()));
    table->setHeaderLabels(section.headers);
    table->header()->setSectionResizeMode(QHeaderView::Fixed);
    table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  }
  const auto alignmentOf = [&section](int column) -> Qt::Alignment {
    const bool isFigure = std::ranges::find(section.figures, column) != section.figures.end();
    return (isFigure ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter;
  };
  for (int column = 0; column < table->columnCount(); ++column)
    table->headerItem()->setTextAlignment(column, alignmentOf(column));
  while (table->topLevelItemCount() > int(section.rows.size()))
    delete table->takeTopLevelItem(table->topLevelItemCount() - 1);
  while (table->topLevelItemCount() < int(section.rows.size())) new QTreeWidgetItem(table);
  for (int row = 0; row < int(section.rows.size()); ++row) {
    auto* item = table->topLevelItem(row);
    const auto& cells = section.rows[std::size_t(row)];
    for (int column = 0; column < cells.size(); ++column) {
      item->setTextAlignment(column, alignmentOf(column));
      if (item->text(column) == cells[column]) continue;
      item->setText(column, cells[column]);
      item->setToolTip(column, cells[column].toHtmlEscaped());
    }
  }
  fitColumns(table, 1);
  fitHeight(table);
}

}  // namespace

DatabaseView::DatabaseView(DatabaseVm& database, QWidget* parent) : QWidget(parent), m_database(database) {
  setAccessibleName(tr("Database"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_strip = new MessageStrip(this);
  m_stack = new QStackedWidget(this);
  m_empty = new EmptyState(m_stack);
  m_scroll = new QScrollArea(m_stack);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setWidget(buildBody());
  m_stack->addWidget(m_scroll);
  m_stack->addWidget(m_empty);
  column->addWidget(m_strip);
  column->addWidget(m_stack, 1);
  bind();
  render();
}

QWidget* DatabaseView::buildBody() {
  auto* ground = new QWidget(this);
  auto* inner = new QWidget(ground);
  followFont(inner, [inner] { inner->setMaximumWidth(inner->fontMetrics().averageCharWidth() * kWidest); });
  m_column = new QVBoxLayout(inner);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(kGapRelated);
  m_icon = new QLabel(inner);
  m_verdict = sectionTitle({}, inner);
  m_verdict->setTextFormat(Qt::PlainText);
  m_read = new MetaLabel(inner);
  m_read->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  auto* refresh = iconButton(QStringLiteral("view-refresh"), tr("Read again"), inner);
  connect(refresh, &QToolButton::clicked, &m_database, &DatabaseVm::refresh);
  auto* head = new QHBoxLayout;
  head->setSpacing(kGapRelated);
  head->addWidget(m_icon);
  head->addWidget(m_verdict);
  head->addWidget(m_read, 1);
  head->addWidget(refresh);
  m_evidence = plainLabel(inner);
  m_column->addLayout(head);
  m_column->addWidget(m_evidence);
  m_column->addStretch(1);
  auto* row = new QHBoxLayout(ground);
  row->setContentsMargins(kPageMargin, kGapGroups, kPageMargin, kPageMargin);
  row->addWidget(inner, 1);
  row->addStretch(0);
  return ground;
}

// Before the stretch at the end.
void DatabaseView::addPart() {
  auto* parent = m_column->parentWidget();
  Part part{sectionTitle({}, parent), emptyTable(parent), hintLabel({}, parent)};
  part.title->setTextFormat(Qt::PlainText);
  part.title->setContentsMargins(0, kGapRelated, 0, 0);
  part.note->setTextFormat(Qt::PlainText);
  followFont(part.table, [table = part.table] { fitHeight(table); });
  for (QWidget* widget : {static_cast<QWidget*>(part.title), static_cast<QWidget*>(part.table),
                          static_cast<QWidget*>(part.note)})
    m_column->insertWidget(m_column->count() - 1, widget);
  // Told now: a layout would show in its next turn what nobody has hidden by then.
  part.title->show();
  part.table->hide();
  part.note->hide();
  m_parts.push_back(part);
}

void DatabaseView::bind() {
  m_age.setInterval(kAgeStep);
  connect(&m_age, &QTimer::timeout, this, &DatabaseView::render);
  connect(&m_database, &DatabaseVm::stateChanged, this, &DatabaseView::render);
  connect(m_strip, &MessageStrip::triggered, &m_database, &DatabaseVm::refresh);
  connect(m_empty, &EmptyState::stepTaken, this, [this] {
    m_database.state().access == Access::NotSignedIn ? Q_EMIT signInWanted() : m_database.refresh();
  });
}

void DatabaseView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_age.start();
  m_database.setShown(true);
}

void DatabaseView::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_age.stop();
  m_database.setShown(false);
}

// ---- rendering

void DatabaseView::render() {
  const bool ready = m_database.state().access == Access::Ready;
  m_stack->setCurrentWidget(ready ? static_cast<QWidget*>(m_scroll) : m_empty);
  renderStrip();
  if (!ready) return renderEmpty();
  renderVerdict();
  renderParts();
}

void DatabaseView::renderEmpty() {
  const auto& state = m_database.state();
  switch (state.access) {
    case Access::NotSignedIn:
      return m_empty->set(QStringLiteral("network-server"), tr("Not signed in"),
                          tr("Sign in at a server to see how its database does."),
                          tr("Sign In at a Server…"));
    case Access::NotForYou:
      return m_empty->set(
          QStringLiteral("network-server"), tr("Not offered to you"),
          tr("The database is shown to operators of the server. One of them can let you see it "
             "with aiagent-server ops grant."),
          tr("Try Again"));
    case Access::NotOffered:
      return m_empty->set(QStringLiteral("network-server"), tr("Not offered"),
                          tr("This server does not tell how its database does; a newer one may."));
    case Access::Failed:
      return m_empty->set(QStringLiteral("state-offline"), tr("Could not be read"),
                          state.error ? format::explain(*state.error).sentence : QString(), tr("Try Again"));
    case Access::Loading:
    case Access::Ready: return m_empty->set(QStringLiteral("network-server"), tr("Reading…"), {});
  }
}

// An older reading stays, and says how old it is.
void DatabaseView::renderStrip() {
  const auto& state = m_database.state();
  StripMessage message{.kind = StripKind::Caution, .closable = false};
  if (state.access == Access::Ready && state.error) {
    message.sentence = tr("What is shown is older: %1").arg(format::explain(*state.error).sentence);
    message.buttons = {{QStringLiteral("retry"), tr("Try &Again")}};
  }
  syncStrip(m_strip, message);
}

void DatabaseView::renderVerdict() {
  const auto& state = m_database.state();
  const auto now = m_database.clock().wallNow();
  m_icon->setPixmap(verdictIcon(kindOf(state.verdict.health)).pixmap(kIconSize, kIconSize));
  syncText(m_verdict, format::databaseHealth(state.verdict.health));
  QStringList lines;
  for (const auto& finding : state.verdict.findings) lines << format::databaseFinding(finding, now);
  if (lines.isEmpty()) lines << format::databaseVerdict(state.verdict, now);
  syncText(m_evidence, lines.join(QLatin1Char('\n')));
  syncText(m_read, tr("Read %1").arg(format::relativeTime(state.readAt, now)));
  m_read->setToolTip(format::exactTime(state.readAt));
}

void DatabaseView::renderParts() {
  const auto& state = m_database.state();
  const auto now = m_database.clock().wallNow();
  const auto sections = format::databaseSections(*state.report, now);
  while (m_parts.size() < sections.size()) addPart();
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto& section = sections[i];
    auto& part = m_parts[i];
    syncText(part.title, tr("%1 · %2", "a part, and when it was read")
                             .arg(section.title, format::relativeTime(state.readAt, now)));
    syncVisible(part.table, !section.rows.empty());
    if (!section.rows.empty()) fill(part.table, section);
    syncHint(part.note, section.note);
  }
}

}  // namespace aiagent::ui
