#include "app/tools/fake_cluster/world.h"

#include <algorithm>

#include "app/tools/fake_cluster/controllers.h"
#include "app/tools/fake_cluster/patches.h"
#include "app/tools/fake_cluster/policy.h"
#include "core/base/clock.h"
#include "core/cluster/actions/object.h"
#include "core/wire/tree_json.h"

namespace aiagent::fake_cluster {
namespace {

using cluster::at;
using cluster::textAt;
using wire::Record;
using wire::Tree;
using Lock = std::lock_guard<std::recursive_mutex>;

std::string nameOf(const Tree& object) {
  return textAt(object, {"metadata", "name"});
}

void setMeta(Tree& object, std::string_view name, Tree value) {
  auto metadata = object.find("metadata") ? *object.find("metadata") : Tree(Record());
  cluster::put(metadata, name, std::move(value));
  cluster::put(object, "metadata", std::move(metadata));
}

Written failure(int code, const char* reason, const std::string& message) {
  return {code, statusJson(code, reason, message)};
}

// As it is decoded into types: a null is as good as absent.
Tree withoutNulls(const Tree& tree) {
  if (tree.isList()) {
    wire::List items;
    for (const auto& one : tree.items()) items.push_back(withoutNulls(one));
    return items;
  }
  if (!tree.isRecord()) return tree;
  Record members;
  for (const auto& [name, value] : tree.members())
    if (!value.isNull()) members.emplace_back(name, withoutNulls(value));
  return members;
}

// As a single object is answered.
std::string bodyOf(const World::List& list, const Tree& object) {
  Record members{{"kind", list.kind}, {"apiVersion", list.apiVersion}};
  for (const auto& member : object.members())
    if (member.first != "kind" && member.first != "apiVersion") members.push_back(member);
  return wire::compactJson(members);
}

// What apiserver's patch.go says of a JSON Patch that cannot be applied.
Written notApplied() {
  return failure(422, "Invalid", "the server rejected our request due to an error in our request");
}

Written notFound(const std::string& name) {
  return failure(404, "NotFound", "\"" + name + "\" not found");
}

}  // namespace

std::string nowText() {
  return base::toIso8601(base::SystemClock().wallNow()).substr(0, 19) + "Z";
}

void World::reset() {
  const Lock lock(m_mutex);
  m_lists.clear();
  m_lines.clear();
  m_tasks.clear();
}

std::string World::nextVersion() {
  return std::to_string(++m_version);
}

std::string World::newUid() {
  auto digits = std::to_string(++m_uids);
  digits.insert(0, 12 - std::min<std::size_t>(12, digits.size()), '0');
  return "00000000-0000-4000-8000-" + digits;
}

World::List& World::adopt(const std::string& path, const Load& load) {
  const auto [found, isNew] = m_lists.try_emplace(path);
  auto& list = found->second;
  if (!isNew) return list;
  const auto tree = wire::parseJson(load(path));
  if (!tree) return list;
  list.kind = textAt(*tree, {"kind"});
  if (list.kind.size() > 4) list.kind.resize(list.kind.size() - 4);  // without "List"
  list.apiVersion = textAt(*tree, {"apiVersion"});
  list.version = textAt(*tree, {"metadata", "resourceVersion"});
  list.items = cluster::listAt(*tree, {"items"});
  return list;
}

Tree* World::find(const std::string& list, std::string_view name) {
  auto& items = m_lists[list].items;
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Tree& one) { return nameOf(one) == name; });
  return found == items.end() ? nullptr : &*found;
}

std::vector<Tree> World::ownedBy(const std::string& list, std::string_view uid) {
  std::vector<Tree> owned;
  for (const auto& one : m_lists[list].items)
    if (cluster::isOwnedBy(one, uid)) owned.push_back(one);
  return owned;
}

