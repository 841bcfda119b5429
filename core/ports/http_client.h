// HttpClient: one request, answered head first, then bytes as they arrive.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret_string.h"

namespace aiagent::ports {

using Headers = std::vector<std::pair<std::string, std::string>>;

// How the server of a request is trusted and what it is shown, where that is not this computer's own
// business.
struct HttpTls {
  std::string caPem;           // trusted instead of the system's certificates; empty: those
  std::string certificatePem;  // the client's, its chain behind it; or empty
  base::SecretString keyPem;   // belongs to it: RSA or EC
  std::string serverName;      // asked for (SNI) and checked instead of the URL's host; or empty
  bool insecure = false;       // nothing of the server's certificate is checked
};

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  Headers headers;            // none of them secret; a name may come several times
  base::SecretString bearer;  // sent as "Authorization: Bearer …"; empty: not sent
  std::string body;
  // Sent behind `body` when it is not empty, and read while it is sent; then comes `bodyEnd`.
  std::filesystem::path bodyFile = {};
  std::string bodyEnd = {};
  base::Milliseconds connectTimeout{10'000};  // until the connection stands
  base::Milliseconds headTimeout{600'000};    // from sending to the answer's head
  base::Milliseconds idleTimeout{0};          // between pieces of the answer's body; 0: none
  base::SecretString authorization = {};      // sent as "Authorization: …" instead of `bearer`; or empty
  std::shared_ptr<const HttpTls> tls = {};    // null: as this computer does it
  std::string proxyUrl = {};                  // the one to go through, whatever the settings say; or empty
  // Requests share a connection only where this, `tls` and `proxyUrl` are equal.
  std::string pool = {};
  bool canBeHeld = false;  // see HttpExchange::hold(); it then has a connection of its own while it lasts
};

struct HttpHead {
  int status = 0;
  Headers headers;  // names in lower case
  // Value of the first header of that (lower-case) name, or "".
  std::string_view header(std::string_view name) const {
    for (const auto& [key, value] : headers)
      if (key == name) return value;
    return {};
  }
};

// Called on the thread that sent the request, in this order: head at most once, bytes any number of times,
// done exactly once and last. `done` has an error when the exchange failed at transport level
// (ConnectionFailed, Timeout, TlsFailed, ProxyRefused, Interrupted after the head, Cancelled) or could not be
// sent at all (InvalidInput: subject is "url", "method", "authorization", "proxy", "tls.ca",
// "tls.certificate", "tls.key" or a header's name; StorageFailed: the file of the body cannot be read); an
// HTTP error status is a success here. `sent` comes while a body with a file goes out, before the head. A
// callback may destroy the exchange.
struct HttpHandlers {
  std::function<void(const HttpHead&)> head;
  std::function<void(std::string_view)> bytes;
  std::function<void(base::Result<void>)> done;
  std::function<void(std::int64_t done, std::int64_t all)> sent = {};
};

// Destroying it closes the connection and, if `done` was not called yet, calls it with Cancelled first.
class HttpExchange {
 public:
  virtual ~HttpExchange() = default;
  // While held no more bytes come, the end neither, and silence does not count: for who reads more slowly
  // than is sent. A few megabytes that are on their way are kept; then the server has to wait. Only of a
  // request that can be held; what answers whole, as out of memory, may not know it.
  virtual void hold(bool /*held*/) {}
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  [[nodiscard]] virtual std::unique_ptr<HttpExchange> send(HttpRequest request, HttpHandlers handlers) = 0;
};

}  // namespace aiagent::ports
