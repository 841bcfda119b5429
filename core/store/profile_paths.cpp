#include "core/store/profile_paths.h"

#include <algorithm>

namespace aiagent::store {

std::string fileStamp(base::WallTime time) {
  std::string stamp = base::toIso8601(time);
  std::erase_if(stamp, [](char c) { return c == '-' || c == ':' || c == '.'; });
  return stamp;
}

}  // namespace aiagent::store
