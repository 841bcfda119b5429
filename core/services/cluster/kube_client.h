// KubeClient: requests to the API server of one cluster as one user, whole or as a stream.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/ports/http_client.h"
#include "core/ports/scheduler.h"
#include "core/services/cluster/kube_credentials.h"

namespace aiagent::services {

struct KubeRequest {
  std::string method = "GET";
  std::string path;  // with its query: "/api/v1/namespaces/aiagent/pods?limit=500"
  std::string accept = "application/json";
  std::string contentType = {};  // of the body
  std::string body = {};
  base::Milliseconds headTimeout{30'000};
  base::Milliseconds silence{30'000};  // the longest between pieces of the answer
  std::size_t mostBytes = 256u << 20;  // of the answer, unpacked; a stream has no limit
  // It changes something: after a 5xx it is not sent again, as it may have been carried out all the same.
  bool changes = false;
};

struct KubeAnswer {
  int status = 0;
  std::string body;
  std::string contentType;
};

// In this order: head at most once and only for a success, bytes any number of times, done once and last.
struct KubeStreamHandlers {
  std::function<void(const ports::HttpHead&)> head;
  std::function<void(std::string_view)> bytes;
  std::function<void(base::Result<void>)> done;
};

// Destroying it ends the call; `done` then comes with Cancelled first, unless it came already.
class KubeCall {
 public:
  virtual ~KubeCall() = default;
  // Of a stream, as that of ports::HttpExchange.
  virtual void hold(bool /*held*/) {}
};

struct KubeSurroundings {  // all must outlive the client
  ports::HttpClient& http;
  ports::Scheduler& scheduler;
  const base::Clock& clock;
  ReadFile read;
  ExecPlugins* plugins = nullptr;  // null: none may run
};

// - A request is repeated up to ten times after 429 and 5xx where the server says how long to wait, at most a
//   minute (rest/with_retry.go); a stream is not: its owner decides.
// - After a 401 the credential is asked for anew and the request sent once more.
// - Streams ask for no compression and have connections of their own, so that they starve nothing. They end
// with
//   Interrupted when the client's certificate changes.
// - After a Timeout the next requests go over new connections.
// - Errors of the server are those of cluster::kubeError(), of credentials those of KubeCredentials::get(),
// of the
//   transport those of ports::HttpClient; an answer beyond `mostBytes` is BadResponse with the subject
//   "size".
// Call from one thread with an event loop; completions come there, never within the call that asked, and
// calls that go on when the client is destroyed end with Cancelled.
class KubeClient : public QObject {
  Q_OBJECT

 public:
  KubeClient(cluster::ClusterAccess access, KubeSurroundings around, QObject* parent = nullptr);
  ~KubeClient() override;

  const cluster::ClusterAccess& access() const { return m_access; }
  ports::Scheduler& scheduler() const { return m_around.scheduler; }
  // What is shown to this server; for what takes the same from the same person.
  KubeCredentials& credentials() { return m_credentials; }

  [[nodiscard]] std::unique_ptr<KubeCall> send(KubeRequest request,
                                               std::function<void(base::Result<KubeAnswer>)> done);
  // Watches and logs. `silence` is for the owner to choose: a watch breathes about once a minute.
  [[nodiscard]] std::unique_ptr<KubeCall> stream(KubeRequest request, KubeStreamHandlers handlers);

  // Requests from now on go over new connections: the old ones are in doubt, after sleep or a change of
  // network.
  void useNewConnections() { ++m_generation; }
  // Which connections a request made now goes over. Several who doubt the same ones need new ones once.
  int connections() const { return m_generation; }

  // How far the server's clock is ahead of this computer's, by the last answer that came quickly. To a
  // second.
  std::optional<base::Milliseconds> clockOffset() const { return m_clockOffset; }

 Q_SIGNALS:
  // What the server warns of, once for each text.
  void warned(const QString& text);
  void clockOffsetChanged();

 private:
  struct Flight;
  class Handle;
  using Flights = std::map<int, std::unique_ptr<Flight>>;
  std::unique_ptr<KubeCall> begin(std::unique_ptr<Flight> flight);
  void authorise(int id);
  void dispatch(int id, base::Result<KubeCredential> credential);
  ports::HttpRequest toHttp(const Flight& flight) const;
  void takeHead(int id, const ports::HttpHead& head);
  void takeBytes(int id, std::string_view bytes);
  void takeEnd(int id, base::Result<void> end);
  void answered(int id);
  void finish(int id, base::Result<void> end);
  void cancel(int id);
  void hold(int id, bool held);
  void noteTime(const Flight& flight, const ports::HttpHead& head);
  void noteWarnings(const ports::HttpHead& head);
  void certificateIs(const KubeCredential& credential);

  const cluster::ClusterAccess m_access;
  KubeSurroundings m_around;
  KubeCredentials m_credentials;
  Flights m_flights;
  std::vector<std::string> m_warnings;  // told already
  std::optional<base::Milliseconds> m_clockOffset;
  std::string m_certificate;  // shown last
  int m_lastFlight = 0;
  int m_generation = 0;
  const int m_number;  // of this client in the process: two share no connection
};

}  // namespace aiagent::services
