// TestCase: an example kept with an agent, of what is asked and what a good answer is.
#pragma once

#include <string>

#include "core/domain/prompt_template.h"

namespace aiagent::domain {

struct TestCase {
  std::string name;  // may be empty
  std::string input;
  VariableValues variables;
  std::string expect;  // in words: what a good answer does

  bool operator==(const TestCase&) const = default;
};

}  // namespace aiagent::domain
