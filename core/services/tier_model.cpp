#include "core/services/tier_model.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace aiagent::services {
namespace {

std::optional<double> outputPrice(const runs::ModelFacts& facts, base::WallTime now) {
  std::optional<double> price;
  for (const auto& entry : facts.prices)
    if (entry.from <= now) price = entry.output;
  return price;
}

}  // namespace

std::string modelOfTier(authoring::ModelTier tier, const std::vector<std::string>& offered,
                        const runs::ModelCatalog& catalog, base::WallTime now) {
  std::vector<std::pair<double, std::string>> priced;
  for (const auto& id : offered) {
    const auto* facts = catalog.find(id);
    if (!facts || (facts->shutdown && *facts->shutdown <= now)) continue;
    if (const auto price = outputPrice(*facts, now)) priced.emplace_back(*price, id);
  }
  if (priced.empty()) return {};
  std::ranges::sort(priced);
  const auto sameAs = [&](std::size_t at) {
    return std::ranges::find(priced, priced[at].first, &std::pair<double, std::string>::first)->second;
  };
  switch (tier) {
    case authoring::ModelTier::Fast: return sameAs(0);
    case authoring::ModelTier::Balanced: return sameAs((priced.size() - 1) / 2);
    case authoring::ModelTier::Best: break;
  }
  return sameAs(priced.size() - 1);
}

}  // namespace aiagent::services
