#include "ui/pages/import/import_page.h"

#include <fstream>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTreeView>
#include <QtTest>
#include <QUrl>

#include "tests/ui/pages/page_fixture.h"
#include "ui/pages/import/export_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/theme.h"
#include "ui/viewmodels/shell_vm.h"

using namespace aiagent;
using aiagent::testing::await;
using aiagent::testing::PageFixture;
using authoring::PlanResult;
using services::ImportChoice;
using ui::ImportItems;
using Phase = ui::ImportState::Phase;

class ImportPageTest : public QObject {
  Q_OBJECT

 private:
  struct Fixture : PageFixture {
    QString write(const QString& name, const std::string& bytes) {
      const auto path = files.filePath(name);
      QDir().mkpath(QFileInfo(path).path());
      std::ofstream(path.toStdString(), std::ios::binary) << bytes;
      return path;
    }
    ui::ImportPage& open(QSize size = {1180, 760}) {
      return show(new ui::ImportPage(*services.imports), size);
    }
    void add(const std::string& name, const std::string& prompt) {
      domain::AgentContent content;
      content.name = name;
      content.prompt = prompt;
      if (!await<domain::Agent>([&](auto done) { services.agents->create(content, done); }))
        qFatal("agent not created");
    }
    qint64 count() {
      return *await<std::int64_t>(
          [&](auto done) { services.agents->count(store::ArchiveFilter::All, done); });
    }
    // One of each result, with a long name and losses.
    QStringList mixture() {
      add("Triage", "You sort tickets.");
      add("Same", "You stay.");
      return {
          write(QStringLiteral("mix/new/AGENTS.md"), "# Newcomer\n\nYou help {% if x %}kindly{% endif %}.\n"),
          write(QStringLiteral("mix/triage/AGENTS.md"), "# Triage\n\nYou sort them well.\n"),
          write(QStringLiteral("mix/same/AGENTS.md"), "# Same\n\nYou stay.\n"),
          write(QStringLiteral("mix/broken.json"), "{\"format\":"),
          write(QStringLiteral("mix/long.prompty"),
                "---\nname: An agent with a name that is much longer than any column could ever be, and "
                "which goes on\nmodel:\n  api: chat\n  configuration:\n    type: azure_openai\n    "
                "azure_endpoint: ${env:ENDPOINT}\n    azure_deployment: gpt-5\n---\nsystem:\nYou help.\n")};
    }
    QTemporaryDir files;
  };

  static void waitFor(ui::ImportPage& page, Phase phase) { QTRY_COMPARE(page.import().state().phase, phase); }

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void init() { m_theme->apply(ui::ThemeChoice::Light, 100); }
  void cleanupTestCase() { m_theme.reset(); }

  void plan_isShownBeforeAnythingIsWritten() {
    Fixture f;
    const auto before = f.mixture();
    auto& page = f.open();
    page.go(before.join(QLatin1Char('\n')));
    waitFor(page, Phase::Planned);
    const auto& state = page.import().state();
    QCOMPARE(state.fresh, 2);
    QCOMPARE(state.differing, 1);
    QCOMPARE(state.same, 1);
    QCOMPARE(state.refused, 1);
    QCOMPARE(f.count(), 2);
    QVERIFY(f.shows(QStringLiteral("2 new")));
    QVERIFY(f.button<QPushButton>(QStringLiteral("Import 2 Agents"))->isEnabled());
    f.picture(QStringLiteral("import-plan"));
  }

