// RunListModel: the rows of the runs page, newest first.
#pragma once

#include <functional>

#include "core/base/clock.h"
#include "core/domain/run.h"
#include "ui/viewmodels/rows_model.h"

namespace aiagent::ui {

class RunListModel : public RowsModel<domain::RunSummary> {
  Q_OBJECT

 public:
  // DisplayRole is the person's message on one line, AccessibleTextRole the whole row as a sentence,
  // ToolTipRole the exact time. StatusRole is an int(domain::RunStatus).
  enum Role { FactsRole = Qt::UserRole + 1, WhenRole, StatusRole, StatusTextRole };

  // `clock` tells "5 min ago" and must outlive the model.
  explicit RunListModel(const base::Clock& clock, QObject* parent = nullptr);

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

// "Triage · gpt-5.4-mini · 1.2 s · 84 tok · 0.1 ¢"; what is not known is left out.
QString runRowFacts(const domain::RunSummary& run);

}  // namespace aiagent::ui
