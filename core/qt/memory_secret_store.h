// MemorySecretStore: secrets for this session only.
#pragma once

#include <map>
#include <QObject>
#include <string>

#include "core/ports/secret_store.h"

namespace aiagent::qt {

// Call from one thread with an event loop; callbacks come there, on a later turn, and are dropped when the
// store is destroyed first.
class MemorySecretStore final : public ports::SecretStore {
 public:
  void read(const std::string& name, std::function<void(base::Result<base::SecretString>)> done) override;
  void write(const std::string& name, base::SecretString secret,
             std::function<void(base::Result<ports::SecretPersistence>)> done) override;
  void remove(const std::string& name, std::function<void(base::Result<void>)> done) override;

  // The same without a detour, for stores built on this one.
  const base::SecretString* find(const std::string& name) const;
  void keep(const std::string& name, base::SecretString secret);
  bool forget(const std::string& name);  // false: was not there

 private:
  QObject m_context;
  std::map<std::string, base::SecretString> m_secrets;
};

}  // namespace aiagent::qt
