// What the view of a deployment's files looks like.
#include <QApplication>

#include "tests/ui/golden/golden.h"
#include "tests/ui/pages/files_fixture.h"
#include "ui/shell/theme.h"
#include "ui/widgets/controls/parts.h"

using namespace aiagent;
using namespace aiagent::testing;
using Stage = ui::FilesState::Stage;

class FilesGoldenTest : public QObject {
  Q_OBJECT

 private:
  ui::Theme m_theme{*qApp};  // one for all: it knows what the text size was before

  struct Look {
    const char* name;
    ui::ThemeChoice theme = ui::ThemeChoice::Light;
    int percent = 100;
    QSize size = {1000, 620};
    bool mirrored = false;
  };

  // The folder has another name each time.
  static void nameFolder(FilesFixture& f) {
    for (auto* label : f.view->findChildren<ui::ElidedLabel*>())
      if (label->fullText() == f.folder.path()) label->setFullText(QStringLiteral("/home/ann/shop/deploy"));
  }

  void compare(const QString& state, const Look& look, const std::function<void(FilesFixture&)>& prepare) {
    m_theme.apply(look.theme, look.percent);
    QApplication::setLayoutDirection(look.mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    FilesFixture f;
    prepare(f);
    f.show(look.size);
    if (!f.vm->state().folder.isEmpty()) QVERIFY(f.until(Stage::Checked));
    if (auto* row = f.row("DOCKER-001")) f.table().setCurrentItem(row);
    nameFolder(f);
    const auto outcome = tests::compareGolden(
        QStringLiteral("files-%1-%2").arg(state, QLatin1String(look.name)), tests::pictureOf(*f.view));
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY2(outcome.same, qPrintable(outcome.message));
  }

 private Q_SLOTS:
  void findings() {
    const auto prepare = [](FilesFixture& f) {
      f.writeFaulty();
      f.vm->choose(f.folder.path());
    };
    for (const auto& look : {Look{"light"}, Look{"dark", ui::ThemeChoice::Dark},
                             Look{"narrow", ui::ThemeChoice::Light, 100, {640, 760}},
                             Look{"double", ui::ThemeChoice::Light, 200, {1340, 840}},
                             Look{"mirrored", ui::ThemeChoice::Light, 100, {1000, 620}, true}})
      compare(QStringLiteral("findings"), look, prepare);
  }
  void empty() {
    for (const auto& look : {Look{"light"}, Look{"dark", ui::ThemeChoice::Dark}})
      compare(QStringLiteral("empty"), look, [](FilesFixture&) {});
  }
  void sound() {
    compare(QStringLiteral("sound"), {"light"}, [](FilesFixture& f) {
      f.writeSound();
      f.vm->choose(f.folder.path());
    });
  }
  void noneIsLeftOver() { QCOMPARE(tests::unusedGoldens(QStringLiteral("files-")), QStringList()); }
};

AIAGENT_GOLDEN_MAIN(FilesGoldenTest)
#include "files_golden_test.moc"
