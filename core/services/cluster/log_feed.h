// LogFeed: the logs of several containers as one, followed.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/cluster/logs/log_buffer.h"
#include "core/cluster/logs/log_follower.h"
#include "core/cluster/logs/log_merger.h"
#include "core/cluster/logs/log_sources.h"
#include "core/services/cluster/kube_client.h"
#include "core/services/cluster/log_spill.h"
#include "core/services/random_seed.h"

namespace aiagent::services {

struct LogFeedOptions {
  cluster::LogOptions log = {.seed = randomSeed()};  // of each container
  cluster::LogLimits limits = {};
  std::string spillFolder = {};            // for lines beyond the limits; empty: they are dropped
  std::uint64_t mostSpilled = 512u << 20;  // bytes
  std::size_t mostStreams = 50;            // containers beyond are named and not read
};

struct FollowedSource {
  cluster::LogSource source;
  cluster::LogFollowing following;
  bool isRead = true;       // false: one too many
  std::uint64_t lines = 0;  // that came
  bool operator==(const FollowedSource&) const = default;
};

// Bytes become lines beside the event loop; what comes is told together, at most once in 30 ms and a bounded
// number of lines at a time. Call from one thread with an event loop; signals come there. The client and what
// is around it must outlive it.
class LogFeed : public QObject {
  Q_OBJECT

 public:
  LogFeed(KubeClient& client, const KubeSurroundings& around, LogFeedOptions options,
          QObject* parent = nullptr);
  ~LogFeed() override;

  // All that are there now: those that are new join, those that are missing are gone, and their lines stay.
  void setSources(const std::vector<cluster::LogSource>& sources);
  void wake();
  void retry();

  const cluster::LogBuffer& lines() const { return m_buffer; }
  // By LogLine::source; none ever leaves.
  std::vector<FollowedSource> sources() const;
  // Lines that are nowhere: the spill's, and those of a server that sent faster than they could be read.
  std::uint64_t dropped() const { return m_dropped + m_spill->dropped(); }
  const LogSpill& spill() const { return *m_spill; }
  // No stream will say anything more, and all is told.
  bool isOver() const;

 Q_SIGNALS:
  // `added` lines at the end of lines(), after which `evicted` left at its beginning.
  void appended(int added, int evicted);
  void sourcesChanged();

 private:
  struct Stream;
  void tell(Stream& stream, const cluster::LogEvent& event);
  void perform(Stream& stream, const cluster::OpenLog& action);
  void perform(Stream& stream, const cluster::DropLog& action);
  void perform(Stream& stream, const cluster::ArmLogTimer& action);
  KubeStreamHandlers handlersFor(Stream& stream, int call);
  void arrived(Stream& stream, std::string_view bytes);
  void decode(Stream& stream);
  void take(Stream& stream, std::vector<cluster::LogLine> lines);
  void finished(Stream& stream);
  void add(const cluster::LogSource& source);
  void update(Stream& stream, const cluster::LogSource& source);
  void schedule();
  void publish();
  bool hasUnread() const;
  std::string spilled(const cluster::LogLine& line) const;

  KubeClient& m_client;
  KubeSurroundings m_around;
  const LogFeedOptions m_options;
  std::unique_ptr<Background> m_background;
  std::unique_ptr<LogSpill> m_spill;
  cluster::LogMerger m_merger;
  cluster::LogBuffer m_buffer;
  std::vector<std::unique_ptr<Stream>> m_streams;
  std::map<std::string, std::size_t> m_byKey;
  std::vector<cluster::LogLine> m_due;  // merged, and not told yet
  std::size_t m_told = 0;               // of m_due
  std::uint64_t m_dropped = 0;
  std::unique_ptr<ports::Timer> m_timer;
};

// "/api/v1/namespaces/aiagent/pods/web-1/log?…", with timestamps.
std::string logPath(const cluster::LogSource& source, const cluster::OpenLog& open);

}  // namespace aiagent::services
