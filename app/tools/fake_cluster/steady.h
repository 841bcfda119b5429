// The clock of everything that comes in its pace.
#pragma once

#include <chrono>

namespace aiagent::fake_cluster {

using Steady = std::chrono::steady_clock;

}  // namespace aiagent::fake_cluster
