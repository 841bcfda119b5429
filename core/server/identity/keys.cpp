#include "core/server/identity/keys.h"

#include <boost/json.hpp>

#include "core/base/check.h"
#include "core/base/sha256.h"
#include "core/server/identity/secrets.h"

namespace aiagent::server {
namespace {

namespace json = boost::json;
using base::Error;
using base::ErrorCode;

constexpr std::chrono::minutes kPublishedBeforeUse{10};

// RFC 7638: the hash of the key's required members in the order of their names.
std::string thumbprint(const EcKey& key) {
  const auto text = R"({"crv":"P-256","kty":"EC","x":")" + toBase64Url(key.x()) + R"(","y":")" +
                    toBase64Url(key.y()) + R"("})";
  return base::sha256Hex(text).substr(0, 32);
}

}  // namespace

const EcKey* KeySet::find(std::string_view kid) const {
  for (const auto& one : m_keys)
    if (one.kid == kid) return &one.key;
  return nullptr;
}

const PublishedKey& KeySet::signer() const {
  CHECK(!m_keys.empty());
  const PublishedKey* chosen = &m_keys.front();
  for (const auto& one : m_keys)
    if (one.age >= kPublishedBeforeUse) chosen = &one;
  return *chosen;
}

std::string KeySet::jwks() const {
  json::array keys;
  for (const auto& one : m_keys)
    keys.push_back(json::object{{"kty", "EC"},
                                {"crv", "P-256"},
                                {"alg", "ES256"},
                                {"use", "sig"},
                                {"kid", one.kid},
                                {"x", toBase64Url(one.key.x())},
                                {"y", toBase64Url(one.key.y())}});
  return json::serialize(json::object{{"keys", std::move(keys)}});
}

base::Result<std::vector<Value>> candidateKey() {
  const auto key = EcKey::generate();
  if (!key) return Error{.code = ErrorCode::Internal, .detail = "no key could be made"};
  return std::vector<Value>{thumbprint(*key), "ES256", key->publicPem(),
                            std::string(key->privatePem().reveal())};
}

base::Result<KeySet> keySetOf(const Rows& rows) {
  std::vector<PublishedKey> keys;
  for (const auto& row : rows) {
    const auto key = EcKey::fromPrivatePem(base::SecretString(row[1].value_or("")));
    if (!key) return Error{.code = ErrorCode::StorageDamaged, .detail = "no key", .subject = *row[0]};
    keys.push_back({*row[0], *key, std::chrono::seconds(std::stoll(*row[2]))});
  }
  return KeySet(std::move(keys));
}

std::shared_ptr<const KeySet> KeyRing::current() const {
  const std::lock_guard lock(m_mutex);
  return m_keys;
}

void KeyRing::replace(KeySet keys) {
  auto made = std::make_shared<const KeySet>(std::move(keys));
  const std::lock_guard lock(m_mutex);
  m_keys.swap(made);
}

}  // namespace aiagent::server
