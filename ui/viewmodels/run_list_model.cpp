#include "ui/viewmodels/run_list_model.h"

#include <QStringList>

#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

QString titleOf(const domain::RunSummary& run) {
  const auto text = format::text(run.inputStart).simplified();
  return text.isEmpty() ? RunListModel::tr("(empty message)") : text;
}

}  // namespace

QString runRowFacts(const domain::RunSummary& run) {
  QStringList facts;
  if (!run.agentName.empty()) facts << format::text(run.agentName);
  if (const auto version = format::versionUsed(run.versionNumber, run.fromDraft); !version.isEmpty())
    facts << version;
  if (!run.model.empty()) facts << format::text(run.model);
  if (run.duration) facts << format::duration(*run.duration);
  if (run.outputTokens) facts << format::tokens(*run.outputTokens);
  if (run.costNanoUsd) facts << format::money(*run.costNanoUsd);
  return facts.join(QStringLiteral(" · "));
}

RunListModel::RunListModel(const base::Clock& clock, QObject* parent) : RowsModel(parent), m_clock(clock) {}

QVariant RunListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& run = row(index.row());
  switch (role) {
    case Qt::DisplayRole: return titleOf(run);
    case Qt::ToolTipRole: return format::exactTime(run.created);
    case FactsRole: return runRowFacts(run);
    case WhenRole: return format::relativeTime(run.created, m_clock.wallNow());
    case StatusRole: return int(run.status);
    case StatusTextRole: return format::runStatus(run.status);
    case Qt::AccessibleTextRole:
      return tr("%1, %2, %3, %4", "message, status, facts, time")
          .arg(titleOf(run), format::runStatus(run.status), runRowFacts(run),
               format::relativeTime(run.created, m_clock.wallNow()));
    default: return {};
  }
}

void RunListModel::fetchMore(const QModelIndex& parent) {
  if (canFetchMore(parent)) Q_EMIT moreWanted();
}

}  // namespace aiagent::ui
