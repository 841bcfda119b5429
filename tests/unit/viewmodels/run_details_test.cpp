#include <QtTest>

#include "ui/format/text.h"
#include "ui/viewmodels/run_details.h"

using namespace aiagent;

namespace {

domain::RunRecord run() {
  domain::RunRecord made;
  made.request.content.name = "Triage";
  made.request.content.prompt = "Sort for {{team}}.";
  made.request.variables = {{"team", "red"}};
  made.request.model = "gpt-5";
  made.request.provider = {.name = "openai", .baseUrl = "https://api.openai.com/v1"};
  made.requestJson = R"({"model":"gpt-5"})";
  made.status = domain::RunStatus::Completed;
  domain::Message person;
  person.parts.push_back({domain::PartKind::Text, "hi", {}, {}});
  made.messages = {person};
  return made;
}

QString valueOf(const ui::RunDetails& details, const QString& label) {
  for (const auto& group : details.facts)
    for (const auto& fact : group.facts)
      if (fact.label == label) return fact.value;
  return {};
}

}  // namespace

class RunDetailsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsNotKnown_leavesNoLine() {
    const auto details = ui::runDetails({run()});
    QCOMPARE(valueOf(details, QStringLiteral("Request ID")), QString());
    QCOMPARE(valueOf(details, QStringLiteral("First byte")), QString());
    QCOMPARE(valueOf(details, QStringLiteral("Cost")), QStringLiteral("price unknown"));
    for (const auto& group : details.facts) QVERIFY(!group.facts.empty());
  }

  void usage_isTold_withItsParts() {
    auto made = run();
    made.usage = {.input = 211, .cached = 128, .cacheWrite = 5, .output = 84, .reasoning = 32, .total = 295};
    made.timings.firstToken = base::Milliseconds(1000);
    made.timings.lastToken = base::Milliseconds(3000);
    const auto details = ui::runDetails({made});
    QCOMPARE(valueOf(details, QStringLiteral("Input")), QStringLiteral("211"));
    QCOMPARE(valueOf(details, QStringLiteral("… of these cached")), QStringLiteral("128"));
    QCOMPARE(valueOf(details, QStringLiteral("… of these reasoning")), QStringLiteral("32"));
    QCOMPARE(valueOf(details, QStringLiteral("Speed")), QStringLiteral("42 per second"));
  }

  void prompt_isFilled_andTheRequestIsCurlWithoutTheKey() {
    const auto details = ui::runDetails({run()});
    QCOMPARE(details.prompt, QStringLiteral("Sort for red."));
    QVERIFY(details.curl.contains(QStringLiteral("https://api.openai.com/v1/responses")));
    QVERIFY(details.curl.contains(QStringLiteral("$OPENAI_API_KEY")));
    QCOMPARE(details.variables.size(), std::size_t(1));
  }

  void chatProvider_isPostedToItsOwnAddress() {
    auto made = run();
    made.request.provider.api = domain::ApiKind::Chat;
    QCOMPARE(ui::requestUrl(made), std::string("https://api.openai.com/v1/chat/completions"));
  }

  void onlyInterruptedBackgroundRuns_areResumable() {
    auto made = run();
    made.status = domain::RunStatus::Interrupted;
    made.responseId = "resp_1";
    QVERIFY(!ui::isResumable(made));
    made.request.content.parameters.set("background", true);
    QVERIFY(ui::isResumable(made));
    made.responseId.clear();
    QVERIFY(!ui::isResumable(made));
    made.responseId = "resp_1";
    made.status = domain::RunStatus::Completed;
    QVERIFY(!ui::isResumable(made));
  }
};

QTEST_GUILESS_MAIN(RunDetailsTest)
#include "run_details_test.moc"
