// A client of a shared library, driven line by line, so that sync is measured inside one process and a
// program's start is in no figure. peers/pouchdb_client.mjs speaks the same protocol. The profile is one that
// aiagent-cli has connected; the credential comes in AIAGENT_TOKEN.
//
//   sync_client PROFILE
//   add N FROM      writes N new records of about 1 KB, numbered from FROM
//   change N TEXT   edits the first N of them
//   send | fetch | look    syncs until nothing is left to do; "first": when the first records could be listed
//   index           waits until the search index has all records
//   live            goes on syncing; tells {"seen": TEXT, "at": …} once an edit of somebody else can be read
//   put TEXT        edits the first record; tells when it was durable and when the server had it
// Each answers one line of JSON: wall and CPU time of this process in ns; "at" and "began" are
// CLOCK_MONOTONIC in ns.
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <sstream>

#include "app/backend/backend.h"
#include "core/wire/json_text.h"

using namespace aiagent;

namespace {

constexpr base::Milliseconds kAckPoll{1};

std::int64_t cpuNanos() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto nanos = [](const timeval& time) { return time.tv_sec * 1'000'000'000 + time.tv_usec * 1'000; };
  return nanos(used.ru_utime) + nanos(used.ru_stime);
}

std::int64_t nowNanos() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

void say(wire::JsonObject object) {
  std::printf("%s\n", object.take().c_str());
  std::fflush(stdout);
}

domain::AgentContent record(int number) {
  domain::AgentContent content;
  content.name = "Agent " + std::to_string(number);
  content.prompt = std::to_string(number) + ". ";
  for (int i = 0; i < 10; ++i)
    content.prompt += "You sort support tickets by team and urgency, and answer in one short paragraph. ";
  content.tags = {"bench"};
  return *domain::normalised(std::move(content));
}

class Client : public QObject {
 public:
  explicit Client(app::Backend& backend) : m_backend(backend), m_input(STDIN_FILENO, QSocketNotifier::Read) {
    connect(&m_input, &QSocketNotifier::activated, this, &Client::readCommand);
    connect(&m_backend.library(), &services::Profile::changed, this, &Client::onChanges);
  }

 private:
  void readCommand() {
    std::string line;
    if (!std::getline(std::cin, line)) return QCoreApplication::quit();
    m_input.setEnabled(false);
    m_began = nowNanos();
    m_cpu = cpuNanos();
    std::istringstream words(line);
    std::string word;
    int count = 0, from = 0;
    words >> word;
    if (word == "add" && words >> count >> from) return add(count, from);
    if (word == "change" && words >> count) return change(count, rest(words));
    if (word == "send" || word == "fetch" || word == "look") return syncOnce();
    if (word == "index") return waitForIndex();
    if (word == "live") return goLive();
    if (word == "put") return put(rest(words));
    std::exit(2);
  }

  static std::string rest(std::istringstream& words) {
    std::string text;
    std::getline(words >> std::ws, text);
    return text;
  }

  void done() {
    say(wire::JsonObject()
            .integer("wall", nowNanos() - m_began)
            .integer("cpu", cpuNanos() - m_cpu)
            .integer("first", m_first > m_began ? m_first - m_began : 0));
    m_input.setEnabled(true);
  }

  template <class T>
  static const T& valueOf(const base::Result<T>& result) {
    if (result) return *result;
    std::fprintf(stderr, "%s %s\n", std::string(base::toWord(result.error().code)).c_str(),
                 result.error().detail.c_str());
    std::exit(1);
  }

  void add(int count, int from) {
    std::vector<domain::AgentContent> records;
    for (int i = 0; i < count; ++i) records.push_back(record(from + i));
    m_backend.agents().importAll(std::move(records), [this](base::Result<std::vector<domain::AgentId>> ids) {
      m_ids = valueOf(ids);
      done();
    });
  }

  void change(int count, const std::string& text) {
    m_backend.library().store().write<void>(
        [ids = m_ids, count, text](store::Connection& connection) -> base::Result<void> {
          for (int i = 0; i < count; ++i) {
            auto agent = store::loadAgent(connection, ids.at(std::size_t(i)));
            if (!agent) return agent.error();
            agent->content.description = text;  // no versioned field: one row, as with the peer
            const auto saved = store::updateAgent(connection, agent->id, agent->content, agent->revision);
            if (!saved) return saved.error();
          }
          return {};
        },
        [this](base::Result<void> end) {
          if (!end) std::exit(1);
          done();
        });
  }

