// doctor: what is wrong with the settings and the database, in sentences, each with its repair. Blocking.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/server/settings.h"

namespace aiagent::server {

enum class Verdict { Good, Advice, Bad };
std::string_view toWord(Verdict verdict);

struct Finding {
  std::string check;  // a stable word for scripts
  Verdict verdict = Verdict::Good;
  std::string sentence;
  std::string repair;  // empty where there is nothing to do
};

// Changes nothing. Without a connection there is one finding.
std::vector<Finding> examine(const Settings& settings);

}  // namespace aiagent::server
