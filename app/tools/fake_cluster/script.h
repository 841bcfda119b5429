// Script: what goes wrong on purpose, told by POST /_control as one JSON object. Each member is one order:
//   reset      true: everything as in the beginning
//   scene      "degraded": the folder that lists come from first; else "healthy"
//   play       "rollout-good": open and later watches are given the events of that scenario, in its pace
//   delay      milliseconds before each answer
//   status     that HTTP status for the next `count` requests (1; -1: until reset), with `retryAfter` seconds
//   410        true: the next `count` watches get an ERROR event; "http": HTTP 410
//   cut        true: all open streams break off now; a number: each stream breaks off after so many lines
//   hang       true: streams stay open and say nothing
//   bookmarks  false: streams send none
//   down       true: connections are closed at once
//   clock      seconds that the Date header is ahead
//   tables     "none": objects where tables are asked for; "refused": HTTP 406, as some servers; else "made"
//   discovery  "old": group by group only, as before Kubernetes 1.26; else "aggregated"
//   put        {"list": "/api/v1/…/pods", "object": {…}}: as if somebody else had written it
//   log        true: all logs begin anew now; "a text": what a previous run wrote
//   logPace    milliseconds between the lines that are made behind the recorded ones (500)
//   logLines   so many and no more: then the containers have ended; -1: for ever
//   accept     {"TOKEN": "reader"}: tokens and whose they are; revoke "TOKEN": it is nobody's any more
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/tools/fake_cluster/steady.h"
#include "app/tools/fake_cluster/world.h"
#include "core/wire/json_text.h"

namespace aiagent::fake_cluster {

struct Orders {
  std::string scene = "healthy";
  std::string play;
  Steady::time_point playSince{};
  std::chrono::milliseconds delay{0};
  int status = 0, statusLeft = 0, retryAfter = -1;
  int goneLeft = 0;
  bool goneByHttp = false;
  int cuts = 0;       // how often everything was cut
  int cutAfter = -1;  // lines
  bool hang = false, bookmarks = true, down = false;
  std::chrono::seconds clock{0};
  Steady::time_point logSince = Steady::now();
  std::string logPrevious;
  std::string tables = "made", discovery = "aggregated";
  int logPace = 500, logLines = -1;
};

// Safe from any thread.
class Script {
 public:
  // `speed`: how many times faster than recorded logs are written.
  explicit Script(std::map<std::string, std::string> tokens, double speed = 1)
      : m_tokens(std::move(tokens)), m_first(m_tokens), m_speed(speed) {}

  // False: no JSON object. `load` is for what `put` adds to.
  bool take(std::string_view json, const World::Load& load = {});
  Orders orders() const;

  // The status to answer with and the seconds to wait (-1: none), counted down; nothing: answer as it is.
  std::optional<std::pair<int, int>> nextStatus();
  // For how long logs have been written, in the time of the recording.
  int logMillis() const;
  // Whether this watch is to be told that its version is gone.
  bool nextGone();
  std::string userOf(const std::string& token) const;  // "bad-token" for nobody's

  // What was changed since the recording. It has a lock of its own.
  World& world() { return m_world; }

  void note(std::string request);
  void streamOpened(int by);
  std::string report() const;  // what was asked, as JSON

 private:
  void obey(const std::vector<wire::JsonMember>& members);

  mutable std::mutex m_mutex;
  Orders m_orders;
  std::map<std::string, std::string> m_tokens;
  const std::map<std::string, std::string> m_first;
  const double m_speed;
  std::vector<std::string> m_requests;
  int m_streams = 0;
  World m_world;
};

}  // namespace aiagent::fake_cluster
