// Requests to a loopback server, and what such a server saw of them.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "core/ports/http_client.h"
#include "tests/support/http/loopback_server.h"

namespace aiagent::testing {

inline ports::HttpRequest get(const std::string& url) {
  ports::HttpRequest request;
  request.url = url;
  return request;
}

inline ports::HttpRequest post(const std::string& url, std::string body = "{}") {
  ports::HttpRequest request;
  request.method = "POST";
  request.url = url;
  request.headers = {{"Content-Type", "application/json"}, {"Accept", "text/event-stream"}};
  request.bearer = base::SecretString("sk-test-0123456789");
  request.body = std::move(body);
  return request;
}

// Answers every request of every connection alike.
inline LoopbackServer::Handler always(std::string answer) {
  return [answer = std::move(answer)](LoopbackConnection& connection) {
    while (connection.readRequest())
      if (!connection.write(answer)) return;
  };
}

// Requests as the server saw them.
class Journal {
 public:
  void add(const LoopbackRequest& request) {
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(request);
  }
  std::vector<LoopbackRequest> all() const {
    const std::lock_guard lock(m_mutex);
    return m_requests;
  }
  LoopbackServer::Handler answering(std::string answer) {
    return [this, answer = std::move(answer)](LoopbackConnection& connection) {
      while (const auto request = connection.readRequest()) {
        add(*request);
        if (!connection.write(answer)) return;
      }
    };
  }

 private:
  mutable std::mutex m_mutex;
  std::vector<LoopbackRequest> m_requests;
};

}  // namespace aiagent::testing
