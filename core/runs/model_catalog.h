// ModelCatalog: what is known of models — capabilities, limits, dated prices. resources/models.json is the
// shipped table; a person's corrections and what a 400 taught are laid over it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/run.h"

namespace aiagent::runs {

// US dollars per million tokens.
struct ModelPrice {
  base::WallTime from{};  // in force from this day on
  double input = 0, output = 0;
  std::optional<double> cached, cacheWrite;
  std::int64_t longFrom = 0;  // above this many input tokens the factors apply; 0: never
  double longInputFactor = 1, longOutputFactor = 1;
};

struct ModelFacts {
  std::string id;  // exact, or a prefix ending in '*'
  std::string title;
  std::int64_t contextTokens = 0;  // 0: unknown
  std::int64_t mostOutputTokens = 0;
  std::vector<std::string> efforts;  // values reasoning.effort takes; empty: none known
  std::string defaultEffort;
  std::vector<std::string> refused;  // parameters that this model rejects, e.g. "temperature"
  std::vector<std::string> refusedUnlessEffortNone;
  std::optional<base::WallTime> shutdown;
  std::string successor;           // what its maker names in its place; empty: none known
  std::vector<ModelPrice> prices;  // by date, oldest first
};

// What keeping files at OpenAI costs. Files alone cost nothing; what a vector store holds does.
struct StoragePrice {
  base::WallTime from{};  // as it was read on this day
  double gibDay = 0;      // US dollars for a GiB a day
  double freeGib = 0;     // of all stores together
  double search = 0;      // US dollars for one call of file_search
};

class ModelCatalog {
 public:
  // `json` as resources/models.json. InvalidInput with the line in `detail`.
  static base::Result<ModelCatalog> fromJson(std::string_view json);

  // Exact id first, then the id without a snapshot's date ("-2026-09-01"), then the longest prefix; null when
  // nothing fits.
  const ModelFacts* find(std::string_view model) const;
  const std::vector<ModelFacts>& all() const { return m_models; }
  // Nothing where the table does not say.
  const std::optional<StoragePrice>& storage() const { return m_storage; }

  // Whether `parameter` will be refused by `model` with what is `set`, as far as is known before it is sent;
  // for "reasoning.effort" whether its value will be.
  bool refuses(std::string_view model, std::string_view parameter, const domain::Parameters& set) const;
  // A 400 with error.param taught that `model` rejects `parameter`.
  void learnRefusal(std::string_view model, std::string_view parameter);
  // What was learnt, as JSON to keep and to give back by applyLearnt().
  std::string learnt() const;
  base::Result<void> applyLearnt(std::string_view json);

 private:
  std::vector<ModelFacts> m_models;
  std::optional<StoragePrice> m_storage;
  std::vector<std::pair<std::string, std::string>> m_learnt;
};

// Price of a run in 1e-9 US dollars at the price in force at `at`; absent when the price or the counts are
// unknown. `serviceTier` is that of the request's parameters, or better the answer's: auto, default or none
// ×1, flex ×0.5, fast ×2; the price of any other is not known. Without a price for cached or written input
// that is charged as plain input.
std::optional<std::int64_t> costNanoUsd(const ModelCatalog& catalog, std::string_view model,
                                        const domain::Usage& usage, base::WallTime at,
                                        std::string_view serviceTier);

// Thirty days of vector stores with so many bytes in all, in 1e-9 US dollars.
std::int64_t storageNanoUsdPerMonth(const StoragePrice& price, std::int64_t bytes);

// A guess of the tokens in `text` without a tokenizer: within 15 % of o200k_base on ordinary prose and code,
// CJK included.
std::int64_t estimateTokens(std::string_view text);

}  // namespace aiagent::runs
