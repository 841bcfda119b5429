#include "core/base/sha256.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include "core/base/check.h"

namespace aiagent::base {
namespace {

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using Digest = std::array<unsigned char, 32>;

Context newContext() {
  return {EVP_MD_CTX_new(), &EVP_MD_CTX_free};
}

// Looked for once: finding it takes longer than hashing a short text.
const EVP_MD* algorithm() {
  static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  CHECK(found != nullptr);
  return found;
}

void begin(const Context& context) {
  CHECK(EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) == 1);
}

Digest end(const Context& context) {
  Digest digest{};
  CHECK(EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1);
  return digest;
}

Digest digestOf(std::string_view bytes) {
  thread_local const Context context = newContext();
  begin(context);
  CHECK(EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1);
  return end(context);
}

std::string hexOf(const Digest& digest) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const auto byte : digest) {
    text.push_back(kDigits[byte >> 4]);
    text.push_back(kDigits[byte & 15]);
  }
  return text;
}

}  // namespace

struct Sha256::State {
  Context context = newContext();
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {
  begin(m_state->context);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  CHECK(EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::hex() {
  return hexOf(end(m_state->context));
}

std::string sha256Hex(std::string_view bytes) {
  return hexOf(digestOf(bytes));
}

std::uint64_t sha256First64(std::string_view bytes) {
  const auto digest = digestOf(bytes);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) number = number << 8 | digest[i];
  return number;
}

bool isSha256Hex(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace aiagent::base
