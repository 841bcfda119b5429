#include "core/server/identity/ec_key.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <array>
#include <vector>

namespace aiagent::server {
namespace {

constexpr std::size_t kCoordinate = 32;  // bytes

template <auto kFree>
struct Freed {
  template <class T>
  void operator()(T* thing) const {
    kFree(thing);
  }
};
using KeyPointer = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using BioPointer = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using DigestPointer = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using NumberPointer = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using SignaturePointer = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

const unsigned char* bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

bool isOnP256(const EVP_PKEY* key) {
  std::array<char, 64> group{};
  std::size_t length = 0;
  return EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) == 1 &&
         std::string_view(group.data(), length) == SN_X9_62_prime256v1;
}

BioPointer memoryOf(std::string_view text) {
  return BioPointer(BIO_new_mem_buf(text.data(), int(text.size())));
}

std::string textOf(BIO* memory) {
  char* data = nullptr;
  const long length = BIO_get_mem_data(memory, &data);
  return length > 0 ? std::string(data, std::size_t(length)) : std::string();
}

std::string bytesOf(const BIGNUM* number) {
  std::string bytes(kCoordinate, '\0');
  const bool fits = number != nullptr && BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()),
                                                      int(kCoordinate)) == int(kCoordinate);
  return fits ? bytes : std::string();
}

std::string coordinate(const EVP_PKEY* key, const char* name) {
  BIGNUM* read = nullptr;
  EVP_PKEY_get_bn_param(key, name, &read);
  const NumberPointer number(read);
  return bytesOf(number.get());
}

// OpenSSL writes a signature as ASN.1; RFC 7518 wants the two numbers alone.
std::string plain(const std::vector<unsigned char>& der) {
  const unsigned char* at = der.data();
  const SignaturePointer signature(d2i_ECDSA_SIG(nullptr, &at, long(der.size())));
  if (!signature) return {};
  return bytesOf(ECDSA_SIG_get0_r(signature.get())) + bytesOf(ECDSA_SIG_get0_s(signature.get()));
}

std::string asn1(std::string_view plain) {
  if (plain.size() != 2 * kCoordinate) return {};
  const SignaturePointer signature(ECDSA_SIG_new());
  BIGNUM* const r = BN_bin2bn(bytesOf(plain), int(kCoordinate), nullptr);
  BIGNUM* const s = BN_bin2bn(bytesOf(plain.substr(kCoordinate)), int(kCoordinate), nullptr);
  if (!signature || ECDSA_SIG_set0(signature.get(), r, s) != 1) return {};
  unsigned char* bytes = nullptr;
  const int length = i2d_ECDSA_SIG(signature.get(), &bytes);
  std::string der =
      length > 0 ? std::string(reinterpret_cast<char*>(bytes), std::size_t(length)) : std::string();
  OPENSSL_free(bytes);
  return der;
}

}  // namespace

struct EcKey::State {
  KeyPointer key;
  bool isPrivate = false;

  static std::optional<EcKey> made(EVP_PKEY* key, bool isPrivate) {
    KeyPointer owned(key);
    if (!owned || !isOnP256(key)) return std::nullopt;
    return EcKey(std::make_shared<const State>(State{std::move(owned), isPrivate}));
  }
};

std::optional<EcKey> EcKey::generate() {
  return State::made(EVP_EC_gen(SN_X9_62_prime256v1), true);
}

std::optional<EcKey> EcKey::fromPrivatePem(const base::SecretString& pem) {
  return State::made(PEM_read_bio_PrivateKey(memoryOf(pem.reveal()).get(), nullptr, nullptr, nullptr), true);
}

std::optional<EcKey> EcKey::fromPublicPem(const std::string& pem) {
  return State::made(PEM_read_bio_PUBKEY(memoryOf(pem).get(), nullptr, nullptr, nullptr), false);
}

std::string EcKey::publicPem() const {
  const BioPointer memory(BIO_new(BIO_s_mem()));
  PEM_write_bio_PUBKEY(memory.get(), m_state->key.get());
  return textOf(memory.get());
}

base::SecretString EcKey::privatePem() const {
  const BioPointer memory(BIO_new(BIO_s_secmem()));
  if (m_state->isPrivate)
    PEM_write_bio_PrivateKey(memory.get(), m_state->key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  return base::SecretString(textOf(memory.get()));
}

std::string EcKey::x() const {
  return coordinate(m_state->key.get(), OSSL_PKEY_PARAM_EC_PUB_X);
}

std::string EcKey::y() const {
  return coordinate(m_state->key.get(), OSSL_PKEY_PARAM_EC_PUB_Y);
}

std::string EcKey::sign(std::string_view bytes) const {
  const DigestPointer digest(EVP_MD_CTX_new());
  std::vector<unsigned char> der(std::size_t(EVP_PKEY_get_size(m_state->key.get())));
  std::size_t length = der.size();
  if (!m_state->isPrivate ||
      EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, m_state->key.get()) != 1 ||
      EVP_DigestSign(digest.get(), der.data(), &length, bytesOf(bytes), bytes.size()) != 1)
    return {};
  der.resize(length);
  return plain(der);
}

bool EcKey::verify(std::string_view bytes, std::string_view signature) const {
  const auto der = asn1(signature);
  const DigestPointer digest(EVP_MD_CTX_new());
  return !der.empty() &&
         EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, m_state->key.get()) == 1 &&
         EVP_DigestVerify(digest.get(), bytesOf(der), der.size(), bytesOf(bytes), bytes.size()) == 1;
}

}  // namespace aiagent::server
