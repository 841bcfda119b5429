// What a document that is read into a Tree may be at most. Beyond it is refused before it costs anything.
#pragma once

#include <cstddef>

namespace aiagent::wire {

inline constexpr std::size_t kLargestYaml = 16u << 20;     // YAML, also as front matter
inline constexpr std::size_t kLongestScalar = 64u << 20;   // a key or a text in JSON
inline constexpr std::size_t kMostNodes = 2'000'000;       // values in one document, aliases counted in full
inline constexpr std::size_t kMostAliasBytes = 16u << 20;  // text that aliases repeat
inline constexpr std::size_t kDeepestDocument = 64;        // levels of lists and records

}  // namespace aiagent::wire
