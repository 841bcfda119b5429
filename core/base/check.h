// CHECK: for programmer errors only, never on input from a person, a disk or a network. Aborts always.
#pragma once

namespace aiagent::base {

[[noreturn]] void checkFailed(const char* expression, const char* file, int line);

}  // namespace aiagent::base

#define CHECK(expression) \
  (static_cast<bool>(expression) ? void(0) : ::aiagent::base::checkFailed(#expression, __FILE__, __LINE__))
