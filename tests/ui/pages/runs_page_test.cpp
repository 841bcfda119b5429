#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

#include "tests/ui/pages/runs_fixture.h"
#include "ui/format/human.h"
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

class RunsPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void init() { m_theme->apply(ui::ThemeChoice::Light, 100); }
  void cleanupTestCase() { m_theme.reset(); }

  void empty_offersTheFirstStep() {
    PageFixture f;
    auto& page = showRunsPage(f);
    QSignalSpy wanted(&page, &ui::Page::pageRequested);
    f.picture(QStringLiteral("runs-empty"));
    QVERIFY(!f.shows(QStringLiteral("No run is open")));
    QVERIFY(f.shows(QStringLiteral("No runs yet")));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Try an Agent")), Qt::LeftButton);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("agents"));
  }

  void list_isNewestFirst_andOpensByKeyboard() {
    PageFixture f;
    keepSamples(f);
    auto& page = showRunsPage(f);
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
    auto& page = showRunsPage(f);
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
    auto& page = showRunsPage(f);
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
    auto& page = showRunsPage(f);
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
    auto& page = showRunsPage(f);
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

  void delete_canBeUndone_andIsCarriedOutLater() {
    PageFixture f;
    const auto runs = keepSamples(f);
    auto& page = showRunsPage(f);
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
    auto& page = showRunsPage(f);
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
    auto& page = showRunsPage(f);
    QSignalSpy wanted(&page, &ui::Page::pageRequested);
    QVERIFY(openRun(page, run.id));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Continue")), Qt::LeftButton);
    QCOMPARE(wanted[0][1].toString(), QStringLiteral("run:") + format::text(run.id.toString()));
    f.registry.find(QStringLiteral("runs.agent"))->trigger();
    QCOMPARE(wanted[1][1].toString(), format::text(run.request.agent.toString()));
  }

  void versionUsed_isToldAndOpened() {
    PageFixture f;
    domain::AgentContent content;
    content.name = "Triage";
    content.prompt = "First";
    const auto agent = await<domain::Agent>([&](auto done) { f.services.agents->create(content, done); });
    auto saved = content;
    saved.prompt = "Second";
    const auto next = await<domain::Agent>(
        [&](auto done) { f.services.agents->update(agent->id, saved, agent->revision, done); });
    auto run = sampleRun(f.services, "hi", "yes");
    run.request.agent = agent->id;
    run.request.content = saved;
    auto draft = sampleRun(f.services, "and a draft", "yes");
    draft.request.agent = agent->id;
    draft.request.content.prompt = "Third";
    draft.request.fromDraft = true;
    keepRun(f.services, run);
    keepRun(f.services, draft);
    auto& page = showRunsPage(f);
    QSignalSpy wanted(&page, &ui::Page::pageRequested);
    QVERIFY(openRun(page, run.id));
    const auto factsOf = [&](const domain::RunId& id) {
      return page.runs()
          .rows()
          ->index(page.runs().rows()->indexOf(id))
          .data(ui::RunListModel::FactsRole)
          .toString();
    };
    QVERIFY2(factsOf(run.id).startsWith(QStringLiteral("Triage · v2 · ")), qPrintable(factsOf(run.id)));
    QVERIFY2(factsOf(draft.id).contains(QStringLiteral(" · draft · ")), qPrintable(factsOf(draft.id)));
    page.details()->showTab(1);
    auto* value = f.named<QLabel>(QStringLiteral("Version: v2"));
    value->setFocus();
    QTest::keyClick(value, Qt::Key_Tab);  // from the label to its link
    QTest::keyClick(value, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("agents"));
    QCOMPARE(wanted[0][1].toString(),
             QStringLiteral("version:") + format::text(next->headVersion.toString()));
    QVERIFY(openRun(page, draft.id));
    QVERIFY(!f.registry.find(QStringLiteral("runs.version"))->isEnabled());
  }

  void find_goesThroughTheConversation() {
    PageFixture f;
    const auto runs = keepSamples(f);
    auto& page = showRunsPage(f);
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
    auto& page = showRunsPage(f);
    page.runs().select(last);
    QTRY_VERIFY(page.runs().state().whole);
    auto* transcript = page.details()->conversation()->transcript();
    QCOMPARE(transcript->messageCount(), 120);
    QTRY_VERIFY(transcript->isAtLatest());
    QVERIFY(!transcript->messageRect(119).isEmpty());
  }

  void vanishedRun_saysThatItCannotBeRead() {
    PageFixture f;
    auto& page = showRunsPage(f);
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
    auto& page = showRunsPage(f, wanted.size);
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
    auto& page = showRunsPage(f, {1440, 900});
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
