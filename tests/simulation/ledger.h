// Ledger: unique tokens that stand for what people wrote. Each is owed: at rest it must stand somewhere where
// a person can find it, unless a person who saw it took it away.
#pragma once

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace aiagent::simulation {

// An invariant does not hold; `name` as in the design ("I1").
class Violation : public std::runtime_error {
 public:
  Violation(const std::string& name, const std::string& what) : std::runtime_error(name + ": " + what) {}
};

using Tokens = std::set<std::string>;  // "@2.17@": client 2's seventeenth

Tokens tokensIn(std::string_view text);
void addTokens(std::string_view text, Tokens& into);
// A token that stands twice; empty when there is none.
std::string repeatedToken(std::string_view text);

class Ledger {
 public:
  std::string make(int client) { return '@' + std::to_string(client) + '.' + std::to_string(++m_made) + '@'; }
  // A committed edit turned `before` into `after`: what is new is owed, what went away a person took away.
  void edited(std::string_view before, std::string_view after, const std::string& told);
  // Nobody owes these any more.
  void forgive(const Tokens& tokens);
  const std::map<std::string, std::string>& owed() const { return m_owed; }  // with the edit

 private:
  int m_made = 0;
  std::map<std::string, std::string> m_owed;
  Tokens m_forgiven;
};

}  // namespace aiagent::simulation
