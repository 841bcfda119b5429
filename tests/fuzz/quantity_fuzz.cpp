// A quantity that was read is written so that it reads back the same; sums come apart again; schedules end.
#include "core/cluster/quantity.h"

#include "core/cluster/cron_schedule.h"
#include "core/cluster/resource_version.h"
#include "core/wire/kube_time.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;
using cluster::Quantity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  const auto first = input.text(), second = input.text();
  const auto a = Quantity::parse(first), b = Quantity::parse(second);
  const auto cap = Quantity::whole(std::numeric_limits<std::int64_t>::max());
  if (a) {
    const auto back = Quantity::parse(a->text());
    FUZZ_REQUIRE(back && *back == *a);
    FUZZ_REQUIRE(*a <= cap && Quantity() - cap <= *a);
  }
  if (a && b) {
    const auto sum = *a + *b;
    FUZZ_REQUIRE(sum == *b + *a);
    if (sum < cap && Quantity() - cap < sum) FUZZ_REQUIRE(sum - *b == *a);
  }
  const auto ab = cluster::compareVersions(first, second), ba = cluster::compareVersions(second, first);
  FUZZ_REQUIRE(ab.has_value() == ba.has_value());
  if (ab) FUZZ_REQUIRE((*ab == std::strong_ordering::less) == (*ba == std::strong_ordering::greater));
  const auto now = wire::kubeTime("2026-11-23T08:00:00Z");
  if (const auto schedule = cluster::CronSchedule::parse(first))
    if (const auto next = schedule->next(now)) FUZZ_REQUIRE(*next > now);
  static_cast<void>(wire::told(wire::kubeTime(first)));
  return 0;
}
