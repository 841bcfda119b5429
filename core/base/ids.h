// Ids: UUIDs of version 7 (RFC 9562), one C++ type per kind of record.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace aiagent::base {

struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const Uuid&) const = default;
  bool isNull() const { return *this == Uuid{}; }
  // "0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31", lower case.
  std::string toString() const;
  // Accepts upper and lower case with hyphens; nothing else.
  static std::optional<Uuid> parse(std::string_view text);
};

// A Uuid that only fits one kind of record. A default-constructed id is null: "none".
template <class Tag>
struct Id {
  Uuid uuid{};

  auto operator<=>(const Id&) const = default;
  bool isNull() const { return uuid.isNull(); }
  std::string toString() const { return uuid.toString(); }
  static std::optional<Id> parse(std::string_view text) {
    const auto uuid = Uuid::parse(text);
    return uuid ? std::optional(Id{*uuid}) : std::nullopt;
  }
};

// Makes UUIDv7 values that rise strictly, also within one millisecond and when the clock steps back.
// Safe to call from any thread.
class UuidSource {
 public:
  using Random = std::function<std::uint64_t()>;

  // Seeds itself from the operating system.
  explicit UuidSource(const Clock& clock);
  UuidSource(const Clock& clock, Random random);

  Uuid next();
  template <class AnyId>
  AnyId make() {
    return AnyId{next()};
  }

 private:
  const Clock& m_clock;
  Random m_random;
  std::mutex m_mutex;
  std::int64_t m_lastMillis = 0;
  std::uint16_t m_counter = 0;  // 12 bits: rand_a of RFC 9562, method 1
};

}  // namespace aiagent::base

template <class Tag>
struct std::hash<aiagent::base::Id<Tag>> {
  std::size_t operator()(const aiagent::base::Id<Tag>& id) const noexcept {
    std::size_t hash = 0;
    for (std::size_t i = 8; i < 16; ++i) hash = (hash << 8) | id.uuid.bytes[i];
    return hash;
  }
};
