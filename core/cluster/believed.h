// Whether what is shown may be taken for true now.
#pragma once

#include "core/cluster/watch_machine.h"

namespace aiagent::cluster {

// It is told as it changes, asked for now and then, or was a moment ago.
constexpr bool isBelieved(Freshness freshness) {
  return freshness == Freshness::Live || freshness == Freshness::Lagging || freshness == Freshness::Polled;
}

}  // namespace aiagent::cluster
