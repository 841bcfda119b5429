#include "core/server/identity/secrets.h"

#include <openssl/rand.h>

#include <algorithm>
#include <array>

#include "core/base/base64.h"
#include "core/base/check.h"

namespace aiagent::server {
namespace {

constexpr std::string_view kCodeDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kCodeLength = 20;

char codeDigit(char typed) {
  const char upper = typed >= 'a' && typed <= 'z' ? char(typed - 'a' + 'A') : typed;
  if (upper == 'O') return '0';
  return upper == 'I' || upper == 'L' ? '1' : upper;
}

bool isUnreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~").find(c) != std::string_view::npos;
}

std::string percentEncoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (isUnreserved(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kHex[byte >> 4];
    encoded += kHex[byte & 15];
  }
  return encoded;
}

}  // namespace

std::string toBase64Url(std::string_view bytes) {
  auto text = base::toBase64(bytes);
  while (!text.empty() && text.back() == '=') text.pop_back();
  std::replace(text.begin(), text.end(), '+', '-');
  std::replace(text.begin(), text.end(), '/', '_');
  return text;
}

std::optional<std::string> fromBase64Url(std::string_view text) {
  if (text.find_first_of("+/=") != std::string_view::npos || text.size() % 4 == 1) return std::nullopt;
  std::string padded(text);
  std::replace(padded.begin(), padded.end(), '-', '+');
  std::replace(padded.begin(), padded.end(), '_', '/');
  padded.append((4 - padded.size() % 4) % 4, '=');
  return base::fromBase64(padded);
}

base::SecretString randomSecret(std::string_view prefix) {
  std::array<unsigned char, 32> bytes{};
  // Fails only where the system has no random numbers; nothing may go on then.
  CHECK(RAND_bytes(bytes.data(), int(bytes.size())) == 1);
  return base::SecretString(std::string(prefix) +
                            toBase64Url({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
}

std::optional<std::string> normalizedCode(std::string_view typed) {
  if (typed.size() > 4 * kCodeLength) return std::nullopt;
  std::string code;
  for (const char c : typed) {
    if (c == '-' || c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
    const char digit = codeDigit(c);
    if (kCodeDigits.find(digit) == std::string_view::npos) return std::nullopt;
    code += digit;
  }
  return code.size() == kCodeLength ? std::optional(code) : std::nullopt;
}

std::string connectLink(std::string_view publicUrl, std::string_view code) {
  return "aiagent://connect?url=" + percentEncoded(publicUrl) + "&code=" + percentEncoded(code);
}

}  // namespace aiagent::server
