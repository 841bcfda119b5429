// Runs that go on, fail and begin anew under Runs.
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include "tests/ui/pages/runs_fixture.h"
#include "ui/pages/runs/run_conversation_view.h"
#include "ui/pages/runs/run_details_pane.h"
#include "ui/widgets/transcript_view.h"

using namespace aiagent;
using domain::RunStatus;
using testing::await;
using testing::keepRun;
using testing::keepSamples;
using testing::openRun;
using testing::PageFixture;
using testing::sampleRun;
using testing::showRunsPage;

namespace {

std::string sse(const std::string& json) {
  return "data: " + json + "\n\n";
}

const std::string kBegin =
    sse(R"({"type":"response.created","sequence_number":0,"response":{"id":"resp_2","status":"in_progress","model":"gpt-5","output":[]}})") +
    sse(R"({"type":"response.output_item.added","sequence_number":1,"output_index":0,"item":{"type":"message","id":"m","role":"assistant","status":"in_progress","content":[]}})");
std::string delta(const std::string& text) {
  return sse(
      R"({"type":"response.output_text.delta","sequence_number":3,"item_id":"m","output_index":0,"content_index":0,"delta":")" +
      text + "\"}");
}
std::string completed(const std::string& text) {
  return sse(
      R"({"type":"response.completed","sequence_number":9,"response":{"id":"resp_2","status":"completed","model":"gpt-5","output":[{"type":"message","id":"m","role":"assistant","status":"completed","content":[{"type":"output_text","text":")" +
      text + R"(","annotations":[]}]}],"usage":{"input_tokens":11,"output_tokens":7,"total_tokens":18}}})");
}

domain::RunRequest request(const std::string& input) {
  domain::RunRequest made;
  made.content.name = "Triage";
  made.content.prompt = "Sort.";
  made.model = "gpt-5";
  made.input = input;
  made.provider = {.name = "lab", .baseUrl = "http://test.invalid/v1", .keySource = domain::KeySource::None};
  return made;
}

}  // namespace

class RunsLiveTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void init() { m_theme->apply(ui::ThemeChoice::Light, 100); }
  void cleanupTestCase() { m_theme.reset(); }

  void liveRun_growsAndEndsWhileWatched() {
    PageFixture f;
    auto& page = showRunsPage(f);
    f.services.http->enqueue(
        {testing::Step::head(200, {{"content-type", "text/event-stream"}}),
         testing::Step::bytes(kBegin + delta("Hel")), testing::Step::wait(base::Milliseconds(300)),
         testing::Step::bytes(delta("lo **you**")), testing::Step::wait(base::Milliseconds(200)),
         testing::Step::bytes(completed("Hello **you**")), testing::Step::end()});
    const auto id = await<domain::RunId>([&](auto done) { f.services.runs->start(request("hi"), done); });
    QVERIFY(id.ok());
    QTRY_COMPARE(page.runs().rows()->rowCount(), 1);
    page.go(format::text(id->toString()));
    QTRY_VERIFY(page.runs().state().live && page.runs().state().details);
    auto* transcript = page.details()->conversation()->transcript();
    QVERIFY(f.button<QPushButton>(QStringLiteral("Stop")));
    QVERIFY(!f.registry.find(QStringLiteral("runs.delete"))->isEnabled());
    QTRY_COMPARE(transcript->messageCount(), 2);
    QTRY_VERIFY(!page.runs().state().live);
    const auto run = page.runs().state().details->run();
    QCOMPARE(transcript->plainText(ui::chatMessageId(run.id, 1, 0)), QStringLiteral("Hello **you**"));
    QCOMPARE(run.usage.output, std::optional<std::int64_t>(7));
    QTRY_VERIFY(page.runs().rows()->row(0).status == RunStatus::Completed);
  }

  void stop_endsALiveRun_andKeepsItsText() {
    PageFixture f;
    auto& page = showRunsPage(f);
    f.services.http->enqueue({testing::Step::head(200, {{"content-type", "text/event-stream"}}),
                              testing::Step::bytes(kBegin + delta("Half")), testing::Step::hang()});
    const auto id = await<domain::RunId>([&](auto done) { f.services.runs->start(request("hi"), done); });
    page.go(format::text(id->toString()));
    QTRY_VERIFY(page.runs().state().live && page.runs().state().details);
    QTRY_COMPARE(page.details()->conversation()->transcript()->messageCount(), 2);
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Stop")), Qt::LeftButton);
    QTRY_VERIFY(!page.runs().state().live);
    QVERIFY(page.runs().state().details->run().status == RunStatus::Cancelled);
    QCOMPARE(page.runs().state().details->run().text(), std::string("Half"));
  }

  void waitingForARetry_countsDown_andCanBeCutShort() {
    PageFixture f;
    auto& page = showRunsPage(f);
    f.services.http->enqueue(testing::jsonAnswer(
        429, R"({"error":{"message":"slow down","type":"requests","code":"rate_limit_exceeded"}})",
        {{"retry-after", "30"}}));
    f.services.http->enqueue(testing::eventStream({kBegin, delta("ok"), completed("ok")}));
    const auto id = await<domain::RunId>([&](auto done) { f.services.runs->start(request("hi"), done); });
    page.runs().select(*id);
    QTRY_VERIFY(page.runs().state().waiting.has_value());
    QTRY_VERIFY(f.shows(QStringLiteral("Trying again in")));
    f.picture(QStringLiteral("runs-waiting"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Try Now")), Qt::LeftButton);
    QTRY_VERIFY(!page.runs().state().waiting.has_value());
    QTRY_VERIFY(page.runs().state().details->run().status == RunStatus::Completed);
  }

  void runAgain_withoutAParameter_startsANewRun() {
    PageFixture f;
    const auto runs = keepSamples(f);
    auto& page = showRunsPage(f);
    QVERIFY(openRun(page, runs[1].id));
    f.picture(QStringLiteral("runs-failed"));
    f.services.http->enqueue(testing::eventStream({kBegin, delta("ok"), completed("ok")}));
    auto* without = f.named<QPushButton>(QStringLiteral("Run again without a parameter"));
    Q_EMIT without->menu()->aboutToShow();
    QAction* drop = nullptr;
    for (auto* action : without->menu()->actions())
      if (action->text().contains(QStringLiteral("temperature"))) drop = action;
    QVERIFY(drop);
    drop->trigger();
    QTRY_VERIFY(page.runs().state().selected != runs[1].id && page.runs().state().details &&
                !page.runs().state().live);
    QTRY_VERIFY(page.runs().state().details->run().status == RunStatus::Completed);
    QVERIFY(!page.runs().state().details->run().request.content.parameters.find("temperature"));
    QVERIFY(page.runs().state().details->run().request.content.parameters.find("reasoning.effort"));
  }

  void failedRun_saysWhy_andOffersTheRemedy() {
    PageFixture f;
    const auto runs = keepSamples(f);
    auto& page = showRunsPage(f);
    QVERIFY(openRun(page, runs[1].id));
    QVERIFY(f.shows(QStringLiteral("The provider refuses “temperature”")));
    f.services.http->enqueue(testing::eventStream({kBegin, delta("ok"), completed("ok")}));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Run Without temperature")), Qt::LeftButton);
    QTRY_VERIFY(page.runs().state().selected != runs[1].id && page.runs().state().details &&
                !page.runs().state().live);
    QVERIFY(!f.shows(QStringLiteral("refuses")));
    QVERIFY(openRun(page, runs[1].id));
    QTest::mouseClick(f.named<QToolButton>(QStringLiteral("Close this message")), Qt::LeftButton);
    QVERIFY(!f.shows(QStringLiteral("The provider refuses “temperature” for this model. Take")));
  }

  void runAgain_withoutKey_saysWhatToDo() {
    PageFixture f;
    auto run = sampleRun(f.services, "hi", "yes");
    run.request.provider = {
        .name = "openai", .baseUrl = "https://api.openai.com/v1", .keySource = domain::KeySource::KeyStore};
    keepRun(f.services, run);
    auto& page = showRunsPage(f);
    QSignalSpy wanted(&page, &ui::Page::pageRequested);
    QVERIFY(openRun(page, run.id));
    QTest::keyClick(page.details()->conversation()->transcript(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(f.shows(QStringLiteral("There is no API key")));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Provider Settings…")), Qt::LeftButton);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("settings"));
    QCOMPARE(wanted[0][1].toString(), QStringLiteral("providers"));
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(RunsLiveTest)
#include "runs_live_test.moc"
