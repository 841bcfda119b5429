// EcKey: a key on P-256 for ES256 (RFC 7518 section 3.4), through OpenSSL. Immutable; safe from any thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/secret_string.h"

namespace aiagent::server {

class EcKey {
 public:
  // Nothing where OpenSSL fails.
  static std::optional<EcKey> generate();
  // PEM; nothing unless it is a key on P-256. One read from a public key signs nothing.
  static std::optional<EcKey> fromPrivatePem(const base::SecretString& pem);
  static std::optional<EcKey> fromPublicPem(const std::string& pem);

  std::string publicPem() const;
  base::SecretString privatePem() const;
  // The coordinates, 32 bytes each.
  std::string x() const;
  std::string y() const;

  // 64 bytes, r and s; empty where there is no private key.
  std::string sign(std::string_view bytes) const;
  bool verify(std::string_view bytes, std::string_view signature) const;

 private:
  struct State;
  explicit EcKey(std::shared_ptr<const State> state) : m_state(std::move(state)) {}
  std::shared_ptr<const State> m_state;
};

}  // namespace aiagent::server
