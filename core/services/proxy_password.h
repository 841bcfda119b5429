// ProxyPassword: the password of the proxy that requests go through. Kept under the proxy's origin, as a
// provider's key is: another proxy gets none until the person gives one.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/ports/secret_store.h"
#include "core/services/network_form.h"

namespace aiagent::services {

// scheme://host:port of the form's proxy; empty where no proxy is named in it.
std::string proxyOrigin(const NetworkForm& form);

// Call from one thread; completions come there, and are dropped once this is gone.
class ProxyPassword {
 public:
  explicit ProxyPassword(ports::SecretStore& secrets) : m_secrets(secrets) {}

  // Looks for one where the form has a proxy and a user name; `found` tells whether it is at hand now.
  void find(const NetworkForm& form, std::function<void(bool found)> done);
  // "" forgets it. The value is whether it outlives the program.
  void keep(const NetworkForm& form, base::SecretString password,
            std::function<void(base::Result<bool>)> done);
  // The one at hand where it was given for the form's proxy; else empty.
  base::SecretString passwordFor(const NetworkForm& form) const;

 private:
  ports::SecretStore& m_secrets;
  std::string m_origin;  // what the password at hand was given for
  base::SecretString m_password;
  std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

}  // namespace aiagent::services
