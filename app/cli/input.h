// What a person hands to a command: files, standard input, pairs.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "app/cli/arguments.h"
#include "core/base/result.h"
#include "core/domain/agent.h"
#include "core/domain/prompt_template.h"

namespace aiagent::cli {

// The whole of `path`, "-" being standard input. InvalidInput (subject = path) when it cannot be read, is
// over 64 MiB, or is not UTF-8.
base::Result<std::string> readText(const std::string& path);
bool standardInputIsTerminal();

// The text of --NAME or of the file of --NAME-file; nothing when neither is given; InvalidInput when both
// are.
base::Result<std::optional<std::string>> textOption(const Arguments& arguments, const std::string& name);

// "team=red" -> {"team", "red"}. InvalidInput (subject = option) without "=" or without a name.
base::Result<std::pair<std::string, std::string>> splitPair(const std::string& option,
                                                            const std::string& text);

base::Result<domain::VariableValues> variablesFrom(const Arguments& arguments);
// Lays --param NAME=VALUE over `parameters`.
base::Result<void> applyParameters(const Arguments& arguments, domain::Parameters& parameters);
// A whole number of at least `least`; `fallback` when the option is not given.
base::Result<int> numberOption(const Arguments& arguments, const std::string& name, int least, int fallback);

}  // namespace aiagent::cli
