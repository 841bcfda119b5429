// What a file, an archive or a document may be at most. Beyond it is refused before it costs anything.
#pragma once

#include <cstddef>

#include "core/wire/tree_limits.h"

namespace aiagent::authoring {

using wire::kLargestYaml;

inline constexpr std::size_t kLargestFile = 64u << 20;  // any single file
inline constexpr std::size_t kLargestText = 24u << 20;  // Markdown and the like: a prompt may have 16 MiB

inline constexpr std::size_t kMostFiles = 100'000;        // in a folder or archive
inline constexpr std::size_t kLargestTotal = 512u << 20;  // of a folder or an unpacked archive
inline constexpr std::size_t kLongestPath = 1'024;
inline constexpr std::size_t kDeepestFolder = 32;
// An archive that unpacks to more than this many times its size is a bomb, once it is past the free part.
inline constexpr std::size_t kHighestRatio = 200;
inline constexpr std::size_t kFreeOfRatio = 8u << 20;

// Of knowledge files within a JSON document; what is beyond it needs a folder or an archive.
inline constexpr std::size_t kMostEmbedded = 24u << 20;

inline constexpr std::size_t kMostAgents = 100'000;  // in one document
inline constexpr std::size_t kMostLosses = 500;  // listed for one agent; one more says that there are others

}  // namespace aiagent::authoring
