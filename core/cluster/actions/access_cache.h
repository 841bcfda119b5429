// What a server said one may do, for five minutes (contract D6). Pure.
#pragma once

#include <map>
#include <optional>

#include "core/cluster/actions/action.h"

namespace aiagent::cluster {

class AccessCache {
 public:
  static constexpr base::Milliseconds kHolds{5 * 60'000};

  void remember(const AccessQuestion& question, bool allowed, base::Instant now) {
    m_known[question] = {allowed, now + kHolds};
  }
  // Nothing: it was not asked lately.
  std::optional<bool> find(const AccessQuestion& question, base::Instant now) const {
    const auto found = m_known.find(question);
    if (found == m_known.end() || now >= found->second.second) return std::nullopt;
    return found->second.first;
  }
  // After a 403 all of it is in doubt.
  void forget() { m_known.clear(); }

 private:
  std::map<AccessQuestion, std::pair<bool, base::Instant>> m_known;
};

}  // namespace aiagent::cluster
