#include "core/cluster/kube_http.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "core/base/base64.h"
#include "core/base/utf8.h"

namespace aiagent::cluster {
namespace {

using base::ErrorCode;

constexpr std::size_t kLongestMessage = 2'000;
constexpr int kLongestWait = 86'400;  // seconds

ErrorCode codeFor(int status) {
  switch (status) {
    case 401: return ErrorCode::Credentials;
    case 403: return ErrorCode::Forbidden;
    case 404: return ErrorCode::NotFound;
    case 409: return ErrorCode::Conflict;
    case 429: return ErrorCode::RateLimited;
    case 504: return ErrorCode::Timeout;
    default: break;
  }
  if (status >= 500) return ErrorCode::ServerError;
  return status >= 400 ? ErrorCode::RequestRejected : ErrorCode::BadResponse;
}

std::string shown(std::string_view message) {
  return base::maskSecrets(base::toValidUtf8(base::utf8Prefix(base::trimmed(message), kLongestMessage)));
}

void addStatus(const wire::KubeStatus& status, base::Error& error) {
  error.said = shown(status.message);
  error.providerCode = status.tooLargeVersion() ? "ResourceVersionTooLarge" : status.reason;
  error.subject = status.name;
  if (!error.retryAfter && status.retryAfter)
    error.retryAfter = std::min(*status.retryAfter, std::chrono::seconds(kLongestWait));
}

// A quoted text of HTTP, from its first quotation mark; `at` is left behind the last.
std::optional<std::string> quoted(std::string_view text, std::size_t& at) {
  std::string out;
  for (++at; at < text.size(); ++at) {
    if (text[at] == '"') {
      ++at;
      return out;
    }
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    out += text[at];
  }
  return std::nullopt;
}

bool isTokenCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) ||
         std::string_view("!#$&'*+-.^_`|~").find(c) != std::string_view::npos;
}

std::string escapedName(std::string_view name) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (isTokenCharacter(c))
      out += char(std::tolower(byte));
    else
      out.append({'%', kDigits[byte >> 4], kDigits[byte & 15]});
  }
  return out;
}

}  // namespace

base::Error kubeError(int httpStatus, std::string_view body, std::optional<base::Milliseconds> retryAfter) {
  base::Error error{.code = codeFor(httpStatus),
                    .detail = "HTTP " + std::to_string(httpStatus) + " of an API server",
                    .retryAfter = retryAfter,
                    .httpStatus = httpStatus};
  if (const auto status = wire::readKubeStatus(body))
    addStatus(*status, error);
  else
    error.said = shown(body);
  return error;
}

base::Error kubeError(const wire::KubeStatus& status) {
  base::Error error{
      .code = codeFor(status.code), .detail = "a Status of an API server", .httpStatus = status.code};
  addStatus(status, error);
  return error;
}

std::optional<base::Milliseconds> retryAfterOf(std::string_view header) {
  const auto text = base::trimmed(header);
  int seconds = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (text.empty() || failed != std::errc() || end != text.data() + text.size() || seconds < 0)
    return std::nullopt;
  return std::chrono::seconds(std::min(seconds, kLongestWait));
}

bool isWorthRepeating(const base::Error& error) {
  return error.retryAfter && (error.httpStatus == 429 || error.httpStatus >= 500);
}

std::vector<std::string> warningsOf(std::string_view header) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < header.size();) {
    const auto quote = header.find('"', at);
    if (quote == std::string_view::npos) break;
    const bool isOurs = base::trimmed(header.substr(at, quote - at)).substr(0, 4) == "299 ";
    at = quote;
    auto text = quoted(header, at);
    if (!text) break;
    if (isOurs) all.push_back(shown(*text));
    at = std::min(header.find(',', at), header.size() - 1) + 1;
  }
  return all;
}

HeaderList impersonationHeaders(const Impersonation& as) {
  HeaderList headers;
  if (as.empty()) return headers;
  headers.emplace_back("Impersonate-User", as.user);
  if (!as.uid.empty()) headers.emplace_back("Impersonate-Uid", as.uid);
  for (const auto& group : as.groups) headers.emplace_back("Impersonate-Group", group);
  for (const auto& [name, values] : as.extra)
    for (const auto& value : values) headers.emplace_back("Impersonate-Extra-" + escapedName(name), value);
  return headers;
}

base::SecretString basicAuthorization(std::string_view username, const base::SecretString& password) {
  std::string both(username);
  both += ':';
  both += password.reveal();
  return base::SecretString("Basic " + base::toBase64(both));
}

std::string userAgent() {
#if defined(__aarch64__)
  return "aiagent/" AIAGENT_VERSION " (linux/arm64)";
#else
  return "aiagent/" AIAGENT_VERSION " (linux/amd64)";
#endif
}

}  // namespace aiagent::cluster
