#include "ui/pages/deployments/history_view.h"

#include <algorithm>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/format/history_words.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/format/verdict_words.h"
#include "ui/pages/deployments/verdict_look.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using cluster::VerdictKind;
using domain::ClusterFact;
using domain::ClusterFactKind;
using format::text;

constexpr int kSteps = 2'000;  // of the slider: under a minute each in a day
constexpr int kTimeRole = Qt::UserRole;

QTreeWidget* table(const QString& name, const QStringList& headers, QWidget* parent) {
  auto* list = new QTreeWidget(parent);
  list->setAccessibleName(name);
  list->setHeaderLabels(headers);
  list->setRootIsDecorated(false);
  list->setUniformRowHeights(true);
  list->setAlternatingRowColors(true);
  list->setAllColumnsShowFocus(true);
  return list;
}

VerdictKind kindOf(const std::string& word) {
  for (const auto kind : {VerdictKind::Healthy, VerdictKind::Progressing, VerdictKind::Paused,
                          VerdictKind::Degraded, VerdictKind::Failed})
    if (cluster::toWord(kind) == word) return kind;
  return VerdictKind::Unknown;
}

bool isWarning(const ClusterFact& fact) {
  switch (fact.kind) {
    case ClusterFactKind::RolloutFailed:
    case ClusterFactKind::OomKilled:
    case ClusterFactKind::CrashLoop:
    case ClusterFactKind::Warning:
    case ClusterFactKind::AlertFired:
    case ClusterFactKind::NodeNotReady: return true;
    default: return false;
  }
}

// The sentence, and why.
QString wordsOf(const ClusterFact& fact) {
  auto sentence = format::sentenceFor(fact);
  const auto reason = format::reasonText(fact.reason);
  if (fact.kind == ClusterFactKind::Warning) return HistoryView::tr("%1 %2").arg(sentence, text(fact.detail));
  if (reason.isEmpty()) return sentence;
  while (sentence.endsWith(QLatin1Char('.'))) sentence.chop(1);
  return HistoryView::tr("%1: %2").arg(sentence, reason);
}

// Of this year's, to the second: "27 Nov 15:24:34". The tooltip has all of it.
QString shortTime(base::WallTime time) {
  const auto local = QDateTime::fromMSecsSinceEpoch(base::toMillis(time));
  return QLocale().toString(local, QStringLiteral("d MMM HH:mm:ss"));
}

QString iconOf(const ClusterFact& fact) {
  if (fact.kind == ClusterFactKind::Gap) return QStringLiteral("help-about");
  if (fact.kind == ClusterFactKind::Verdict || fact.kind == ClusterFactKind::Environment)
    return verdictIconName(kindOf(fact.after));
  if (isWarning(fact)) return QStringLiteral("data-warning");
  if (fact.kind == ClusterFactKind::Revision) return QStringLiteral("tag");
  return QStringLiteral("documentinfo");
}

}  // namespace

HistoryView::HistoryView(HistoryVm& history, QWidget* parent) : QWidget(parent), m_history(history) {
  build();
  bind();
  render();
}

void HistoryView::build() {
  m_span = new QComboBox(this);
  m_span->setAccessibleName(tr("How far back"));
  m_span->addItem(tr("Last 6 hours"), 6);
  m_span->addItem(tr("Last 24 hours"), 24);
  m_span->addItem(tr("Last 7 days"), 24 * 7);
  m_span->addItem(tr("Last 30 days"), 24 * 30);
  m_span->addItem(tr("Last 90 days"), 24 * 90);
  m_span->setCurrentIndex(1);
  m_slider = new QSlider(Qt::Horizontal, this);
  m_slider->setAccessibleName(tr("What it looked like at"));
  m_slider->setToolTip(tr("What it looked like at a time"));
  m_slider->setRange(0, kSteps);
  m_slider->setValue(kSteps);
  m_slider->setPageStep(kSteps / 24);
  m_at = new MetaLabel(this);
  m_now = new QToolButton(this);
  m_now->setText(tr("Now"));
  m_now->setAutoRaise(true);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  row->addWidget(m_span);
  row->addWidget(m_slider, 2);
  row->addWidget(m_at, 1);
  row->addWidget(m_now);
  m_strip = new MessageStrip(this);
  m_stack = new QStackedWidget(this);
  m_empty = hintLabel({}, m_stack);
  m_empty->setAlignment(Qt::AlignCenter);
  auto* splitter = new QSplitter(Qt::Vertical, m_stack);
  splitter->setChildrenCollapsible(false);
  m_facts = table(tr("What happened"), {tr("When"), tr("Object"), tr("What")}, splitter);
  m_then = table(tr("What it looked like"),
                 {tr("Workload"), tr("Revision"), tr("Wanted"), tr("Verdict"), tr("Images")}, splitter);
  splitter->addWidget(m_facts);
  splitter->addWidget(m_then);
  splitter->setStretchFactor(0, 3);
  splitter->setStretchFactor(1, 2);
  m_stack->addWidget(splitter);
  m_stack->addWidget(m_empty);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addLayout(row);
  column->addWidget(m_strip);
  column->addWidget(m_stack, 1);
}

