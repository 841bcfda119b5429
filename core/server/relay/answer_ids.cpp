#include "core/server/relay/answer_ids.h"

#include "core/base/sha256.h"
#include "core/server/relay/relay_error.h"

namespace aiagent::server {
namespace {

// As an array that PostgreSQL reads.
template <class List, class Id>
std::string hashesOf(const List& list, Id id) {
  std::string hashes = "{";
  for (const auto& one : list) hashes += (hashes.size() > 1 ? "," : "") + base::sha256Hex(id(one));
  return hashes + "}";
}

std::string_view codeOf(std::string_view param) {
  if (param == "previous_response_id") return "previous_response_not_found";
  return param == "conversation" ? "conversation_not_found" : "item_not_found";
}

}  // namespace

Statement keepAnswerIds(const std::string& user, const std::vector<std::string>& ids) {
  const auto itself = [](const std::string& id) { return std::string_view(id); };
  return {"SELECT sync.keep_answer_ids($1, $2)", {user, hashesOf(ids, itself)}};
}

std::optional<Response> refuseForeignIds(Context& context, const std::string& user,
                                         const std::vector<NamedId>& ids) {
  if (ids.empty()) return {};
  const auto idOf = [](const NamedId& named) { return std::string_view(named.id); };
  const auto rows = context.query("SELECT sync.foreign_answer_id($1, $2)", {user, hashesOf(ids, idOf)});
  if (!rows) return problem(rows.error());
  const auto& place = rows->front()[0];
  if (!place) return {};
  const auto param = ids.at(std::size_t(std::stoull(*place)) - 1).param;
  return relayError(404, codeOf(param),
                    "The id in \"" + std::string(param) +
                        "\" is of no answer that you got through this server in the last 30 days; send the "
                        "conversation itself.",
                    param);
}

}  // namespace aiagent::server
