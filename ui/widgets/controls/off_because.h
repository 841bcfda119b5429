// Why a command is off.
#pragma once

namespace aiagent::ui {

// A property of an action that is off, a QString: its buttons show it as their tooltip.
inline constexpr char kOffBecause[] = "off-because";

}  // namespace aiagent::ui
