#pragma once

#include <cstdint>
#include <random>

namespace aiagent::services {

// For what must not happen at the same moment everywhere; not for secrets.
inline std::uint64_t randomSeed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

}  // namespace aiagent::services
