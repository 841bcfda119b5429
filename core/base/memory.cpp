#include "core/base/memory.h"

#include <cstdlib>  // tells __GLIBC__
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace aiagent::base {

void giveBackLargeBlocks() {
#ifdef __GLIBC__
  constexpr int kLarge = 128 << 10;  // where glibc begins; to set it at all ends that it grows
  ::mallopt(M_MMAP_THRESHOLD, kLarge);
  ::mallopt(M_TRIM_THRESHOLD, kLarge);
#endif
}

}  // namespace aiagent::base
