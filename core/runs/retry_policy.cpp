#include "core/runs/retry_policy.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "core/runs/run_machine.h"

namespace aiagent::runs {
namespace {

using base::Milliseconds;

constexpr double kFirstBackoffMillis = 500, kLongestBackoffMillis = 8'000;

bool isRetryable(const FailedTry& failed) {
  if (failed.error.code == base::ErrorCode::Billing) return false;
  const int status = failed.error.httpStatus;
  if (status == 0) return failed.error.code == base::ErrorCode::ConnectionFailed;
  if (failed.shouldRetry) return *failed.shouldRetry;
  return status == 408 || status == 409 || status == 429 || status >= 500;
}

Milliseconds backoff(int retriesSoFar, double jitter) {
  const double full =
      std::min(std::ldexp(kFirstBackoffMillis, std::clamp(retriesSoFar, 0, 30)), kLongestBackoffMillis);
  return Milliseconds(std::int64_t(full * (1 - 0.25 * std::clamp(jitter, 0.0, 1.0))));
}

// A non-negative decimal number; longer waits than a year are all the same to us.
std::optional<double> numberFrom(std::string_view text) {
  if (text.empty() || text.front() < '0' || text.front() > '9')
    return std::nullopt;  // "inf" is a number to from_chars
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size() || !(value >= 0)) return std::nullopt;
  return std::min(value, 3.2e10);
}

// "Mon, 23 Nov 2026 22:55:13 GMT", the one form of RFC 9110's HTTP-date that may be sent.
std::optional<base::WallTime> httpDate(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT") return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = -1;
    const auto* end = text.data() + at + length;
    return std::from_chars(text.data() + at, end, value).ptr == end ? value : -1;
  };
  const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
  const int day = number(5, 2), year = number(12, 4), hour = number(17, 2), minute = number(20, 2),
            second = number(23, 2);
  if (month == kMonths.end() || day < 1 || year < 0 || hour < 0 || minute < 0 || second < 0)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(unsigned(month - kMonths.begin() + 1)),
                                         std::chrono::day(unsigned(day))};
  if (!date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;
  return base::WallTime(std::chrono::sys_days(date)) + std::chrono::hours(hour) +
         std::chrono::minutes(minute) + std::chrono::seconds(second);
}

}  // namespace

std::optional<Milliseconds> waitBeforeRetry(const FailedTry& failed, int mostRetries, double jitter) {
  if (failed.retriesSoFar >= mostRetries || !isRetryable(failed)) return std::nullopt;
  if (!failed.retryAfter) return backoff(failed.retriesSoFar, jitter);
  if (*failed.retryAfter > kLongestServerWait) return std::nullopt;
  return std::max(*failed.retryAfter, Milliseconds(0));
}

std::optional<Milliseconds> retryAfterFromHeaders(std::string_view retryAfterMs, std::string_view retryAfter,
                                                  base::WallTime now) {
  if (const auto millis = numberFrom(base::trimmed(retryAfterMs))) return Milliseconds(std::int64_t(*millis));
  const auto text = base::trimmed(retryAfter);
  if (const auto seconds = numberFrom(text)) return Milliseconds(std::int64_t(*seconds * 1000));
  if (const auto date = httpDate(text)) return std::max(*date - now, Milliseconds(0));
  return std::nullopt;
}

}  // namespace aiagent::runs
