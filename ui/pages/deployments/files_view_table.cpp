// What was found, by file.
#include <algorithm>
#include <map>
#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTreeWidget>

#include "ui/format/human.h"
#include "ui/format/lint_words.h"
#include "ui/format/text.h"
#include "ui/pages/deployments/files_view.h"
#include "ui/pages/deployments/finding_pane.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

using cluster::lint::LintFinding;
using cluster::lint::LintSeverity;
using format::text;
using Stage = FilesState::Stage;

constexpr int kFindingRole = Qt::UserRole;    // of a finding
constexpr int kGroupRole = Qt::UserRole + 1;  // of a group: what it is known by
constexpr int kWidestPlace = 30;              // characters

QString plainTip(const QString& words) {
  return QStringLiteral("<qt>%1</qt>").arg(words.toHtmlEscaped());
}

// "deployment.yaml:12": the group has the folder.
QString placeOf(const LintFinding& finding, bool whole) {
  const auto path = text(finding.path);
  const auto name = whole ? path : path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
  return name + QLatin1Char(':') + QString::number(finding.line);
}

bool moreUrgent(const LintFinding& a, const LintFinding& b) {
  return std::tie(a.severity, a.path, a.line, a.id) < std::tie(b.severity, b.path, b.line, b.id);
}

QTreeWidgetItem* itemOf(const LintFinding& finding, bool wholePath) {
  const auto reason = format::lintReason(finding);
  auto* item = new QTreeWidgetItem(
      {format::lintSeverity(finding.severity), text(finding.id), placeOf(finding, wholePath), reason});
  item->setIcon(0, icon(severityIcon(finding.severity)));
  item->setToolTip(2, plainTip(text(finding.path) + QLatin1Char(':') + QString::number(finding.line)));
  item->setToolTip(3, plainTip(reason));
  item->setData(0, kFindingRole, QVariant::fromValue(finding));
  return item;
}

QTreeWidgetItem* groupOf(const QString& key, const QString& title) {
  auto* group = new QTreeWidgetItem({title});
  group->setData(0, kGroupRole, key);
  auto font = group->font(0);
  font.setWeight(QFont::DemiBold);
  group->setFont(0, font);
  return group;
}

std::optional<LintFinding> findingOf(const QTreeWidgetItem* item) {
  const auto data = item ? item->data(0, kFindingRole) : QVariant();
  return data.canConvert<LintFinding>() ? std::optional(data.value<LintFinding>()) : std::nullopt;
}

template <class Visit>
void eachFinding(const QTreeWidget& table, Visit visit) {
  for (int i = 0; i < table.topLevelItemCount(); ++i)
    for (int j = 0; j < table.topLevelItem(i)->childCount(); ++j) visit(table.topLevelItem(i)->child(j));
}

// As wide as what they hold; the titles of groups go across all of them.
void fitColumns(QTreeWidget& table) {
  for (const int column : {0, 1, 2}) {
    int widest = table.header()->sectionSizeHint(column);
    eachFinding(table, [&](const QTreeWidgetItem* item) {
      if (!item->isFirstColumnSpanned())
        widest = std::max(widest, table.fontMetrics().horizontalAdvance(item->text(column)));
    });
    widest = std::min(widest, table.fontMetrics().averageCharWidth() * kWidestPlace);
    const int besides =
        column == 0 ? 2 * table.indentation() + table.iconSize().width() + kGapGroups + 24 : 0;
    const int wanted = widest + kGapGroups + besides;
    if (table.columnWidth(column) != wanted) table.setColumnWidth(column, wanted);
  }
}

}  // namespace

bool FilesView::wanted(const LintFinding& finding) const {
  if (int(finding.severity) > m_severity->currentData().toInt()) return false;
  const auto rule = m_rule->currentData().toString();
  if (!rule.isEmpty() && rule != text(finding.id)) return false;
  const auto words = m_search->text().trimmed();
  return words.isEmpty() || format::lintLine(finding).contains(words, Qt::CaseInsensitive);
}

// Those that were found, and how often.
void FilesView::renderRules() {
  const auto& state = m_files.state();
  std::map<std::string, int> counts;
  for (const auto& finding : state.findings) ++counts[finding.id];
  if (state.live)
    for (const auto& finding : state.live->findings) ++counts[finding.id];
  const auto chosen = m_rule->currentData().toString();
  const QSignalBlocker quiet(m_rule);
  std::vector<std::pair<QString, QString>> entries = {{tr("All rules"), QString()}};
  for (const auto& [id, count] : counts)
    entries.emplace_back(tr("%1 (%2)", "a rule, and how often").arg(text(id)).arg(count), text(id));
  while (m_rule->count() > int(entries.size())) m_rule->removeItem(m_rule->count() - 1);
  for (int i = 0; i < int(entries.size()); ++i) {
    const auto& [title, id] = entries[std::size_t(i)];
    if (i >= m_rule->count()) m_rule->addItem(QString());
    if (m_rule->itemText(i) != title) m_rule->setItemText(i, title);
    m_rule->setItemData(i, id);
  }
  m_rule->setCurrentIndex(std::max(0, m_rule->findData(chosen)));
}

