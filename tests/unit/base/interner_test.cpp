#include "core/base/interner.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace aiagent::base {
namespace {

TEST(Interner, name_sameText_sharesOneCopy) {
  Interner names;
  const auto first = names.name("registry.example.com/api:1"),
             second = names.name(std::string("registry.example.com/api:1"));
  EXPECT_EQ(first.view().data(), second.view().data());
  EXPECT_EQ(first, second);
  EXPECT_EQ(names.size(), 1u);
}

TEST(Interner, name_empty_isNoName) {
  Interner names;
  EXPECT_TRUE(names.name("").empty());
  EXPECT_EQ(names.name("").view(), "");
  EXPECT_EQ(names.size(), 0u);
}

TEST(Interner, name_outlivesItsInterner) {
  std::optional<Interner> names(std::in_place);
  const auto kept = names->name("CrashLoopBackOff");
  names.reset();
  EXPECT_EQ(kept, "CrashLoopBackOff");
}

TEST(Interner, names_ofTwoInterners_areComparedByText) {
  Interner one, two;
  EXPECT_EQ(one.name("a"), two.name("a"));
  EXPECT_NE(one.name("a"), two.name("b"));
  EXPECT_LT(one.name("a"), two.name("b"));
}

TEST(Interner, sweep_unusedTexts_areForgottenAndUsedOnesStay) {
  Interner names;
  const auto kept = names.name("kept");
  names.name("gone");
  names.sweep();
  EXPECT_EQ(names.size(), 1u);
  EXPECT_EQ(names.name("kept").view().data(), kept.view().data());
}

TEST(Interner, manyPassingTexts_memoryStaysBounded) {
  Interner names;
  for (int i = 0; i < 100'000; ++i) names.name("pod-" + std::to_string(i));
  EXPECT_LE(names.size(), 2 * Interner::kFirstSweep);
}

TEST(Interner, copies_mayBeDroppedInOtherThreads) {
  Interner names;
  std::vector<Name> copies(1000, names.name("shared"));
  std::thread other([moved = std::move(copies)]() mutable { moved.clear(); });
  for (int i = 0; i < 1000; ++i) names.name("shared");
  other.join();
  names.sweep();
  EXPECT_EQ(names.size(), 0u);
}

}  // namespace
}  // namespace aiagent::base
