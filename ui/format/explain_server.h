// The errors of a server of AI Agent Generator as words.
#pragma once

#include <optional>

#include "ui/format/explain.h"

namespace aiagent::format {

// Nothing: the error is about something else.
std::optional<Explanation> explainServer(const base::Error& error);

}  // namespace aiagent::format
