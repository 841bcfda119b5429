#include "core/runs/model_catalog.h"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/stream_parser.hpp>
#include <charconv>
#include <cmath>
#include <utility>

namespace aiagent::runs {
namespace {

namespace json = boost::json;

base::Error invalid(std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = "models.json"};
}

base::Result<json::value> parsed(std::string_view text) {
  json::error_code error;
  json::stream_parser parser;
  const auto read = parser.write_some(text.data(), text.size(), error);
  if (!error) parser.finish(error);
  if (!error && text.find_first_not_of(" \t\r\n", read) == std::string_view::npos) return parser.release();
  const auto line =
      1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(std::min(read, text.size())), '\n');
  return invalid("line " + std::to_string(line) + ": not JSON");
}

std::string textAt(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(json::string_view(name.data(), name.size()));
  const auto* text = value ? value->if_string() : nullptr;
  return text ? std::string(text->data(), text->size()) : std::string();
}

std::optional<double> numberAt(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(json::string_view(name.data(), name.size()));
  if (!value || !value->is_number()) return std::nullopt;
  json::error_code error;
  const auto number = value->to_number<double>(error);
  return error || !std::isfinite(number) || number < 0 ? std::nullopt : std::optional(number);
}

std::int64_t countAt(const json::object& object, std::string_view name) {
  return std::int64_t(std::min(numberAt(object, name).value_or(0), 1e15));
}

std::vector<std::string> textsAt(const json::object& object, std::string_view name) {
  std::vector<std::string> texts;
  const auto* value = object.if_contains(json::string_view(name.data(), name.size()));
  if (const auto* array = value ? value->if_array() : nullptr)
    for (const auto& each : *array)
      if (const auto* text = each.if_string()) texts.emplace_back(text->data(), text->size());
  return texts;
}

// "2026-10-01", midnight UTC.
std::optional<base::WallTime> dateAt(const json::object& object, std::string_view name) {
  const auto text = textAt(object, name);
  int year = 0;
  unsigned month = 0, day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto* at = text.data();
  if (std::from_chars(at, at + 4, year).ptr != at + 4 ||
      std::from_chars(at + 5, at + 7, month).ptr != at + 7 ||
      std::from_chars(at + 8, at + 10, day).ptr != at + 10)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  return date.ok() ? std::optional(base::WallTime(std::chrono::sys_days(date))) : std::nullopt;
}

base::Result<ModelPrice> readPrice(const json::object& object, const std::string& model) {
  const auto from = dateAt(object, "from");
  const auto input = numberAt(object, "input"), output = numberAt(object, "output");
  if (!from || !input || !output) return invalid(model + ": a price without from, input or output");
  return ModelPrice{.from = *from,
                    .input = *input,
                    .output = *output,
                    .cached = numberAt(object, "cached"),
                    .cacheWrite = numberAt(object, "cacheWrite"),
                    .longFrom = countAt(object, "longFrom"),
                    .longInputFactor = numberAt(object, "longInputFactor").value_or(1),
                    .longOutputFactor = numberAt(object, "longOutputFactor").value_or(1)};
}

base::Result<ModelFacts> readModel(const json::value& value) {
  const auto* object = value.if_object();
  if (!object || textAt(*object, "id").empty()) return invalid("a model without an id");
  ModelFacts facts;
  facts.id = textAt(*object, "id");
  facts.title = textAt(*object, "title");
  facts.contextTokens = countAt(*object, "contextTokens");
  facts.mostOutputTokens = countAt(*object, "mostOutputTokens");
  facts.efforts = textsAt(*object, "efforts");
  facts.defaultEffort = textAt(*object, "defaultEffort");
  facts.refused = textsAt(*object, "refused");
  facts.refusedUnlessEffortNone = textsAt(*object, "refusedUnlessEffortNone");
  facts.shutdown = dateAt(*object, "shutdown");
  facts.successor = textAt(*object, "successor");
  const auto* prices = object->if_contains("prices");
  if (const auto* array = prices ? prices->if_array() : nullptr) {
    for (const auto& each : *array) {
      if (!each.is_object()) return invalid(facts.id + ": a price that is no object");
      auto price = readPrice(each.get_object(), facts.id);
      if (!price) return price.error();
      facts.prices.push_back(*price);
    }
  }
  std::stable_sort(facts.prices.begin(), facts.prices.end(),
                   [](auto& a, auto& b) { return a.from < b.from; });
  return facts;
}

// "gpt-x-2026-09-01" -> "gpt-x": a snapshot has its model's facts until it is told otherwise.
std::string_view withoutDate(std::string_view model) {
  constexpr std::string_view kPattern = "-dddd-dd-dd";
  if (model.size() <= kPattern.size()) return model;
  const auto tail = model.substr(model.size() - kPattern.size());
  for (std::size_t i = 0; i < tail.size(); ++i) {
    const bool fits = kPattern[i] == 'd' ? tail[i] >= '0' && tail[i] <= '9' : tail[i] == kPattern[i];
    if (!fits) return model;
  }
  return model.substr(0, model.size() - kPattern.size());
}

bool contains(const std::vector<std::string>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

std::string_view effortOf(const ModelFacts& facts, const domain::Parameters& set) {
  const auto* value = set.find("reasoning.effort");
  const auto* word = value ? std::get_if<std::string>(value) : nullptr;
  return word ? std::string_view(*word) : std::string_view(facts.defaultEffort);
}

}  // namespace

