// Secrets that this server hands out: random, kept as SHA-256 alone (base::sha256Hex), and looked up by that
// hash, so that no comparison's time says anything. Pure but for the system's random numbers; safe from any
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/secret_string.h"

namespace aiagent::server {

// RFC 4648 section 5, without padding. Nothing for another digit, a length that cannot be or bits left over.
std::string toBase64Url(std::string_view bytes);
std::optional<std::string> fromBase64Url(std::string_view text);

// 256 random bits in base64url; `prefix` says what kind of secret it is to whoever finds one.
base::SecretString randomSecret(std::string_view prefix = "");

inline constexpr std::string_view kMachineTokenPrefix = "aat_";

// An invite's code as it is hashed: 20 digits of Crockford's base 32, upper case, without hyphens and blanks;
// O is read as 0, I and L as 1. Nothing when it can't be a code.
std::optional<std::string> normalizedCode(std::string_view typed);

// aiagent://connect?url=…&code=…
std::string connectLink(std::string_view publicUrl, std::string_view code);

}  // namespace aiagent::server
