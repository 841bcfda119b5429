#include "app/tools/fake_cluster/recordings.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/wire/json_text.h"

namespace aiagent::fake_cluster {
namespace {

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool begins(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}

Recording readEntry(std::string_view json) {
  Recording entry{.file = textAt(json, "file"),
                  .method = textAt(json, "method"),
                  .user = textAt(json, "user"),
                  .requestBody = std::string(jsonAt(json, "requestBody")),
                  .target = Target(textAt(json, "path"))};
  entry.status = std::atoi(std::string(jsonAt(json, "status")).c_str());
  if (const auto headers = wire::jsonMembers(jsonAt(json, "responseHeaders")))
    for (const auto& header : *headers)
      entry.headers[header.name] = wire::stringFromJson(header.value).value_or("");
  entry.shape = shapeOf(textAt(json, "requestHeaders.Accept"));
  return entry;
}

// raw/ holds whole HTTP messages, cli/ no traffic; other encodings of an answer are not asked for here.
bool isServed(const Recording& entry) {
  if (begins(entry.file, "raw/") || begins(entry.file, "cli/") || entry.status == 0) return false;
  return entry.file.find(".yaml") == std::string::npos;
}

}  // namespace

std::string_view jsonAt(std::string_view json, std::string_view dottedName) {
  while (!dottedName.empty()) {
    const auto dot = std::min(dottedName.find('.'), dottedName.size());
    const auto members = wire::jsonMembers(json);
    const auto* found = members ? wire::findMember(*members, dottedName.substr(0, dot)) : nullptr;
    if (!found) return {};
    json = found->value;
    dottedName.remove_prefix(std::min(dot + 1, dottedName.size()));
  }
  return json;
}

std::string textAt(std::string_view json, std::string_view dottedName) {
  return wire::stringFromJson(jsonAt(json, dottedName)).value_or("");
}

std::string shapeOf(std::string_view accept) {
  const auto mark = accept.find("as=");
  if (mark == std::string_view::npos) return {};
  const auto shape = accept.substr(mark + 3);
  return std::string(shape.substr(0, shape.find_first_of(";,")));
}

base::Result<Recordings> Recordings::load(const std::string& folder) {
  Recordings recordings;
  recordings.m_folder = folder;
  const auto index = contents(folder + "/index.json");
  const auto entries = wire::jsonElements(index);
  if (!entries) return base::Error{.code = base::ErrorCode::InvalidInput, .subject = folder + "/index.json"};
  for (const auto& json : *entries)
    if (auto entry = readEntry(json); isServed(entry)) recordings.m_all.push_back(std::move(entry));
  return recordings;
}

int Recordings::rank(const Recording& recording, const std::string& scene) const {
  if (begins(recording.file, scene + "/")) return 0;
  static const char* const kFolders[] = {"objects/", "healthy/", "discovery/", "auth/",
                                         "writes/",  "logs/",    "pages/",     "degraded/"};
  int place = 1;
  for (const char* folder : kFolders) {
    if (begins(recording.file, folder)) return place;
    ++place;
  }
  return recording.status < 400 ? place : place + 1;
}

const Recording* Recordings::findExact(const Wish& wish) const {
  const Recording* best = nullptr;
  for (const auto& user : {wish.user, std::string("admin")}) {
    for (const auto& entry : m_all)
      if (entry.method == wish.method && entry.target.whole == wish.target.whole && entry.user == user &&
          entry.shape == wish.shape && (!best || rank(entry, wish.scene) < rank(*best, wish.scene)))
        best = &entry;
    if (best) break;
  }
  return best;
}

const Recording* Recordings::find(const Wish& wish) const {
  if (const auto* exact = findExact(wish)) return exact;
  const Recording* best = nullptr;
  const auto selection = wish.target.selection();
  for (const auto& entry : m_all) {
    if (entry.method != wish.method || entry.shape != wish.shape || entry.user != "admin") continue;
    if (entry.target.path != wish.target.path || entry.target.has("watch")) continue;
    if (entry.target.selection() != selection || entry.target.value("limit") != "") continue;
    if (!best || rank(entry, wish.scene) < rank(*best, wish.scene)) best = &entry;
  }
  return best;
}

std::string Recordings::body(const Recording& recording) const {
  return contents(m_folder + "/" + recording.file);
}

const std::vector<TimedLine>& Recordings::lines(const std::string& file) const {
  const std::lock_guard lock(m_cache->mutex);
  const auto [found, isNew] = m_cache->lines.try_emplace(file);
  if (!isNew) return found->second;
  std::ifstream text(m_folder + "/" + file, std::ios::binary), paces(m_folder + "/" + file + ".ms");
  for (std::string line; std::getline(text, line);) {
    int millis = found->second.empty() ? 0 : found->second.back().millis;
    paces >> millis;
    auto version = line.empty() || line[0] != '{' ? "" : textAt(line, "object.metadata.resourceVersion");
    found->second.push_back({std::move(line), std::move(version), millis});
  }
  return found->second;
}

std::string Recordings::streamOf(const std::string& scenario, const std::string& path, bool table) const {
  for (const auto& entry : m_all)
    if (begins(entry.file, "watch/" + scenario + ".") && entry.target.path == path &&
        (entry.shape == "Table") == table)
      return entry.file;
  return {};
}

}  // namespace aiagent::fake_cluster
