#include "core/cluster/history/history_state.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/wire/json_text.h"

namespace aiagent::cluster {
namespace {

using domain::ClusterFact;
using domain::ClusterFactKind;

std::int64_t numberOf(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// The members of one JSON object by name; what is missing or of another type is empty.
class Members {
 public:
  explicit Members(std::string_view json) : m_all(wire::jsonMembers(json)) {}
  bool good() const { return m_all.has_value(); }
  std::string_view raw(std::string_view name) const {
    const auto* found = m_all ? wire::findMember(*m_all, name) : nullptr;
    return found ? found->value : std::string_view();
  }
  std::string text(std::string_view name) const {
    return wire::stringFromJson(raw(name)).value_or(std::string());
  }
  std::int64_t number(std::string_view name) const { return numberOf(raw(name)); }

 private:
  std::optional<std::vector<wire::JsonMember>> m_all;
};

std::string toJson(const WorkloadThen& one) {
  return wire::JsonObject()
      .text("kind", one.kind)
      .text("namespace", one.nameSpace)
      .text("name", one.name)
      .text("uid", one.uid)
      .integer("revision", one.revision)
      .text("images", one.images)
      .integer("wanted", one.wanted)
      .text("verdict", one.verdict)
      .text("reason", one.reason)
      .text("changeCause", one.changeCause)
      .integer("since", base::toMillis(one.since))
      .take();
}

WorkloadThen fromJson(const Members& json) {
  return {.kind = json.text("kind"),
          .nameSpace = json.text("namespace"),
          .name = json.text("name"),
          .uid = json.text("uid"),
          .revision = json.number("revision"),
          .images = json.text("images"),
          .wanted = int(json.number("wanted")),
          .verdict = json.text("verdict"),
          .reason = json.text("reason"),
          .changeCause = json.text("changeCause"),
          .since = base::wallTimeFromMillis(json.number("since"))};
}

std::string alertJson(const std::string& key, const AlertThen& one) {
  return wire::JsonObject()
      .text("key", key)
      .text("namespace", one.nameSpace)
      .text("object", one.object)
      .text("severity", one.severity)
      .text("summary", one.summary)
      .integer("since", base::toMillis(one.since))
      .take();
}

AlertThen alertFrom(const Members& json) {
  return {.nameSpace = json.text("namespace"),
          .object = json.text("object"),
          .severity = json.text("severity"),
          .summary = json.text("summary"),
          .since = base::wallTimeFromMillis(json.number("since"))};
}

WorkloadThen appeared(const ClusterFact& fact) {
  const auto slash = fact.object.find('/');
  return {.kind = fact.object.substr(0, slash),
          .nameSpace = fact.nameSpace,
          .name = slash == std::string::npos ? std::string() : fact.object.substr(slash + 1),
          .uid = fact.uid,
          .revision = fact.amount,
          .images = fact.after,
          .since = fact.time};
}

void apply(const ClusterFact& fact, HistorySnapshot& state) {
  if (fact.kind == ClusterFactKind::Environment) {
    state.verdict = fact.after;
    state.reason = fact.reason;
    return;
  }
  if (fact.kind == ClusterFactKind::AlertFired) {
    state.alerts.insert_or_assign(fact.uid,
                                  AlertThen{fact.nameSpace, fact.object, fact.after, fact.detail, fact.time});
    return;
  }
  if (fact.kind == ClusterFactKind::AlertEnded) {
    state.alerts.erase(fact.uid);
    return;
  }
  if (fact.kind == ClusterFactKind::Deleted) {
    state.workloads.erase(fact.uid);
    return;
  }
  if (fact.kind == ClusterFactKind::Appeared) {
    state.workloads.try_emplace(fact.uid, appeared(fact));
    return;
  }
  const auto found = state.workloads.find(fact.uid);
  if (found == state.workloads.end()) return;
  auto& one = found->second;
  switch (fact.kind) {
    case ClusterFactKind::Revision:
      one.revision = fact.amount;
      one.images = fact.after;
      one.changeCause = fact.detail;
      break;
    case ClusterFactKind::Scaled: one.wanted = int(numberOf(fact.after)); break;
    case ClusterFactKind::Verdict:
      one.verdict = fact.after;
      one.reason = fact.reason;
      one.since = fact.time;
      break;
    default: break;
  }
}

}  // namespace

std::string WorkloadThen::object() const {
  std::string text = kind;
  for (auto& c : text)
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  return text + '/' + name;
}

std::string snapshotJson(const HistorySnapshot& snapshot) {
  wire::JsonArray workloads;
  for (const auto& [uid, one] : snapshot.workloads) workloads.raw(toJson(one));
  wire::JsonArray alerts;
  for (const auto& [key, one] : snapshot.alerts) alerts.raw(alertJson(key, one));
  return wire::JsonObject()
      .integer("time", base::toMillis(snapshot.time))
      .text("verdict", snapshot.verdict)
      .text("reason", snapshot.reason)
      .raw("workloads", workloads.take())
      .raw("alerts", alerts.take())
      .take();
}

std::optional<HistorySnapshot> readSnapshot(std::string_view json) {
  const Members members(json);
  const auto workloads = wire::jsonElements(members.raw("workloads"));
  if (!members.good() || !workloads) return std::nullopt;
  HistorySnapshot snapshot{.time = base::wallTimeFromMillis(members.number("time")),
                           .verdict = members.text("verdict"),
                           .reason = members.text("reason"),
                           .workloads = {}};
  for (const auto one : *workloads) {
    auto workload = fromJson(Members(one));
    if (!workload.uid.empty()) snapshot.workloads.emplace(workload.uid, std::move(workload));
  }
  // An older program kept none.
  for (const auto one : wire::jsonElements(members.raw("alerts")).value_or(std::vector<std::string_view>())) {
    const Members alert(one);
    if (auto key = alert.text("key"); !key.empty()) snapshot.alerts.emplace(std::move(key), alertFrom(alert));
  }
  return snapshot;
}

HistoryState stateAt(base::WallTime time, const HistorySnapshot& base, const std::vector<ClusterFact>& facts,
                     base::WallTime watchedUntil) {
  HistoryState state{.then = base, .known = base.time, .watched = time <= watchedUntil && base.time <= time};
  for (const auto& fact : facts) {
    // A gap is told when it ends: it holds for what lies in it.
    if (fact.kind == ClusterFactKind::Gap && fact.time < time && time < fact.until) state.watched = false;
    if (fact.time > time || fact.time < base.time) continue;
    apply(fact, state.then);
    state.known = std::max(state.known, fact.time);
  }
  state.then.time = time;
  return state;
}

}  // namespace aiagent::cluster
