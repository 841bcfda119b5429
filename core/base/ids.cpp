#include "core/base/ids.h"

#include <memory>
#include <random>

namespace aiagent::base {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";
constexpr bool isHyphenAt(std::size_t i) {
  return i == 8 || i == 13 || i == 18 || i == 23;
}

int hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

UuidSource::Random systemRandom() {
  auto device = std::make_shared<std::random_device>();
  return [device] { return (std::uint64_t((*device)()) << 32) | (*device)(); };
}

}  // namespace

std::string Uuid::toString() const {
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (isHyphenAt(text.size())) text += '-';
    text += kHexDigits[bytes[i] >> 4];
    text += kHexDigits[bytes[i] & 15];
  }
  return text;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  Uuid uuid;
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (isHyphenAt(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const int value = hexValue(text[i]);
    if (value < 0) return std::nullopt;
    auto& byte = uuid.bytes[nibble / 2];
    byte = std::uint8_t((nibble % 2 == 0) ? value << 4 : byte | value);
    ++nibble;
  }
  return uuid;
}

UuidSource::UuidSource(const Clock& clock) : UuidSource(clock, systemRandom()) {}

UuidSource::UuidSource(const Clock& clock, Random random) : m_clock(clock), m_random(std::move(random)) {}

Uuid UuidSource::next() {
  const std::lock_guard lock(m_mutex);
  const std::int64_t millis = toMillis(m_clock.wallNow());
  if (millis > m_lastMillis) {
    m_lastMillis = millis;
    m_counter = std::uint16_t(m_random() & 0x7ff);  // leave room to count up within the millisecond
  } else if (++m_counter > 0xfff) {
    ++m_lastMillis;
    m_counter = 0;
  }
  Uuid uuid;
  for (std::size_t i = 0; i < 6; ++i) uuid.bytes[i] = std::uint8_t(m_lastMillis >> (40 - 8 * i));
  uuid.bytes[6] = std::uint8_t(0x70 | (m_counter >> 8));
  uuid.bytes[7] = std::uint8_t(m_counter);
  const std::uint64_t tail = m_random();
  for (std::size_t i = 0; i < 8; ++i) uuid.bytes[8 + i] = std::uint8_t(tail >> (56 - 8 * i));
  uuid.bytes[8] = std::uint8_t((uuid.bytes[8] & 0x3f) | 0x80);
  return uuid;
}

}  // namespace aiagent::base
