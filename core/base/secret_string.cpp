#include "core/base/secret_string.h"

#include <array>
#include <cctype>

namespace aiagent::base {
namespace {

bool isKeyCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.' || c == '*';
}

constexpr std::size_t kShortestKey = 12;  // shorter runs are words, not keys
constexpr std::array<std::string_view, 3> kKeyMarks = {"sk-", "Bearer ", "Basic "};

}  // namespace

SecretString& SecretString::operator=(const SecretString& other) {
  if (this != &other) {
    wipe();
    m_text = other.m_text;
  }
  return *this;
}

SecretString& SecretString::operator=(SecretString&& other) noexcept {
  if (this != &other) {
    wipe();
    m_text = std::exchange(other.m_text, {});
  }
  return *this;
}

SecretString::~SecretString() {
  wipe();
}

void SecretString::wipe() {
  // volatile: the optimiser must not drop a write to memory that is freed next
  volatile char* bytes = m_text.data();
  for (std::size_t i = 0; i < m_text.size(); ++i) bytes[i] = 0;
  m_text.clear();
}

std::string maskSecrets(std::string_view text) {
  std::string masked;
  masked.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::size_t mark = 0;
    for (const auto candidate : kKeyMarks)
      if (text.substr(i, candidate.size()) == candidate) mark = candidate.size();
    std::size_t end = i + mark;
    while (mark > 0 && end < text.size() && isKeyCharacter(text[end])) ++end;
    if (mark > 0 && end - i >= kShortestKey) {
      masked.append(text.substr(i, mark)).append("…");
      i = end;
    } else {
      masked += text[i++];
    }
  }
  return masked;
}

}  // namespace aiagent::base
