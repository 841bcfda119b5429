// Responder: what a request is answered with: at once, or line by line.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/tools/fake_cluster/pod_log.h"
#include "app/tools/fake_cluster/policy.h"
#include "app/tools/fake_cluster/recordings.h"
#include "app/tools/fake_cluster/script.h"

namespace aiagent::fake_cluster {

struct Request {
  std::string method;
  Target target;
  Caller caller;
  std::string shape;  // see shapeOf()
  std::string body;
  std::string contentType = {};
};

struct Answer {
  int status = 200;
  std::string body;
  std::map<std::string, std::string> headers;
};

struct StreamPlan {
  std::string contentType = "application/json";
  std::string replay;                // a file whose lines come in their pace; or empty: a live watch
  std::vector<std::string> initial;  // lines that come at once
  std::string path;                  // of a live watch
  bool table = false;
  std::string version;  // of the last object that was told
  std::string kind, apiVersion;
  bool bookmarks = false;
  int seconds = 0;            // that the client wants it to last at most; 0: for ever
  World* world = nullptr;     // what else happens to a live watch's list
  std::optional<PodLog> log;  // then nothing of the above is
};

using Reply = std::variant<Answer, StreamPlan>;

// Safe from any thread.
class Responder {
 public:
  Responder(const Recordings& recordings, Script& script) : m_recordings(recordings), m_script(script) {}
  Reply respond(const Request& request) const;
  // A recorded list, as the scene has it; "" when there is none.
  std::string listOf(const std::string& path) const;

 private:
  Reply watch(const Request& request, const Wish& wish) const;
  std::optional<Answer> oneOfAList(const Wish& wish) const;
  std::optional<Answer> selected(const Wish& wish) const;
  Reply log(const Request& request) const;
  std::optional<Answer> madeTable(const Request& request) const;
  std::optional<Answer> recordedReview(const Request& request) const;
  Answer toAnswer(const Recording& recording) const;
  Answer write(const Request& request) const;
  std::string bodyOf(const Recording& list, const Target& target) const;

  const Recordings& m_recordings;
  Script& m_script;
};

// Decimal versions, by length and then by text; "" is before all.
bool isLaterVersion(std::string_view a, std::string_view b);

}  // namespace aiagent::fake_cluster