void World::tell(const std::string& list, const char* type, const Tree& object) {
  auto& whole = m_lists[list];
  const auto version = textAt(object, {"metadata", "resourceVersion"});
  m_lines.push_back(
      {list, "{\"type\":\"" + std::string(type) + "\",\"object\":" + bodyOf(whole, object) + "}", version});
  whole.version = version;
}

void World::save(const std::string& list, Tree object) {
  setMeta(object, "resourceVersion", nextVersion());
  if (auto* there = find(list, nameOf(object))) {
    *there = object;
    return tell(list, "MODIFIED", object);
  }
  m_lists[list].items.push_back(object);
  tell(list, "ADDED", object);
}

void World::remove(const std::string& list, const std::string& name) {
  auto* there = find(list, name);
  if (!there) return;
  auto last = *there;
  setMeta(last, "resourceVersion", nextVersion());
  auto& items = m_lists[list].items;
  items.erase(items.begin() + (there - items.data()));
  tell(list, "DELETED", last);
}

void World::later(std::chrono::milliseconds delay, std::function<void(World&)> task) {
  m_tasks.emplace(Steady::now() + delay, std::move(task));
}

void World::settle() {
  while (!m_tasks.empty() && m_tasks.begin()->first <= Steady::now()) {
    const auto task = std::move(m_tasks.begin()->second);
    m_tasks.erase(m_tasks.begin());
    task(*this);
  }
}

std::optional<std::string> World::list(const std::string& path) {
  const Lock lock(m_mutex);
  settle();
  const auto found = m_lists.find(path);
  if (found == m_lists.end() || found->second.kind.empty()) return std::nullopt;
  const auto& list = found->second;
  return wire::compactJson(Record{{"kind", list.kind + "List"},
                                  {"apiVersion", list.apiVersion},
                                  {"metadata", Record{{"resourceVersion", list.version}}},
                                  {"items", wire::List(list.items)}});
}

std::vector<WorldLine> World::linesAfter(const std::string& path, std::string_view version) {
  const Lock lock(m_mutex);
  settle();
  std::vector<WorldLine> lines;
  for (const auto& line : m_lines)
    if (line.list == path && (line.version.size() != version.size() ? line.version.size() > version.size()
                                                                    : line.version > version))
      lines.push_back({line.text, line.version});
  return lines;
}

void World::put(const std::string& list, std::string_view objectJson, const Load& load) {
  const Lock lock(m_mutex);
  settle();
  auto object = wire::parseJson(objectJson);
  if (!object) return;
  auto& whole = adopt(list, load);
  if (whole.kind.empty()) {
    whole.kind = textAt(*object, {"kind"});
    whole.apiVersion = textAt(*object, {"apiVersion"});
  }
  save(list, std::move(*object));
}

