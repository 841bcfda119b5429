#include "tests/simulation/ledger.h"

namespace aiagent::simulation {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// The length of the token at `at`; 0: there is none.
std::size_t tokenLength(std::string_view text, std::size_t at) {
  auto end = at + 1;
  const auto digits = [&] {
    const auto begin = end;
    while (end < text.size() && isDigit(text[end])) ++end;
    return end > begin;
  };
  if (!digits() || end >= text.size() || text[end] != '.') return 0;
  ++end;
  if (!digits() || end >= text.size() || text[end] != '@') return 0;
  return end + 1 - at;
}

template <class Take>
void scan(std::string_view text, const Take& take) {
  auto at = text.find('@');
  while (at != std::string_view::npos) {
    const auto length = tokenLength(text, at);
    if (length > 0) take(std::string(text.substr(at, length)));
    at = text.find('@', at + (length > 0 ? length : 1));
  }
}

}  // namespace

void addTokens(std::string_view text, Tokens& into) {
  scan(text, [&](std::string token) { into.insert(std::move(token)); });
}

Tokens tokensIn(std::string_view text) {
  Tokens tokens;
  addTokens(text, tokens);
  return tokens;
}

std::string repeatedToken(std::string_view text) {
  Tokens seen;
  std::string repeated;
  scan(text, [&](std::string token) {
    if (!seen.insert(token).second) repeated = token;
  });
  return repeated;
}

void Ledger::edited(std::string_view before, std::string_view after, const std::string& told) {
  const auto was = tokensIn(before), is = tokensIn(after);
  for (const auto& token : is)
    if (!was.contains(token) && !m_forgiven.contains(token)) m_owed.emplace(token, told);
  Tokens taken;
  for (const auto& token : was)
    if (!is.contains(token)) taken.insert(token);
  forgive(taken);
}

void Ledger::forgive(const Tokens& tokens) {
  for (const auto& token : tokens) {
    m_owed.erase(token);
    m_forgiven.insert(token);
  }
}

}  // namespace aiagent::simulation
