// Times as Kubernetes writes them (RFC 3339).
#pragma once

#include <string_view>

#include "core/base/clock.h"

namespace aiagent::wire {

// Stands for a time that is not told. No object of a cluster is from 1970.
inline constexpr base::WallTime kNoTime{};

inline bool told(base::WallTime time) {
  return time != kNoTime;
}

// "2026-11-23T07:43:51Z", also with fractions (cut to milliseconds) and offsets; kNoTime for anything else.
base::WallTime kubeTime(std::string_view text);

}  // namespace aiagent::wire