Written World::write(const WriteWish& wish, const Load& load) {
  const Lock lock(m_mutex);
  settle();
  if (wish.method == "PATCH") return patch(wish, load);
  if (wish.method == "POST") return create(wish, load);
  if (wish.method == "DELETE") return destroy(wish, load);
  return failure(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
}

namespace {

struct Place {
  std::string list, name, subresource;
};

Place placeOf(std::string path) {
  Place place;
  if (path.size() > 7 && path.compare(path.size() - 7, 7, "/status") == 0) {
    place.subresource = "status";
    path.resize(path.size() - 7);
  }
  const auto slash = path.rfind('/');
  place.list = path.substr(0, slash);
  place.name = path.substr(slash + 1);
  return place;
}

// Of a sub-resource the status alone is taken, of the object everything else.
Tree merged(const Tree& before, Tree after, const std::string& subresource) {
  const auto* status = (subresource == "status" ? after : before).find("status");
  auto whole = subresource == "status" ? before : std::move(after);
  if (status) cluster::put(whole, "status", *status);
  return whole;
}

}  // namespace

Written World::patch(const WriteWish& wish, const Load& load) {
  const auto place = placeOf(wish.path);
  const auto& list = adopt(place.list, load);
  const auto* there = find(place.list, place.name);
  const auto patch = wire::parseJson(wish.body);
  if (!there) return notFound(place.name);
  if (!patch) return failure(400, "BadRequest", "error decoding patch");
  const auto before = *there;
  auto after = before;
  if (wish.contentType.find("json-patch") != std::string::npos) {
    if (!applyJsonPatch(after, *patch)) return notApplied();
  } else if (wish.contentType.find("strategic") != std::string::npos) {
    applyStrategicPatch(after, *patch);
  } else if (wish.contentType.find("merge-patch") != std::string::npos) {
    applyMergePatch(after, *patch);
  } else {
    return failure(415, "UnsupportedMediaType", "415: Unsupported Media Type");
  }
  if (textAt(after, {"metadata", "resourceVersion"}) != textAt(before, {"metadata", "resourceVersion"}))
    return failure(409, "Conflict",
                   "Operation cannot be fulfilled on \"" + place.name +
                       "\": the object has been modified; please apply your changes to the latest version "
                       "and try again");
  if (cluster::numberAt(after, {"spec", "replicas"}) < 0)
    return failure(422, "Invalid", "\"" + place.name + "\" is invalid: spec.replicas: Invalid value");
  after = withoutNulls(merged(before, std::move(after), place.subresource));
  const auto* oldSpec = before.find("spec");
  const auto* newSpec = after.find("spec");
  const bool isChanged = oldSpec && newSpec && !cluster::sameJson(*oldSpec, *newSpec);
  if (isChanged && at(after, {"metadata", "generation"}))
    setMeta(after, "generation", cluster::numberAt(after, {"metadata", "generation"}) + 1);
  if (!wish.dryRun && !cluster::sameJson(before, after)) {
    save(place.list, after);
    after = *find(place.list, place.name);
    if (isChanged) specChanged(*this, {place.list, list.kind, before, after}, load);
  }
  return {200, bodyOf(list, after)};
}

Written World::create(const WriteWish& wish, const Load& load) {
  const auto& list = adopt(wish.path, load);
  auto object = wire::parseJson(wish.body);
  if (list.kind.empty()) return notFound(wish.path);
  if (!object || nameOf(*object).empty()) return failure(400, "BadRequest", "no object");
  if (find(wish.path, nameOf(*object)))
    return failure(409, "AlreadyExists", "\"" + nameOf(*object) + "\" already exists");
  *object = withoutNulls(*object);
  setMeta(*object, "uid", newUid());
  setMeta(*object, "creationTimestamp", nowText());
  setMeta(*object, "generation", std::int64_t{1});
  if (!wish.dryRun) {
    save(wish.path, *object);
    *object = *find(wish.path, nameOf(*object));
    created(*this, {wish.path, list.kind, {}, *object}, load);
  }
  return {201, bodyOf(list, *object)};
}

Written World::destroy(const WriteWish& wish, const Load& load) {
  const auto place = placeOf(wish.path);
  const auto& list = adopt(place.list, load);
  const auto options = wire::parseJson(wish.body);
  const auto* there = find(place.list, place.name);
  if (!there) return notFound(place.name);
  auto object = *there;
  const auto wanted = options ? textAt(*options, {"preconditions", "uid"}) : std::string();
  if (!wanted.empty() && wanted != textAt(object, {"metadata", "uid"}))
    return failure(409, "Conflict", "Precondition failed: UID in precondition: " + wanted);
  // Beside a body its dryRun counts, not the query's.
  const bool isTried = options && options->isRecord() && !options->members().empty()
                           ? !cluster::listAt(*options, {"dryRun"}).empty()
                           : wish.dryRun;
  setMeta(object, "deletionTimestamp", nowText());
  if (!isTried) {
    save(place.list, object);
    object = *find(place.list, place.name);
    deleted(*this, {place.list, list.kind, object, object}, load);
  }
  return {200, bodyOf(list, object)};
}

}  // namespace aiagent::fake_cluster