QString FilesView::liveTitle() const {
  const auto& state = m_files.state();
  const auto where = text(state.environment);
  if (!state.live || state.live->asOf == base::WallTime{}) return tr("In %1").arg(where);
  return tr("In %1, as of %2").arg(where, format::relativeTime(state.live->asOf, m_files.clock().wallNow()));
}

QStringList FilesView::notChecked() const {
  const auto& state = m_files.state();
  QStringList sentences;
  if (state.environment.empty()) return sentences;
  if (!state.live)
    return {tr("%1: not checked, because its cluster is not watched.").arg(text(state.environment))};
  for (const auto& one : state.live->notChecked) sentences << format::lintNotChecked(one);
  return sentences;
}

void FilesView::addLive(QList<QTreeWidgetItem*>& groups) {
  const auto& live = m_files.state().live;
  std::vector<LintFinding> shown;
  if (live)
    std::ranges::copy_if(live->findings, std::back_inserter(shown),
                         [this](const LintFinding& finding) { return wanted(finding); });
  const bool isFiltered = !m_search->text().trimmed().isEmpty() || m_rule->currentIndex() > 0;
  const auto sentences = isFiltered ? QStringList() : notChecked();
  if (shown.empty() && sentences.isEmpty()) return;
  std::ranges::sort(shown, moreUrgent);
  auto* group = groupOf(QStringLiteral("\u0001live"), liveTitle());
  for (const auto& finding : shown) group->addChild(itemOf(finding, true));
  for (const auto& sentence : sentences) {
    auto* item = new QTreeWidgetItem({sentence});
    item->setIcon(0, icon(QStringLiteral("help-about")));
    item->setToolTip(0, plainTip(sentence));
    group->addChild(item);
  }
  groups << group;
}

void FilesView::addFiles(QList<QTreeWidgetItem*>& groups) {
  std::map<std::string, std::vector<LintFinding>> byFile;
  for (const auto& finding : m_files.state().findings)
    if (wanted(finding)) byFile[finding.path].push_back(finding);
  std::vector<std::vector<LintFinding>*> ordered;
  for (auto& [path, findings] : byFile) {
    std::ranges::sort(findings, moreUrgent);
    ordered.push_back(&findings);
  }
  std::ranges::stable_sort(ordered, {}, [](const auto* findings) { return findings->front().severity; });
  for (const auto* findings : ordered) {
    const auto path = text(findings->front().path);
    auto* group = groupOf(
        path, tr("%1 – %2", "a file, and how much is wrong in it").arg(path, format::lintCounts(*findings)));
    group->setToolTip(0, plainTip(path));
    for (const auto& finding : *findings) group->addChild(itemOf(finding, false));
    groups << group;
  }
}

void FilesView::renderTable() {
  const auto& state = m_files.state();
  const bool checked = state.stage == Stage::Checked && state.files > 0;
  const bool filterable = !state.findings.empty() || (state.live && !state.live->findings.empty());
  syncVisible(m_filters, checked);
  for (QWidget* widget :
       {static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_severity), static_cast<QWidget*>(m_rule)})
    syncVisible(widget, filterable);
  auto live = state.live;
  if (live) live->asOf = {};  // it grows older without being another one
  const auto filter = m_search->text() + QLatin1Char('\n') + m_severity->currentText() + QLatin1Char('\n') +
                      m_rule->currentData().toString() + QLatin1Char('\n') + text(state.environment);
  if (m_shownFindings != state.findings || m_shownLive != live || m_shownFilter != filter) {
    m_shownFindings = state.findings;
    m_shownLive = live;
    m_shownFilter = filter;
    const auto chosen = findingOf(m_table->currentItem());
    const int scrolled = m_table->verticalScrollBar()->value();
    const QSignalBlocker quiet(m_table);
    QList<QTreeWidgetItem*> groups;
    addLive(groups);
    addFiles(groups);
    m_table->clear();
    m_table->addTopLevelItems(groups);
    for (auto* group : groups) {
      group->setFirstColumnSpanned(true);
      group->setExpanded(!m_folded.contains(group->data(0, kGroupRole).toString()));
    }
    eachFinding(*m_table, [&](QTreeWidgetItem* item) {
      const auto finding = findingOf(item);
      if (!finding) item->setFirstColumnSpanned(true);
      if (finding && chosen == finding) m_table->setCurrentItem(item);
    });
    fitColumns(*m_table);
    m_table->verticalScrollBar()->setValue(scrolled);
  } else if (auto* first = m_table->topLevelItem(0); first && state.live) {
    if (first->data(0, kGroupRole).toString() == QLatin1String("\u0001live")) first->setText(0, liveTitle());
  }
  syncText(m_counts, checked ? format::lintCounts(state.findings) : QString());
  bool any = false;
  eachFinding(*m_table, [&](const QTreeWidgetItem* item) { any = any || findingOf(item); });
  any = any && checked;
  if (!any) renderEmpty();
  m_stack->setCurrentWidget(any ? m_body : static_cast<QWidget*>(m_empty));
  renderFinding();
}

void FilesView::renderFinding() {
  const auto finding = findingOf(m_table->currentItem());
  syncVisible(m_pane, finding.has_value());
  if (finding) m_pane->show(*finding);
}

}  // namespace aiagent::ui
