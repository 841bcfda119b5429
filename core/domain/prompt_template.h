// {{variables}} in a prompt.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace aiagent::domain {

// A {{name}} found in a text; offsets are bytes, end is past the closing braces.
struct VariableUse {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string name;
  bool operator==(const VariableUse&) const = default;
};

// A name is a letter or '_' (any script), then letters, digits, '_', '-', '.', at most 64 bytes; blanks
// inside the braces are allowed. "{{ }}", "{{a b}}" and a doubled "{{{{" are plain text.
std::vector<VariableUse> findVariables(std::string_view prompt);
bool isVariableName(std::string_view text);

// Names in order of first use, each once.
std::vector<std::string> variableNames(std::string_view prompt);

using VariableValues = std::map<std::string, std::string>;

// InvalidInput when values are missing: subject lists the missing names, comma-separated. Values are not
// expanded again.
base::Result<std::string> fillVariables(std::string_view prompt, const VariableValues& values);

}  // namespace aiagent::domain
