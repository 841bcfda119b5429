// How a line of the logs is written: as JSON, without secrets. Pure.
#pragma once

#include <string>
#include <string_view>

#include "core/base/log.h"

namespace aiagent::base {

// As a JSON string; control characters become blanks.
void appendQuoted(std::string& line, std::string_view text);
// Secrets in texts are masked; numbers with a fraction have three digits of it.
void appendValue(std::string& line, const LogField& field);

}  // namespace aiagent::base
