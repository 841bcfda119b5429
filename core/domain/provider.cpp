#include "core/domain/provider.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "core/base/utf8.h"

namespace aiagent::domain {
namespace {

base::Error invalid(std::string field, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::move(field)};
}

bool isProviderName(std::string_view name) {
  return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::islower(c) || std::isdigit(c) || c == '.' || c == '_' || c == '-';
  });
}

struct UrlParts {
  std::string scheme, authority, rest;
};

UrlParts split(std::string_view url) {
  UrlParts parts;
  const auto mark = url.find("://");
  if (mark == std::string_view::npos) return parts;
  parts.scheme = std::string(url.substr(0, mark));
  std::transform(parts.scheme.begin(), parts.scheme.end(), parts.scheme.begin(),
                 [](unsigned char c) { return char(std::tolower(c)); });
  url.remove_prefix(mark + 3);
  const auto end = std::min(url.find_first_of("/?#"), url.size());
  parts.authority = std::string(url.substr(0, end));
  parts.rest = std::string(url.substr(end));
  return parts;
}

std::string hostOf(const std::string& authority) {
  if (!authority.empty() && authority.front() == '[') return authority.substr(0, authority.find(']') + 1);
  return authority.substr(0, authority.find(':'));
}

bool isAuthority(const std::string& authority) {
  if (authority.empty() || authority.find('@') != std::string::npos || hostOf(authority).empty())
    return false;
  return std::none_of(authority.begin(), authority.end(),
                      [](unsigned char c) { return std::isspace(c) || c < 0x20; });
}

}  // namespace

std::string_view toWord(ApiKind kind) {
  return kind == ApiKind::Chat ? "chat" : "responses";
}

base::Result<ApiKind> apiKindFromWord(std::string_view word) {
  if (word == "responses") return ApiKind::Responses;
  if (word == "chat") return ApiKind::Chat;
  return invalid("api", "neither responses nor chat");
}

base::Result<Provider> normalised(Provider provider) {
  if (!isProviderName(provider.name)) return invalid("name", "not a provider name");
  provider.baseUrl = std::string(base::trimmed(provider.baseUrl));
  while (!provider.baseUrl.empty() && provider.baseUrl.back() == '/') provider.baseUrl.pop_back();
  const auto parts = split(provider.baseUrl);
  if (parts.scheme != "https" && parts.scheme != "http")
    return invalid("base-url", "scheme is not http or https");
  if (!isAuthority(parts.authority)) return invalid("base-url", "no host, or a user name in it");
  if (parts.rest.find_first_of("?# ") != std::string::npos) return invalid("base-url", "query or fragment");
  if (provider.keySource == KeySource::Environment && provider.keyVariable.empty())
    return invalid("key-from-env", "no variable named");
  return provider;
}

bool isLoopbackUrl(std::string_view url) {
  const auto host = hostOf(split(url).authority);
  return host == "localhost" || host == "[::1]" || host.rfind("127.", 0) == 0;
}

std::string originOf(std::string_view url) {
  const auto parts = split(url);
  return parts.scheme + "://" + parts.authority;
}

}  // namespace aiagent::domain
