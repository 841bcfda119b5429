#include "core/cluster/quantity.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace aiagent::cluster {
namespace {

__extension__ typedef unsigned __int128 Wide;
using Nanos = Quantity::Nanos;

constexpr std::int64_t kNano = 1'000'000'000;
constexpr Nanos kCap = Nanos(std::numeric_limits<std::int64_t>::max()) * kNano;
// Digits that count. More whole ones are over the cap even in nanos; together they fit in 128 bits.
constexpr std::size_t kMostWhole = 28, kMostFraction = 18, kMost = 38;

struct Suffix {
  std::string_view text;
  int exponent;  // of ten, or of two
  bool binary;
};

constexpr std::array<Suffix, 16> kSuffixes = {{{"n", -9, false},
                                               {"u", -6, false},
                                               {"m", -3, false},
                                               {"", 0, false},
                                               {"k", 3, false},
                                               {"M", 6, false},
                                               {"G", 9, false},
                                               {"T", 12, false},
                                               {"P", 15, false},
                                               {"E", 18, false},
                                               {"Ki", 10, true},
                                               {"Mi", 20, true},
                                               {"Gi", 30, true},
                                               {"Ti", 40, true},
                                               {"Pi", 50, true},
                                               {"Ei", 60, true}}};

// The digits of a number, apart from where its point stood.
struct Digits {
  Wide whole = 0, fraction = 0;
  std::size_t wholePlaces = 0;
  int places = 0;     // of the fraction
  bool more = false;  // behind the digits that count there is another than 0
  bool tooLarge = false;
};

std::string_view takeDigits(std::string_view& text) {
  const auto end = std::min(text.size(), text.find_first_not_of("0123456789"));
  const auto digits = text.substr(0, end);
  text.remove_prefix(end);
  return digits;
}

void readWhole(std::string_view text, Digits& into) {
  text.remove_prefix(std::min(text.size(), text.find_first_not_of('0')));
  into.tooLarge = text.size() > kMostWhole;
  into.wholePlaces = text.size();
  for (const char digit : text.substr(0, kMostWhole)) into.whole = into.whole * 10 + Wide(digit - '0');
}

void readFraction(std::string_view text, Digits& into) {
  while (text.ends_with('0')) text.remove_suffix(1);
  const auto most = std::min(kMostFraction, kMost - std::min(kMost, into.wholePlaces));
  into.more = text.size() > most;
  text = text.substr(0, most);
  into.places = int(text.size());
  for (const char digit : text) into.fraction = into.fraction * 10 + Wide(digit - '0');
}

Wide power(int exponent) {
  Wide result = 1;
  for (; exponent > 0; --exponent) result *= 10;
  return result;
}

// value * 10^exponent, rounded up, never above the cap.
Wide scaled(Wide value, int exponent, bool more) {
  for (; exponent > 0 && value != 0; --exponent) {
    if (value > Wide(kCap) / 10) return Wide(kCap);
    value *= 10;
  }
  for (; exponent < 0 && value != 0; ++exponent) {
    more = more || value % 10 != 0;
    value /= 10;
  }
  return std::min(value + (more ? 1 : 0), Wide(kCap));
}

Wide decimal(const Digits& digits, int exponent) {
  if (digits.tooLarge) return Wide(kCap);
  return scaled(digits.whole * power(digits.places) + digits.fraction, 9 + exponent - digits.places,
                digits.more);
}

// The whole part and the fraction apart: together they would not fit.
Wide binary(const Digits& digits, int exponent) {
  if (digits.tooLarge || digits.whole > (Wide(kCap) / kNano) >> exponent) return Wide(kCap);
  const Wide unit = power(digits.places), shifted = digits.fraction << exponent;
  const Wide rest = shifted % unit * kNano;
  const Wide nanos = ((digits.whole << exponent) + shifted / unit) * kNano + (rest + unit - 1) / unit;
  return std::min(nanos + (digits.more ? 1 : 0), Wide(kCap));
}

std::optional<int> exponentOf(std::string_view text) {
  if (text.size() < 2 || (text.front() != 'e' && text.front() != 'E')) return std::nullopt;
  text.remove_prefix(1);
  if (text.front() == '+') text.remove_prefix(1);
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return std::clamp(value, -1000, 1000);
}

std::string numberText(Nanos value) {
  std::string text;
  const bool negative = value < 0;
  auto rest = negative ? Wide(-value) : Wide(value);
  do {
    text.insert(text.begin(), char('0' + int(rest % 10)));
    rest /= 10;
  } while (rest != 0);
  return negative ? "-" + text : text;
}

Nanos capped(Nanos value) {
  return std::clamp(value, -kCap, kCap);
}

std::int64_t dividedUp(Nanos value, std::int64_t by) {
  const auto most = Nanos(std::numeric_limits<std::int64_t>::max());
  const Nanos up = value / by + (value % by > 0 ? 1 : 0) - (value % by < 0 ? 1 : 0);
  return std::int64_t(std::clamp(up, -most, most));
}

}  // namespace

