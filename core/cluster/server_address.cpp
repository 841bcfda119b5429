#include "core/cluster/server_address.h"

#include <algorithm>

namespace aiagent::cluster {
namespace {

struct Parts {
  std::string scheme;
  std::string_view authority, path;
};

bool isPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool isPort(std::string_view text) {
  if (text.empty() || text.size() > 5 || text.find_first_not_of("0123456789") != std::string_view::npos)
    return false;
  const int port = std::stoi(std::string(text));
  return port > 0 && port < 65'536;
}

Parts split(std::string_view text) {
  Parts parts;
  if (const auto colon = text.find("://"); colon != std::string_view::npos) {
    for (const char c : text.substr(0, colon)) parts.scheme += char(c >= 'A' && c <= 'Z' ? c + 32 : c);
    text.remove_prefix(colon + 3);
  }
  const auto slash = std::min(text.find('/'), text.size());
  parts.authority = text.substr(0, slash);
  parts.path = text.substr(slash);
  return parts;
}

bool isHostAndPort(std::string_view authority) {
  auto rest = authority;
  if (!rest.empty() && rest.front() == '[') {
    const auto end = rest.find(']');
    if (end == std::string_view::npos || end == 1) return false;
    rest.remove_prefix(end + 1);
    return rest.empty() || (rest.front() == ':' && isPort(rest.substr(1)));
  }
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos) return !rest.empty();
  return colon > 0 && isPort(rest.substr(colon + 1));
}

}  // namespace

std::optional<std::string> serverAddress(std::string_view server, bool hasTls) {
  if (!isPlain(server) || server.find_first_of("?#@") != std::string_view::npos) return std::nullopt;
  auto parts = split(server);
  if (parts.scheme.empty()) parts.scheme = hasTls ? "https" : "http";
  if (parts.scheme != "http" && parts.scheme != "https") return std::nullopt;
  if (!isHostAndPort(parts.authority)) return std::nullopt;
  auto path = parts.path;
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  return parts.scheme + "://" + std::string(parts.authority) + std::string(path);
}

bool isProxyAddress(std::string_view proxy) {
  if (!isPlain(proxy)) return false;
  const auto parts = split(proxy);
  if (parts.scheme != "http" && parts.scheme != "https" && parts.scheme != "socks5" &&
      parts.scheme != "socks5h")
    return false;
  const auto at = parts.authority.rfind('@');
  return isHostAndPort(at == std::string_view::npos ? parts.authority : parts.authority.substr(at + 1));
}

std::string hostOf(std::string_view address) {
  auto authority = split(address).authority;
  if (const auto at = authority.rfind('@'); at != std::string_view::npos) authority.remove_prefix(at + 1);
  if (!authority.empty() && authority.front() == '[')
    return std::string(authority.substr(1, authority.find(']') - 1));
  return std::string(authority.substr(0, authority.find(':')));
}

}  // namespace aiagent::cluster
