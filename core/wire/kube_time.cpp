#include "core/wire/kube_time.h"

#include "core/base/time_text.h"

namespace aiagent::wire {

base::WallTime kubeTime(std::string_view text) {
  return base::fromRfc3339(text).value_or(kNoTime);
}

}  // namespace aiagent::wire
