// Tables of kinds that were recorded as lists only, with the columns that Kubernetes prints for them
// (pkg/printers/internalversion/printers.go).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/tools/fake_cluster/target.h"

namespace aiagent::fake_cluster {

// Of a list's JSON, in pages where `target` asks for them by limit and continue. Nothing: the columns of its
// kind are not known here.
std::optional<std::string> tableOf(std::string_view list, const Target& target);

}  // namespace aiagent::fake_cluster
