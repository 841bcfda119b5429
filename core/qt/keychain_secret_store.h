// KeychainSecretStore: secrets in the operating system's key store (Secret Service, KWallet, Keychain,
// Credential Manager) by QtKeychain, or in memory for the session where there is none.
#pragma once

#include <memory>
#include <QObject>
#include <string>

#include "core/base/clock.h"
#include "core/ports/secret_store.h"
#include "core/qt/memory_secret_store.h"

namespace aiagent::qt {

struct KeychainOptions {
  std::string service = "aiagent";            // what the key store files the secrets under
  base::Milliseconds answerTimeout{120'000};  // a person may be typing the key store's password meanwhile
};

// Call from one thread with an event loop; callbacks come there, on a later turn, and are dropped when the
// store is destroyed first.
//
// read:   NotFound also where there is no key store at all; Credentials (detail says why) when the key store
// is
//         there but denied the secret or was silent for `answerTimeout`. A locked Secret Service asks the
//         person to unlock it; declined, it says NotFound like an empty one, and QtKeychain cannot tell the
//         two apart.
// write:  never fails: whatever the key store refuses is kept in memory and told as SessionOnly, and that
// value
//         is what read() gives until the program ends or the key store takes a newer one.
// remove: NotFound when it was neither in the key store nor in memory.
class KeychainSecretStore final : public ports::SecretStore {
 public:
  explicit KeychainSecretStore(KeychainOptions options = {});
  ~KeychainSecretStore() override;

  void read(const std::string& name, std::function<void(base::Result<base::SecretString>)> done) override;
  void write(const std::string& name, base::SecretString secret,
             std::function<void(base::Result<ports::SecretPersistence>)> done) override;
  void remove(const std::string& name, std::function<void(base::Result<void>)> done) override;

  // False when it is plain, without asking, that no key store can be reached: on Linux, when there is no
  // D-Bus session. Asking anyway would start a bus by itself or wait for one.
  static bool sessionHasKeyStore();

 private:
  class Jobs;
  MemorySecretStore m_memory;
  std::unique_ptr<Jobs> m_jobs;
};

}  // namespace aiagent::qt
