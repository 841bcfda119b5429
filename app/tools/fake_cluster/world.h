// World: what was changed since the recording. A list that somebody writes to is taken over from the
// recordings, and answers from then on come from here; what a controller does of it follows after a moment.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/tools/fake_cluster/steady.h"
#include "core/wire/tree.h"

namespace aiagent::fake_cluster {

struct WorldLine {
  std::string text, version;
};

struct Written {
  int status = 200;
  std::string body;
};

struct WriteWish {
  std::string method, path, contentType, body;  // the path without its query
  bool dryRun = false;
};

// Safe from any thread, but for what says otherwise.
class World {
 public:
  using Load = std::function<std::string(const std::string& list)>;  // a recorded list; "": none

  void reset();
  // Nothing: that list was never written to.
  std::optional<std::string> list(const std::string& path);
  // What happened to it after that version.
  std::vector<WorldLine> linesAfter(const std::string& path, std::string_view version);
  Written write(const WriteWish& wish, const Load& load);
  // As if somebody else had done it. `list` as a path; one of that name is replaced.
  void put(const std::string& list, std::string_view objectJson, const Load& load);

  // For controllers, with the lock held.
  struct List {
    std::string kind, apiVersion, version;
    std::vector<wire::Tree> items;
  };
  List& adopt(const std::string& path, const Load& load);
  wire::Tree* find(const std::string& list, std::string_view name);
  const std::vector<wire::Tree>& items(const std::string& list) { return m_lists[list].items; }
  std::vector<wire::Tree> ownedBy(const std::string& list, std::string_view uid);
  // Adds or changes by name; the version is given here.
  void save(const std::string& list, wire::Tree object);
  void remove(const std::string& list, const std::string& name);
  void later(std::chrono::milliseconds delay, std::function<void(World&)> task);
  std::string newUid();

 private:
  void settle();
  void tell(const std::string& list, const char* type, const wire::Tree& object);
  std::string nextVersion();
  Written patch(const WriteWish& wish, const Load& load);
  Written create(const WriteWish& wish, const Load& load);
  Written destroy(const WriteWish& wish, const Load& load);

  struct Line {
    std::string list, text, version;
  };
  std::recursive_mutex m_mutex;
  std::map<std::string, List> m_lists;
  std::vector<Line> m_lines;
  std::multimap<Steady::time_point, std::function<void(World&)>> m_tasks;
  int m_version = 1'000'000;  // later than anything recorded
  int m_uids = 0;
};

// "2026-11-27T14:00:00Z"
std::string nowText();

}  // namespace aiagent::fake_cluster
