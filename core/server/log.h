// ServerLog: a line of JSON on standard output for each thing worth knowing. There is no free text: no token,
// body, prompt or query can get in.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/log.h"
#include "core/server/http/http_server.h"

namespace aiagent::server {

// Safe from any thread. Lines below a warning may wait a quarter of a second for the next flush.
class ServerLog {
 public:
  explicit ServerLog(std::string_view level);  // LOGGING_LEVEL's words
  ~ServerLog();

  // {"severity", "time", "message", …fields}
  void line(base::LogLevel level, std::string_view message,
            std::initializer_list<base::LogField> fields = {});
  // Whatever the level is: whoever starts the server waits for it.
  void always(std::string_view message, std::initializer_list<base::LogField> fields = {});
  void request(const RequestRecord& record);
  // Code, SQLSTATE and PostgreSQL's sentence where it quotes no value.
  void error(std::string_view message, const base::Error& error);
  void flush();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace aiagent::server
