#include "app/tools/fake_cluster/pod_log.h"

#include <algorithm>

#include "core/base/clock.h"
#include "core/wire/json_text.h"

namespace aiagent::fake_cluster {
namespace {

constexpr char kRecorded[] = "logs/log-follow.txt";
constexpr base::WallTime kBegin{base::Milliseconds(1'795'506'210'372)};  // 2026-11-24T07:43:30.372Z

int millisOf(const std::vector<TimedLine>& recorded, const Orders& orders, int number) {
  const int count = int(recorded.size());
  if (number < count) return recorded[std::size_t(number)].millis;
  return recorded.back().millis + (number - count + 1) * std::max(1, orders.logPace);
}

// Pods write at different moments.
int offsetOf(std::string_view pod) {
  unsigned sum = 0;
  for (const char c : pod) sum = sum * 31 + static_cast<unsigned char>(c);
  return int(sum % 97);
}

std::string stamp(std::string_view pod, int millis) {
  auto text = base::toIso8601(kBegin + base::Milliseconds(millis + offsetOf(pod)));
  text.insert(text.size() - 1, "616166");
  return text;
}

std::string made(std::string_view pod, int number) {
  const auto* level = number % 25 == 0 ? "error" : number % 10 == 0 ? "warn" : "info";
  return wire::JsonObject()
      .text("level", level)
      .text("msg", "made")
      .text("pod", pod)
      .integer("n", number)
      .take();
}

std::string stateOf(std::string_view pod, const std::string& container) {
  const auto statuses = wire::jsonElements(jsonAt(pod, "status.containerStatuses"));
  if (!statuses) return {};
  for (const auto status : *statuses) {
    if (!container.empty() && textAt(status, "name") != container) continue;
    const bool ranBefore = !jsonAt(status, "lastState.terminated").empty();
    return ranBefore ? std::string() : textAt(status, "state.waiting.reason");
  }
  return {};
}

bool hasContainer(std::string_view pod, const std::string& container) {
  for (const char* list : {"spec.containers", "spec.initContainers"})
    for (const auto one : wire::jsonElements(jsonAt(pod, list)).value_or(std::vector<std::string_view>()))
      if (textAt(one, "name") == container) return true;
  return false;
}

}  // namespace

std::string PodLog::line(const Recordings& recordings, const Orders& orders, int number) const {
  const auto& recorded = recordings.lines(kRecorded);
  const bool isRecorded = number < int(recorded.size());
  auto text = isRecorded ? recorded[std::size_t(number)].text : made(pod, number);
  return timestamps ? stamp(pod, millisOf(recorded, orders, number)) + ' ' + text : text;
}

int PodLog::written(const Recordings& recordings, const Orders& orders, int millis) {
  const auto& recorded = recordings.lines(kRecorded);
  int number = 0;
  while (number < int(recorded.size()) && recorded[std::size_t(number)].millis <= millis) ++number;
  if (number == int(recorded.size()))
    number += std::max(0, millis - recorded.back().millis) / std::max(1, orders.logPace);
  return orders.logLines >= 0 ? std::min(number, orders.logLines) : number;
}

int PodLog::first(const Recordings& recordings, const Orders& orders, int written) const {
  const auto& recorded = recordings.lines(kRecorded);
  int number = tail ? std::max(0, written - *tail) : 0;
  while (!since.empty() && number < written && stamp(pod, millisOf(recorded, orders, number)) < since)
    ++number;
  return number;
}

std::optional<PodLog> podLogOf(const Target& target) {
  const auto& path = target.path;
  const auto pods = path.find("/pods/");
  if (pods == std::string::npos || !path.ends_with("/log")) return std::nullopt;
  const auto begin = pods + 6;
  PodLog log{.pod = path.substr(begin, path.size() - 4 - begin), .container = target.value("container")};
  log.timestamps = target.isTrue("timestamps");
  if (target.has("tailLines")) log.tail = std::atoi(target.value("tailLines").c_str());
  // Before the stamps of its second, which have decimals.
  log.since = target.value("sinceTime");
  if (log.since.ends_with('Z') && log.since.find('.') == std::string::npos) log.since.back() = '.';
  return log;
}

std::string whyNoLog(std::string_view pod, const PodLog& log) {
  if (!log.container.empty() && !hasContainer(pod, log.container))
    return "container " + log.container + " is not valid for pod " + log.pod;
  const auto waiting = stateOf(pod, log.container);
  if (waiting.empty()) return {};
  return "container \"" + log.container + "\" in pod \"" + log.pod + "\" is waiting to start: " + waiting;
}

}  // namespace aiagent::fake_cluster
