#include "ui/viewmodels/settings_forms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using services::SettingsService;

template <class Value, std::size_t Size>
using Words = std::array<std::pair<Value, std::string_view>, Size>;

constexpr Words<ProxyMode, 4> kProxyModes{{{ProxyMode::System, "system"},
                                           {ProxyMode::None, "none"},
                                           {ProxyMode::Manual, "manual"},
                                           {ProxyMode::Environment, "environment"}}};
constexpr Words<AppearanceForm::Theme, 4> kThemes{{{AppearanceForm::Theme::System, "system"},
                                         {AppearanceForm::Theme::Light, "light"},
                                         {AppearanceForm::Theme::Dark, "dark"},
                                         {AppearanceForm::Theme::HighContrast, "high-contrast"}}};
constexpr Words<base::LogLevel, 4> kLogLevels{{{base::LogLevel::Info, "info"},
                                               {base::LogLevel::Debug, "debug"},
                                               {base::LogLevel::Warning, "warning"},
                                               {base::LogLevel::Error, "error"}}};

// The first entry is the default.
template <class Value, std::size_t Size>
Value fromWord(const Words<Value, Size>& words, std::string_view word) {
  const auto at = std::ranges::find(words, word, &std::pair<Value, std::string_view>::second);
  return at == words.end() ? words.front().first : at->first;
}

// "" for the default, which is not kept.
template <class Value, std::size_t Size>
std::string toKept(const Words<Value, Size>& words, Value value) {
  if (value == words.front().first) return {};
  return std::string(std::ranges::find(words, value, &std::pair<Value, std::string_view>::first)->second);
}

int number(const std::string& text, int least, int most, int otherwise) {
  int value = 0;
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  return read.ec == std::errc() && read.ptr == end && value >= least && value <= most ? value : otherwise;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    if (end > begin) all.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (const auto& line : all) text += text.empty() ? line : '\n' + line;
  return text;
}

}  // namespace

NetworkForm readNetworkForm(const SettingsService& settings) {
  NetworkForm form;
  form.mode = fromWord(kProxyModes, settings.value("network.proxy"));
  form.socks = settings.value("network.proxy.kind") == "socks5";
  form.host = settings.value("network.proxy.host");
  form.port = number(settings.value("network.proxy.port"), 1, 65535, 0);
  form.user = settings.value("network.proxy.user");
  form.bypass = settings.value("network.proxy.bypass");
  form.certificates = lines(settings.value("network.certificates"));
  return form;
}

void keepNetworkForm(SettingsService& settings, const NetworkForm& form) {
  settings.set("network.proxy", toKept(kProxyModes, form.mode));
  settings.set("network.proxy.kind", form.socks ? "socks5" : "");
  settings.set("network.proxy.host", form.host);
  settings.set("network.proxy.port", form.port == 0 ? std::string() : std::to_string(form.port));
  settings.set("network.proxy.user", form.user);
  settings.set("network.proxy.bypass", form.bypass);
  settings.set("network.certificates", joined(form.certificates));
}

AppearanceForm readAppearanceForm(const SettingsService& settings) {
  return {.theme = fromWord(kThemes, settings.value(kThemeSetting)),
          .textPercent = number(settings.value(kTextSizeSetting), kLeastTextPercent, kMostTextPercent, 100),
          .language = settings.value(kLanguageSetting)};
}

void keepAppearanceForm(SettingsService& settings, const AppearanceForm& form) {
  settings.set(kThemeSetting, toKept(kThemes, form.theme));
  settings.set(kTextSizeSetting, form.textPercent == 100 ? std::string() : std::to_string(form.textPercent));
  settings.set(kLanguageSetting, form.language);
}

base::LogLevel readLogLevel(const SettingsService& settings) {
  return fromWord(kLogLevels, settings.value(kLogLevelSetting));
}

void keepLogLevel(SettingsService& settings, base::LogLevel level) {
  settings.set(kLogLevelSetting, toKept(kLogLevels, level));
}

// "agents.save=Ctrl+S", one a line; no id holds "=".
QMap<QString, QString> readShortcuts(const SettingsService& settings) {
  QMap<QString, QString> own;
  for (const auto& line : lines(settings.value("shortcuts"))) {
    const auto mark = line.find('=');
    if (mark != std::string::npos) own[format::text(line.substr(0, mark))] = format::text(line.substr(mark + 1));
  }
  return own;
}

void keepShortcuts(SettingsService& settings, const QMap<QString, QString>& own) {
  std::vector<std::string> all;
  for (auto at = own.begin(); at != own.end(); ++at) all.push_back(format::utf8(at.key()) + '=' + format::utf8(at.value()));
  settings.set("shortcuts", joined(all));
}

}  // namespace aiagent::ui
