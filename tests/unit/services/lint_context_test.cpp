#include "core/services/lint_context.h"

#include <QtTest>

#include "core/runs/shipped_models.h"

using namespace aiagent;

class LintContextTest : public QObject {
  Q_OBJECT

 private:
  runs::ModelCatalog m_catalog = *runs::ModelCatalog::fromJson(runs::shippedModelsJson());

 private Q_SLOTS:
  void knownModel_isToldWithWhatItRefuses() {
    domain::AgentContent content;
    content.model = "gpt-6-astra";
    content.parameters.set("temperature", 0.5);
    content.parameters.set("max_output_tokens", std::int64_t{100});
    const auto context = services::lintContext(m_catalog, content, base::WallTime{});
    QVERIFY(context.model.has_value());
    QCOMPARE(context.model->id, std::string("gpt-6-astra"));
    QCOMPARE(context.model->refused, std::vector<std::string>{"temperature"});
    QVERIFY(context.estimateTokens("a few words") > 0);
  }

  void successor_isToldWhereOneIsKnown() {
    const auto catalog = runs::ModelCatalog::fromJson(
        "{\"models\": [{\"id\": \"old\", \"shutdown\": \"2026-12-01\", \"successor\": \"new\"},"
        " {\"id\": \"older\", \"shutdown\": \"2026-12-01\"}]}");
    QVERIFY(catalog.ok());
    domain::AgentContent content;
    content.model = "old";
    QCOMPARE(services::lintContext(*catalog, content, base::WallTime{}).model->successor, std::string("new"));
    content.model = "older";
    const auto context = services::lintContext(*catalog, content, base::WallTime{});
    QVERIFY(context.model->shutdown.has_value());
    QVERIFY(context.model->successor.empty());
  }

  void noModelOrAnUnknownOne_isNotLookedAt() {
    domain::AgentContent content;
    QVERIFY(!services::lintContext(m_catalog, content, base::WallTime{}).model);
    content.model = "somebody-elses-model";
    QVERIFY(!services::lintContext(m_catalog, content, base::WallTime{}).model);
  }
};

QTEST_GUILESS_MAIN(LintContextTest)
#include "lint_context_test.moc"
