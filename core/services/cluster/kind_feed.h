// KindFeed: the rows of one kind, kept in step with an API server. Drives cluster::WatchMachine over a
// KubeClient; bytes become rows on a thread of their own.
#pragma once

#include <functional>
#include <memory>
#include <QObject>
#include <string>
#include <variant>
#include <vector>

#include "core/cluster/kind_table.h"
#include "core/cluster/watch_machine.h"
#include "core/services/background.h"
#include "core/services/cluster/kube_client.h"

namespace aiagent::services {

// What all feeds of a cluster share. Must outlive them; `names` is used on the background's thread alone.
struct FeedSurroundings {
  KubeClient& client;
  Background& background;
  base::Interner& names;
  ports::Scheduler& scheduler;
  const base::Clock& clock;
};

// Call from one thread with an event loop; signals come there.
class KindFeed : public QObject {
  Q_OBJECT

 public:
  // An empty namespace is all of them.
  KindFeed(wire::KubeKind kind, std::string nameSpace, FeedSurroundings around, cluster::WatchOptions options,
           QObject* parent = nullptr);
  ~KindFeed() override;

  void start();
  // The computer slept, or has another network.
  void wake() { tell(cluster::Woke{}); }
  // Somebody wants it looked at now.
  void refresh() { tell(cluster::RefreshAsked{}); }

  wire::KubeKind kind() const { return m_kind; }
  const cluster::KindTable& table() const { return m_table; }
  const cluster::WatchState& state() const { return m_machine.state(); }
  // When the server last said that this is all; kNoTime: never.
  base::WallTime asOf() const { return m_asOf; }

 Q_SIGNALS:
  void rowsChanged(const aiagent::cluster::TableDiff& diff);
  void stateChanged();

 private:
  struct Call;
  struct Piece;
  void tell(const cluster::WatchEvent& event);
  void perform(std::vector<cluster::WatchAction> actions);
  void perform(const cluster::List& action);
  void perform(const cluster::Watch& action);
  void perform(const cluster::Drop& action);
  void perform(const cluster::BeginStaging&) { m_table.beginStaging(); }
  void perform(const cluster::TakeStaged&) { changed(m_table.takeStaged()); }
  void perform(const cluster::ArmTimer& action);
  void open(std::string path, bool isWatch);
  void arrived(std::string_view bytes);
  void ended(base::Result<void> end);
  void decode();
  void take(Piece piece);
  void takeFrame(wire::WatchFrame frame);
  bool isTooMuch() const;
  void refuse(const char* why);
  void finished();
  void failed(base::Error error);
  void changed(cluster::TableDiff diff);
  void tellSoon(base::Milliseconds wait);
  void publish();

  const wire::KubeKind m_kind;
  const std::string m_nameSpace;
  FeedSurroundings m_around;
  cluster::WatchMachine m_machine;
  cluster::KindTable m_table;
  cluster::WatchState m_told;
  base::WallTime m_asOf{};
  cluster::DiffGatherer m_diff;  // since the last signal
  std::unique_ptr<ports::Timer> m_timer, m_signal;
  std::shared_ptr<Call> m_call;
  std::unique_ptr<KubeCall> m_asking;  // whether the server has the kind that it denies
  bool m_started = false;
};

}  // namespace aiagent::services
