// Tokens as the rehearsal model has them: pieces of words, about four to six letters each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace aiagent::rehearsal {

// Joined, the pieces are the text; none cuts a character in two (broken UTF-8 is cut bytewise).
std::vector<std::string_view> splitTokens(std::string_view text);

// splitTokens(text).size(), without the memory.
std::int64_t countTokens(std::string_view text);

}  // namespace aiagent::rehearsal
