#include "core/wire/provider_error.h"

#include <algorithm>
#include <array>

#include "core/base/secret_string.h"
#include "core/base/utf8.h"

namespace aiagent::wire {
namespace {

using base::ErrorCode;

struct KnownCode {
  std::string_view code;
  ErrorCode meaning;
};

// Sources: openai-contract D5, D6 (the codes of 429 that waiting does not mend, and those it does).
constexpr std::array kKnownCodes = {
    KnownCode{"credit_balance_exhausted", ErrorCode::Billing},
    KnownCode{"organization_usage_limit_exceeded", ErrorCode::Billing},
    KnownCode{"organization_spend_limit_exceeded", ErrorCode::Billing},
    KnownCode{"project_spend_limit_exceeded", ErrorCode::Billing},
    KnownCode{"insufficient_quota", ErrorCode::Billing},
    KnownCode{"billing_hard_limit_reached", ErrorCode::Billing},
    KnownCode{"billing_not_active", ErrorCode::Billing},
    KnownCode{"rate_limit_exceeded", ErrorCode::RateLimited},
    KnownCode{"rate_limit_error", ErrorCode::RateLimited},
    KnownCode{"slow_down", ErrorCode::RateLimited},
    KnownCode{"invalid_api_key", ErrorCode::Credentials},
    KnownCode{"content_filter", ErrorCode::ContentRefused},
    KnownCode{"content_policy_violation", ErrorCode::ContentRefused},
    KnownCode{"bio_policy", ErrorCode::ContentRefused},
    KnownCode{"invalid_prompt", ErrorCode::RequestRejected},
    KnownCode{"data_residency_mismatch", ErrorCode::RequestRejected},
    KnownCode{"context_length_exceeded", ErrorCode::RequestRejected},
    KnownCode{"invalid_request_error", ErrorCode::RequestRejected},
};

const KnownCode* findCode(std::string_view word) {
  const auto at =
      std::find_if(kKnownCodes.begin(), kKnownCodes.end(), [&](auto& known) { return known.code == word; });
  return at == kKnownCodes.end() ? nullptr : &*at;
}

bool saysBilling(const ProviderError& error) {
  const auto isBilling = [](std::string_view word) {
    const auto* known = findCode(word);
    return known && known->meaning == ErrorCode::Billing;
  };
  return isBilling(error.code) || isBilling(error.type);
}

ErrorCode byWords(const ProviderError& error) {
  if (const auto* known = findCode(error.code)) return known->meaning;
  if (error.code.substr(0, 6) == "image_" || error.code.substr(0, 13) == "invalid_image")
    return ErrorCode::RequestRejected;
  if (const auto* known = findCode(error.type)) return known->meaning;
  return ErrorCode::ServerError;
}

ErrorCode byStatus(int status) {
  switch (status) {
    case 401: return ErrorCode::Credentials;
    case 402: return ErrorCode::Billing;
    case 403: return ErrorCode::Forbidden;
    case 407: return ErrorCode::ProxyRefused;
    case 408: return ErrorCode::Timeout;
    case 409: return ErrorCode::ServerError;
    case 429: return ErrorCode::RateLimited;
    default: break;
  }
  if (status >= 500) return ErrorCode::ServerError;
  return status >= 400 ? ErrorCode::RequestRejected : ErrorCode::BadResponse;
}

// A parameter that only the message names: "Unsupported parameter: 'temperature' is not supported …".
std::string_view quotedParameter(std::string_view message) {
  constexpr std::array<std::string_view, 4> kOpenings = {
      "Unsupported parameter: ", "Unknown parameter: ", "Unsupported value: ",
      "Unrecognized request argument supplied: "};
  for (const auto opening : kOpenings) {
    if (message.substr(0, opening.size()) != opening) continue;
    auto rest = message.substr(opening.size());
    if (!rest.empty() && rest.front() == '\'') rest.remove_prefix(1);
    return rest.substr(0, std::min(rest.find_first_of("' ,"), std::size_t{64}));
  }
  return {};
}

std::string shown(std::string_view word) {
  return base::maskSecrets(base::toValidUtf8(base::utf8Prefix(word, 200)));
}

}  // namespace

std::string quotation(std::string_view message) {
  // Cut generously first, so that a huge body is not masked whole, and again after masking and mending.
  const auto masked = base::maskSecrets(base::toValidUtf8(base::utf8Prefix(message, 4 * kLongestSaid)));
  return std::string(base::trimmed(base::utf8Prefix(base::trimmed(masked), kLongestSaid)));
}

base::Error toError(const ProviderError& error) {
  auto code = error.status == 0 ? byWords(error) : byStatus(error.status);
  if (saysBilling(error)) code = ErrorCode::Billing;
  auto subject = error.param;
  if (subject.empty()) subject = quotedParameter(error.message);
  if (subject.empty() && error.code == "model_not_found") subject = "model";
  return {.code = code,
          .subject = shown(subject),
          .said = quotation(error.message),
          .httpStatus = error.status,
          .providerCode = shown(error.code)};
}

base::Error incompleteError(std::string_view reason) {
  if (reason == "content_filter")
    return {.code = ErrorCode::ContentRefused, .providerCode = "content_filter"};
  if (reason == "max_output_tokens" || reason == "length" || reason.empty())
    return {
        .code = ErrorCode::OutputLimit, .subject = "max_output_tokens", .providerCode = "max_output_tokens"};
  // A reason that the API did not have when this was written: told in its own word.
  return {.code = ErrorCode::ServerError, .subject = shown(reason), .providerCode = shown(reason)};
}

}  // namespace aiagent::wire
