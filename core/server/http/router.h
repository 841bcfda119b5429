// Router: which handler answers which path. Handlers are written as if they waited: each request runs on a
// stackful coroutine, which `Context` suspends while PostgreSQL or the client takes its time.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/server/database.h"

namespace aiagent::server {

enum class Method { Get, Head, Post, Put, Patch, Delete };
std::string_view toWord(Method method);

// Who asks, after the database was asked.
struct Principal {
  std::string user;
  std::string device;
};

// Views are of use until the handler returns.
struct Request {
  Method method = Method::Get;
  std::string_view path;  // without the query; percent-encoded as it came
  std::vector<std::pair<std::string_view, std::string>> params;  // of {name} in the route, decoded
  std::vector<std::pair<std::string, std::string>> query;        // decoded
  std::vector<std::pair<std::string_view, std::string_view>> headers;
  std::string_view body;  // empty where the route streams
  std::string_view peer;  // the sender's network address
  std::string_view id;    // as in X-Request-Id
  Principal principal;    // with Auth::Member alone

  // Empty where there is none; names of headers in any case.
  std::string_view param(std::string_view name) const;
  std::string_view header(std::string_view name) const;
  std::optional<std::string_view> queryValue(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string body = {};
  std::string type = "application/json";
  std::vector<std::pair<std::string, std::string>> headers = {};
};

// {"error": word, "message": message}; `message` is an English sentence that says what to do.
Response problem(int status, std::string_view word, std::string_view message);
// 503 with Retry-After for what passes (no connection, a lock, no place in a queue), 400 for a value that
// PostgreSQL cannot read, 500 otherwise. Nothing of the error's text is shown.
Response problem(const base::Error& error);

// One statement; $1 … stand for `values`.
struct Statement {
  std::string sql;
  std::vector<Value> values = {};
};

class Upstream;
struct UpstreamRequest;
struct UpstreamHandlers;

// What a handler may wait for. Of use until the handler returns, on its coroutine alone.
class Context {
 public:
  virtual ~Context() = default;

  // As the server itself, who owns the tables. All of them in one round trip and one transaction, which is
  // rolled back when one fails.
  virtual base::Result<std::vector<Rows>> query(const std::vector<Statement>& statements) = 0;
  base::Result<Rows> query(std::string sql, std::vector<Value> values = {});

  // `function`, such as "api.members($1)", for whoever asks: their device is looked up, role and claims are
  // set, the function is called and committed, in one round trip. Its jsonb becomes the body, response.status
  // the status (`status` where it set none); a sentence is added to errors that came without one. `replica`:
  // the reading database may answer.
  virtual Response call(std::string_view function, std::vector<Value> values, int status = 200,
                        bool replica = false) = 0;
  virtual bool hasReplica() const = 0;

  // The answer piece by piece, instead of one that is returned: what the handler returns then is not sent.
  // Without `length` it is chunked. False: the client is gone or too slow; end then.
  virtual bool begin(const Response& head, std::optional<std::uint64_t> length = {}) = 0;
  virtual bool write(std::string_view bytes) = 0;

  // Until the waker was called since the last wait, at most `longest`. False: the client is gone, or the
  // server ends; end then. The waker may be called from any thread, also after the request.
  virtual bool wait(std::chrono::milliseconds longest) = 0;
  virtual std::function<void()> waker() = 0;

  // Runs `work`, which may block, on another thread, and waits for its end.
  virtual void background(const std::function<void()>& work) = 0;
  // An exchange with another server, which ends when the client goes. Errors: as Upstream::exchange.
  virtual base::Result<void> forward(const Upstream& upstream, const UpstreamRequest& request,
                                     const UpstreamHandlers& handlers) = 0;
  // Ends the connection in the middle of an answer that cannot be finished.
  virtual void abandon() = 0;

  // The body of a route that streams: at most `most` bytes, nothing at its end. Errors: Interrupted, Timeout.
  virtual base::Result<std::string> read(std::size_t most) = 0;
};

using Handler = std::function<Response(Request&, Context&)>;

enum class Auth {
  None,
  InCall,  // the handler only uses Context::call, which asks who it is in the same round trip
  Member,  // asked before the handler begins
};

struct Route {
  Method method = Method::Get;
  std::string path;  // "/v1/workspaces/{ws}/members/{user}"
  Auth auth = Auth::InCall;
  Handler handler;
  std::size_t bodyLimit = 65536;
  bool streamsBody = false;
};

// Routes are added before the server starts; afterwards it is read by all threads.
class Router {
 public:
  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  void add(Route route);
  // `shape` changes what is answered with 400 or more under `prefix`, by whomever: also where there is
  // nothing at the address.
  void shapeErrors(std::string prefix, std::function<void(Response&)> shape);

  struct Match {
    const Route* route = nullptr;  // none: `allowed` says why
    std::vector<std::pair<std::string_view, std::string>> params;
    std::string allowed;  // the methods that the path has, "GET, POST"; empty: there is no such path
  };
  Match find(Method method, std::string_view path) const;
  void shapeError(std::string_view path, Response& response) const;
  std::vector<const Route*> routes() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

// Nothing for a broken escape or a NUL.
std::optional<std::string> percentDecoded(std::string_view text);
// Pairs of "a=b&c=d"; those that cannot be decoded are left out.
std::vector<std::pair<std::string, std::string>> parseQuery(std::string_view query);

}  // namespace aiagent::server
