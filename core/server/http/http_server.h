// HttpServer: HTTP/1.1 on a number of workers. Each has a thread, a loop, its connections and its share of
// the pool to itself; a connection stays with the worker it came to.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/secret_string.h"
#include "core/server/http/authenticator.h"
#include "core/server/http/router.h"

namespace aiagent::server {

struct HttpOptions {
  int port = 3000;          // 0: a free one
  std::string address;      // to listen on; empty: all
  std::size_t threads = 0;  // 0: one a processor

  base::SecretString databaseUrl;
  base::SecretString replicaUrl;  // empty: none
  std::size_t poolSize = 10;      // connections of all workers together, at least one each
  std::size_t poolQueue = 1024;   // requests that may wait for one, of all workers together
  std::chrono::milliseconds poolWait = std::chrono::seconds(5);
  std::chrono::milliseconds statementTimeout = std::chrono::seconds(10);

  // A second, ten times as many at once; 0: any number.
  double ratePerAddress = 0;
  double ratePerMember = 0;
  int trustedProxies = 0;  // of our own, which add to X-Forwarded-For

  std::size_t mostConnections = 4096;
  std::size_t headerLimit = 16384;
  std::size_t urlLimit = 8192;
  std::chrono::milliseconds idleTimeout = std::chrono::seconds(75);  // between requests
  std::chrono::milliseconds headerTimeout =
      std::chrono::seconds(10);  // from a header's first byte to its last
  std::chrono::milliseconds bodyTimeout =
      std::chrono::seconds(30);  // for a body, or a piece of a streamed one
  std::chrono::milliseconds writeTimeout = std::chrono::seconds(30);  // for an answer, or a piece of one
  std::chrono::milliseconds drainTimeout = std::chrono::seconds(25);
};

// What became of a request. Views are of use during the call.
struct RequestRecord {
  std::string_view id;
  std::string_view method;
  std::string_view route;  // the template, never the path; "-" where there is none
  int status = 0;
  std::chrono::microseconds took{};
  const base::Error* error = nullptr;  // behind a 5xx
};

// Called from all workers.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void answered(const RequestRecord& record) = 0;
  virtual void failed(std::string_view what, const base::Error& error) = 0;
};

struct ServerCounts {
  int connections = 0;
  int poolInUse = 0;
  int poolWaiting = 0;
};

class HttpServer {
 public:
  // Listens, and answers from `run` on. `router`, `authenticator` and `observer` outlive this. Errors:
  // ConnectionFailed (the port is taken or not allowed; subject its number).
  static base::Result<std::unique_ptr<HttpServer>> listen(HttpOptions options, const Router& router,
                                                          const Authenticator& authenticator,
                                                          Observer& observer);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();

  int port() const;
  ServerCounts counts() const;  // from any thread

  // Until `stop`, SIGTERM or SIGINT: then accepts nothing more, finishes what was begun, at most drainTimeout
  // long.
  void run();
  void stop();  // from any thread

 private:
  struct State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace aiagent::server
