#include "app/tools/fake_cluster/responder.h"

#include <algorithm>

#include "app/tools/fake_cluster/tables.h"
#include "core/wire/json_text.h"

namespace aiagent::fake_cluster {
namespace {

using wire::JsonObject;

Answer json(int status, std::string body, int retryAfter = -1) {
  Answer answer{status, std::move(body), {{"Content-Type", "application/json"}}};
  if (retryAfter >= 0) answer.headers["Retry-After"] = std::to_string(retryAfter);
  return answer;
}

std::string_view reasonOf(int status) {
  switch (status) {
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 410: return "Expired";
    case 429: return "TooManyRequests";
    case 503: return "ServiceUnavailable";
    case 504: return "Timeout";
    default: return status >= 500 ? "InternalError" : "BadRequest";
  }
}

// The parts of "a=1,b!=2" that compare for equality.
std::vector<std::pair<std::string, std::string>> termsOf(const std::string& selector) {
  std::vector<std::pair<std::string, std::string>> terms;
  for (std::size_t at = 0; at < selector.size();) {
    const auto end = std::min(selector.find(',', at), selector.size());
    const auto term = selector.substr(at, end - at);
    at = end + 1;
    const auto equals = term.find('=');
    if (equals == std::string::npos || equals == 0) continue;
    const auto value = term.find_first_not_of('=', equals);
    terms.emplace_back(term.substr(0, equals), value == std::string::npos ? "" : term.substr(value));
  }
  return terms;
}

bool isSelected(std::string_view object, const Target& target) {
  for (const auto& [name, value] : termsOf(target.value("fieldSelector")))
    if (textAt(object, name) != value) return false;
  const auto labels = wire::jsonMembers(jsonAt(object, "metadata.labels"));
  for (const auto& [name, value] : termsOf(target.value("labelSelector"))) {
    const auto* found = labels ? wire::findMember(*labels, name) : nullptr;
    if (!found || wire::stringFromJson(found->value) != value) return false;
  }
  return true;
}

// The objects of a list have neither kind nor version, those of a watch have both.
std::string withKind(std::string_view object, const std::string& kind, const std::string& apiVersion) {
  std::string out = "{\"kind\":";
  wire::appendQuoted(out, kind);
  out += ",\"apiVersion\":";
  wire::appendQuoted(out, apiVersion);
  return out + "," + std::string(object.substr(1));
}

std::string itemKind(std::string_view list) {
  auto kind = textAt(list, "kind");
  if (kind.size() > 4 && kind.compare(kind.size() - 4, 4, "List") == 0) kind.resize(kind.size() - 4);
  return kind;
}

std::string added(std::string_view object) {
  return "{\"type\":\"ADDED\",\"object\":" + std::string(object) + "}";
}

std::vector<std::string> tableEvents(std::string_view table) {
  std::vector<std::string> lines;
  for (const auto row : wire::jsonElements(jsonAt(table, "rows")).value_or(std::vector<std::string_view>())) {
    JsonObject one;
    one.text("kind", "Table").text("apiVersion", "meta.k8s.io/v1").raw("metadata", jsonAt(table, "metadata"));
    if (lines.empty()) one.raw("columnDefinitions", jsonAt(table, "columnDefinitions"));
    lines.push_back(added(one.raw("rows", "[" + std::string(row) + "]").take()));
  }
  return lines;
}

std::string initialEnd(const StreamPlan& plan) {
  const auto annotations = JsonObject().text("k8s.io/initial-events-end", "true").take();
  const auto metadata =
      JsonObject().text("resourceVersion", plan.version).raw("annotations", annotations).take();
  return "{\"type\":\"BOOKMARK\",\"object\":" +
         withKind(JsonObject().raw("metadata", metadata).take(), plan.kind, plan.apiVersion) + "}";
}

std::string goneEvent() {
  return "{\"type\":\"ERROR\",\"object\":" + statusJson(410, "Expired", "too old resource version") + "}";
}

}  // namespace

bool isLaterVersion(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() > b.size() : a > b;
}

Answer Responder::toAnswer(const Recording& recording) const {
  return {recording.status, m_recordings.body(recording), recording.headers};
}

std::string Responder::listOf(const std::string& path) const {
  const auto* found = m_recordings.find({"GET", Target(path), "admin", m_script.orders().scene, ""});
  return found && found->status == 200 ? m_recordings.body(*found) : std::string();
}

// With what was changed since.
std::string Responder::bodyOf(const Recording& list, const Target& target) const {
  const auto changed = list.shape.empty() ? m_script.world().list(target.path) : std::nullopt;
  return changed ? *changed : m_recordings.body(list);
}

Answer Responder::write(const Request& request) const {
  const auto written = m_script.world().write({request.method, request.target.path, request.contentType,
                                               request.body, request.target.value("dryRun") == "All"},
                                              [this](const std::string& list) { return listOf(list); });
  return json(written.status, written.body);
}

Reply Responder::respond(const Request& asked) const {
  if (const auto failing = m_script.nextStatus()) {
    const auto [status, wait] = *failing;
    return json(status, statusJson(status, reasonOf(status), "told to fail", wait), wait);
  }
  auto request = asked;
  const auto orders = m_script.orders();
  const bool isTable = request.shape == "Table";
  if (isTable && orders.tables == "refused")
    return json(406, statusJson(406, "NotAcceptable",
                                "only the following media types are accepted: application/json"));
  if ((isTable && orders.tables == "none") ||
      (request.shape == "APIGroupDiscoveryList" && orders.discovery == "old"))
    request.shape.clear();
  const Wish wish{request.method, request.target, request.caller.user, orders.scene, request.shape};
  auto objects = wish;
  objects.shape.clear();  // a refusal has but one shape
  const auto* exact = m_recordings.findExact(wish);
  if (const auto refused = refusal(request.caller, request.method, request.target)) {
    const auto* own = m_recordings.findExact(objects);
    const bool isTheirs = own && own->user == request.caller.user && own->status == refused->status;
    return isTheirs ? toAnswer(*own) : json(refused->status, refused->body);
  }
  if (auto recorded = recordedReview(request)) return std::move(*recorded);
  if (const auto ready = review(request.caller, request.target, request.body))
    return json(ready->status, ready->body);
  if (request.method != "GET" && request.method != "HEAD") return write(request);
  if (request.target.isTrue("watch")) return watch(request, wish);
  if (exact && request.target.isTrue("follow"))
    return StreamPlan{.contentType = "text/plain", .replay = exact->file};
  if (!exact && podLogOf(request.target)) return log(request);
  if (request.shape.empty() && request.target.query.empty())
    if (auto answer = oneOfAList(wish)) return std::move(*answer);
  if (auto table = madeTable(request)) return std::move(*table);
  // No table is recorded of what was changed; a server may answer with the objects.
  if (wish.target.selection().empty())
    if (const auto changed = m_script.world().list(request.target.path)) return json(200, *changed);
  if (const auto* found = m_recordings.find(wish)) return toAnswer(*found);
  if (!request.shape.empty()) {  // none of it: a server may answer with the objects
    auto plain = request;
    plain.shape.clear();
    return respond(plain);
  }
  if (auto answer = selected(wish)) return std::move(*answer);
  if (auto answer = oneOfAList(wish)) return std::move(*answer);
  if (request.target.path.find("/api") != 0)
    return Answer{404, "404 page not found\n", {{"Content-Type", "text/plain"}}};
  return json(404, statusJson(404, "NotFound", "the server could not find the requested resource"));
}

std::optional<Answer> Responder::recordedReview(const Request& request) const {
  if (request.method != "POST" || !request.caller.impersonated.empty()) return std::nullopt;
  const auto attributes = jsonAt(request.body, "spec.resourceAttributes");
  for (const auto& entry : m_recordings.all()) {
    if (entry.target.path != request.target.path || entry.user != request.caller.user) continue;
    if (entry.file.compare(0, 5, "auth/") != 0) continue;
    bool same = true;
    for (const char* name : {"namespace", "verb", "group", "resource", "name", "subresource"})
      same = same &&
             textAt(attributes, name) == textAt(jsonAt(entry.requestBody, "spec.resourceAttributes"), name);
    if (same) return toAnswer(entry);
  }
  return std::nullopt;
}

std::optional<Answer> Responder::madeTable(const Request& request) const {
  if (request.shape != "Table" || !request.target.value("fieldSelector").empty()) return std::nullopt;
  const auto changed = m_script.world().list(request.target.path);
  auto table = tableOf(changed ? *changed : listOf(request.target.path), request.target);
  return table ? std::optional(json(200, std::move(*table))) : std::nullopt;
}

// A list of which the recordings have the whole.
std::optional<Answer> Responder::selected(const Wish& wish) const {
  if (wish.method != "GET" || wish.target.selection().empty()) return std::nullopt;
  auto all = wish;
  all.target = Target(wish.target.path);
  const auto* found = m_recordings.find(all);
  if (!found || found->status != 200) return std::nullopt;
  const auto body = bodyOf(*found, all.target);
  const auto items = wire::jsonElements(jsonAt(body, "items"));
  if (!items) return std::nullopt;
  wire::JsonArray left;
  for (const auto item : *items)
    if (isSelected(item, wish.target)) left.raw(item);
  return json(200, JsonObject()
                       .text("kind", textAt(body, "kind"))
                       .text("apiVersion", textAt(body, "apiVersion"))
                       .raw("metadata", jsonAt(body, "metadata"))
                       .raw("items", left.take())
                       .take());
}

std::optional<Answer> Responder::oneOfAList(const Wish& wish) const {
  const auto slash = wish.target.path.rfind('/');
  auto list = wish;
  list.target = Target(wish.target.path.substr(0, slash));
  list.shape.clear();
  const auto* found = wish.method == "GET" ? m_recordings.find(list) : nullptr;
  const auto changed = m_script.world().list(list.target.path);
  if (!changed && (!found || found->status != 200)) return std::nullopt;
  const auto name = wish.target.path.substr(slash + 1);
  const auto body = changed ? *changed : m_recordings.body(*found);
  for (const auto item : wire::jsonElements(jsonAt(body, "items")).value_or(std::vector<std::string_view>()))
    if (textAt(item, "metadata.name") == name)
      return json(200, withKind(item, itemKind(body), textAt(body, "apiVersion")));
  return std::nullopt;
}

Reply Responder::log(const Request& request) const {
  auto log = *podLogOf(request.target);
  const auto orders = m_script.orders();
  const auto path = request.target.path.substr(0, request.target.path.size() - 4);
  const auto pod = oneOfAList({"GET", Target(path), request.caller.user, orders.scene, ""});
  if (!pod) return json(404, statusJson(404, "NotFound", "pods \"" + log.pod + "\" not found"));
  if (textAt(pod->body, "spec.nodeName").empty()) return Answer{204, "", {}};
  if (const auto why = whyNoLog(pod->body, log); !why.empty())
    return json(400, statusJson(400, "BadRequest", why));
  if (request.target.isTrue("previous") && orders.logPrevious.empty())
    return json(400, statusJson(400, "BadRequest",
                                "previous terminated container \"" + log.container + "\" in pod \"" +
                                    log.pod + "\" not found"));
  if (request.target.isTrue("previous"))
    return Answer{200, orders.logPrevious + "\n", {{"Content-Type", "text/plain"}}};
  if (request.target.isTrue("follow")) return StreamPlan{.contentType = "text/plain", .log = std::move(log)};
  Answer answer{200, "", {{"Content-Type", "text/plain"}}};
  const int written = PodLog::written(m_recordings, orders, m_script.logMillis());
  for (int number = log.first(m_recordings, orders, written); number < written; ++number)
    answer.body += log.line(m_recordings, orders, number) + "\n";
  return answer;
}

Reply Responder::watch(const Request& request, const Wish& wish) const {
  if (m_script.nextGone()) {
    if (m_script.orders().goneByHttp)
      return json(410, statusJson(410, "Expired", "too old resource version"));
    return Answer{200, goneEvent() + "\n", {{"Content-Type", "application/json"}}};
  }
  if (const auto* exact = m_recordings.findExact(wish)) {
    if (exact->status != 200) return toAnswer(*exact);
    return StreamPlan{.replay = exact->file};
  }
  auto listed = wish;
  listed.target = Target(request.target.path);
  const auto* list = m_recordings.find(listed);
  const auto changed = m_script.world().list(request.target.path);
  if (!changed && (!list || list->status != 200)) {
    if (request.shape.empty())
      return json(404, statusJson(404, "NotFound", "the server could not find the requested resource"));
    auto plain = request;
    plain.shape.clear();
    return respond(plain);
  }
  const auto body = changed ? *changed : m_recordings.body(*list);
  StreamPlan plan{.path = request.target.path, .table = request.shape == "Table" && !changed};
  plan.kind = itemKind(body);
  plan.apiVersion = textAt(body, "apiVersion");
  const bool allowed = request.target.isTrue("allowWatchBookmarks");
  // A server keeps events in no cache, and it is the cache that sends bookmarks.
  plan.bookmarks = allowed && plan.kind != "Event";
  plan.seconds = std::atoi(request.target.value("timeoutSeconds").c_str());
  plan.version = request.target.value("resourceVersion");
  plan.world = &m_script.world();
  const bool fresh =
      plan.version.empty() || plan.version == "0" || request.target.isTrue("sendInitialEvents");
  if (!fresh) return plan;
  plan.version = textAt(body, "metadata.resourceVersion");
  if (plan.table) plan.initial = tableEvents(body);
  for (const auto item : wire::jsonElements(jsonAt(body, "items")).value_or(std::vector<std::string_view>()))
    if (isSelected(item, request.target))
      plan.initial.push_back(added(withKind(item, plan.kind, plan.apiVersion)));
  if (allowed) plan.initial.push_back(initialEnd(plan));
  return plan;
}

}  // namespace aiagent::fake_cluster
