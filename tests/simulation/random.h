// Random: draws from a seed, the same on every platform.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/random.h"

namespace aiagent::simulation {

class Random {
 public:
  explicit Random(std::uint64_t seed) : m_state(seed) {}

  std::uint64_t next() { return base::splitMix64(m_state); }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  bool chance(unsigned percent) { return next() % 100 < percent; }
  template <class T>
  T pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

 private:
  std::uint64_t m_state;
};

}  // namespace aiagent::simulation
