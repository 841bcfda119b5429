#include "core/domain/environment.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "core/base/utf8.h"
#include "core/domain/provider.h"

namespace aiagent::domain {
namespace {

using base::Result;

constexpr std::size_t kLongestName = 64;  // characters

struct StageWord {
  EnvironmentStage stage;
  std::string_view word;
};
constexpr std::array kStages = {StageWord{EnvironmentStage::Development, "development"},
                                StageWord{EnvironmentStage::Staging, "staging"},
                                StageWord{EnvironmentStage::Production, "production"}};

base::Error invalid(std::string field) {
  return {.code = base::ErrorCode::InvalidInput, .subject = std::move(field)};
}

std::size_t charactersOf(std::string_view text) {
  return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool isLabel(std::string_view text) {
  const auto fits = [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '-'; };
  return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), fits);
}

// A base URL without its last slashes; nothing: it is none.
std::optional<std::string> address(std::string_view text) {
  auto url = std::string(base::trimmed(text));
  while (!url.empty() && url.back() == '/') url.pop_back();
  if (url.empty()) return url;
  Provider probe{.name = "probe", .baseUrl = url};
  const auto checked = normalised(std::move(probe));
  return checked ? std::optional(checked->baseUrl) : std::nullopt;
}

// "owner/name" of a name or of an address of a repository; nothing: it is neither.
std::optional<std::string> repository(std::string_view text) {
  auto rest = std::string(base::trimmed(text));
  if (const auto host = rest.find("://"); host != std::string::npos) {
    const auto path = rest.find('/', host + 3);
    rest = path == std::string::npos ? std::string() : rest.substr(path + 1);
  }
  while (!rest.empty() && rest.back() == '/') rest.pop_back();
  if (rest.size() > 4 && rest.ends_with(".git")) rest.resize(rest.size() - 4);
  if (rest.empty()) return base::trimmed(text).empty() ? std::optional(rest) : std::nullopt;
  const auto fits = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_' || c == '.'; };
  const auto slash = rest.find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 == rest.size()) return std::nullopt;
  rest[slash] = 'x';
  if (!std::all_of(rest.begin(), rest.end(), fits)) return std::nullopt;
  rest[slash] = '/';
  return rest;
}

// ---------------------------------------------------------------- env files

std::string_view unquoted(std::string_view value) {
  value = base::trimmed(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
    return value.substr(1, value.size() - 2);
  return value;
}

bool isVariable(std::string_view name) {
  const auto fits = [](unsigned char c) { return std::isalnum(c) || c == '_'; };
  return !name.empty() && std::all_of(name.begin(), name.end(), fits) && !std::isdigit(name.front());
}

std::string stemOf(std::string_view fileName) {
  auto name = std::string(fileName.substr(fileName.find_last_of("/\\") + 1));
  if (name.ends_with(".env")) name.resize(name.size() - 4);
  if (name.starts_with(".env.")) name.erase(0, 5);
  return name;
}

std::optional<EnvironmentStage> stageLike(std::string_view word) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return char(std::tolower(c)); });
  for (const auto& [stage, known] : kStages)
    if (lower == known || (lower.size() >= 3 && known.starts_with(lower))) return stage;
  return std::nullopt;
}

// Which field a variable fills; null: none.
std::string* fieldFor(Environment& environment, std::string_view name) {
  if (name == "API_URL") return &environment.api;
  if (name == "PROMETHEUS_URL") return &environment.prometheus;
  if (name == "GITHUB_REPOSITORY") return &environment.repository;
  if (name == "KUBE_CONTEXT") return &environment.context;
  if (name == "KUBE_NAMESPACE") return &environment.nameSpace;
  return nullptr;
}

}  // namespace

std::optional<ClusterService> clusterServiceFrom(std::string_view address) {
  constexpr std::string_view kScheme = "service://";
  if (!address.starts_with(kScheme)) return std::nullopt;
  address.remove_prefix(kScheme.size());
  const auto slash = address.find('/');
  if (slash == std::string_view::npos || !isLabel(address.substr(0, slash))) return std::nullopt;
  const auto name = address.substr(slash + 1);
  auto rest = name;
  const bool isTls = rest.starts_with("https:");
  if (isTls) rest.remove_prefix(std::string_view("https:").size());
  const auto colon = rest.find(':');
  // A port is a number or a name, and both are labels; with TLS the API server wants one named.
  const bool named = colon == std::string_view::npos ? !isTls : isLabel(rest.substr(colon + 1));
  if (!named || !isLabel(rest.substr(0, colon))) return std::nullopt;
  return ClusterService{std::string(address.substr(0, slash)), std::string(name)};
}

std::string_view toWord(EnvironmentStage stage) {
  for (const auto& [known, word] : kStages)
    if (known == stage) return word;
  return "development";
}

Result<EnvironmentStage> environmentStageFromWord(std::string_view word) {
  for (const auto& [stage, known] : kStages)
    if (known == word) return stage;
  return invalid("stage");
}

Result<Environment> normalised(Environment environment) {
  environment.name = std::string(base::trimmed(environment.name));
  if (environment.name.empty() || charactersOf(environment.name) > kLongestName) return invalid("name");
  environment.nameSpace = std::string(base::trimmed(environment.nameSpace));
  if (!environment.nameSpace.empty() && !isLabel(environment.nameSpace)) return invalid("namespace");
  environment.kubeconfig = std::string(base::trimmed(environment.kubeconfig));
  auto api = address(environment.api);
  if (!api) return invalid("api");
  const auto asked = base::trimmed(environment.prometheus);
  auto prometheus =
      clusterServiceFrom(asked) ? std::optional(std::string(asked)) : address(environment.prometheus);
  if (!prometheus) return invalid("prometheus");
  auto owned = repository(environment.repository);
  if (!owned) return invalid("repository");
  environment.api = std::move(*api);
  environment.prometheus = std::move(*prometheus);
  environment.repository = std::move(*owned);
  return environment;
}

Result<Environment> environmentFromFile(std::string_view fileName, std::string_view text) {
  Environment environment;
  environment.name = stemOf(fileName);
  auto stage = stageLike(environment.name);
  bool any = false;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = base::trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    if (line.starts_with("export ")) line.remove_prefix(7);
    const auto equals = line.find('=');
    if (equals == std::string_view::npos || !isVariable(base::trimmed(line.substr(0, equals))))
      return invalid(std::string(fileName));
    any = true;
    const auto name = base::trimmed(line.substr(0, equals));
    const auto value = unquoted(line.substr(equals + 1));
    if (name == "APP_ENV" || name == "NODE_ENV")
      stage = stageLike(value).value_or(stage.value_or(environment.stage));
    if (auto* field = fieldFor(environment, name)) *field = std::string(value);
  }
  if (!any) return invalid(std::string(fileName));
  environment.stage = stage.value_or(EnvironmentStage::Development);
  return normalised(std::move(environment));
}

}  // namespace aiagent::domain
