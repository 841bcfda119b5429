#include "core/base/process_start.h"

#include <gtest/gtest.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <cstdlib>

namespace {

constexpr int kCleanedUp = 7;

void exitAfterUse() {
  aiagent::base::startProcess();
  unsigned char byte = 0;
  ::RAND_bytes(&byte, 1);
  ::OPENSSL_atexit([] { std::_Exit(kCleanedUp); });  // called where it frees what threads have
  std::exit(0);
}

// A thread that ends just then would free it, too.
TEST(ProcessStart, exit_leavesOpenSslAlone) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");  // in a process that has used nothing of it
  EXPECT_EXIT(exitAfterUse(), testing::ExitedWithCode(0), "");
}

}  // namespace