  void waitForIndex() {
    if (!m_backend.library().store().indexing()) return done();
    m_retry = m_backend.library().scheduler().after(base::Milliseconds(5), [this] { waitForIndex(); });
  }

  void syncOnce() {
    m_first = 0;
    auto& sync = m_backend.sync();
    if (!std::exchange(m_started, true))
      sync.start(false);
    else
      sync.syncNow();
    whenUpToDate();
  }

  void whenUpToDate() {
    m_backend.sync().whenSettled([this](const services::SyncStatus& status) {
      // Only begun: the library is opened first.
      if (!status.shared)
        return void(m_retry = m_backend.library().scheduler().after(kAckPoll, [this] { whenUpToDate(); }));
      if (status.state.phase != sync::Phase::UpToDate || status.counts.pending > 0) std::exit(1);
      done();
    });
  }

  void goLive() {
    m_backend.sync().stop();
    m_started = m_live = true;
    m_backend.sync().start(true);
    waitForLive();
  }

  void waitForLive() {
    if (m_backend.sync().status().live) return done();
    m_retry = m_backend.library().scheduler().after(base::Milliseconds(20), [this] { waitForLive(); });
  }

  void put(const std::string& text) {
    const auto id = m_ids.at(0);
    m_own = text;
    m_backend.library().store().write<void>(
        [id, text](store::Connection& connection) -> base::Result<void> {
          auto agent = store::loadAgent(connection, id);
          if (!agent) return agent.error();
          agent->content.description = text;
          const auto saved = store::updateAgent(connection, agent->id, agent->content, agent->revision);
          return saved ? base::Result<void>() : saved.error();
        },
        [this](base::Result<void> end) {
          if (!end) std::exit(1);
          m_durable = nowNanos();
          waitForAck();
        });
  }

  // Nothing tells of the answer alone: the store is asked once a millisecond.
  void waitForAck() {
    m_retry = m_backend.library().scheduler().after(kAckPoll, [this] {
      m_backend.library().store().read<std::int64_t>(
          [](store::Connection& connection) -> base::Result<std::int64_t> {
            const auto counts = store::syncCounts(connection);
            return counts ? base::Result<std::int64_t>(counts->pending) : counts.error();
          },
          [this](base::Result<std::int64_t> pending) {
            valueOf(pending) > 0 ? waitForAck() : acknowledged();
          });
    });
  }

  void acknowledged() {
    say(wire::JsonObject()
            .integer("began", m_began)
            .integer("durable", m_durable - m_began)
            .integer("acked", nowNanos() - m_began)
            .integer("cpu", cpuNanos() - m_cpu));
    m_input.setEnabled(true);
  }

  void listFirst() {
    m_backend.agents().list({.limit = 50}, [this](base::Result<store::AgentPage> page) {
      if (m_first == 0 && !valueOf(page).rows.empty()) m_first = nowNanos();
    });
  }

  // As a page does: what changed is read, then shown.
  void onChanges(const std::vector<store::Change>& changes) {
    if (m_first == 0) listFirst();
    if (!m_live) return;
    for (const auto& change : changes) {
      if (change.kind != store::RecordKind::Agent || change.id.isNull()) continue;
      m_backend.agents().load(domain::AgentId{change.id},
                              [this](base::Result<services::AgentWithDraft> found) {
                                const auto& text = valueOf(found).agent.content.description;
                                if (text == m_own) return;
                                say(wire::JsonObject().text("seen", text).integer("at", nowNanos()));
                              });
    }
  }

  app::Backend& m_backend;
  QSocketNotifier m_input;
  std::vector<domain::AgentId> m_ids;
  std::unique_ptr<ports::Timer> m_retry;
  std::string m_own;
  std::int64_t m_began = 0, m_durable = 0, m_cpu = 0, m_first = 0;
  bool m_started = false, m_live = false;
};

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication program(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("aiagent"));
  std::ios::sync_with_stdio(true);
  if (argc != 2) return 2;
  auto backend = app::Backend::open(argv[1]);
  if (!backend) return 1;
  std::unique_ptr<Client> client;
  (*backend)->startNetwork([&] {
    client = std::make_unique<Client>(**backend);
    say(wire::JsonObject().boolean("ready", true));
  });
  return QCoreApplication::exec();
}
