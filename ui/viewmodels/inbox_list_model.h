// InboxListModel: what a person has to decide, newest first.
#pragma once

#include <QString>
#include <string>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "ui/viewmodels/rows_model.h"

namespace aiagent::ui {

struct InboxTag;
using InboxId = base::Id<InboxTag>;

struct InboxRow {
  InboxId id;
  std::string kind;    // "conflict", "recovered", "rejected", "lost"
  std::string reason;  // store::InboxItem::reason
  QString name;        // of the agent
  QString who;         // whose edit it met; empty: not known
  base::WallTime at{};
  bool operator==(const InboxRow&) const = default;
};

class InboxListModel : public RowsModel<InboxRow> {
  Q_OBJECT

 public:
  // DisplayRole is the agent's name, AccessibleTextRole the whole row as a sentence.
  enum Role { KindRole = Qt::UserRole + 1, KindTextRole, ReasonRole, WhenRole };

  // `clock` tells "5 min ago" and must outlive the model.
  explicit InboxListModel(const base::Clock& clock, QObject* parent = nullptr)
      : RowsModel(parent), m_clock(clock) {}

  QVariant data(const QModelIndex& index, int role) const override;

 private:
  const base::Clock& m_clock;
};

}  // namespace aiagent::ui
