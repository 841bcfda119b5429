// Secrets in a text: keys of well-known shapes, and passwords that are assigned.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/text/tokens.h"

namespace aiagent::authoring {

struct Secret {
  std::string kind;  // as in lint.h
  ByteRange range;   // of the secret itself
};

// In order, not overlapping. What is plainly made up ("sk-xxxx…", "<your key>", "AKIA…EXAMPLE") is none.
std::vector<Secret> findSecrets(std::string_view text);

}  // namespace aiagent::authoring
