// resources/models.json, compiled in.
#pragma once

#include <string_view>

namespace aiagent::runs {

std::string_view shippedModelsJson();

}  // namespace aiagent::runs
