// AgentListModel: the rows of the library.
#pragma once

#include "core/base/clock.h"
#include "core/domain/agent.h"
#include "ui/viewmodels/rows_model.h"

namespace aiagent::ui {

class AgentListModel : public RowsModel<domain::AgentSummary> {
  Q_OBJECT

 public:
  // Name and description come as DisplayRole and ToolTipRole too, for screen readers and for hovering.
  enum Role {
    DescriptionRole = Qt::UserRole + 1,
    SnippetRole,
    TagsRole,
    DraftRole,
    ArchivedRole,
    UpdatedRole,
    WhenRole
  };

  // `clock` tells "5 min ago" and must outlive the model.
  explicit AgentListModel(const base::Clock& clock, QObject* parent = nullptr);

  QVariant data(const QModelIndex& index, int role) const override;
  bool canFetchMore(const QModelIndex& parent) const override { return !parent.isValid() && m_more; }
  void fetchMore(const QModelIndex& parent) override;

  void setMore(bool more) { m_more = more; }

 Q_SIGNALS:
  void moreWanted();  // the view has reached the last row

 private:
  const base::Clock& m_clock;
  bool m_more = false;
};

}  // namespace aiagent::ui
