// What every SecretStore must do, whatever keeps its secrets.
#pragma once

#include <string>

#include "core/ports/secret_store.h"

namespace aiagent::testing {

// "" when the store keeps the contract and says `persistence` on writing; else what it does wrong.
std::string checkSecretStore(ports::SecretStore& store, ports::SecretPersistence persistence);

// Blocking forms, for tests. Timeout when nothing came within 10 s.
base::Result<std::string> readSecret(ports::SecretStore& store, const std::string& name);
base::Result<ports::SecretPersistence> writeSecret(ports::SecretStore& store, const std::string& name,
                                                   const std::string& secret);
base::Result<void> removeSecret(ports::SecretStore& store, const std::string& name);

}  // namespace aiagent::testing
