// Answer: what the rehearsal server sends, and when.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/clock.h"

namespace aiagent::rehearsal {

struct Step {
  std::string bytes;
  base::Milliseconds due{0};  // since the answer's start
};

enum class Ending {
  Complete,
  Cut,      // the connection closes in the middle of the body
  Silence,  // nothing more comes, and the connection stays open
};

struct Answer {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  // Whole answers have a body, sent after `delay`; streamed ones have steps, sent one by one as they are due.
  bool streamed = false;
  std::string body;
  base::Milliseconds delay{0};
  std::vector<Step> steps;
  Ending ending = Ending::Complete;
};

}  // namespace aiagent::rehearsal
