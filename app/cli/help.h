// The help texts and the JSON form of an error.
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "app/cli/arguments.h"
#include "core/base/error.h"

namespace aiagent::cli {

QString helpFor(const CommandShape& command);
// All commands, or those that begin with `words`.
QString helpForAll(const std::vector<CommandShape>& commands, const std::vector<std::string>& words);

// {"error":{"code":…,"message":…}} with the sentence a person would read.
std::string errorJson(const base::Error& error, const std::string& message);

}  // namespace aiagent::cli
