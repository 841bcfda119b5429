#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

#include "tests/ui/pages/page_fixture.h"
#include "ui/format/human.h"
#include "ui/pages/runs/run_conversation_view.h"
#include "ui/pages/runs/run_details_pane.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/widgets/transcript_view.h"

using namespace aiagent;
using domain::RunStatus;
using testing::await;
using testing::keepRun;
using testing::PageFixture;
using testing::sampleRun;

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

ui::RunsPage* makePage(PageFixture& f) {
  return new ui::RunsPage(
      {*f.services.runs, *f.services.agents, *f.services.settings, f.services.clock, f.registry});
}

// Runs of every kind, oldest first.
std::vector<domain::RunRecord> keepSamples(PageFixture& f) {
  std::vector<domain::RunRecord> runs;
  const auto add = [&](const char* input, const char* answer, RunStatus status) -> domain::RunRecord& {
    runs.push_back(sampleRun(f.services, input, answer));
    runs.back().status = status;
    return runs.back();
  };
  add("The printer is on fire",
      "**Urgent**: a fire stops all work.\n\n1. Call the fire brigade\n2. Leave the "
      "building\n\n```python\nprint('help')\n```",
      RunStatus::Completed);
  auto& failed =
      add("Where is my invoice, the one from March that was sent to the old address?", "", RunStatus::Failed);
  failed.error = domain::RunError{.code = base::ErrorCode::RequestRejected,
                                  .subject = "temperature",
                                  .said = "Unsupported parameter: 'temperature'",
                                  .httpStatus = 400};
  failed.request.content.parameters.set("temperature", 0.5);
  failed.request.content.parameters.set("reasoning.effort", std::string("low"));
  failed.usage = {};
  failed.costNanoUsd.reset();
  add("Write a very long story", "Once upon a time", RunStatus::Interrupted);
  add("Stop there", "Half of it", RunStatus::Cancelled);
  auto& limit = add("Summarise this", "It begins well", RunStatus::Incomplete);
  limit.error = domain::RunError{.code = base::ErrorCode::OutputLimit};
  for (const auto& run : runs) keepRun(f.services, run);
  return runs;
}

ui::RunsPage& showPage(PageFixture& f, QSize size = {1180, 760}) {
  auto& page = f.show(makePage(f), size);
  if (!QTest::qWaitFor([&] { return page.runs().state().list != ui::RunsState::List::Loading; }))
    qFatal("the runs never load");
  return page;
}