  void keys_decideImportAndUndo() {
    Fixture f;
    const auto paths = f.mixture();
    auto& page = f.open();
    page.go(paths.join(QLatin1Char('\n')));
    waitFor(page, Phase::Planned);
    auto* tree = f.named<QTreeView>(QStringLiteral("What will happen"));
    QCOMPARE(QApplication::focusWidget(), tree);
    const auto* items = page.import().items();
    int conflict = -1;
    for (int row = 0; row < items->rowCount(); ++row)
      if (items->index(row, 0).data(ImportItems::ResultRole).toInt() == int(PlanResult::Conflict))
        conflict = row;
    QVERIFY(conflict >= 0);
    tree->setCurrentIndex(items->index(conflict, ImportItems::Choice));
    QTest::keyClick(tree, Qt::Key_F2);
    auto* box = tree->findChild<QComboBox*>();
    QVERIFY(box);
    QCOMPARE(box->currentText(), QStringLiteral("Leave as it is"));
    QTRY_VERIFY(box->view()->isVisible());
    QTest::keyClick(box->view(), Qt::Key_Down);
    QTest::keyClick(box->view(), Qt::Key_Return);
    QTRY_COMPARE(page.import().state().toWrite, 3);
    f.button<QPushButton>(QStringLiteral("Import 3 Agents"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    waitFor(page, Phase::Done);
    QVERIFY(f.shows(QStringLiteral("2 imported, 1 saved as a new version, 1 the same, 1 refused.")));
    QCOMPARE(f.count(), 4);
    f.picture(QStringLiteral("import-done"));
    QTest::keyClick(f.button<QPushButton>(QStringLiteral("Undo")), Qt::Key_Space);
    waitFor(page, Phase::Planned);
    QCOMPARE(f.count(), 2);
  }

  void cancel_forgetsThePlanAndThenLeaves() {
    Fixture f;
    const auto paths = f.mixture();
    auto& page = f.open();
    page.go(paths.join(QLatin1Char('\n')));
    waitFor(page, Phase::Planned);
    QSignalSpy left(&page, &ui::Page::pageRequested);
    QTest::keyClick(f.button<QPushButton>(QStringLiteral("Cancel")), Qt::Key_Space);
    QCOMPARE(page.import().state().phase, Phase::Waiting);
    QCOMPARE(page.import().items()->rowCount(), 0);
    QVERIFY(f.shows(QStringLiteral("Bring agents in")));
    f.picture(QStringLiteral("import-empty"));
    QTest::keyClick(f.button<QPushButton>(QStringLiteral("Cancel")), Qt::Key_Space);
    QCOMPARE(left.size(), 1);
    QCOMPARE(f.count(), 2);
  }

  void hostileArchive_isToldInWords() {
    Fixture f;
    auto& page = f.open();
    page.go(f.write(QStringLiteral("cut.zip"), std::string("PK\x03\x04 cut off", 12)));
    QTRY_VERIFY(page.import().state().error.has_value());
    QVERIFY(f.shows(QStringLiteral("Nothing was changed")));
    f.picture(QStringLiteral("import-refused"));
  }

  void severalAgentsThatDiffer_areDecidedAtOnce() {
    Fixture f;
    f.add("A", "x");
    f.add("B", "x");
    auto& page = f.open();
    page.go(QStringList{f.write(QStringLiteral("a/AGENTS.md"), "# A\n\ny\n"),
                        f.write(QStringLiteral("b/AGENTS.md"), "# B\n\ny\n")}
                .join(QLatin1Char('\n')));
    waitFor(page, Phase::Planned);
    auto* all = f.named<QComboBox>(QStringLiteral("All that differ"));
    all->setFocus();
    QTest::keyClick(all, Qt::Key_Down);
    Q_EMIT all->activated(all->currentIndex());
    QTRY_COMPARE(page.import().state().toWrite, 2);
  }

  void formatThatIsOpen_isChosen() {
    Fixture f;
    auto& page = f.open();
    page.go(f.write(QStringLiteral("notes.txt"), "Just words.\n"));
    waitFor(page, Phase::Planned);
    QCOMPARE(page.import().state().refused, 1);
    page.import().setFormat(authoring::Format::Markdown);
    waitFor(page, Phase::Planned);
    QTRY_COMPARE(page.import().state().fresh, 1);
  }

  void narrowAndDark_stillShowEverything() {
    m_theme->apply(ui::ThemeChoice::Dark, 100);
    Fixture f;
    const auto paths = f.mixture();
    auto& page = f.open({520, 640});
    page.go(paths.join(QLatin1Char('\n')));
    waitFor(page, Phase::Planned);
    QCOMPARE(f.clipped(), QStringList());
    f.picture(QStringLiteral("import-narrow"));
  }

  void dropOnTheWindow_opensThePlan() {
    Fixture f;
    ui::ShellVm shell(*f.services.providers, *f.services.runs, *f.services.settings);
    ui::CommandRegistry registry;
    ui::MainWindow window(
        {shell,
         *f.services.settings,
         registry,
         {},
         {{.id = QStringLiteral("agents"),
           .title = QStringLiteral("Agents"),
           .build = [](QWidget* parent) { return new ui::Page(parent); }},
          {.id = QStringLiteral("import"),
           .title = QStringLiteral("Import"),
           .inRail = false,
           .takesFiles = true,
           .build = [&f](QWidget* parent) { return new ui::ImportPage(*f.services.imports, parent); }}},
         {}});
    window.resize(1000, 700);
    window.openPage(QStringLiteral("agents"));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(f.write(QStringLiteral("AGENTS.md"), "# Dropped\n\nYou help.\n"))});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    auto* hint = window.findChild<QWidget*>(QStringLiteral("drop-hint"));
    QVERIFY(hint && hint->isVisible());
    if (const auto folder = qEnvironmentVariable("AIAGENT_PICTURES"); !folder.isEmpty())
      window.grab().save(folder + QStringLiteral("/import-drop.png"));
    QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    QVERIFY(!hint->isVisible());
    QCOMPARE(window.currentPage(), QStringLiteral("import"));
    auto& page = *static_cast<ui::ImportPage*>(window.page(QStringLiteral("import")));
    waitFor(page, Phase::Planned);
    QCOMPARE(page.import().state().fresh, 1);
    QCOMPARE(f.count(), 0);
    QMimeData link;
    link.setUrls({QUrl(QStringLiteral("https://example.invalid/a.json"))});
    QDragEnterEvent foreign({50, 50}, Qt::CopyAction, &link, Qt::LeftButton, Qt::NoModifier);
    foreign.ignore();
    QApplication::sendEvent(&window, &foreign);
    QVERIFY(!foreign.isAccepted());
  }

