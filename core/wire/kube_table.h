// Server-side tables (meta.k8s.io/v1 Table): how any kind is shown that has no row of its own (contract D5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace aiagent::wire {

struct KubeColumn {
  std::string name, type, format, description;
  int priority = 0;  // 0: always shown; above: only where there is room
  bool operator==(const KubeColumn&) const = default;
};

struct KubeTableRow {
  std::vector<std::string> cells;  // as many as there are columns; numbers and booleans as text
  std::string nameSpace, name, uid, resourceVersion;  // empty when the request asked for no objects
  base::WallTime created{};                           // kNoTime: not told
  bool completed = false;                             // the server's condition: this one has ended
  bool operator==(const KubeTableRow&) const = default;
};

struct KubeTable {
  std::vector<KubeColumn> columns;  // only the first table of a watch has them
  std::vector<KubeTableRow> rows;
  std::string resourceVersion, continueToken;
  std::optional<std::int64_t> remaining;  // rows behind these; told for lists without a selector only
  bool operator==(const KubeTable&) const = default;
};

// nullopt: no Table. Servers may answer with a list instead, whatever was asked for.
std::optional<KubeTable> readKubeTable(std::string_view json);
// An ordinary list as a table of the columns Name and Age (contract D5); the cells of Age are empty, as only
// who shows them knows what time it is. nullopt: no list of objects.
std::optional<KubeTable> readKubeListAsTable(std::string_view json);

// The column that says how long ago a row's object was created, and can be counted on from `created`.
std::optional<std::size_t> ageColumnOf(const std::vector<KubeColumn>& columns);

}  // namespace aiagent::wire
