// VersionRows: the versions of an agent as a list, with the draft before them where there is one.
#pragma once

#include "core/base/clock.h"
#include "core/domain/agent_version.h"
#include "ui/viewmodels/rows_model.h"

namespace aiagent::ui {

struct VersionRow {
  domain::VersionId id;  // null: the draft
  std::int64_t number = 0;
  std::string author;
  std::string message;
  base::WallTime created{};
  bool head = false;
  bool branch = false;  // another line, not merged yet
  bool merge = false;   // it has two parents
  std::vector<std::string> labels;
  bool operator==(const VersionRow&) const = default;
};

class VersionRows : public RowsModel<VersionRow> {
  Q_OBJECT

 public:
  // All of it as DisplayRole, for screen readers.
  enum Role {
    TitleRole = Qt::UserRole + 1,
    MessageRole,
    AuthorRole,
    WhenRole,
    CreatedRole,
    MarksRole,
    LabelsRole
  };
  enum Mark { Head = 1, Branch = 2, Merge = 4, Draft = 8 };

  explicit VersionRows(const base::Clock& clock, QObject* parent = nullptr);

  QVariant data(const QModelIndex& index, int role) const override;

 private:
  const base::Clock& m_clock;
};

// "v12"; "Draft" for the row of the draft.
QString versionTitle(const VersionRow& row);

}  // namespace aiagent::ui
