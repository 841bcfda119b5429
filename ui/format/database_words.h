// How the database of a server does, as words: for the window and the command line alike.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "core/domain/database_report.h"

namespace aiagent::format {

QString databaseHealth(domain::DatabaseHealth health);  // "Good", "Needs a look", "Bad"
// One sentence: the worst finding, or that nothing was found and what could not be looked at.
QString databaseVerdict(const domain::DatabaseVerdict& verdict, base::WallTime now);
// What was measured, and the limit it is held against.
QString databaseFinding(const domain::DatabaseFinding& finding, base::WallTime now);

struct DatabaseSection {
  QString title;
  QStringList headers;
  std::vector<QStringList> rows;
  std::vector<int> figures = {};  // columns of numbers
  QString note = {};              // why there is nothing, or what to know of the figures; may be empty
  bool operator==(const DatabaseSection&) const = default;
};
// In the order in which they are shown. `now`: for ages.
std::vector<DatabaseSection> databaseSections(const domain::DatabaseReport& report, base::WallTime now);

}  // namespace aiagent::format
