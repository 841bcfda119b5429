// PgConnection: one connection to PostgreSQL that suspends its caller's coroutine instead of blocking the
// thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret_string.h"
#include "core/server/database.h"
#include "core/server/http/asio.h"
#include "core/server/http/router.h"

namespace aiagent::server {

struct PgOptions {
  base::SecretString url;
  std::chrono::milliseconds connectTimeout = std::chrono::seconds(5);
  // PostgreSQL ends what takes longer; half as much again, and we do.
  std::chrono::milliseconds statementTimeout = std::chrono::seconds(10);
};

// Made and used on the loop's thread, by one coroutine at a time. Looking up the host's name blocks.
class PgConnection : public Watched {
 public:
  static base::Result<std::unique_ptr<PgConnection>> connect(Loop& loop, WatchList& watches,
                                                             const PgOptions& options, Yield yield);
  ~PgConnection() override;

  // All statements in one transaction and one round trip; the rows of each. They are prepared when first met.
  // Errors as in Database; after ConnectionFailed or Timeout look at isUsable.
  base::Result<std::vector<Rows>> run(const std::vector<Statement>& statements, Yield yield);
  // False: broken, or the server said something while nothing was asked (it ends).
  bool isUsable() const;
  void tick(Clock::time_point now) override;

 private:
  struct State;
  explicit PgConnection(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace aiagent::server
