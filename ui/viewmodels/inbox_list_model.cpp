#include "ui/viewmodels/inbox_list_model.h"

#include "ui/format/human.h"
#include "ui/format/sync_words.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

QString nameOf(const InboxRow& row) {
  return row.name.simplified().isEmpty() ? InboxListModel::tr("(no name)") : row.name.simplified();
}

QString reasonOf(const InboxRow& row) {
  const auto sentence = format::inboxReason(row.kind, row.reason);
  return row.who.isEmpty() ? sentence : InboxListModel::tr("%1: %2", "who, sentence").arg(row.who, sentence);
}

}  // namespace

QVariant InboxListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& row = this->row(index.row());
  switch (role) {
    case Qt::DisplayRole: return nameOf(row);
    case Qt::ToolTipRole: return reasonOf(row) + QLatin1Char('\n') + format::exactTime(row.at);
    case KindRole: return format::text(row.kind);
    case KindTextRole: return format::inboxKindName(row.kind);
    case ReasonRole: return reasonOf(row);
    case WhenRole: return format::relativeTime(row.at, m_clock.wallNow());
    case Qt::AccessibleTextRole:
      return tr("%1, %2, %3, %4", "kind, agent, reason, time")
          .arg(format::inboxKindName(row.kind), nameOf(row), reasonOf(row),
               format::relativeTime(row.at, m_clock.wallNow()));
    default: return {};
  }
}

}  // namespace aiagent::ui