Quantity::Quantity(Nanos nanos, Format format) : m_nanos(nanos), m_format(format) {}

std::optional<Quantity> Quantity::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  Digits digits;
  const auto whole = takeDigits(text);
  std::string_view fraction;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    fraction = takeDigits(text);
  }
  if (whole.empty() && fraction.empty()) return std::nullopt;
  readWhole(whole, digits);
  readFraction(fraction, digits);
  const auto signedBy = [&](Wide value) { return negative ? -Nanos(value) : Nanos(value); };
  const auto suffix =
      std::find_if(kSuffixes.begin(), kSuffixes.end(), [&](const Suffix& each) { return each.text == text; });
  if (suffix != kSuffixes.end())
    return suffix->binary ? Quantity(signedBy(binary(digits, suffix->exponent)), Format::Binary)
                          : Quantity(signedBy(decimal(digits, suffix->exponent)), Format::Decimal);
  if (const auto exponent = exponentOf(text))
    return Quantity(signedBy(decimal(digits, *exponent)), Format::Exponent);
  return std::nullopt;
}

Quantity Quantity::whole(std::int64_t units, Format format) {
  return {capped(Nanos(units) * kNano), format};
}

Quantity Quantity::milli(std::int64_t thousandths) {
  return {Nanos(thousandths) * (kNano / 1000), Format::Decimal};
}

std::int64_t Quantity::roundedUp() const {
  return dividedUp(m_nanos, kNano);
}

std::int64_t Quantity::milliRoundedUp() const {
  return dividedUp(m_nanos, kNano / 1000);
}

double Quantity::approximate() const {
  return double(m_nanos) / double(kNano);
}

Quantity& Quantity::operator+=(const Quantity& other) {
  if (m_nanos == 0) m_format = other.m_format;
  m_nanos = capped(m_nanos + other.m_nanos);
  return *this;
}

Quantity& Quantity::operator-=(const Quantity& other) {
  m_nanos = capped(m_nanos - other.m_nanos);
  return *this;
}

std::string Quantity::text() const {
  if (m_nanos == 0) return "0";
  const Nanos size = m_nanos < 0 ? -m_nanos : m_nanos;
  if (m_format == Format::Binary && m_nanos % kNano == 0 && size >= Nanos(1024) * kNano) {
    Nanos units = m_nanos / kNano;
    std::size_t step = 0;  // of Ki, Mi, …
    for (; step < 6 && units % 1024 == 0; ++step) units /= 1024;
    return numberText(units) + std::string(step == 0 ? "" : kSuffixes[9 + step].text);
  }
  Nanos units = m_nanos;
  std::size_t step = 0;  // of n, u, m, …
  for (; step < 9 && units % 1000 == 0; ++step) units /= 1000;
  if (m_format != Format::Exponent || step == 3) return numberText(units) + std::string(kSuffixes[step].text);
  return numberText(units) + "e" + std::to_string(kSuffixes[step].exponent);
}

std::optional<int> percentOf(const Quantity& used, const Quantity& limit) {
  if (!(limit > Quantity())) return std::nullopt;
  const double share = 100.0 * used.approximate() / limit.approximate();
  return int(std::clamp(share + 1e-9, 0.0, 1e6));
}

}  // namespace aiagent::cluster
