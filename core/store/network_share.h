// Whether a folder is on a network file system, where SQLite's locks and the WAL cannot be relied on.
#pragma once

#include <cstdint>
#include <filesystem>

namespace aiagent::store {

// By statfs f_type (linux/magic.h and the drivers' own numbers). False when it cannot be told.
bool isOnNetworkShare(const std::filesystem::path& folder);
bool isNetworkFileSystem(std::uint64_t type);

}  // namespace aiagent::store
