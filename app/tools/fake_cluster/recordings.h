// Recordings: what a real API server answered, by the index.json of a folder of recorded traffic.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/tools/fake_cluster/target.h"
#include "core/base/result.h"

namespace aiagent::fake_cluster {

struct Recording {
  std::string file, method, user, requestBody;
  Target target;
  int status = 200;
  std::map<std::string, std::string> headers;
  std::string shape;  // that was asked for: "Table", "APIGroupDiscoveryList" …; "": the objects themselves
};

struct Wish {
  std::string method;
  Target target;
  std::string user;   // whose recordings are looked at first; then those of "admin"
  std::string scene;  // the folder to prefer: "healthy", "degraded"
  std::string shape;
};

// The shape that an Accept header asks for first.
std::string shapeOf(std::string_view accept);

struct TimedLine {
  std::string text;
  std::string version;  // of the object; may be empty
  int millis = 0;       // since the request
};

// Safe from any thread after loading.
class Recordings {
 public:
  // InvalidInput, StorageFailed: the subject is the file.
  static base::Result<Recordings> load(const std::string& folder);

  // Exactly as it was sent, else the same objects asked for in other words; null when there is none.
  const Recording* find(const Wish& wish) const;
  // As it was sent, to the letter; only that.
  const Recording* findExact(const Wish& wish) const;
  std::string body(const Recording& recording) const;
  // Of a stream's file, with the pace it came with.
  const std::vector<TimedLine>& lines(const std::string& file) const;
  // The stream of a scenario ("rollout-good") for that path; "" when it has none.
  std::string streamOf(const std::string& scenario, const std::string& path, bool table) const;
  const std::vector<Recording>& all() const { return m_all; }

 private:
  int rank(const Recording& recording, const std::string& scene) const;

  std::string m_folder;
  std::vector<Recording> m_all;
  struct Cache {
    std::mutex mutex;
    std::map<std::string, std::vector<TimedLine>> lines;
  };
  std::unique_ptr<Cache> m_cache = std::make_unique<Cache>();
};

// The value of a dotted member of a JSON text, as it stands there; "" when there is none.
std::string_view jsonAt(std::string_view json, std::string_view dottedName);
// The same of a text, without its quotation marks.
std::string textAt(std::string_view json, std::string_view dottedName);

}  // namespace aiagent::fake_cluster
