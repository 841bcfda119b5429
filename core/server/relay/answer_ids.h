// Answers at the provider belong to the member who got them. All members' calls go there under one key, so
// that an id is looked up here before it is handed on (sync.answer_id).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/server/http/router.h"
#include "core/server/relay/relay_request.h"

namespace aiagent::server {

// Notes `ids` as `user`'s.
Statement keepAnswerIds(const std::string& user, const std::vector<std::string>& ids);
// 404 where one that the request names is not the caller's, is not known, or is older than 30 days: they look
// the same.
std::optional<Response> refuseForeignIds(Context& context, const std::string& user,
                                         const std::vector<NamedId>& ids);

}  // namespace aiagent::server
