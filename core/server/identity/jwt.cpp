#include "core/server/identity/jwt.h"

#include <boost/json.hpp>

#include "core/server/identity/secrets.h"

namespace aiagent::server {
namespace {

namespace json = boost::json;
using std::chrono::duration_cast;
using std::chrono::seconds;

constexpr std::size_t kMostBytes = 4096;
constexpr std::string_view kAlgorithm = "ES256";

struct Parts {
  std::string_view header, payload, signature;
};

std::optional<Parts> partsOf(std::string_view token) {
  const auto first = token.find('.');
  const auto second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (token.size() > kMostBytes || second == std::string_view::npos ||
      token.find('.', second + 1) != std::string_view::npos)
    return std::nullopt;
  return Parts{token.substr(0, first), token.substr(first + 1, second - first - 1), token.substr(second + 1)};
}

std::optional<json::object> objectOf(std::string_view part) {
  const auto text = fromBase64Url(part);
  if (!text) return std::nullopt;
  json::parse_options options;
  options.max_depth = 8;
  boost::system::error_code failed;
  auto value = json::parse(*text, failed, {}, options);
  if (failed || !value.is_object()) return std::nullopt;
  return std::move(value.get_object());
}

std::string_view textAt(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

// Whole seconds, as this server writes them.
std::optional<base::WallTime> timeAt(const json::object& object, std::string_view name) {
  constexpr std::int64_t kYear9999 = 253'402'300'799;
  const auto* value = object.if_contains(name);
  const auto* number = value != nullptr ? value->if_int64() : nullptr;
  if (number == nullptr || *number < 0 || *number > kYear9999) return std::nullopt;
  return base::WallTime(seconds(*number));
}

std::int64_t secondsOf(base::WallTime time) {
  return duration_cast<seconds>(time.time_since_epoch()).count();
}

TokenRead claimsOf(const json::object& payload, const TokenParties& parties, base::WallTime now) {
  const auto user = base::Uuid::parse(textAt(payload, "sub"));
  const auto device = base::Uuid::parse(textAt(payload, "did"));
  const auto expires = timeAt(payload, "exp");
  const auto from = timeAt(payload, "nbf");
  if (!user || !device || !expires || !from || textAt(payload, "iss") != parties.issuer ||
      textAt(payload, "aud") != parties.audience)
    return TokenFault::Malformed;
  if (now >= *expires + kClockLeeway) return TokenFault::Expired;
  if (now + kClockLeeway < *from) return TokenFault::NotYetValid;
  return AccessClaims{*user, *device, *expires};
}

}  // namespace

std::string signedToken(const EcKey& key, const std::string& kid, const TokenParties& parties,
                        base::Uuid user, base::Uuid device, base::WallTime now) {
  const json::object header{{"alg", kAlgorithm}, {"kid", kid}, {"typ", "JWT"}};
  const auto at = secondsOf(now);
  const json::object payload{{"iss", parties.issuer},
                             {"aud", parties.audience},
                             {"sub", user.toString()},
                             {"did", device.toString()},
                             {"iat", at},
                             {"nbf", at},
                             {"exp", at + kAccessTokenLife.count()}};
  const auto text = toBase64Url(json::serialize(header)) + '.' + toBase64Url(json::serialize(payload));
  const auto signature = key.sign(text);
  return signature.empty() ? std::string() : text + '.' + toBase64Url(signature);
}

TokenRead readToken(std::string_view token, const TokenParties& parties, base::WallTime now,
                    const std::function<const EcKey*(std::string_view kid)>& keyOf) {
  const auto parts = partsOf(token);
  if (!parts) return TokenFault::Malformed;
  const auto header = objectOf(parts->header);
  const auto signature = fromBase64Url(parts->signature);
  // "crit" names extensions that a reader must know; we know none.
  if (!header || !signature || textAt(*header, "alg") != kAlgorithm || header->contains("crit"))
    return TokenFault::Malformed;
  const EcKey* key = keyOf(textAt(*header, "kid"));
  if (key == nullptr) return TokenFault::UnknownKey;
  const auto signedText = token.substr(0, parts->header.size() + 1 + parts->payload.size());
  if (!key->verify(signedText, *signature)) return TokenFault::Malformed;
  const auto payload = objectOf(parts->payload);
  return payload ? claimsOf(*payload, parties, now) : TokenRead(TokenFault::Malformed);
}

}  // namespace aiagent::server
