#include "core/server/relay/charge.h"

#include <cmath>

#include "core/server/relay/relay_error.h"

namespace aiagent::server {
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::milliseconds lastingOf(const ChargeOptions& options) {
  return 2 * options.silence + std::chrono::seconds(10);  // for the connection, before the first word
}

std::string dollars(std::int64_t nano) {
  const auto cents = std::llround(double(nano) / 1e7);
  auto text = std::to_string(cents % 100);
  if (text.size() < 2) text.insert(0, "0");
  return "$" + std::to_string(cents / 100) + "." + text;
}

Response overBudget(std::string_view refusal, std::int64_t budget) {
  const auto whose = refusal.starts_with("member") ? "Your budget for this month, "
                                                   : "The workspace's budget for this month, ";
  if (refusal.ends_with("_reserved"))
    return relayError(
        402, "budget_exceeded",
        whose + dollars(budget) + ", may be used up by the calls under way; try again when they have ended.");
  return relayError(402, "budget_exceeded",
                    whose + dollars(budget) +
                        ", is used up. Ask an administrator of the workspace, or use a key of your own.");
}

Response refusalOf(std::string_view refusal, std::int64_t budget) {
  if (refusal == "viewer")
    return relayError(403, "forbidden", "A viewer runs nothing; ask an administrator of the workspace.");
  if (refusal == "unpriced")
    return relayError(
        402, "model_unpriced",
        "The server knows no price for this model, and the workspace has a budget; choose another.");
  return overBudget(refusal, budget);
}

Value numberOrNull(std::optional<std::int64_t> number) {
  return number ? Value(std::to_string(*number)) : Value();
}

std::string milliseconds(std::chrono::milliseconds span) {
  return std::to_string(span.count()) + " milliseconds";
}

}  // namespace

Charge::Charge(const ChargeOptions& options, Context& context, std::string user)
    : m_options(options), m_context(context), m_user(std::move(user)) {}

std::optional<Response> Charge::begin(const Value& named, bool costs, std::optional<std::int64_t> estimate) {
  const auto rows = m_context.query(
      "SELECT workspace, refusal, budget, reservation FROM sync.relay_begin($1, $2, $3, $4, "
      "$5::interval, $6, $7)",
      {m_user, named, costs ? "t" : "f", numberOrNull(estimate), milliseconds(lastingOf(m_options)),
       std::to_string(m_options.memberBudget), std::to_string(m_options.workspaceBudget)});
  if (!rows) return problem(rows.error());
  if (rows->empty())
    return relayError(403, "space_revoked",
                      "You are not a member of this workspace; ask one of its administrators to invite you.");
  const auto& row = rows->front();
  if (row[1]) return refusalOf(*row[1], std::stoll(row[2].value_or("0")));
  m_workspace = row[0].value_or("");
  m_reservation = row[3].value_or("");
  m_kept = Clock::now();
  return {};
}

void Charge::keep() {
  if (m_reservation.empty() || Clock::now() - m_kept < lastingOf(m_options) / 4) return;
  m_kept = Clock::now();
  run({{"UPDATE sync.reservation SET expires_at = clock_timestamp() + $2::interval WHERE id = $1",
        {m_reservation, milliseconds(lastingOf(m_options))}}});
}

void Charge::settle(const Spending& spending, std::vector<Statement> more) {
  const auto number = [](std::optional<std::int64_t> value) { return std::to_string(value.value_or(0)); };
  more.push_back(
      {"INSERT INTO sync.usage AS u(workspace_id, user_id, month, model, calls, estimated, input, cached, "
       "output, nano_usd) VALUES ($1, $2, sync.this_month(), left($3, 200), 1, $4, $5, $6, $7, $8) ON "
       "CONFLICT (workspace_id, user_id, month, model) DO UPDATE SET calls = u.calls + 1, estimated = "
       "u.estimated + excluded.estimated, input = u.input + excluded.input, cached = u.cached + "
       "excluded.cached, output = u.output + excluded.output, nano_usd = u.nano_usd + excluded.nano_usd",
       {m_workspace, m_user, spending.model, spending.estimated ? "1" : "0", number(spending.input),
        number(spending.cached), number(spending.output), std::to_string(spending.nanoUsd)}});
  if (!m_reservation.empty()) more.push_back({"DELETE FROM sync.reservation WHERE id = $1", {m_reservation}});
  m_reservation.clear();
  run(more);
}

void Charge::release() {
  if (m_reservation.empty()) return;
  run({{"DELETE FROM sync.reservation WHERE id = $1", {std::exchange(m_reservation, {})}}});
}

void Charge::run(const std::vector<Statement>& statements) {
  const auto done = m_context.query(statements);
  if (!done) m_options.unnoted(done.error());
}

}  // namespace aiagent::server
