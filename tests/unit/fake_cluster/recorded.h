// The recorded traffic of tests/fixtures/kubernetes.
#pragma once

#include <cstdlib>
#include <string>

#include "app/tools/fake_cluster/recordings.h"
#include "core/base/check.h"

namespace aiagent::fake_cluster {

inline const Recordings& recorded() {
  static const auto kAll = [] {
    const char* source = std::getenv("AIAGENT_SOURCE_DIR");
    return Recordings::load(std::string(source ? source : ".") + "/tests/fixtures/kubernetes");
  }();
  CHECK(kAll.ok());
  return *kAll;
}

}  // namespace aiagent::fake_cluster