bool openRun(ui::RunsPage& page, const domain::RunId& id) {
  page.go(format::text(id.toString()));
  return QTest::qWaitFor([&] { return page.runs().state().detail == ui::RunsState::Detail::Ready; });
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

class RunsPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void init() { m_theme->apply(ui::ThemeChoice::Light, 100); }
  void cleanupTestCase() { m_theme.reset(); }

  void empty_offersTheFirstStep() {
    PageFixture f;
    auto& page = showPage(f);
    QSignalSpy wanted(&page, &ui::Page::pageRequested);
    f.picture(QStringLiteral("runs-empty"));
    QVERIFY(f.shows(QStringLiteral("No runs yet")));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Try an Agent")), Qt::LeftButton);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("agents"));
  }

  void list_isNewestFirst_andOpensByKeyboard() {
    PageFixture f;
    keepSamples(f);
    auto& page = showPage(f);
    auto* list = f.named<QListView>(QStringLiteral("Runs, newest first"));
    QCOMPARE(list->model()->rowCount(), 5);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("Summarise this"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_VERIFY(page.runs().state().detail == ui::RunsState::Detail::Ready);
    QTRY_VERIFY(page.runs().state().details->run().request.input == "Stop there");
    QCOMPARE(page.details()->conversation()->transcript()->messageCount(), 2);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(page.details()->conversation()->transcript()->hasFocus());
  }

  void search_andFilters_narrowTheList_andCanBeCleared() {
    PageFixture f;
    keepSamples(f);
    auto& page = showPage(f);
    auto* search = f.named<QLineEdit>(QStringLiteral("Search runs"));
    page.focusSearch();
    QCOMPARE(QApplication::focusWidget(), search);
    QTest::keyClicks(search, QStringLiteral("brigade"));
    QTRY_COMPARE(page.runs().rows()->rowCount(), 1);
    QCOMPARE(page.runs().rows()->index(0).data().toString(), QStringLiteral("The printer is on fire"));
    page.runs().setStatus(RunStatus::Failed);
    QTRY_VERIFY(f.shows(QStringLiteral("Nothing found")));
    f.picture(QStringLiteral("runs-nothing-found"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Show All Runs")), Qt::LeftButton);
    QTRY_COMPARE(page.runs().rows()->rowCount(), 5);
    QCOMPARE(search->text(), QString());
    page.runs().setStatus(RunStatus::Failed);
    QTRY_COMPARE(page.runs().rows()->rowCount(), 1);
  }

  void agentFilter_listsOnlyItsRuns() {
    PageFixture f;
    keepSamples(f);
    domain::AgentContent content;
    content.name = "Poet";
    const auto agent = await<domain::Agent>([&](auto done) { f.services.agents->create(content, done); });
    auto run = sampleRun(f.services, "A haiku", "Snow");
    run.request.agent = agent->id;
    keepRun(f.services, run);
    auto& page = showPage(f);
    QTRY_COMPARE(page.runs().rows()->rowCount(), 6);
    page.go(QStringLiteral("agent:") + format::text(agent->id.toString()));
    QTRY_COMPARE(page.runs().rows()->rowCount(), 1);
    auto* filter = f.named<QComboBox>(QStringLiteral("Filter by agent"));
    QTRY_COMPARE(filter->currentText(), QStringLiteral("Poet"));
    filter->setFocus();
    filter->lineEdit()->selectAll();
    QTest::keyClick(filter->lineEdit(), Qt::Key_Backspace);
    QTRY_COMPARE(page.runs().rows()->rowCount(), 6);
  }

  void scrolling_fetchesFurtherPages_andNeverResets() {
    PageFixture f;
    (void)f.services.profile->store().writeAndWait<void>(
        [&](store::Connection& connection) -> base::Result<void> {
          for (int i = 0; i < 250; ++i)
            if (auto kept =
                    store::insertRun(connection, sampleRun(f.services, "run " + std::to_string(i), "yes"));
                !kept)
              return kept;
          return {};
        });
    auto& page = showPage(f);
    QAbstractItemModelTester tester(page.runs().rows(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(page.runs().rows(), &QAbstractItemModel::modelReset);
    auto* list = f.named<QListView>(QStringLiteral("Runs, newest first"));
    QCOMPARE(page.runs().rows()->rowCount(), ui::RunsVm::kPageSize);
    QTRY_VERIFY((list->scrollToBottom(), page.runs().rows()->rowCount()) == 250);
    std::set<domain::RunId> ids;
    for (const auto& row : page.runs().rows()->rows()) ids.insert(row.id);
    QCOMPARE(ids.size(), std::size_t(250));
    keepRun(f.services, sampleRun(f.services, "newest", "yes"));
    QTRY_COMPARE(page.runs().rows()->rowCount(), 251);
    QCOMPARE(page.runs().rows()->index(0).data().toString(), QStringLiteral("newest"));
    QCOMPARE(resets.count(), 0);
  }

  void details_tellFactsPromptAndRequest() {
    PageFixture f;
    const auto runs = keepSamples(f);
    auto& page = showPage(f);
    QVERIFY(openRun(page, runs[0].id));
    f.picture(QStringLiteral("runs-conversation"));
    auto* tabs = f.named<QTabBar>(QStringLiteral("Parts of the run"));
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    QVERIFY(f.shows(QStringLiteral("gpt-5-2025-08-07")));
    QVERIFY(f.shows(QStringLiteral("req_1")));
    QVERIFY(f.shows(QStringLiteral("128")));
    QVERIFY(f.shows(QStringLiteral("340 ms")));
    f.picture(QStringLiteral("runs-facts"));
    QTest::keyClick(tabs, Qt::Key_Right);
    QVERIFY(f.named<QPlainTextEdit>(QStringLiteral("Prompt as it was used"))
                ->toPlainText()
                .contains(QStringLiteral("tickets for red.")));
    const auto curl =
        f.named<QPlainTextEdit>(QStringLiteral("Request for a terminal, without the key"))->toPlainText();
    QVERIFY(curl.contains(QStringLiteral("http://test.invalid/v1/responses")));
    f.picture(QStringLiteral("runs-request"));
    QTest::mouseClick(f.named<QToolButton>(QStringLiteral("Copy the request")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), curl);
  }

  void liveRun_growsAndEndsWhileWatched() {
    PageFixture f;
    auto& page = showPage(f);
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
    auto& page = showPage(f);
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
    auto& page = showPage(f);
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
    auto& page = showPage(f);
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
    auto& page = showPage(f);
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
    auto& page = showPage(f);
    QSignalSpy wanted(&page, &ui::Page::pageRequested);
    QVERIFY(openRun(page, run.id));
    QTest::keyClick(page.details()->conversation()->transcript(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(f.shows(QStringLiteral("There is no API key")));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Provider Settings…")), Qt::LeftButton);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("settings"));
    QCOMPARE(wanted[0][1].toString(), QStringLiteral("providers"));
  }

  void delete_canBeUndone_andIsCarriedOutLater() {
    PageFixture f;
    const auto runs = keepSamples(f);
    auto& page = showPage(f);
    QVERIFY(openRun(page, runs[2].id));
    auto* list = f.named<QListView>(QStringLiteral("Runs, newest first"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE(page.runs().rows()->rowCount(), 4);
    QVERIFY(f.shows(QStringLiteral("was deleted")));
    f.picture(QStringLiteral("runs-deleted"));
    QVERIFY(await<domain::RunRecord>([&](auto done) { f.services.runs->load(runs[2].id, done); }).ok());
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Undo")), Qt::LeftButton);
    QTRY_COMPARE(page.runs().rows()->rowCount(), 5);
    QTRY_VERIFY(page.runs().state().selected == runs[2].id && page.runs().state().details);
    page.runs().remove();
    QTRY_VERIFY(page.runs().state().details);
    page.runs().remove();  // the first one goes for good
    bool flushed = false;
    page.flush([&] { flushed = true; });
    QTRY_VERIFY(flushed);
    QTRY_COMPARE(page.runs().rows()->rowCount(), 3);
    QVERIFY(!await<domain::RunRecord>([&](auto done) { f.services.runs->load(runs[2].id, done); }).ok());
  }

  void export_writesTheConversation_andSaysWhenItCannot() {
    PageFixture f;
    const auto runs = keepSamples(f);
    auto& page = showPage(f);
    QVERIFY(openRun(page, runs[0].id));
    const auto path = f.services.folder.path() + QStringLiteral("/out.md");
    page.runs().exportTo(path, ui::ExportFormat::Markdown);
    QTRY_VERIFY(f.shows(QStringLiteral("Exported to")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(QStringLiteral("## You\n\nThe printer is on fire")));
    QVERIFY(text.contains(QStringLiteral("**Urgent**")));
    page.runs().exportTo(f.services.folder.path() + QStringLiteral("/no/such/folder/out.md"),
                         ui::ExportFormat::Json);
    QTRY_VERIFY(page.runs().state().error.has_value());
  }

  void continueAndAgent_askForTheAgentsPage() {
    PageFixture f;
    auto run = sampleRun(f.services, "hi", "yes");
    domain::AgentContent content;
    content.name = "Triage";
    run.request.agent =
        await<domain::Agent>([&](auto done) { f.services.agents->create(content, done); })->id;
    keepRun(f.services, run);
    auto& page = showPage(f);
    QSignalSpy wanted(&page, &ui::Page::pageRequested);
    QVERIFY(openRun(page, run.id));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Continue")), Qt::LeftButton);
    QCOMPARE(wanted[0][1].toString(), QStringLiteral("run:") + format::text(run.id.toString()));
    f.registry.find(QStringLiteral("runs.agent"))->trigger();
    QCOMPARE(wanted[1][1].toString(), format::text(run.request.agent.toString()));
  }

  void find_goesThroughTheConversation() {
    PageFixture f;
    const auto runs = keepSamples(f);
    auto& page = showPage(f);
    QVERIFY(openRun(page, runs[0].id));
    QTest::keyClick(page.details()->conversation()->transcript(), Qt::Key_F,
                    Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("fire"));
    QTRY_VERIFY(f.shows(QStringLiteral("of 3")));
    f.picture(QStringLiteral("runs-find"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(page.details()->conversation()->transcript()->hasFocus());
  }

  void longConversation_opensAtItsEnd() {
    PageFixture f;
    domain::RunId last;
    for (int i = 0; i < 60; ++i) {
      auto run =
          sampleRun(f.services, "Question " + std::to_string(i), "An answer of\n\nseveral\n\nparagraphs");
      run.request.parent = last;
      keepRun(f.services, run);
      last = run.id;
    }
    auto& page = showPage(f);
    page.runs().select(last);
    QTRY_VERIFY(page.runs().state().whole);
    auto* transcript = page.details()->conversation()->transcript();
    QCOMPARE(transcript->messageCount(), 120);
    QTRY_VERIFY(transcript->isAtLatest());
    QVERIFY(!transcript->messageRect(119).isEmpty());
  }

  void vanishedRun_saysThatItCannotBeRead() {
    PageFixture f;
    auto& page = showPage(f);
    page.runs().select(f.services.profile->ids().make<domain::RunId>());
    QTRY_VERIFY(f.shows(QStringLiteral("The run could not be read")));
  }

  void everyLook_nothingIsClipped_data() {
    QTest::addColumn<int>("look");
    int row = 0;
    for (const auto& look : testing::kLooks) QTest::newRow(look.name) << row++;
  }
  void everyLook_nothingIsClipped() {
    QFETCH(int, look);
    const auto& wanted = testing::kLooks[look];
    m_theme->apply(wanted.theme, wanted.percent);
    PageFixture f;
    const auto runs = keepSamples(f);
    auto& page = showPage(f, wanted.size);
    for (int tab = 0; tab < 3; ++tab) {
      QVERIFY(openRun(page, runs[tab == 0 ? 0 : 1].id));
      page.details()->showTab(tab);
      QTest::qWait(60);
      f.picture(QStringLiteral("runs-tab%1-%2").arg(tab).arg(QLatin1String(wanted.name)));
      const auto faults = f.clipped();
      QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
  }

  void pseudoLocale_everyTextIsTranslated() {
    tests::PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    PageFixture f;
    const auto runs = keepSamples(f);
    auto& page = showPage(f, {1440, 900});
    page.setLayoutDirection(Qt::RightToLeft);
    QStringList data{QStringLiteral("Triage"),      QStringLiteral("gpt-5"),
                     QStringLiteral("lab"),         QStringLiteral("http://test.invalid/v1"),
                     QStringLiteral("req_1"),       QStringLiteral("resp_1"),
                     QStringLiteral("temperature"), QStringLiteral("reasoning.effort"),
                     QStringLiteral("low"),         QStringLiteral("team"),
                     QStringLiteral("red")};
    QStringList hardCoded, clipped;
    for (int tab = 0; tab < 3; ++tab) {
      QVERIFY(openRun(page, runs[1].id));
      for (const auto& run : runs)
        data << format::text(run.request.input) << format::text(run.id.toString())
             << format::exactTime(run.created);
      page.details()->showTab(tab);
      QTest::qWait(60);
      f.picture(QStringLiteral("runs-tab%1-pseudo").arg(tab));
      hardCoded << tests::untranslatedTexts(page, data);
      clipped << f.clipped();
    }
    QCoreApplication::removeTranslator(&pseudo);
    hardCoded.removeDuplicates();
    QCOMPARE(pseudo.missing(), QStringList());
    QCOMPARE(hardCoded, QStringList());
    QCOMPARE(clipped, QStringList());
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(RunsPageTest)
#include "runs_page_test.moc"
