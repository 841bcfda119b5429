// SecretStore: where keys live. Never a file of ours.
#pragma once

#include <functional>
#include <string>

#include "core/base/result.h"
#include "core/base/secret_string.h"

namespace aiagent::ports {

enum class SecretPersistence {
  KeyStore,     // survives; kept by the operating system
  SessionOnly,  // there is no key store: gone when the program ends
};

// Callbacks come on the caller's thread, never before the call has returned.
class SecretStore {
 public:
  virtual ~SecretStore() = default;
  // NotFound when there is none under that name.
  virtual void read(const std::string& name, std::function<void(base::Result<base::SecretString>)> done) = 0;
  virtual void write(const std::string& name, base::SecretString secret,
                     std::function<void(base::Result<SecretPersistence>)> done) = 0;
  virtual void remove(const std::string& name, std::function<void(base::Result<void>)> done) = 0;
};

}  // namespace aiagent::ports
