#include "ui/viewmodels/version_rows.h"

#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

QStringList labelsOf(const VersionRow& row) {
  QStringList labels;
  for (const auto& label : row.labels) labels << format::text(label);
  return labels;
}

QString spoken(const VersionRow& row) {
  if (row.id.isNull()) return VersionRows::tr("Draft, not saved");
  QStringList words{VersionRows::tr("Version %1").arg(row.number)};
  if (row.head) words << VersionRows::tr("current");
  if (row.branch) words << VersionRows::tr("another line");
  if (row.merge) words << VersionRows::tr("merge");
  if (!row.message.empty()) words << format::text(row.message);
  if (!row.author.empty()) words << format::text(row.author);
  words << format::exactTime(row.created);
  for (const auto& label : labelsOf(row)) words << VersionRows::tr("label %1").arg(label);
  return words.join(QStringLiteral(", "));
}

int marksOf(const VersionRow& row) {
  return (row.head ? VersionRows::Head : 0) | (row.branch ? VersionRows::Branch : 0) |
         (row.merge ? VersionRows::Merge : 0) | (row.id.isNull() ? VersionRows::Draft : 0);
}

}  // namespace

QString versionTitle(const VersionRow& row) {
  return row.id.isNull() ? VersionRows::tr("Draft") : QStringLiteral("v%1").arg(row.number);
}

VersionRows::VersionRows(const base::Clock& clock, QObject* parent) : RowsModel(parent), m_clock(clock) {}

QVariant VersionRows::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const auto& version = row(index.row());
  switch (role) {
    case Qt::DisplayRole: return spoken(version);
    case TitleRole: return versionTitle(version);
    case MessageRole: return format::text(version.message);
    case AuthorRole: return format::text(version.author);
    case WhenRole:
      return version.id.isNull() ? QString() : format::relativeTime(version.created, m_clock.wallNow());
    case CreatedRole: return QVariant::fromValue<qlonglong>(base::toMillis(version.created));
    case MarksRole: return marksOf(version);
    case LabelsRole: return labelsOf(version);
    default: return {};
  }
}

}  // namespace aiagent::ui
