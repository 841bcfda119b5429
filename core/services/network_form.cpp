#include "core/services/network_form.h"

#include "core/services/setting_values.h"

namespace aiagent::services {
namespace {

constexpr SettingWords<ProxyMode, 4> kProxyModes{{{ProxyMode::System, "system"},
                                                  {ProxyMode::None, "none"},
                                                  {ProxyMode::Manual, "manual"},
                                                  {ProxyMode::Environment, "environment"}}};

}  // namespace

NetworkForm readNetworkForm(const SettingsService& settings) {
  NetworkForm form;
  form.mode = valueOfWord(kProxyModes, settings.value("network.proxy"));
  form.socks = settings.value("network.proxy.kind") == "socks5";
  form.host = settings.value("network.proxy.host");
  form.port = numberOfText(settings.value("network.proxy.port"), 1, 65535, 0);
  form.user = settings.value("network.proxy.user");
  form.bypass = settings.value("network.proxy.bypass");
  form.certificates = linesOfText(settings.value("network.certificates"));
  return form;
}

void keepNetworkForm(SettingsService& settings, const NetworkForm& form) {
  settings.set("network.proxy", wordToKeep(kProxyModes, form.mode));
  settings.set("network.proxy.kind", form.socks ? "socks5" : "");
  settings.set("network.proxy.host", form.host);
  settings.set("network.proxy.port", form.port == 0 ? std::string() : std::to_string(form.port));
  settings.set("network.proxy.user", form.user);
  settings.set("network.proxy.bypass", form.bypass);
  settings.set("network.certificates", textOfLines(form.certificates));
}

}  // namespace aiagent::services
