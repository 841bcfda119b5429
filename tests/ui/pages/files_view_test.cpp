#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>

#include "core/wire/json_text.h"
#include "tests/ui/pages/files_fixture.h"
#include "ui/pages/deployments/open_at_line.h"

using namespace aiagent;
using namespace aiagent::testing;
using Stage = ui::FilesState::Stage;

class FilesViewTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void noFolder_saysWhatIsRead_andOffersToChoose() {
    FilesFixture f;
    f.show();
    QVERIFY(f.shows(QStringLiteral("No folder chosen")));
    QVERIFY(f.button(QStringLiteral("Choose a Folder…")));
    QVERIFY(!f.button(QStringLiteral("Choose Folder…")));
  }

  void findings_standByFile_worstFirst() {
    FilesFixture f;
    f.writeFaulty();
    f.writeSound();
    QVERIFY(f.openChecked());
    QCOMPARE(f.rows().size(), 2);
    QVERIFY(f.rows()[0].startsWith(QStringLiteral("Dockerfile – ")));
    const auto* group = f.table().topLevelItem(0);
    QCOMPARE(group->child(0)->text(0), QStringLiteral("Error"));
    QVERIFY(f.row("DOCKER-001"));
    QCOMPARE(f.row("DOCKER-001")->text(2), QStringLiteral("Dockerfile:1"));
    QVERIFY(f.shows(QStringLiteral("3 files, checked just now")));
  }

  void soundFiles_sayHowManyWereCheckedByHowManyRules() {
    FilesFixture f;
    f.writeSound();
    QVERIFY(f.openChecked());
    QVERIFY(f.shows(QStringLiteral("Nothing wrong")));
    QVERIFY(f.shows(QStringLiteral("1 file was checked by ")));
  }

  void clusterThatIsNotWatched_isSaid() {
    FilesFixture f;
    f.writeSound();
    QVERIFY(f.openChecked());
    const domain::Environment production{.name = "production"};
    f.vm->setEnvironment(&production, nullptr);
    f.vm->choose(f.folder.path());
    QVERIFY(f.until(Stage::Checked));
    QVERIFY(f.shows(QStringLiteral("Nothing wrong")));
    QVERIFY(f.shows(QStringLiteral("production: not checked, because its cluster is not watched.")));
    f.writeFaulty();
    QVERIFY(QTest::qWaitFor([&] { return f.row("DOCKER-001") != nullptr; }, 20'000));
    QCOMPARE(f.table().topLevelItem(0)->text(0), QStringLiteral("In production"));
  }

  void folderWithoutSuchFiles_saysSo() {
    FilesFixture f;
    f.write("README.md", "x");
    QVERIFY(f.openChecked());
    QVERIFY(f.shows(QStringLiteral("Nothing to check")));
  }

  void folderThatIsGone_isSaid_andTriedAgain() {
    FilesFixture f;
    f.vm->choose(f.folder.filePath(QStringLiteral("gone")));
    f.show();
    QVERIFY(f.until(Stage::Failed));
    QVERIFY(f.shows(QStringLiteral("The folder could not be read")));
    f.write("gone/docker-compose.yml", "services:\n  app:\n    image: app\n");
    QVERIFY(f.until(Stage::Checked));
  }

  void chosenFinding_showsReasonRepairAndLines() {
    FilesFixture f;
    f.writeFaulty();
    QVERIFY(f.openChecked());
    f.table().setCurrentItem(f.row("DOCKER-001"));
    QVERIFY(f.view->pane()->isVisible());
    QVERIFY(f.shows(QStringLiteral("Error · DOCKER-001")));
    auto* lines = f.named<QPlainTextEdit>(QStringLiteral("The lines of the file"));
    QCOMPARE(lines->toPlainText().section(QLatin1Char('\n'), 0, 1),
             QStringLiteral("> 1  FROM node:16-alpine\n  2  WORKDIR /app"));
    QCOMPARE(lines->extraSelections().size(), 1);
  }

  void namesOfStrangers_arePlainText() {
    FilesFixture f;
    f.writeFaulty();
    QVERIFY(f.openChecked());
    f.table().setCurrentItem(f.row("K8S-034"));
    int shown = 0;
    for (auto* label : f.view->pane()->findChildren<QLabel*>()) {
      if (!label->text().contains(QStringLiteral("<b>web</b>"))) continue;
      QCOMPARE(label->textFormat(), Qt::PlainText);
      ++shown;
    }
    QCOMPARE(shown, 1);
  }

  void filter_narrowsByTextSeverityAndRule() {
    FilesFixture f;
    f.writeFaulty();
    QVERIFY(f.openChecked());
    f.view->focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("service.YAML"));
    QCOMPARE(f.rows().size(), 1);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("zzz"));
    QVERIFY(f.shows(QStringLiteral("No finding matches the filter.")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(f.rows().size(), 2);
    f.named<QComboBox>(QStringLiteral("Severity"))->setCurrentIndex(2);
    for (int i = 0; i < f.table().topLevelItemCount(); ++i)
      for (int j = 0; j < f.table().topLevelItem(i)->childCount(); ++j)
        QCOMPARE(f.table().topLevelItem(i)->child(j)->text(0), QStringLiteral("Error"));
    f.named<QComboBox>(QStringLiteral("Severity"))->setCurrentIndex(0);
    auto* rules = f.named<QComboBox>(QStringLiteral("Rule"));
    rules->setCurrentIndex(rules->findData(QStringLiteral("DOCKER-001")));
    QVERIFY(f.rows().size() == 1 && f.rows()[0].endsWith(QStringLiteral(": DOCKER-001")));
  }

  void changeOfAFile_isCheckedByItself_andTheChosenFindingStays() {
    FilesFixture f;
    f.writeFaulty();
    QVERIFY(f.openChecked());
    f.table().setCurrentItem(f.row("K8S-034"));
    f.write("Dockerfile", "FROM node:22-alpine\n# longer than before, so that its size tells\n");
    QVERIFY(QTest::qWaitFor([&] { return !f.row("DOCKER-001"); }, 20'000));
    QVERIFY(f.table().currentItem());
    QCOMPARE(f.table().currentItem()->text(1), QStringLiteral("K8S-034"));
    QVERIFY(f.view->pane()->isVisible());
  }

  void unwatchedFolder_isCheckedOnlyWhenAsked() {
    FilesFixture f;
    f.writeFaulty();
    QVERIFY(f.openChecked());
    for (auto* box : f.view->findChildren<QCheckBox*>()) box->click();
    f.write("Dockerfile", "# nothing at all, and quite a lot of it\n");
    QTest::qWait(150);
    QVERIFY(f.row("DOCKER-001"));
    f.vm->check();
    QVERIFY(QTest::qWaitFor([&] { return !f.row("DOCKER-001"); }, 20'000));
  }

  void cancel_beforeAnythingIsKnown_offersToBeginAgain() {
    FilesFixture f;
    f.writeFaulty();
    f.show();
    f.vm->choose(f.folder.path());
    QVERIFY(f.vm->state().checking);
    f.vm->cancel();
    QVERIFY(f.shows(QStringLiteral("The folder was not checked to its end.")));
    QTest::qWait(50);
    QCOMPARE(f.vm->state().stage, Stage::Stopped);
    f.button(QStringLiteral("Check Again"))->click();
    QVERIFY(f.until(Stage::Checked));
  }

  void folder_isRememberedForEachEnvironment() {
    FilesFixture f;
    f.writeFaulty();
    f.writeSound();
    domain::Environment production{
        .id = domain::EnvironmentId::parse("01890a5d-ac96-774b-bcce-b302099a8057").value(),
        .name = "production"};
    f.vm->setEnvironment(&production, nullptr);
    f.vm->choose(f.folder.filePath(QStringLiteral("kubernetes")));
    f.vm->setEnvironment(nullptr, nullptr);
    QCOMPARE(f.vm->state().folder, QString());
    f.vm->choose(f.folder.path());
    f.make();
    QCOMPARE(f.vm->state().folder, f.folder.path());
    f.vm->setEnvironment(&production, nullptr);
    QCOMPARE(f.vm->state().folder, f.folder.filePath(QStringLiteral("kubernetes")));
  }

  void droppedFolder_isChosen() {
    FilesFixture f;
    f.writeSound();
    f.show();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(f.folder.path())});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.view.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.view.get(), &drop);
    QVERIFY(f.until(Stage::Checked));
    QCOMPARE(f.vm->state().folder, f.folder.path());
  }

  void openAndCopy_giveFileAndLine() {
    FilesFixture f;
    f.writeFaulty();
    QVERIFY(f.openChecked());
    f.table().setCurrentItem(f.row("DOCKER-001"));
    QString opened;
    f.view->pane()->setOpener([&](const QString& path, int line) {
      opened = path + QLatin1Char(':') + QString::number(line);
      return false;
    });
    f.button(QStringLiteral("Open the File"))->click();
    QCOMPARE(opened, f.folder.filePath(QStringLiteral("Dockerfile")) + QStringLiteral(":1"));
    QCOMPARE(QApplication::clipboard()->text(), opened);
    QTest::keyClick(&f.table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("Dockerfile:1: error DOCKER-001 ")));
  }

  void exports_areWhole() {
    FilesFixture f;
    f.writeFaulty();
    QVERIFY(f.openChecked());
    QVERIFY(wire::isJson(f.vm->exported(ui::LintFormat::Json)));
    QVERIFY(wire::isJson(f.vm->exported(ui::LintFormat::Sarif)));
    const auto path = f.folder.filePath(QStringLiteral("findings.txt"));
    bool saved = false;
    f.vm->save(ui::LintFormat::Text, path, [&](const base::Result<void>& done) { saved = done.ok(); });
    QVERIFY(QTest::qWaitFor([&] { return saved; }));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(std::size_t(file.readAll().count('\n')), f.vm->state().findings.size());
  }

  void keyboard_goesFromTheFilterThroughTheTableToTheFindingAndBack() {
    FilesFixture f;
    f.writeFaulty();
    QVERIFY(f.openChecked());
    f.view->focusSearch();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), &f.table());
    f.table().setCurrentItem(f.row("DOCKER-001"));
    QTest::keyClick(&f.table(), Qt::Key_Return);
    QVERIFY(f.view->pane() == QApplication::focusWidget() ||
            f.view->pane()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), &f.table());
    QVERIFY(!f.view->pane()->isVisible());
  }

  void editor_isToldTheLine() {
    const auto only = [](const char* name) {
      return [name](const QString& wanted) {
        return wanted == QLatin1String(name) ? QStringLiteral("/usr/bin/") + wanted : QString();
      };
    };
    QCOMPARE(ui::editorCommand(QStringLiteral("/a b%1"), 7, only("kate"))->arguments,
             QStringList({QStringLiteral("--line"), QStringLiteral("7"), QStringLiteral("/a b%1")}));
    QCOMPARE(ui::editorCommand(QStringLiteral("/a"), 7, only("code"))->arguments,
             QStringList({QStringLiteral("--goto"), QStringLiteral("/a:7")}));
    QVERIFY(!ui::editorCommand(QStringLiteral("/a"), 7, only("vi")));
  }
};

QTEST_MAIN(FilesViewTest)
#include "files_view_test.moc"
