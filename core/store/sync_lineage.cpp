#include "core/store/sync_lineage.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <vector>

#include "core/store/sql.h"
#include "core/wire/json_text.h"

namespace aiagent::store {
namespace {

using wire::PastHistory;

constexpr auto kGoesOn = std::numeric_limits<std::int64_t>::max();

std::vector<PastHistory> lineage(const wire::PullReply& page) {
  auto all = page.past;
  all.push_back({page.epoch, kGoesOn});
  return all;
}

std::string toJson(const std::vector<PastHistory>& histories) {
  wire::JsonArray array;
  for (const auto& one : histories) {
    wire::JsonObject object;
    object.text("epoch", one.epoch);
    if (one.until != kGoesOn) object.integer("until", one.until);
    array.raw(object.take());
  }
  return array.take();
}

PastHistory historyFrom(std::string_view json) {
  PastHistory history{.epoch = {}, .until = kGoesOn};
  const auto members = wire::jsonMembers(json);
  if (!members) return history;
  if (const auto* epoch = wire::findMember(*members, "epoch"))
    history.epoch = wire::stringFromJson(epoch->value).value_or("");
  if (const auto* until = wire::findMember(*members, "until"))
    std::from_chars(until->value.data(), until->value.data() + until->value.size(), history.until);
  return history;
}

std::vector<PastHistory> readLineage(Connection& connection) {
  std::vector<PastHistory> histories;
  Query row(connection, "SELECT lineage FROM sync_state");
  if (!row.next()) return histories;
  if (const auto elements = wire::jsonElements(row.view(0)))
    for (const auto element : *elements) histories.push_back(historyFrom(element));
  return histories;
}

}  // namespace

std::optional<std::int64_t> keptVersion(Connection& connection, const wire::PullReply& page) {
  const auto here = readLineage(connection), there = lineage(page);
  for (auto own = here.rbegin(); own != here.rend(); ++own) {
    const auto same = [&](const PastHistory& one) { return !one.epoch.empty() && one.epoch == own->epoch; };
    const auto found = std::find_if(there.rbegin(), there.rend(), same);
    if (found == there.rend()) continue;
    const auto until = std::min(own->until, found->until);
    return until == kGoesOn ? std::nullopt : std::optional(until);
  }
  // From before what the server remembers.
  if (!page.past.empty()) return page.past.front().until;
  return page.restoredTo > 0 ? std::optional(page.restoredTo) : std::nullopt;
}

std::string lineageOf(const wire::PullReply& page) {
  return toJson(lineage(page));
}

std::string lineageOf(const std::string& epoch) {
  return toJson({{epoch, kGoesOn}});
}

}  // namespace aiagent::store
