// The keys that sign access tokens: kept in the database, shared by every server on it. A key is published
// ten minutes before it signs, so that whoever keeps the published list has it in time, and for an hour after
// it was replaced, until its last token is gone.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/server/database.h"
#include "core/server/identity/ec_key.h"

namespace aiagent::server {

struct PublishedKey {
  std::string kid;
  EcKey key;
  std::chrono::seconds age{0};  // when it was read
};

// Immutable.
class KeySet {
 public:
  KeySet() = default;
  explicit KeySet(std::vector<PublishedKey> keys) : m_keys(std::move(keys)) {}

  bool empty() const { return m_keys.empty(); }
  // nullptr where it is not published.
  const EcKey* find(std::string_view kid) const;
  // The newest that was published long enough, or else the oldest; not of an empty set.
  const PublishedKey& signer() const;
  // A JWK Set (RFC 7517).
  std::string jwks() const;

 private:
  std::vector<PublishedKey> m_keys;
};

// One statement that brings the newest key where the last is older than 30 days and reads what is published:
// kid, private key, age in seconds, in the order of age, the oldest first.
inline constexpr const char* kRotateKeys = "SELECT id, secret, age FROM sync.rotate_keys($1, $2, $3, $4)";
// Its values: a key that is taken if one is needed. Errors: Internal, where OpenSSL fails.
base::Result<std::vector<Value>> candidateKey();
// Errors: StorageDamaged, where a row is no key.
base::Result<KeySet> keySetOf(const Rows& rows);

// The set that is in use. Safe from any thread.
class KeyRing {
 public:
  std::shared_ptr<const KeySet> current() const;
  void replace(KeySet keys);

 private:
  mutable std::mutex m_mutex;
  std::shared_ptr<const KeySet> m_keys = std::make_shared<const KeySet>();
};

}  // namespace aiagent::server
