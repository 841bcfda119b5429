#include "core/store/lane.h"

#include <gtest/gtest.h>

#include <future>

#include "tests/support/manual_clock.h"
#include "tests/support/temp_folder.h"

namespace aiagent::store {
namespace {

using base::ErrorCode;
using base::Milliseconds;

class LaneTest : public testing::Test {
 protected:
  Lane::Options options() {
    return {.open =
                [this] {
                  ++opened;
                  return std::make_unique<Connection>(ConnectionOptions{
                      .file = folder / "x.db", .vfs = "", .clock = &clock, .ids = &ids, .create = true});
                },
            .idle = {}};
  }
  test::TempFolder folder;
  test::ManualClock clock;
  base::UuidSource ids{clock};
  std::atomic<int> opened = 0;
};

base::Result<void> succeed(Connection&) {
  return {};
}

TEST_F(LaneTest, jobsRunInOrderOnOneConnection) {
  Lane lane(options());
  std::vector<int> order;
  for (int i = 0; i < 100; ++i)
    lane.submit(
        [&order, i](Connection&) -> base::Result<void> {
          order.push_back(i);
          return {};
        },
        [](const base::Result<void>&) {});
  ASSERT_TRUE(lane.runAndWait(succeed).ok());
  ASSERT_EQ(order.size(), 100u);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
  EXPECT_EQ(opened, 1);
}

TEST_F(LaneTest, nothingIsOpenedBeforeTheFirstJob) {
  { Lane lane(options()); }
  EXPECT_EQ(opened, 0);
}

TEST_F(LaneTest, exceptionsAndFailuresToOpenAreErrorsOfTheJob) {
  auto broken = options();
  broken.open = []() -> std::unique_ptr<Connection> { throw std::runtime_error("no"); };
  Lane lane(broken);
  EXPECT_EQ(lane.runAndWait(succeed).error().code, ErrorCode::Internal);
  Lane sound(options());
  const auto end = sound.runAndWait([](Connection&) -> base::Result<void> { throw std::bad_alloc(); });
  EXPECT_EQ(end.error().code, ErrorCode::StorageFailed);
  EXPECT_TRUE(sound.runAndWait(succeed).ok());
}

TEST_F(LaneTest, closing_finishesOrDropsWhatWaits) {
  for (const auto how : {Lane::Close::FinishJobs, Lane::Close::DropJobs}) {
    Lane lane(options());
    std::promise<void> go;
    int ran = 0;
    int cancelled = 0;
    const auto count = [&](const base::Result<void>& end) {
      if (end)
        ++ran;
      else if (end.error().code == ErrorCode::Cancelled)
        ++cancelled;
    };
    lane.submit(
        [&](Connection&) -> base::Result<void> {
          go.get_future().wait();
          return {};
        },
        count);
    for (int i = 0; i < 5; ++i) lane.submit(succeed, count);
    std::thread closer([&] { lane.close(how); });
    std::this_thread::sleep_for(Milliseconds(20));
    go.set_value();
    closer.join();
    EXPECT_EQ(ran, how == Lane::Close::FinishJobs ? 6 : 1);
    EXPECT_EQ(cancelled, how == Lane::Close::FinishJobs ? 0 : 5);
    lane.submit(succeed, count);  // too late, but told so
    EXPECT_EQ(ran + cancelled, 7);
  }
}

TEST_F(LaneTest, idleWorkComesAfterJobsAndRepeatsAsAsked) {
  auto busy = options();
  std::atomic<int> calls = 0;
  busy.idle = [&](Connection&) -> std::optional<Milliseconds> {
    return ++calls < 3 ? std::optional(Milliseconds(1)) : std::nullopt;
  };
  Lane lane(busy);
  EXPECT_EQ(calls, 0);
  ASSERT_TRUE(lane.runAndWait(succeed).ok());
  for (int i = 0; i < 500 && calls < 3; ++i) std::this_thread::sleep_for(Milliseconds(2));
  std::this_thread::sleep_for(Milliseconds(20));
  EXPECT_EQ(calls, 3);
}

TEST_F(LaneTest, dueIdleWorkIsNotStarvedWhereItComesFirst) {
  auto busy = options();
  std::atomic<int> calls = 0;
  busy.idle = [&](Connection&) -> std::optional<Milliseconds> {
    ++calls;
    return Milliseconds(1);
  };
  busy.idleComesFirst = true;
  Lane lane(busy);
  std::atomic<bool> stop = false;
  std::function<void()> again = [&] {
    lane.submit(
        [](Connection&) -> base::Result<void> {
          std::this_thread::sleep_for(Milliseconds(1));
          return {};
        },
        [&](const base::Result<void>&) {
          if (!stop) again();
        });
  };
  again();
  again();
  for (int i = 0; i < 500 && calls < 5; ++i) std::this_thread::sleep_for(Milliseconds(2));
  stop = true;
  EXPECT_GE(calls, 5);
}

}  // namespace
}  // namespace aiagent::store
