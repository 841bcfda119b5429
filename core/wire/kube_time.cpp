#include "core/wire/kube_time.h"

#include <chrono>

namespace aiagent::wire {
namespace {

using base::Milliseconds;

// Reads fixed digits from the front; `good` turns false at the first that is none.
struct Digits {
  std::string_view text;
  bool good = true;

  int take(std::size_t count) {
    int value = 0;
    if (text.size() < count) good = false;
    for (std::size_t i = 0; good && i < count; ++i) {
      if (text[i] < '0' || text[i] > '9') good = false;
      value = value * 10 + (text[i] - '0');
    }
    if (good) text.remove_prefix(count);
    return good ? value : 0;
  }
  void expect(char mark) {
    if (text.empty() || text.front() != mark) good = false;
    if (good) text.remove_prefix(1);
  }
  bool next(char mark) const { return good && !text.empty() && text.front() == mark; }
};

Milliseconds fraction(Digits& in) {
  if (!in.next('.')) return {};
  in.text.remove_prefix(1);
  int millis = 0, unit = 100;
  for (; !in.text.empty() && in.text.front() >= '0' && in.text.front() <= '9'; in.text.remove_prefix(1)) {
    millis += (in.text.front() - '0') * unit;
    unit /= 10;
  }
  return Milliseconds(millis);
}

std::chrono::minutes offset(Digits& in) {
  if (in.next('Z') || in.next('z')) {
    in.text.remove_prefix(1);
    return {};
  }
  const int sign = in.next('-') ? -1 : 1;
  if (!in.next('-')) in.expect('+');
  if (in.next('-')) in.text.remove_prefix(1);
  const int hours = in.take(2);
  in.expect(':');
  return std::chrono::minutes(sign * (hours * 60 + in.take(2)));
}

}  // namespace

base::WallTime kubeTime(std::string_view text) {
  using namespace std::chrono;
  Digits in{text};
  const int y = in.take(4);
  in.expect('-');
  const int m = in.take(2);
  in.expect('-');
  const year_month_day date{year(y), month(unsigned(m)), day(unsigned(in.take(2)))};
  if (!in.next('T') && !in.next('t')) return kNoTime;
  in.text.remove_prefix(1);
  const int h = in.take(2);
  in.expect(':');
  const int min = in.take(2);
  in.expect(':');
  const int s = in.take(2);
  const auto millis = fraction(in);
  const auto away = offset(in);
  if (!in.good || !in.text.empty() || !date.ok() || h > 23 || min > 59 || s > 60) return kNoTime;
  return sys_days(date) + hours(h) + minutes(min) + seconds(s) + millis - away;
}

}  // namespace aiagent::wire
