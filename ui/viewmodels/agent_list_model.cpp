#include "ui/viewmodels/agent_list_model.h"

#include <QStringList>

#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

QStringList tagList(const domain::AgentSummary& agent) {
  QStringList tags;
  for (const auto& tag : agent.tags) tags << format::text(tag);
  return tags;
}

// All of what the row shows by painting, in words.
QString spoken(const domain::AgentSummary& agent) {
  QStringList parts{format::text(agent.name)};
  if (agent.hasDraft) parts << AgentListModel::tr("unsaved draft");
  if (agent.archived) parts << AgentListModel::tr("archived");
  if (!agent.description.empty()) parts << format::text(agent.description).left(200);
  if (!agent.tags.empty())
    parts << AgentListModel::tr("tags: %1").arg(tagList(agent).join(QStringLiteral(", ")));
  return parts.join(QStringLiteral(". "));
}

}  // namespace

AgentListModel::AgentListModel(const base::Clock& clock, QObject* parent)
    : RowsModel(parent), m_clock(clock) {}

QVariant AgentListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const auto& agent = row(index.row());
  switch (role) {
    case Qt::DisplayRole: return format::text(agent.name);
    case Qt::AccessibleTextRole: return spoken(agent);
    case DescriptionRole: return format::text(agent.description);
    case SnippetRole: return format::text(agent.snippet);
    case TagsRole: return tagList(agent);
    case DraftRole: return agent.hasDraft;
    case ArchivedRole: return agent.archived;
    case UpdatedRole: return qlonglong(base::toMillis(agent.updated));
    case WhenRole: return format::relativeTime(agent.updated, m_clock.wallNow());
    default: return {};
  }
}

void AgentListModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent)) return;
  m_more = false;
  Q_EMIT moreWanted();
}

}  // namespace aiagent::ui
