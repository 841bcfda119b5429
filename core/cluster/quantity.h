// Quantities of Kubernetes ("100m", "1.5Gi", "12e6"), exact (apimachinery resource.Quantity; contract D13).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aiagent::cluster {

// A fixed-point number of nanos in 128 bits, so that sums of any number of pods are exact. Its magnitude is
// capped at 2^63-1 whole units; smaller parts than a nano are rounded away from zero, both as Kubernetes
// does.
class Quantity {
 public:
  __extension__ typedef __int128 Nanos;
  enum class Format : std::uint8_t { Decimal, Binary, Exponent };  // how it is written

  Quantity() = default;
  // Of a fraction at most eighteen digits count. nullopt: no quantity.
  static std::optional<Quantity> parse(std::string_view text);
  static Quantity whole(std::int64_t units, Format format = Format::Decimal);
  static Quantity milli(std::int64_t thousandths);

  std::int64_t roundedUp() const;       // whole units
  std::int64_t milliRoundedUp() const;  // thousandths, capped at 2^63-1
  double approximate() const;           // for charts and shares; never for sums
  bool zero() const { return m_nanos == 0; }
  bool negative() const { return m_nanos < 0; }
  // As Kubernetes writes it: the largest unit that leaves no fraction.
  std::string text() const;

  Quantity& operator+=(const Quantity& other);
  Quantity& operator-=(const Quantity& other);
  friend Quantity operator+(Quantity a, const Quantity& b) { return a += b; }
  friend Quantity operator-(Quantity a, const Quantity& b) { return a -= b; }
  friend bool operator==(const Quantity& a, const Quantity& b) { return a.m_nanos == b.m_nanos; }
  friend std::strong_ordering operator<=>(const Quantity& a, const Quantity& b) {
    return a.m_nanos <=> b.m_nanos;
  }

 private:
  Quantity(Nanos nanos, Format format);

  Nanos m_nanos = 0;
  Format m_format = Format::Decimal;
};

// 100 * used / limit, rounded down; nullopt when there is no limit to speak of.
std::optional<int> percentOf(const Quantity& used, const Quantity& limit);

}  // namespace aiagent::cluster
