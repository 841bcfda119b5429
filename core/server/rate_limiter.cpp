#include "core/server/rate_limiter.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace aiagent::server {

double RateLimiter::filled(const Bucket& bucket, Instant now) const {
  const std::chrono::duration<double> passed = now - bucket.at;
  return std::min(m_burst, bucket.tokens + passed.count() * m_perSecond);
}

std::optional<std::chrono::seconds> RateLimiter::take(std::string_view key, Instant now) {
  if (m_perSecond <= 0) return {};
  auto& shard = m_shards[std::hash<std::string_view>()(key) % m_shards.size()];
  const std::lock_guard lock(shard.mutex);
  if (shard.buckets.size() >= shard.sweepAt) sweep(shard, now);
  auto& bucket = shard.buckets.try_emplace(std::string(key), Bucket{m_burst, now}).first->second;
  bucket = {filled(bucket, now), now};
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return {};
  }
  return std::chrono::seconds(std::max(1L, std::lround(std::ceil((1 - bucket.tokens) / m_perSecond))));
}

// Twice as many before the next: what is left is in use.
void RateLimiter::sweep(Shard& shard, Instant now) const {
  std::erase_if(shard.buckets, [&](const auto& entry) { return filled(entry.second, now) >= m_burst; });
  shard.sweepAt = std::max<std::size_t>(1024, shard.buckets.size() * 2);
}

std::size_t RateLimiter::size() const {
  std::size_t all = 0;
  for (const auto& shard : m_shards) {
    const std::lock_guard lock(shard.mutex);
    all += shard.buckets.size();
  }
  return all;
}

}  // namespace aiagent::server
