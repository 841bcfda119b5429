// Shell completion, made from the command table.
#pragma once

#include <string>
#include <vector>

#include "app/cli/arguments.h"

namespace aiagent::cli {

// "bash", "zsh" or "fish"; "" for any other shell.
std::string completionScript(const std::string& shell, const std::vector<CommandShape>& commands);

}  // namespace aiagent::cli
