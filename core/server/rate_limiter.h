// RateLimiter: a token bucket for each key.
#pragma once

#include <array>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace aiagent::server {

// Safe from any thread. Keys that are full again are forgotten, so that the memory follows who is there now.
class RateLimiter {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  // `perSecond` come in a second, `burst` at once. 0: any number.
  RateLimiter(double perSecond, double burst) : m_perSecond(perSecond), m_burst(burst) {}

  // Takes one. Otherwise the seconds, at least one, until there is one again.
  std::optional<std::chrono::seconds> take(std::string_view key, Instant now);
  std::size_t size() const;

 private:
  struct Bucket {
    double tokens = 0;
    Instant at;
  };
  struct Shard {
    mutable std::mutex mutex;
    std::unordered_map<std::string, Bucket> buckets;
    std::size_t sweepAt = 1024;
  };
  void sweep(Shard& shard, Instant now) const;
  double filled(const Bucket& bucket, Instant now) const;

  double m_perSecond;
  double m_burst;
  std::array<Shard, 16> m_shards;
};

}  // namespace aiagent::server
