#include "core/wire/kube_metrics.h"

#include <charconv>

#include "core/wire/kube_json.h"
#include "core/wire/padded_text.h"

namespace aiagent::wire {
namespace {

using kube::Reading;
using kube::Value;
namespace ondemand = simdjson::ondemand;

constexpr double kDayMillis = 86'400'000;

base::Error badList(std::string_view what) {
  return {.code = base::ErrorCode::BadResponse, .detail = std::string(what)};
}

void readUsage(Reading& in, Value value, KubeUsage& usage) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "cpu") in.text(member, usage.cpu);
    if (key == "memory") in.text(member, usage.memory);
  });
}

KubeUsage readContainer(Reading& in, Value value) {
  KubeUsage usage;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "name") in.text(member, usage.name);
    if (key == "usage") readUsage(in, member, usage);
  });
  return usage;
}

KubeMetrics readItem(Reading& in, Value value) {
  KubeMetrics item;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "timestamp") in.time(member, item.at);
    if (key == "window") item.window = goDuration(in.text(member));
    if (key == "usage") readUsage(in, member, item.usage.emplace_back());
    if (key == "containers")
      in.elements(member, [&](Value each) { item.usage.push_back(readContainer(in, each)); });
    if (key != "metadata") return;
    in.members(member, [&](std::string_view name, Value meta) {
      if (name == "name") in.text(meta, item.name);
      if (name == "namespace") in.text(meta, item.nameSpace);
    });
  });
  return item;
}

double millisOf(std::string_view unit) {
  if (unit == "h") return 3'600'000;
  if (unit == "m") return 60'000;
  if (unit == "s") return 1000;
  if (unit == "ms") return 1;
  if (unit == "us" || unit == "\xC2\xB5s") return 1e-3;
  return unit == "ns" ? 1e-6 : 0;
}

}  // namespace

std::chrono::milliseconds goDuration(std::string_view text) {
  double millis = 0;
  while (!text.empty()) {
    const auto digits = std::min(text.find_first_not_of("0123456789."), text.size());
    double count = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + digits, count);
    if (fault != std::errc() || end != text.data() + digits) return {};
    text.remove_prefix(digits);
    const auto unit = text.substr(0, text.find_first_of("0123456789."));
    if (millisOf(unit) <= 0) return {};
    millis += count * millisOf(unit);
    text.remove_prefix(unit.size());
    if (millis > kDayMillis) return {};
  }
  return std::chrono::milliseconds(static_cast<std::int64_t>(millis));
}

base::Result<std::vector<KubeMetrics>> readKubeMetrics(std::string_view body) {
  base::Interner names;
  Reading in(names);
  PaddedText text;
  ondemand::parser parser;
  ondemand::document document;
  Value value;
  const char* bytes = text.copy(body);
  if (parser.iterate(simdjson::padded_string_view(bytes, body.size(), text.capacity())).get(document) !=
          simdjson::SUCCESS ||
      document.get_value().get(value) != simdjson::SUCCESS)
    return badList("metrics that are no JSON");
  std::vector<KubeMetrics> items;
  bool hasItems = false;
  in.members(value, [&](std::string_view key, Value member) {
    if (key != "items") return;
    hasItems = true;
    in.elements(member, [&](Value each) { items.push_back(readItem(in, each)); });
  });
  if (in.broken || document.current_location().error() == simdjson::SUCCESS)
    return badList("metrics that are no JSON, or cut");
  if (!hasItems) return badList("an answer without items");
  std::erase_if(items, [](const KubeMetrics& item) { return item.name.empty(); });
  return items;
}

}  // namespace aiagent::wire
