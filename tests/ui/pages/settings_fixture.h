// The Settings page over actions that remember what they were asked, and a provider to look at.
#pragma once

#include "core/services/proxy_password.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/pages/settings/settings_page.h"

namespace aiagent::testing {

inline const std::string kModels =
    R"({"object":"list","data":[{"id":"gpt-5","object":"model"},{"id":"gpt-5-mini","object":"model"}]})";

// What the composition root does, without a network: remembers what it was asked.
struct Asked {
  std::vector<ui::NetworkForm> networks;
  std::string proxyPassword, proxyOrigin;
  std::vector<ui::AppearanceForm> appearances;
  std::vector<base::LogLevel> levels;
  std::optional<base::Error> refusal;
};

inline void connectActions(PageFixture& f, Asked& asked) {
  f.actions.applyNetwork = [&asked](const ui::NetworkForm& form) -> base::Result<void> {
    if (asked.refusal) return *asked.refusal;
    asked.networks.push_back(form);
    return {};
  };
  f.actions.keepProxyPassword = [&](const ui::NetworkForm& form, base::SecretString secret,
                                    std::function<void(base::Result<bool>)> done) {
    asked.proxyPassword = secret.reveal();
    asked.proxyOrigin = services::proxyOrigin(form);
    f.services.scheduler.post([done] { done(true); });
  };
  f.actions.findProxyPassword = [&](const ui::NetworkForm& form, std::function<void(bool)> done) {
    const bool kept = !asked.proxyPassword.empty() && asked.proxyOrigin == services::proxyOrigin(form);
    f.services.scheduler.post([kept, done] { done(kept); });
  };
  f.actions.readCertificates = [](const std::string& path) -> base::Result<std::vector<std::string>> {
    if (path.find("good") == std::string::npos)
      return base::Error{
          .code = base::ErrorCode::InvalidInput, .detail = "holds no certificate", .subject = path};
    return std::vector<std::string>{"Example Root CA"};
  };
  f.actions.applyAppearance = [&asked](const ui::AppearanceForm& form) { asked.appearances.push_back(form); };
  f.actions.applyLogLevel = [&asked](base::LogLevel level) { asked.levels.push_back(level); };
}

inline ui::SettingsPage* makeSettingsPage(PageFixture& f) {
  return new ui::SettingsPage({*f.services.profile, *f.services.providers, *f.services.models,
                               *f.services.settings, *f.services.uploads, *f.services.agents, f.registry,
                               f.actions});
}

inline domain::Provider lab() {
  return {.name = "lab",
          .baseUrl = "https://lab.example/v1",
          .keySource = domain::KeySource::KeyStore,
          .defaultModel = "gpt-5"};
}

}  // namespace aiagent::testing
