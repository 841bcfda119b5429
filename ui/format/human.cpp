#include "ui/format/human.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace aiagent::format {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(Human)
};

constexpr std::int64_t kNanoPerCent = 10'000'000;
constexpr std::int64_t kNanoPerDollar = 1'000'000'000;

QDateTime toLocal(base::WallTime time) {
  return QDateTime::fromMSecsSinceEpoch(base::toMillis(time));
}

// At most `digits` decimals, none that are zero.
QString number(double value, int digits) {
  QString text = QLocale().toString(value, 'f', digits);
  const auto point = QLocale().decimalPoint();
  if (!text.contains(point)) return text;
  while (text.endsWith(QLocale().zeroDigit())) text.chop(1);
  if (text.endsWith(point)) text.chop(point.size());
  return text;
}

}  // namespace

QString duration(std::chrono::milliseconds time) {
  const auto ms = time.count();
  if (ms < 1000) return Texts::tr("%1 ms").arg(ms);
  if (ms < 60'000) return Texts::tr("%1 s").arg(number(double(ms) / 1000, ms < 10'000 ? 1 : 0));
  const auto seconds = ms / 1000;
  if (seconds < 3600) {
    const auto rest = seconds % 60;
    return rest == 0 ? Texts::tr("%1 min").arg(seconds / 60)
                     : Texts::tr("%1 min %2 s").arg(seconds / 60).arg(rest);
  }
  const auto minutes = (seconds / 60) % 60;
  return minutes == 0 ? Texts::tr("%1 h").arg(seconds / 3600)
                      : Texts::tr("%1 h %2 min").arg(seconds / 3600).arg(minutes);
}

QString relativeTime(base::WallTime time, base::WallTime now) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - time).count();
  if (seconds < 60) return Texts::tr("just now");
  if (seconds < 3600) return Texts::tr("%1 min ago").arg(seconds / 60);
  const auto local = toLocal(time);
  const auto today = toLocal(now).date();
  if (local.date() == today) return Texts::tr("%1 h ago").arg(seconds / 3600);
  if (local.date() == today.addDays(-1))
    return Texts::tr("yesterday %1").arg(QLocale().toString(local.time(), QLocale::ShortFormat));
  const auto pattern = local.date().year() == today.year() ? Texts::tr("d MMM", "day and month")
                                                           : Texts::tr("d MMM yyyy", "day, month and year");
  return QLocale().toString(local.date(), pattern);
}

QString exactTime(base::WallTime time) {
  return QLocale().toString(toLocal(time), QLocale::LongFormat);
}

QString count(std::int64_t value) {
  return QLocale().toString(qlonglong(value));
}

QString tokens(std::int64_t value) {
  if (value < 10'000) return Texts::tr("%1 tok", "tokens").arg(count(value));
  return Texts::tr("%1k tok", "thousands of tokens")
      .arg(number(double(value) / 1000, value < 100'000 ? 1 : 0));
}

QString money(std::int64_t nanoUsd) {
  if (nanoUsd == 0) return Texts::tr("0 ¢");
  const double cents = double(nanoUsd) / double(kNanoPerCent);
  if (cents < 0.01) return Texts::tr("< %1 ¢").arg(number(0.01, 2));
  if (cents < 100) return Texts::tr("%1 ¢").arg(number(cents, cents < 1 ? 2 : cents < 10 ? 1 : 0));
  return Texts::tr("$%1").arg(QLocale().toString(double(nanoUsd) / double(kNanoPerDollar), 'f', 2));
}

QString exactMoney(std::int64_t nanoUsd) {
  return Texts::tr("$%1").arg(number(double(nanoUsd) / double(kNanoPerDollar), 9));
}

QString bytes(std::int64_t value) {
  return QLocale().formattedDataSize(value, 1, QLocale::DataSizeIecFormat);
}

QString preparing(const domain::KnowledgeProgress& progress) {
  using Stage = domain::KnowledgeProgress::Stage;
  switch (progress.stage) {
    case Stage::Done: return {};
    case Stage::Checking: return Texts::tr("Looking up the uploaded files");
    case Stage::Indexing:
      return Texts::tr("The vector store takes in the files: %1 of %2")
          .arg(count(progress.number), count(progress.of));
    case Stage::Uploading: break;
  }
  const auto name = QString::fromStdString(progress.name);
  const auto what =
      progress.of > 1
          ? Texts::tr("Uploading “%1” (%2 of %3)").arg(name, count(progress.number), count(progress.of))
          : Texts::tr("Uploading “%1”").arg(name);
  if (progress.bytes <= 0 || progress.done <= 0) return what;
  return Texts::tr("%1 – %2 %", "what is uploaded, and how far it is")
      .arg(what, count(progress.done * 100 / progress.bytes));
}

QString runStatus(domain::RunStatus status) {
  switch (status) {
    case domain::RunStatus::Queued: return Texts::tr("queued");
    case domain::RunStatus::Running: return Texts::tr("running");
    case domain::RunStatus::Completed: return Texts::tr("completed");
    case domain::RunStatus::Incomplete: return Texts::tr("incomplete");
    case domain::RunStatus::Failed: return Texts::tr("failed");
    case domain::RunStatus::Cancelled: return Texts::tr("stopped");
    case domain::RunStatus::Interrupted: return Texts::tr("interrupted");
  }
  return {};
}

QString versionUsed(std::int64_t number, bool fromDraft) {
  if (number > 0) return QStringLiteral("v%1").arg(number);
  return fromDraft ? Texts::tr("draft") : QString();
}

QString runFacts(const domain::RunRecord& run) {
  QStringList facts;
  if (run.status != domain::RunStatus::Completed) facts << runStatus(run.status);
  if (run.timings.finished) facts << duration(*run.timings.finished);
  if (run.usage.output)
    facts << (run.usage.estimated ? QStringLiteral("≈ ") : QString()) + tokens(*run.usage.output);
  if (run.costNanoUsd)
    facts << (run.usage.estimated ? QStringLiteral("≈ ") : QString()) + money(*run.costNanoUsd);
  return facts.join(QStringLiteral(" · "));
}

}  // namespace aiagent::format
