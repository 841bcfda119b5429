#include "ui/format/database_words.h"

#include <cmath>
#include <QCoreApplication>
#include <QLocale>

#include "core/base/time_text.h"
#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::format {
namespace {

using namespace domain::database;
using domain::DatabaseConcern;
using domain::DatabaseFinding;
using domain::DatabaseHealth;
using domain::DatabaseReport;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(DatabaseWords)
};

constexpr double kLongest = 1e9;  // seconds

QString lengthText(double seconds) {
  return duration(std::chrono::milliseconds(std::llround(std::min(seconds, kLongest) * 1'000)));
}

QString milliseconds(double value) {
  return value < 10 ? Texts::tr("%1 ms").arg(QLocale().toString(value, 'f', 2)) : lengthText(value / 1'000);
}

QString percent(double share) {
  return Texts::tr("%1 %").arg(QLocale().toString(share * 100, 'f', 1));
}

QString dash() {
  return QStringLiteral("–");
}

QString when(const std::string& iso, base::WallTime now) {
  const auto time = base::fromRfc3339(iso);
  return time ? relativeTime(*time, now) : dash();
}

QString daysSince(const std::string& iso, base::WallTime now) {
  const auto time = base::fromRfc3339(iso);
  const auto days = time ? std::chrono::duration_cast<std::chrono::hours>(now - *time).count() / 24 : 0;
  return Texts::tr("%n days ago", nullptr, int(std::min<std::int64_t>(days, 100'000)));
}

QString optionalBytes(const std::optional<std::int64_t>& number) {
  return number ? bytes(*number) : dash();
}

// What is added up says nothing without the time over which it was.
QString countedSince(const std::string& iso, base::WallTime now) {
  return base::fromRfc3339(iso) ? Texts::tr("Counted since %1.").arg(when(iso, now)) : QString();
}

// The rows of a part by `fill`, or the server's sentence why there are none.
template <class T, class Fill>
DatabaseSection section(const QString& title, const QStringList& headers, const Part<T>& part, Fill fill) {
  DatabaseSection made{title, headers, {}};
  if (part.value)
    fill(*part.value, made);
  else if (part.unavailable.empty())
    made.note = Texts::tr("The server does not tell this.");
  else
    made.note = Texts::tr("Not available: %1").arg(text(part.unavailable));
  return made;
}

QStringList figureHeaders() {
  return {Texts::tr("What"), Texts::tr("Value")};
}

// ---- sections

DatabaseSection serverSection(const DatabaseReport& report, base::WallTime now) {
  return section(Texts::tr("Server"), figureHeaders(), report.server, [&](const Server& one, auto& made) {
    made.rows = {{Texts::tr("PostgreSQL"), text(one.version)},
                 {Texts::tr("Size of the database"), bytes(one.bytes)},
                 {Texts::tr("Started"), when(one.started, now)}};
  });
}

QString migrationWords(const Migrations& one) {
  if (one.state == "altered") return Texts::tr("One that was applied is not this program's");
  if (one.pending.empty()) return Texts::tr("All %n are applied", nullptr, int(one.applied));
  QStringList names;
  for (const auto& name : one.pending) names << text(name);
  return Texts::tr("Pending: %1").arg(names.join(QStringLiteral(", ")));
}

DatabaseSection migrationSection(const DatabaseReport& report) {
  return section(Texts::tr("Migrations"), figureHeaders(), report.migrations,
                 [](const auto& one, auto& made) {
                   made.rows = {{Texts::tr("State"), migrationWords(one)}};
                 });
}

DatabaseSection connectionSection(const DatabaseReport& report) {
  return section(
      Texts::tr("Connections"), {Texts::tr("State"), Texts::tr("Number")}, report.connections,
      [](const Connections& one, auto& made) {
        made.figures = {1};
        for (const auto& state : one.states)
          made.rows.push_back(
              {state.state == "hidden" ? Texts::tr("of other users (not told)") : text(state.state),
               count(state.count)});
        made.rows.push_back({Texts::tr("All, of %1 at most").arg(count(one.most)), count(one.used)});
      });
}

DatabaseSection loadSection(const DatabaseReport& report, base::WallTime now) {
  auto made = section(Texts::tr("Cache and transactions"), figureHeaders(), report.cache,
                      [&](const Cache& one, auto& into) {
                        const auto all = one.hits + one.reads;
                        into.rows.push_back({Texts::tr("Blocks that came from memory"),
                                             all > 0 ? percent(double(one.hits) / double(all)) : dash()});
                        into.note = countedSince(one.since, now);
                      });
  if (const auto& open = report.transactions.value)
    made.rows.push_back(
        {Texts::tr("Oldest open transaction"),
         open->oldestSeconds
             ? Texts::tr("%1 (process %2)").arg(lengthText(double(*open->oldestSeconds))).arg(open->oldestPid)
             : Texts::tr("none")});
  return made;
}

QStringList lockRow(const WaitingLock& lock) {
  QStringList blockers;
  for (const auto pid : lock.blockedBy) blockers << QString::number(pid);
  return {QString::number(lock.pid), blockers.isEmpty() ? dash() : blockers.join(QStringLiteral(", ")),
          lock.seconds ? lengthText(double(*lock.seconds)) : dash(),
          text(lock.table.empty() ? lock.kind : lock.table + " (" + lock.kind + ")")};
}

DatabaseSection lockSection(const DatabaseReport& report) {
  return section(Texts::tr("Waiting for locks"),
                 {Texts::tr("Process"), Texts::tr("Blocked by"), Texts::tr("Waits for"), Texts::tr("Lock")},
                 report.locks, [](const auto& locks, auto& made) {
                   made.figures = {2};
                   for (const auto& lock : locks) made.rows.push_back(lockRow(lock));
                   if (locks.empty()) made.note = Texts::tr("Nobody waits for anybody.");
                 });
}

DatabaseSection statementSection(const DatabaseReport& report, base::WallTime now) {
  return section(Texts::tr("Slowest statements"),
                 {Texts::tr("Statement"), Texts::tr("Calls"), Texts::tr("Mean"), Texts::tr("All together")},
                 report.statements, [&](const Statements& one, auto& made) {
                   made.figures = {1, 2, 3};
                   for (const auto& statement : one.slowest)
                     made.rows.push_back({text(statement.text), count(statement.calls),
                                          milliseconds(statement.meanMs), milliseconds(statement.totalMs)});
                   QStringList notes{one.slowest.empty() ? Texts::tr("None was counted yet.") : QString(),
                                     countedSince(one.since, now),
                                     one.othersHidden
                                         ? Texts::tr("Those of other users of the database are not told.")
                                         : QString()};
                   notes.removeAll(QString());
                   made.note = notes.join(QLatin1Char(' '));
                 });
}

DatabaseSection tableSection(const DatabaseReport& report, base::WallTime now) {
  return section(
      Texts::tr("Tables"),
      {Texts::tr("Table"), Texts::tr("Size"), Texts::tr("Dead rows"), Texts::tr("Bloat"),
       Texts::tr("Vacuumed")},
      report.tables, [&](const auto& tables, auto& made) {
        made.figures = {1, 2, 3};
        for (const auto& table : tables)
          made.rows.push_back({text(table.name), bytes(table.bytes), count(table.deadRows),
                               bytes(table.bloatBytes),
                               table.lastVacuum.empty() ? Texts::tr("never") : when(table.lastVacuum, now)});
        made.note = Texts::tr("Bloat is an estimate from the share of dead rows.");
      });
}

DatabaseSection replicaSection(const DatabaseReport& report) {
  return section(
      Texts::tr("Replicas"),
      {Texts::tr("Replica"), Texts::tr("State"), Texts::tr("Behind by"), Texts::tr("Bytes behind")},
      report.replicas, [](const auto& replicas, auto& made) {
        made.figures = {2, 3};
        for (const auto& one : replicas)
          made.rows.push_back({text(one.name), text(one.state),
                               one.lagSeconds ? lengthText(*one.lagSeconds) : Texts::tr("nothing"),
                               optionalBytes(one.lagBytes)});
        if (replicas.empty()) made.note = Texts::tr("No replica follows this server.");
      });
}

DatabaseSection slotSection(const DatabaseReport& report) {
  return section(Texts::tr("Replication slots"),
                 {Texts::tr("Slot"), Texts::tr("In use"), Texts::tr("Keeps WAL")}, report.slots,
                 [](const auto& slots, auto& made) {
                   made.figures = {2};
                   for (const auto& one : slots)
                     made.rows.push_back({text(one.name), one.active ? Texts::tr("yes") : Texts::tr("no"),
                                          optionalBytes(one.retainedBytes)});
                   if (slots.empty()) made.note = Texts::tr("There are none.");
                 });
}

QString archiverWords(const Backups& one, base::WallTime now) {
  if (!one.archiving) return Texts::tr("off");
  if (one.failing) return Texts::tr("fails, last %1").arg(when(one.lastFailed, now));
  return one.lastArchived.empty() ? Texts::tr("on, nothing archived yet")
                                  : Texts::tr("on, last %1").arg(when(one.lastArchived, now));
}

QString drillWords(const Backups& one, base::WallTime now) {
  if (one.drill.empty()) return Texts::tr("none was written down");
  return (one.drillOk ? Texts::tr("went well, %1") : Texts::tr("failed, %1")).arg(when(one.drill, now));
}

DatabaseSection backupSection(const DatabaseReport& report, base::WallTime now) {
  return section(Texts::tr("Backups"), figureHeaders(), report.backups, [&](const Backups& one, auto& made) {
    made.rows = {{Texts::tr("Archiving of WAL"), archiverWords(one, now)},
                 {Texts::tr("Last restore drill"), drillWords(one, now)}};
    made.note =
        Texts::tr("PostgreSQL keeps no record of base backups; a drill proves that one can be restored.");
  });
}

}  // namespace

QString databaseHealth(DatabaseHealth health) {
  switch (health) {
    case DatabaseHealth::Good: return Texts::tr("Good");
    case DatabaseHealth::Concern: return Texts::tr("Needs a look");
    case DatabaseHealth::Bad: return Texts::tr("Bad");
  }
  return {};
}

QString databaseFinding(const DatabaseFinding& one, base::WallTime now) {
  switch (one.concern) {
    case DatabaseConcern::Connections:
      return Texts::tr("%1 of %2 connections are taken; more than 80 % leave no room for a rush.")
          .arg(count(one.amount), count(one.most));
    case DatabaseConcern::Cache:
      return Texts::tr("%1 of the blocks came from memory; less than 95 % means that it is too small.")
          .arg(percent(one.share));
    case DatabaseConcern::OldTransaction:
      return Texts::tr("A transaction is open for %1; beyond 15 minutes it keeps vacuum from its work.")
          .arg(lengthText(double(one.amount)));
    case DatabaseConcern::ReplicaBehind:
      return Texts::tr("The replica “%1” is %2 behind; more than 30 s are lost if it has to take over.")
          .arg(text(one.name), lengthText(one.share));
    case DatabaseConcern::SlotRetains:
      return Texts::tr("The slot “%1” is not in use and keeps %2 of WAL; beyond 1 GiB it fills the disk.")
          .arg(text(one.name), bytes(one.amount));
    case DatabaseConcern::MigrationsPending:
      return Texts::tr("%n migrations are pending; run aiagent-server migrate up.", nullptr, int(one.amount));
    case DatabaseConcern::MigrationAltered:
      return Texts::tr("A migration that was applied is not the one that the server has.");
    case DatabaseConcern::ArchiverFails:
      return Texts::tr("WAL cannot be archived, last tried %1; a backup is only as new as the archive.")
          .arg(when(one.at, now));
    case DatabaseConcern::DrillFailed:
      return Texts::tr("The last restore of a backup failed, %1.").arg(daysSince(one.at, now));
    case DatabaseConcern::DrillOld:
      return Texts::tr(
                 "The last restore drill was %1; after 90 days nobody knows whether a backup is of use.")
          .arg(daysSince(one.at, now));
    case DatabaseConcern::DrillMissing:
      return Texts::tr("No restore drill was written down; a backup that was never restored is a hope.");
  }
  return {};
}

QString databaseVerdict(const domain::DatabaseVerdict& verdict, base::WallTime now) {
  if (verdict.findings.empty())
    return verdict.unknown > 0 ? Texts::tr("Nothing was found, but %n parts could not be looked at.", nullptr,
                                           verdict.unknown)
                               : Texts::tr("Nothing was found that needs a look.");
  return databaseFinding(verdict.findings.front(), now);
}

std::vector<DatabaseSection> databaseSections(const DatabaseReport& report, base::WallTime now) {
  return {connectionSection(report),     loadSection(report, now),  lockSection(report),
          statementSection(report, now), tableSection(report, now), replicaSection(report),
          slotSection(report),           migrationSection(report),  backupSection(report, now),
          serverSection(report, now)};
}

}  // namespace aiagent::format
