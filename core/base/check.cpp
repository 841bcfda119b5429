#include "core/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace aiagent::base {

void checkFailed(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "CHECK failed: %s (%s:%d)\n", expression, file, line);
  std::abort();
}

}  // namespace aiagent::base
