// SplitMix64 (public domain): small, not for secrets, and the same on every platform, so that a seed means
// the same everywhere.
#pragma once

#include <cstdint>

namespace aiagent::base {

inline std::uint64_t splitMix64(std::uint64_t& state) {
  auto z = (state += 0x9e3779b97f4a7c15ull);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}

}  // namespace aiagent::base
