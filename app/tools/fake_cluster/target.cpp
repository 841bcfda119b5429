#include "app/tools/fake_cluster/target.h"

#include <algorithm>

namespace aiagent::fake_cluster {
namespace {

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0) {
      out += char(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

}  // namespace

Target::Target(std::string_view target) : whole(target) {
  const auto mark = std::min(target.find('?'), target.size());
  path = decoded(target.substr(0, mark));
  for (auto at = mark; at < target.size();) {
    const auto end = std::min(target.find('&', at + 1), target.size());
    const auto pair = target.substr(at + 1, end - at - 1);
    const auto equals = std::min(pair.find('='), pair.size());
    query[decoded(pair.substr(0, equals))] = decoded(pair.substr(std::min(equals + 1, pair.size())));
    at = end;
  }
}

std::string Target::value(const std::string& name) const {
  const auto found = query.find(name);
  return found == query.end() ? std::string() : found->second;
}

std::map<std::string, std::string> Target::selection() const {
  auto left = query;
  for (const char* name : {"resourceVersion", "resourceVersionMatch", "limit", "timeoutSeconds",
                           "allowWatchBookmarks", "watch", "sendInitialEvents", "pretty", "includeObject",
                           "timeout", "fieldManager", "fieldValidation", "force"})
    left.erase(name);
  return left;
}

}  // namespace aiagent::fake_cluster
