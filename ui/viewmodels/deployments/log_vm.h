// LogVm: the logs of a pod or workload as they are read: followed, searched, saved.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/services/cluster/log_feed.h"

namespace aiagent::ui {

struct LogSourceName {
  QString name;  // "web-1", or "web-1/proxy" where a pod has several
  bool isGone = false;
  bool operator==(const LogSourceName&) const = default;
};

struct LogFound {
  QString text;                // that is looked for; empty: nothing is
  int total = 0, current = 0;  // current from 1; 0: none was gone to
  bool complete = true;        // every line was looked at
  std::int64_t line = -1;      // the number of the current one
  bool operator==(const LogFound&) const = default;
};

struct LogSaving {
  QString path;
  std::int64_t done = 0, total = 0;  // bytes
  bool operator==(const LogSaving&) const = default;
};

struct LogViewState {
  bool opened = false;
  bool previous = false;  // the run before this one is shown
  bool mayHavePrevious = false;
  std::vector<LogSourceName> sources;  // by LogLine::source
  QStringList notes;                   // sentences of what is not as it should be
  bool isDenied = false;
  bool isReconnecting = false;
  std::uint64_t dropped = 0;  // lines that are nowhere
  LogFound found;
  std::optional<LogSaving> saving;
  std::optional<base::Error> error;  // of saving
  QString savedTo;
  bool operator==(const LogViewState&) const = default;
};

// Lines are read from lines() by their number, which stays: buffer().evicted() + index.
class LogVm : public QObject {
  Q_OBJECT

 public:
  // Of this run, or of the one before.
  using MakeFeed = std::function<std::unique_ptr<services::LogFeed>(bool previous)>;

  // `scheduler` must outlive it.
  explicit LogVm(ports::Scheduler& scheduler, QObject* parent = nullptr);
  ~LogVm() override;

  const LogViewState& state() const { return m_state; }
  const cluster::LogBuffer& lines() const;
  // Text of a line as it is copied and saved: with its stamp, and its pod where there are several.
  QString plainText(const cluster::LogLine& line) const;

  void open(MakeFeed make, std::vector<cluster::LogSource> sources);
  void close();
  // As the pods come and go.
  void setSources(std::vector<cluster::LogSource> sources);
  void setPrevious(bool previous);
  void retry();
  void wake();  // the computer slept, or has another network

  void find(const QString& text);
  void findNext();
  void findPrevious();

  // All that was read, what is not shown any more too.
  void saveTo(const QString& path);
  void cancelSaving();
  void clearError();

 Q_SIGNALS:
  void stateChanged();
  void opened();  // lines() are others now
  void appended(int added, int evicted);

 private:
  struct Saving;
  void begin();
  void render();
  void searchOn();
  void go(int step);
  void beginSaving();
  void savePiece();
  void change(const std::function<void(LogViewState&)>& edit);

  ports::Scheduler& m_scheduler;
  services::Background m_background;
  MakeFeed m_make;
  std::vector<cluster::LogSource> m_sources;
  std::unique_ptr<services::LogFeed> m_feed;
  std::unique_ptr<ports::Timer> m_searchTimer;
  std::shared_ptr<Saving> m_saving;
  std::vector<std::int64_t> m_matches;  // numbers of lines
  std::int64_t m_searched = 0;          // every line before this number was looked at
  std::string m_needle;                 // in lower case
  LogViewState m_state;
};

}  // namespace aiagent::ui
