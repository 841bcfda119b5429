#include "core/server/http/router.h"

#include <algorithm>
#include <boost/json.hpp>
#include <unordered_map>

namespace aiagent::server {
namespace {

std::vector<std::string_view> segmentsOf(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = std::min(path.find('/'), path.size());
    segments.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

bool isName(std::string_view segment) {
  return segment.starts_with('{') && segment.ends_with('}');
}

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool sameIgnoringCase(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

Response busy(std::string_view message) {
  auto response = problem(503, "busy", message);
  response.headers.emplace_back("Retry-After", "1");
  return response;
}

}  // namespace

std::string_view toWord(Method method) {
  constexpr std::string_view kWords[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
  return kWords[std::size_t(method)];
}

std::string_view Request::param(std::string_view name) const {
  for (const auto& [key, value] : params)
    if (key == name) return value;
  return {};
}

std::string_view Request::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (sameIgnoringCase(key, name)) return value;
  return {};
}

std::optional<std::string_view> Request::queryValue(std::string_view name) const {
  for (const auto& [key, value] : query)
    if (key == name) return value;
  return {};
}

Response problem(int status, std::string_view word, std::string_view message) {
  return {.status = status,
          .body = boost::json::serialize(boost::json::object{{"error", word}, {"message", message}})};
}

Response problem(const base::Error& error) {
  using base::ErrorCode;
  switch (error.code) {
    case ErrorCode::RateLimited: return busy("The server has more to do than it can take; try again.");
    case ErrorCode::ConnectionFailed:
    case ErrorCode::Timeout:
    case ErrorCode::Conflict:
    case ErrorCode::StorageFull: return busy("The database cannot answer at the moment; try again.");
    default: break;
  }
  if (error.providerCode.starts_with("22"))
    return problem(400, "invalid",
                   "A value of the request is not of its type; compare it with /openapi.json.");
  return problem(500, "internal", "The server failed; tell its operator the X-Request-Id of this answer.");
}

base::Result<Rows> Context::query(std::string sql, std::vector<Value> values) {
  auto all = query({Statement{std::move(sql), std::move(values)}});
  if (!all) return all.error();
  return std::move(all->front());
}

struct Router::State {
  struct Entry {
    Route route;
    std::vector<std::string_view> segments;  // of route.path
  };
  std::vector<std::unique_ptr<Entry>> entries;
  std::unordered_map<std::string_view, std::vector<const Entry*>> fixed;  // paths without {names}
  std::vector<const Entry*> named;
  std::vector<std::pair<std::string, std::function<void(Response&)>>> shapes;  // of errors, by prefix
};

Router::Router() : m_state(std::make_unique<State>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Route route) {
  auto entry = std::make_unique<State::Entry>();
  entry->route = std::move(route);
  entry->segments = segmentsOf(entry->route.path);
  if (std::any_of(entry->segments.begin(), entry->segments.end(), isName))
    m_state->named.push_back(entry.get());
  else
    m_state->fixed[entry->route.path].push_back(entry.get());
  m_state->entries.push_back(std::move(entry));
}

void Router::shapeErrors(std::string prefix, std::function<void(Response&)> shape) {
  m_state->shapes.emplace_back(std::move(prefix), std::move(shape));
}

void Router::shapeError(std::string_view path, Response& response) const {
  if (response.status < 400) return;
  for (const auto& [prefix, shape] : m_state->shapes)
    if (path.starts_with(prefix)) shape(response);
}

namespace {

// Whether `path` is of the form of `pattern`; the values of its names.
bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& path,
          std::vector<std::pair<std::string_view, std::string>>& params) {
  if (pattern.size() != path.size()) return false;
  params.clear();
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (!isName(pattern[i])) {
      if (pattern[i] != path[i]) return false;
      continue;
    }
    auto value = percentDecoded(path[i]);
    if (!value || value->empty()) return false;
    params.emplace_back(pattern[i].substr(1, pattern[i].size() - 2), std::move(*value));
  }
  return true;
}

void allow(Router::Match& match, Method method) {
  if (!match.allowed.empty()) match.allowed += ", ";
  match.allowed += toWord(method);
}

}  // namespace

Router::Match Router::find(Method method, std::string_view path) const {
  Match match;
  if (const auto at = m_state->fixed.find(path); at != m_state->fixed.end()) {
    for (const auto* entry : at->second) {
      if (entry->route.method == method) return {.route = &entry->route};
      allow(match, entry->route.method);
    }
    return match;
  }
  if (!path.starts_with('/')) return match;
  const auto segments = segmentsOf(path);
  std::vector<std::pair<std::string_view, std::string>> params;
  for (const auto* entry : m_state->named) {
    if (!fits(entry->segments, segments, params)) continue;
    if (entry->route.method == method) return {.route = &entry->route, .params = std::move(params)};
    allow(match, entry->route.method);
  }
  return match;
}

std::vector<const Route*> Router::routes() const {
  std::vector<const Route*> all;
  for (const auto& entry : m_state->entries) all.push_back(&entry->route);
  return all;
}

std::optional<std::string> percentDecoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\0') return {};
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return {};
    const int high = hexDigit(text[i + 1]);
    const int low = hexDigit(text[i + 2]);
    if (high < 0 || low < 0 || high + low == 0) return {};
    decoded += char(high * 16 + low);
    i += 2;
  }
  return decoded;
}

std::vector<std::pair<std::string, std::string>> parseQuery(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    std::string part(query.substr(0, end));
    query.remove_prefix(std::min(end + 1, query.size()));
    std::replace(part.begin(), part.end(), '+', ' ');
    const auto equals = std::min(part.find('='), part.size());
    auto name = percentDecoded(std::string_view(part).substr(0, equals));
    auto value = percentDecoded(std::string_view(part).substr(std::min(equals + 1, part.size())));
    if (name && value && !name->empty()) pairs.emplace_back(std::move(*name), std::move(*value));
  }
  return pairs;
}

}  // namespace aiagent::server
