#include "core/cluster/signals/freshness.h"

namespace aiagent::cluster {

std::string_view toWord(SignalFreshness freshness) {
  switch (freshness) {
    case SignalFreshness::Loading: return "loading";
    case SignalFreshness::Live: return "live";
    case SignalFreshness::Lagging: return "lagging";
    case SignalFreshness::Stale: return "stale";
    case SignalFreshness::Absent: return "absent";
    case SignalFreshness::Failed: break;
  }
  return "failed";
}

SignalFreshness freshnessOf(base::WallTime asOf, base::WallTime now, std::chrono::seconds scrape,
                            bool failed) {
  if (!wire::told(asOf)) return failed ? SignalFreshness::Failed : SignalFreshness::Loading;
  const auto age = now - asOf;
  if (age > std::chrono::minutes(5)) return SignalFreshness::Stale;
  return failed || age > 3 * scrape ? SignalFreshness::Lagging : SignalFreshness::Live;
}

}  // namespace aiagent::cluster
