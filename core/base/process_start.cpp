#include "core/base/process_start.h"

#include <openssl/crypto.h>
#include <cstdlib>  // tells __GLIBC__
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace aiagent::base {
namespace {

void giveBackLargeBlocks() {
#ifdef __GLIBC__
  constexpr int kLarge = 128 << 10;  // where glibc begins; to set it at all ends that it grows
  ::mallopt(M_MMAP_THRESHOLD, kLarge);
  ::mallopt(M_TRIM_THRESHOLD, kLarge);
#endif
}

}  // namespace

void startProcess() {
  giveBackLargeBlocks();
  ::OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}

}  // namespace aiagent::base
