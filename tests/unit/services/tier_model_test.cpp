#include "core/services/tier_model.h"

#include <QtTest>

using namespace aiagent;
using authoring::ModelTier;

namespace {

base::WallTime day(int year, unsigned month, unsigned date) {
  return base::WallTime(
      std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(date)));
}

const auto kNow = day(2026, 11, 1);

runs::ModelCatalog catalog() {
  return *runs::ModelCatalog::fromJson(R"({"models":[
    {"id":"small","title":"S","prices":[{"from":"2026-10-01","input":1,"output":2}]},
    {"id":"middle","title":"M","prices":[{"from":"2026-10-01","input":2,"output":5}]},
    {"id":"large","title":"L","prices":[{"from":"2025-01-01","input":1,"output":1},
                                        {"from":"2026-10-01","input":9,"output":30},
                                        {"from":"2027-01-01","input":1,"output":1}]},
    {"id":"gone","title":"G","shutdown":"2026-10-31","prices":[{"from":"2025-10-01","input":0.1,"output":0.2}]},
    {"id":"free","title":"F"}]})");
}

std::string pick(ModelTier tier, const std::vector<std::string>& offered) {
  return services::modelOfTier(tier, offered, catalog(), kNow);
}

}  // namespace

class TierModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tiers_areTakenByThePriceInForce() {
    const std::vector<std::string> all = {"large", "small", "middle"};
    QCOMPARE(pick(ModelTier::Fast, all), std::string("small"));
    QCOMPARE(pick(ModelTier::Balanced, all), std::string("middle"));
    QCOMPARE(pick(ModelTier::Best, all), std::string("large"));
  }

  void modelsWithoutAPriceOrShutDown_areLeftOut() {
    const std::vector<std::string> all = {"gone", "free", "stranger", "large", "middle"};
    QCOMPARE(pick(ModelTier::Fast, all), std::string("middle"));
    QCOMPARE(pick(ModelTier::Best, {"free", "stranger"}), std::string());
    QCOMPARE(pick(ModelTier::Best, {}), std::string());
  }

  void aSnapshot_countsAsItsModelAndTheFirstOfEqualOnesIsTaken() {
    QCOMPARE(pick(ModelTier::Best, {"small", "large-2026-09-01", "large"}), std::string("large"));
    QCOMPARE(pick(ModelTier::Fast, {"large-2026-09-01"}), std::string("large-2026-09-01"));
  }
};

QTEST_GUILESS_MAIN(TierModelTest)
#include "tier_model_test.moc"
