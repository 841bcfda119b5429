// Charge: what one relayed call may cost and did cost. Before the call an estimate is set aside
// (sync.reservation), so that calls at once do not spend the same money; afterwards sync.usage notes what was
// used.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/server/http/router.h"

namespace aiagent::server {

struct ChargeOptions {
  std::int64_t memberBudget = 0;  // 1e-9 US dollars a month where sync.budget says nothing; 0: none
  std::int64_t workspaceBudget = 0;
  std::chrono::milliseconds silence{};  // the longest that `keep` may not be called while the call goes on
  std::function<void(const base::Error&)> unnoted;  // what PostgreSQL did not take
};

// What a call used.
struct Spending {
  std::string model;
  std::optional<std::int64_t> input, cached, output;  // tokens
  std::int64_t nanoUsd = 0;
  bool estimated = false;  // the provider did not tell the tokens
};

// Of use as long as the handler's context; on its coroutine alone.
class Charge {
 public:
  Charge(const ChargeOptions& options, Context& context, std::string user);

  // To the workspace `named`, or that of the member's which is meant without a name. `costs`: it is charged;
  // `estimate`: about how much, none where the model has no price. An answer instead of going on.
  std::optional<Response> begin(const Value& named, bool costs, std::optional<std::int64_t> estimate);
  // Call while the call goes on: what is set aside lapses otherwise, as that of a server which died does.
  void keep();
  // The end, one of the two. `more` goes into the same transaction.
  void settle(const Spending& spending, std::vector<Statement> more = {});
  void release();

 private:
  void run(const std::vector<Statement>& statements);

  const ChargeOptions& m_options;
  Context& m_context;
  std::string m_user;
  std::string m_workspace;
  std::string m_reservation;  // empty: none
  std::chrono::steady_clock::time_point m_kept{};
};

}  // namespace aiagent::server