base::Result<ModelCatalog> ModelCatalog::fromJson(std::string_view text) {
  auto value = parsed(text);
  if (!value) return value.error();
  const auto* object = value->if_object();
  const auto* models = object ? object->if_contains("models") : nullptr;
  if (!models || !models->is_array()) return invalid("line 1: no list of models");
  ModelCatalog catalog;
  for (const auto& each : models->get_array()) {
    auto facts = readModel(each);
    if (!facts) return facts.error();
    catalog.m_models.push_back(std::move(*facts));
  }
  if (const auto* storage = object->if_contains("storage"); storage && storage->is_object()) {
    const auto& price = storage->get_object();
    const auto from = dateAt(price, "from");
    const auto gibDay = numberAt(price, "gibDay");
    if (!from || !gibDay) return invalid("storage: a price without from or gibDay");
    catalog.m_storage = StoragePrice{*from, *gibDay, numberAt(price, "freeGib").value_or(0),
                                     numberAt(price, "search").value_or(0)};
  }
  return catalog;
}

const ModelFacts* ModelCatalog::find(std::string_view model) const {
  const auto exact = [&](std::string_view id) -> const ModelFacts* {
    const auto at =
        std::find_if(m_models.begin(), m_models.end(), [&](auto& facts) { return facts.id == id; });
    return at == m_models.end() ? nullptr : &*at;
  };
  if (const auto* facts = exact(model)) return facts;
  if (const auto* facts = exact(withoutDate(model))) return facts;
  const ModelFacts* longest = nullptr;
  for (const auto& facts : m_models) {
    if (facts.id.empty() || facts.id.back() != '*') continue;
    const auto prefix = std::string_view(facts.id).substr(0, facts.id.size() - 1);
    if (model.substr(0, prefix.size()) == prefix && (!longest || facts.id.size() > longest->id.size()))
      longest = &facts;
  }
  return longest;
}

bool ModelCatalog::refuses(std::string_view model, std::string_view parameter,
                           const domain::Parameters& set) const {
  for (const auto& [learntModel, learntParameter] : m_learnt)
    if (learntModel == model && learntParameter == parameter) return true;
  const auto* facts = find(model);
  if (!facts) return false;
  if (contains(facts->refused, parameter)) return true;
  const auto effort = effortOf(*facts, set);
  if (parameter == "reasoning.effort")
    return !facts->efforts.empty() && !effort.empty() && !contains(facts->efforts, effort);
  return contains(facts->refusedUnlessEffortNone, parameter) && !effort.empty() && effort != "none";
}

void ModelCatalog::learnRefusal(std::string_view model, std::string_view parameter) {
  std::pair<std::string, std::string> fact(model, parameter);
  if (model.empty() || parameter.empty() ||
      std::find(m_learnt.begin(), m_learnt.end(), fact) != m_learnt.end())
    return;
  m_learnt.push_back(std::move(fact));
}

std::string ModelCatalog::learnt() const {
  json::array list;
  for (const auto& [model, parameter] : m_learnt) list.push_back({{"model", model}, {"refused", parameter}});
  return json::serialize(list);
}

base::Result<void> ModelCatalog::applyLearnt(std::string_view text) {
  if (text.empty()) return {};
  auto value = parsed(text);
  if (!value) return value.error();
  if (!value->is_array()) return invalid("line 1: no list of what was learnt");
  for (const auto& each : value->get_array())
    if (const auto* fact = each.if_object()) learnRefusal(textAt(*fact, "model"), textAt(*fact, "refused"));
  return {};
}

// ---- cost

namespace {

const ModelPrice* priceAt(const ModelFacts& facts, base::WallTime at) {
  const ModelPrice* inForce = nullptr;
  for (const auto& price : facts.prices)
    if (price.from <= at) inForce = &price;
  return inForce;
}

std::optional<double> tierFactor(std::string_view tier) {
  if (tier.empty() || tier == "auto" || tier == "default") return 1;
  if (tier == "flex" || tier == "batch") return 0.5;
  if (tier == "fast") return 2;
  return std::nullopt;  // scale, priority, ultrafast: no price known
}

}  // namespace

std::optional<std::int64_t> costNanoUsd(const ModelCatalog& catalog, std::string_view model,
                                        const domain::Usage& usage, base::WallTime at,
                                        std::string_view serviceTier) {
  const auto* facts = catalog.find(model);
  const auto* price = facts ? priceAt(*facts, at) : nullptr;
  const auto factor = tierFactor(serviceTier);
  if (!price || !factor || !usage.input || !usage.output) return std::nullopt;
  const double input = double(std::max<std::int64_t>(*usage.input, 0));
  const double cached = std::clamp(double(usage.cached.value_or(0)), 0.0, input);
  const double written = std::clamp(double(usage.cacheWrite.value_or(0)), 0.0, input - cached);
  const bool isLong = price->longFrom > 0 && *usage.input > price->longFrom;
  const double inputDollars = (input - cached - written) * price->input +
                              cached * price->cached.value_or(price->input) +
                              written * price->cacheWrite.value_or(price->input);
  const double outputDollars = double(std::max<std::int64_t>(*usage.output, 0)) * price->output;
  const double perMillion = inputDollars * (isLong ? price->longInputFactor : 1) +
                            outputDollars * (isLong ? price->longOutputFactor : 1);
  const double nano = perMillion * 1000 * *factor;  // $ per 10^6 tokens = 10^3 nano-dollars a token
  return nano < 9e18 ? std::optional(std::int64_t(std::llround(nano))) : std::nullopt;
}

std::int64_t storageNanoUsdPerMonth(const StoragePrice& price, std::int64_t bytes) {
  constexpr double kGib = 1 << 30, kDays = 30;
  const double paid = std::max(0.0, double(bytes) / kGib - price.freeGib);
  return std::llround(std::min(paid * price.gibDay * kDays * 1e9, 9e18));
}

}  // namespace aiagent::runs
