#include "core/services/settings_service.h"

#include <algorithm>

#include "core/services/guarded.h"
#include "core/store/settings_repository.h"

namespace aiagent::services {
namespace {

using Values = std::map<std::string, std::string>;

base::Result<Values> readAll(store::Connection& connection) {
  return store::loadSettings(connection);
}

}  // namespace

SettingsService::SettingsService(Profile& profile, QObject* parent) : QObject(parent), m_profile(profile) {
  if (auto values = profile.store().readAndWait<Values>(readAll)) m_values = std::move(*values);
  connect(&profile, &Profile::changed, this, [this](const std::vector<store::Change>& changes) {
    const auto isSetting = [](const store::Change& change) {
      return change.kind == store::RecordKind::Setting;
    };
    if (std::any_of(changes.begin(), changes.end(), isSetting)) reload();
  });
}

std::string SettingsService::value(const std::string& key) const {
  const auto at = m_values.find(key);
  return at == m_values.end() ? std::string() : at->second;
}

void SettingsService::set(const std::string& key, std::string text) {
  if (value(key) == text) return;
  if (text.empty())
    m_values.erase(key);
  else
    m_values[key] = text;
  ++m_writing;
  m_profile.store().write<void>(
      [key, text = std::move(text)](store::Connection& connection) {
        return text.empty() ? store::removeSetting(connection, key)
                            : store::saveSetting(connection, key, text);
      },
      guarded<void>(this, [this](base::Result<void> stored) {
        --m_writing;
        if (!stored) Q_EMIT notStored(stored.error());
      }));
  Q_EMIT changed(key);
}

// Another program, or the other window, changed a setting.
void SettingsService::reload() {
  if (m_writing > 0) return;
  m_profile.store().read<Values>(readAll, guarded<Values>(this, [this](base::Result<Values> values) {
                                   if (!values || m_writing > 0) return;
                                   const auto before = std::exchange(m_values, std::move(*values));
                                   for (const auto& [key, text] : m_values)
                                     if (const auto old = before.find(key);
                                         old == before.end() || old->second != text)
                                       Q_EMIT changed(key);
                                   for (const auto& [key, text] : before)
                                     if (m_values.count(key) == 0) Q_EMIT changed(key);
                                 }));
}

}  // namespace aiagent::services
