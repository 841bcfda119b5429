#include "ui/format/finding.h"

#include <QtTest>
#include <set>

using namespace aiagent;
using authoring::Finding;

class FindingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // What the linter really finds, so that a rule without a sentence is seen.
  void everyRule_hasASentenceWithItsValues() {
    domain::AgentContent content;
    content.name = "Helper";
    content.model = "old";
    content.prompt =
        "# Rules\n\nFor {{taem}}. {% if x %}\nAlways answer in English.\n\n# Empty\n\n# Next\nNever answer "
        "in "
        "English.\nAnswer in German.\nkey sk-proj-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH\n";
    content.variables = {{.name = "team", .description = "Who"}, {.name = "other"}};
    content.tools =
        R"([{"type":"function","name":"a","parameters":{"type":"object","properties":{},"required":["x"]}},)"
        R"({"type":"function","name":"a","description":"d"},{"type":"function"}])";
    content.outputSchema =
        R"({"strict":true,"type":"object","properties":{"a":{"type":"string","default":"x"}}})";
    content.parameters.set("temperature", 0.5);
    authoring::LintContext context{.model = authoring::LintModel{.id = "old",
                                                                 .contextTokens = 10,
                                                                 .shutdown = base::WallTime{},
                                                                 .successor = "new",
                                                                 .refused = {"temperature"}},
                                   .estimateTokens = [](std::string_view) { return std::int64_t{1200}; },
                                   .now = base::WallTime{} + std::chrono::hours(24)};
    std::set<std::string> seen;
    for (const auto& finding : authoring::lint(content, context)) {
      seen.insert(finding.rule);
      const auto sentence = format::findingSentence(finding);
      QVERIFY2(sentence != QString::fromStdString(finding.rule), finding.rule.c_str());
      QVERIFY2(!sentence.contains(QLatin1Char('%')) || finding.rule == "foreign-template",
               qPrintable(sentence));
      QVERIFY(!finding.fix || !format::fixLabel(*finding.fix).isEmpty());
    }
    for (const char* rule : {"undeclared-variable", "unused-variable", "empty-section", "secret",
                             "prompt-over-context", "retired-model", "refused-parameter", "duplicate-tool",
                             "tool-without-name", "schema-property-not-required"})
      QVERIFY2(seen.contains(rule), rule);
  }

  void unknownRule_isToldByItsName() {
    QCOMPARE(format::findingSentence(Finding{.rule = "new-rule"}), QStringLiteral("new-rule"));
  }

  void valuesThatLookLikePlaces_stayWhatTheyAre() {
    const auto sentence = format::findingSentence({.rule = "undeclared-variable", .values = {"a%2", "b"}});
    QCOMPARE(sentence, QStringLiteral("{{a%2}} is not declared. Is {{b}} meant?"));
  }

  void fields_haveNames() {
    QCOMPARE(format::contentField("outputSchema"), QStringLiteral("Output schema"));
    QCOMPARE(format::contentField("parameters.top_p"), QStringLiteral("Parameter top_p"));
    QCOMPARE(format::contentField("cases.refund.expect"), QStringLiteral("Case refund.expect"));
  }
};

QTEST_GUILESS_MAIN(FindingTest)
#include "finding_test.moc"
