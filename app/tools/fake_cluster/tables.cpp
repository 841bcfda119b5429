#include "app/tools/fake_cluster/tables.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "app/tools/fake_cluster/recordings.h"
#include "core/cluster/human_duration.h"
#include "core/wire/json_text.h"
#include "core/wire/kube_time.h"

namespace aiagent::fake_cluster {
namespace {

using wire::JsonArray;
using wire::JsonObject;

std::string columnJson(const char* name, const char* format) {
  return JsonObject()
      .text("name", name)
      .text("type", "string")
      .text("format", format)
      .text("description", name)
      .integer("priority", 0)
      .take();
}

// The column between name and age, and what is counted for it; empty: not known.
std::string middleOf(std::string_view listKind) {
  if (listKind == "ConfigMapList") return "Data";
  return listKind == "ServiceAccountList" ? "Secrets" : "";
}

std::size_t countFor(std::string_view listKind, std::string_view object) {
  if (listKind == "ServiceAccountList")
    return wire::jsonElements(jsonAt(object, "secrets")).value_or(std::vector<std::string_view>()).size();
  std::size_t count = 0;
  for (const char* member : {"data", "binaryData"})
    count += wire::jsonMembers(jsonAt(object, member)).value_or(std::vector<wire::JsonMember>()).size();
  return count;
}

std::string rowJson(std::string_view listKind, std::string_view object) {
  const auto now = std::chrono::time_point_cast<base::Milliseconds>(std::chrono::system_clock::now());
  JsonArray cells;
  cells.text(textAt(object, "metadata.name")).text(std::to_string(countFor(listKind, object)));
  cells.text(cluster::ageText(wire::kubeTime(textAt(object, "metadata.creationTimestamp")), now));
  const auto metadata = JsonObject()
                            .text("kind", "PartialObjectMetadata")
                            .text("apiVersion", "meta.k8s.io/v1")
                            .raw("metadata", jsonAt(object, "metadata"))
                            .take();
  return JsonObject().raw("cells", cells.take()).raw("object", metadata).take();
}

}  // namespace

std::optional<std::string> tableOf(std::string_view list, const Target& target) {
  const auto kind = textAt(list, "kind");
  const auto middle = middleOf(kind);
  if (middle.empty()) return std::nullopt;
  const auto items = wire::jsonElements(jsonAt(list, "items")).value_or(std::vector<std::string_view>());
  const auto first = std::min(std::size_t(std::atoi(target.value("continue").c_str())), items.size());
  const auto limit = std::size_t(std::atoi(target.value("limit").c_str()));
  const auto end = limit == 0 ? items.size() : std::min(items.size(), first + limit);
  JsonArray rows;
  for (auto at = first; at < end; ++at) rows.raw(rowJson(kind, items[at]));
  JsonObject metadata;
  metadata.text("resourceVersion", textAt(list, "metadata.resourceVersion"));
  if (end < items.size())
    metadata.text("continue", std::to_string(end))
        .integer("remainingItemCount", std::int64_t(items.size() - end));
  JsonArray columns;
  columns.raw(columnJson("Name", "name")).raw(columnJson(middle.c_str(), "")).raw(columnJson("Age", ""));
  return JsonObject()
      .text("kind", "Table")
      .text("apiVersion", "meta.k8s.io/v1")
      .raw("metadata", metadata.take())
      .raw("columnDefinitions", columns.take())
      .raw("rows", rows.take())
      .take();
}

}  // namespace aiagent::fake_cluster
