// Which of two resource versions of the same resource is newer (KEP-5504; contract D4.11).
#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace aiagent::cluster {

// A decimal number without leading zeros; "0" is none. They may be longer than any integer.
bool validVersion(std::string_view version);

// nullopt: one of them is no version that can be compared; then nothing is known of their order.
std::optional<std::strong_ordering> compareVersions(std::string_view a, std::string_view b);
// Known to be older.
bool isBefore(std::string_view a, std::string_view b);

}  // namespace aiagent::cluster
