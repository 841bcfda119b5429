// AboutSection: version, libraries, licences.
#pragma once

#include <string>
#include <vector>

#include "ui/pages/settings/settings_section.h"

namespace aiagent::ui {

class AboutSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit AboutSection(const std::vector<std::string>& libraries, QWidget* parent = nullptr);
};

}  // namespace aiagent::ui
