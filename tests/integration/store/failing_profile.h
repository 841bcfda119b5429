// A profile on a disk that fails, for tests of what an edit is afterwards.
#pragma once

#include <gtest/gtest.h>
#include <functional>
#include <string>

#include "tests/support/failing_vfs.h"
#include "tests/support/temp_folder.h"
#include "tests/support/temp_store.h"

namespace aiagent::store {

class FailingProfile : public testing::Test {
 protected:
  using Path = std::filesystem::path;
  using FailingVfs = test::FailingVfs;
  using TempStore = test::TempStore;

  // Where the test prepares what each copy begins with.
  Path original() const { return folder / "original"; }
  Path freshCopy() const {
    const auto copy = folder / "copy";
    std::filesystem::remove_all(copy);
    std::filesystem::copy(original(), copy, std::filesystem::copy_options::recursive);
    return copy;
  }
  static TempStore::Adjust on(const FailingVfs& vfs) {
    return [&vfs](StoreOptions& options) { options.vfs = vfs.name(); };
  }

  // `does` on a copy whose n-th write fails, for each n: whether it was acknowledged. `check` looks at what a
  // program finds that starts afterwards. Answers how many writes there were.
  int failEveryWrite(
      FailingVfs::Fault fault, const std::function<bool(TempStore&)>& does,
      const std::function<void(const Path&, bool acknowledged, const std::string& when)>& check) {
    constexpr int kMost = 400;
    for (int n = 1; n < kMost && !HasFailure(); ++n) {
      const auto profile = freshCopy();
      FailingVfs vfs;
      bool acknowledged = false;
      {
        TempStore store(profile, on(vfs));
        EXPECT_TRUE(store.isOpen());
        vfs.failAt(n, fault);
        acknowledged = does(store);
      }
      const bool struck = vfs.struck();
      vfs.restart();
      check(profile, acknowledged, "write " + std::to_string(n));
      if (!struck) return n - 1;
    }
    return kMost;
  }

  test::TempFolder folder;
};

}  // namespace aiagent::store
