// The statements that tell PostgreSQL who asks, as PostgREST does: the claims in request.jwt.claims and the
// role "authenticated", both until the transaction's end.
#pragma once

#include <string_view>
#include <vector>

#include "core/server/http/authenticator.h"
#include "core/server/http/router.h"

namespace aiagent::server {

// One row: user, device, refusal (a word, or NULL).
Statement whoStatement(const Credential& credential);
// The same, and from here on in its transaction the caller is who asks; nobody where they were refused.
Statement signInStatement(const Credential& credential);
// `word`, and what to do.
Response refusal(int status, std::string_view word);
Response refusal(std::string_view word);  // 401
// One row: the function's jsonb, and the status that it set.
Statement callStatement(std::string_view function, std::vector<Value> values);
// Of callStatement's row. `status` where the function set none; an error without a sentence gets one.
Response responseOf(std::vector<Value>& row, int status);

}  // namespace aiagent::server
