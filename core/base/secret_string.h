// SecretString: a key or password that cannot be printed, compared or copied by accident.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace aiagent::base {

// Holds the text until it is destroyed, then overwrites it. Has no operator<<, no conversion, no JSON.
class SecretString {
 public:
  SecretString() = default;
  explicit SecretString(std::string text) : m_text(std::move(text)) {}
  SecretString(const SecretString&) = default;
  SecretString(SecretString&& other) noexcept : m_text(std::exchange(other.m_text, {})) {}
  SecretString& operator=(const SecretString& other);
  SecretString& operator=(SecretString&& other) noexcept;
  ~SecretString();

  bool empty() const { return m_text.empty(); }
  // The one door out. Only adapters that put it on the wire or into a key store call it.
  std::string_view reveal() const { return m_text; }

 private:
  void wipe();
  std::string m_text;
};

// `text` with everything that looks like a key ("sk-…", "Bearer …") masked. For quotations of servers' words.
std::string maskSecrets(std::string_view text);

}  // namespace aiagent::base
