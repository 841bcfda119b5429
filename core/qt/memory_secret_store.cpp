#include "core/qt/memory_secret_store.h"

namespace aiagent::qt {
namespace {

base::Error notFound(const std::string& name) {
  return {.code = base::ErrorCode::NotFound, .detail = "no such secret", .subject = name};
}

}  // namespace

void MemorySecretStore::read(const std::string& name,
                             std::function<void(base::Result<base::SecretString>)> done) {
  QMetaObject::invokeMethod(
      &m_context,
      [this, name, done = std::move(done)] {
        const auto* secret = find(name);
        done(secret ? base::Result<base::SecretString>(*secret) : notFound(name));
      },
      Qt::QueuedConnection);
}

void MemorySecretStore::write(const std::string& name, base::SecretString secret,
                              std::function<void(base::Result<ports::SecretPersistence>)> done) {
  keep(name, std::move(secret));
  QMetaObject::invokeMethod(
      &m_context, [done = std::move(done)] { done(ports::SecretPersistence::SessionOnly); },
      Qt::QueuedConnection);
}

void MemorySecretStore::remove(const std::string& name, std::function<void(base::Result<void>)> done) {
  const bool found = forget(name);
  QMetaObject::invokeMethod(
      &m_context,
      [found, name, done = std::move(done)] { done(found ? base::Result<void>() : notFound(name)); },
      Qt::QueuedConnection);
}

const base::SecretString* MemorySecretStore::find(const std::string& name) const {
  const auto found = m_secrets.find(name);
  return found == m_secrets.end() ? nullptr : &found->second;
}

void MemorySecretStore::keep(const std::string& name, base::SecretString secret) {
  m_secrets.insert_or_assign(name, std::move(secret));
}

bool MemorySecretStore::forget(const std::string& name) {
  return m_secrets.erase(name) > 0;
}

}  // namespace aiagent::qt
