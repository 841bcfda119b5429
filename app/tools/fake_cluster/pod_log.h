// PodLog: the log of a container: the recorded lines first, and then for ever made ones. Every line has its
// time, so that it is the same one however often it is asked for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/tools/fake_cluster/recordings.h"
#include "app/tools/fake_cluster/script.h"

namespace aiagent::fake_cluster {

struct PodLog {
  std::string pod, container;
  bool timestamps = false;
  std::optional<int> tail;
  std::string since;  // RFC 3339, UTC; empty: from the beginning

  std::string line(const Recordings& recordings, const Orders& orders, int number) const;
  // How many lines are written after so long, in milliseconds of the recording.
  static int written(const Recordings& recordings, const Orders& orders, int millis);
  // The first line to be told when `written` are there.
  int first(const Recordings& recordings, const Orders& orders, int written) const;
};

// The log of "…/pods/NAME/log".
std::optional<PodLog> podLogOf(const Target& target);
// A text of the object's state that says why its container has no log; "": it has one.
std::string whyNoLog(std::string_view pod, const PodLog& log);

}  // namespace aiagent::fake_cluster