  void export_tellsWhatTheFormatLeavesBehind() {
    Fixture f;
    domain::AgentContent content;
    content.name = "Triage";
    content.description = "Sorts tickets";
    content.prompt = "You sort.";
    content.starters = {"Printer on fire"};
    const auto agent = *await<domain::Agent>([&](auto done) { f.services.agents->create(content, done); });
    auto& page = f.show(new ui::ExportPage(*f.services.imports, *f.services.agents));
    page.go(format::text(agent.id.toString()));
    QTRY_VERIFY(f.shows(QStringLiteral("Export “Triage”")));
    page.exporting().setFormat(authoring::Format::AgentsMd);
    QVERIFY(f.shows(QStringLiteral("Name and prompt.")));
    const auto target = f.files.filePath(QStringLiteral("AGENTS.md"));
    page.exporting().exportTo(target);
    QTRY_COMPARE(page.exporting().state().target, target);
    QVERIFY(QFileInfo::exists(target));
    QCOMPARE(page.exporting().state().losses.size(), 2);
    f.picture(QStringLiteral("export-losses"));
    page.exporting().setFormat(authoring::Format::OwnJson);
    page.exporting().exportTo(f.files.filePath(QStringLiteral("no/where.json")));
    QTRY_VERIFY(page.exporting().state().error.has_value());
    page.go(QStringLiteral("all"));
    QTRY_VERIFY(f.shows(QStringLiteral("Export the whole library")));
    page.exporting().setFormat(authoring::Format::LibraryFolder);
    page.exporting().exportTo(f.files.filePath(QStringLiteral("library")));
    QTRY_COMPARE(page.exporting().state().agents, 1);
    QVERIFY(page.exporting().state().losses.isEmpty());
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(ImportPageTest)
#include "import_page_test.moc"
