// SettingsService: the person's choices (theme, window, shortcuts, proxy …) as named texts in the profile.
// Nothing secret: keys and passwords go to the secret store.
#pragma once

#include <map>
#include <QObject>
#include <string>

#include "core/services/profile.h"

namespace aiagent::services {

// A word of LOGGING_LEVEL: debug, info, warning or error. Read before there is a page to read it.
inline constexpr char kLogLevelSetting[] = "log.level";

class SettingsService : public QObject {
  Q_OBJECT

 public:
  // Reads all settings before it returns (a few rows, under a millisecond), so that the first frame is right.
  explicit SettingsService(Profile& profile, QObject* parent = nullptr);

  // "" when it was never set. Keys are dotted words: "appearance.theme".
  std::string value(const std::string& key) const;
  // Holds at once for value(), is written soon, and tells changed(). An empty text removes it.
  void set(const std::string& key, std::string text);

 Q_SIGNALS:
  void changed(const std::string& key);
  void notStored(const aiagent::base::Error& error);

 private:
  void reload();

  Profile& m_profile;
  std::map<std::string, std::string> m_values;
  int m_writing = 0;  // own writes still under way: what the store says meanwhile is older than m_values
};

}  // namespace aiagent::services