void HistoryView::bind() {
  connect(&m_history, &HistoryVm::stateChanged, this, &HistoryView::render);
  connect(m_span, &QComboBox::currentIndexChanged, this,
          [this] { m_history.setSpan(std::chrono::hours(m_span->currentData().toInt())); });
  connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
    m_history.lookAt(position >= kSteps ? std::nullopt : std::optional(timeOf(position)));
  });
  connect(m_now, &QToolButton::clicked, this, [this] { m_slider->setValue(kSteps); });
  // What is chosen in the list is gone to on the timeline.
  connect(m_facts, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
    const auto time = base::wallTimeFromMillis(item->data(0, kTimeRole).toLongLong());
    const auto& state = m_history.state();
    const auto whole = std::max<std::int64_t>(1, (state.to - state.from).count());
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(
        int(std::clamp<std::int64_t>((time - state.from).count() * kSteps / whole, 0, kSteps)));
    m_history.lookAt(time);
  });
}

base::WallTime HistoryView::timeOf(int position) const {
  const auto& state = m_history.state();
  return state.from + (state.to - state.from) * position / kSteps;
}

void HistoryView::render() {
  const auto& state = m_history.state();
  syncText(m_at, state.at ? format::exactTime(*state.at) : tr("as it is now"));
  syncEnabled(m_now, state.at.has_value());
  const bool nothing = state.facts.empty();
  syncText(m_empty, state.loaded
                        ? tr("Nothing was recorded in this time. What happens is recorded while this "
                             "program watches the environment, and kept for 90 days.")
                        : tr("Reading…"));
  m_stack->setCurrentIndex(nothing && !state.at ? 1 : 0);
  StripMessage message;
  if (state.error)
    message = {
        .kind = StripKind::Negative, .sentence = format::explain(*state.error).text(), .closable = false};
  else if (state.at && !state.then)
    message = {.kind = StripKind::Informative,
               .sentence = tr("Nothing is known of that time: nobody had watched yet."),
               .closable = false};
  else if (state.then && !state.then->watched)
    message = {.kind = StripKind::Caution,
               .sentence = tr("Nobody watched then. This is how it was at %1; it may have been otherwise.")
                               .arg(format::exactTime(state.then->known)),
               .closable = false};
  syncStrip(m_strip, message);
  renderFacts();
  renderThen();
}

void HistoryView::renderFacts() {
  const auto& facts = m_history.state().facts;
  if (m_shown == facts) return;
  m_shown = facts;
  m_facts->clear();
  QList<QTreeWidgetItem*> items;
  for (const auto& fact : facts) {
    auto* item = new QTreeWidgetItem({shortTime(fact.time), text(fact.object), wordsOf(fact)});
    item->setToolTip(0, format::exactTime(fact.time));
    item->setData(0, kTimeRole, qlonglong(base::toMillis(fact.time)));
    item->setIcon(2, icon(iconOf(fact)));
    item->setToolTip(2, fact.detail.empty() ? item->text(2) : text(fact.detail));
    items << item;
  }
  m_facts->addTopLevelItems(items);
  for (const int column : {0, 1}) m_facts->resizeColumnToContents(column);
}

void HistoryView::renderThen() {
  const auto& then = m_history.state().then;
  syncVisible(m_then, then.has_value());
  if (!then) return;
  m_then->clear();
  QList<QTreeWidgetItem*> items;
  for (const auto& [uid, one] : then->then.workloads) {
    const auto kind = kindOf(one.verdict);
    auto* item =
        new QTreeWidgetItem({text(one.object()), one.revision > 0 ? QString::number(one.revision) : QString(),
                             QString::number(one.wanted), format::verdictName(kind), text(one.images)});
    item->setIcon(3, verdictIcon(kind));
    item->setToolTip(3, format::reasonText(one.reason));
    items << item;
  }
  for (const auto& [key, one] : then->then.alerts) {
    auto* item = new QTreeWidgetItem({text(one.object), {}, {}, text(one.severity), text(one.summary)});
    item->setIcon(3, icon(QStringLiteral("data-warning")));
    item->setToolTip(4, text(one.summary));
    items << item;
  }
  m_then->addTopLevelItems(items);
  m_then->sortItems(0, Qt::AscendingOrder);
  for (int column = 0; column + 1 < m_then->columnCount(); ++column) m_then->resizeColumnToContents(column);
}

}  // namespace aiagent::ui
