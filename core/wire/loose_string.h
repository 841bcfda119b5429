// Strings that are almost JSON strings.
#pragma once

#include <string>

namespace aiagent::wire {

// The text of a string literal whose strict reading failed: lone surrogates and unknown escapes become
// U+FFFD, so that a piece of an answer is not lost for them. `raw` points behind the opening quote, and an
// unescaped quote follows in the same buffer.
std::string looselyUnescaped(const char* raw);

}  // namespace aiagent::wire
