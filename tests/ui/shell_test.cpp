// The window around the pages: how it was left, themes, languages, and a run against the real rehearsal
// model.
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>

#include "app/backend/backend.h"
#include "tests/ui/golden/pseudo_locale.h"
#include "tests/ui/window_fixture.h"
#include "ui/widgets/controls/message_strip.h"
#include "ui/widgets/controls/tokens.h"
#include "ui/widgets/transcript_view.h"

using namespace aiagent;
using testing::await;
using testing::WindowFixture;

class ShellTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }
  void cleanup() { m_theme->apply(ui::ThemeChoice::Light, 100); }

  void window_isAsItWasLeft() {
    WindowFixture f;
    f.addAgent({.name = "Newest"});
    const auto poet = f.addAgent({.name = "Poet"});
    f.addAgent({.name = "Critic"});
    f.open({900, 640});
    f.page().library().select(poet.id);
    QSignalSpy ended(f.window.get(), &ui::MainWindow::ended);
    f.window->close();
    QVERIFY(ended.count() == 1 || ended.wait());
    f.window.reset();
    f.open({1, 1});
    f.window->restoreGeometry(
        QByteArray::fromBase64(QByteArray::fromStdString(f.services.settings->value("window.geometry"))));
    QCOMPARE(f.window->size(), QSize(900, 640));
    QCOMPARE(f.page().library().state().selected, poet.id);
  }

  void badge_tellsHowManyWait_andIsGoneWithThem() {
    WindowFixture f;
    f.addAgent({.name = "Poet"});
    f.open();
    const auto entry = [&] {
      for (auto* button : f.window->findChildren<QToolButton*>())
        if (button->text() == QStringLiteral("Generate") && button->isCheckable()) return button;
      qFatal("the rail has no Generate");
    };
    const QImage without = entry()->grab().toImage();
    f.window->setBadge(QStringLiteral("generate"), 2, QStringLiteral("2 in the queue"));
    QCOMPARE(entry()->accessibleName(), QStringLiteral("Generate, 2 in the queue"));
    QVERIFY(entry()->toolTip().contains(QStringLiteral("2 in the queue")));
    QVERIFY(entry()->grab().toImage() != without);
    f.picture(QStringLiteral("badge"));
    f.window->setBadge(QStringLiteral("generate"), 0, QStringLiteral("0 in the queue"));
    QCOMPARE(entry()->accessibleName(), QStringLiteral("Generate"));
    QCOMPARE(entry()->grab().toImage(), without);
  }

  void theme_isSwitchedLive_withTextSize() {
    WindowFixture f;
    f.addAgent({.name = "Poet"});
    m_theme->apply(ui::ThemeChoice::Light, 100);
    f.open();
    const double points = f.window->font().pointSizeF();
    QVERIFY(!ui::isDark(f.window->palette()));
    m_theme->apply(ui::ThemeChoice::Dark, 150);
    QVERIFY(QTest::qWaitFor([&] { return ui::isDark(f.window->palette()); }));
    QCOMPARE(f.window->font().pointSizeF(), points * 1.5);
    QCOMPARE(ui::tokensFor(f.window->palette()).background, ui::tokensOf(ui::ThemeColours::Dark).background);
  }

  void narrowWindow_foldsPlaygroundAndLibraryAway() {
    WindowFixture f;
    f.addAgent({.name = "Poet"});
    f.open({1440, 900});
    const auto shown = [&](const char* name) {
      for (auto* widget : f.window->findChildren<QWidget*>())
        if (widget->accessibleName() == QLatin1String(name)) return widget->isVisible();
      return false;
    };
    QVERIFY(shown("Library") && shown("Editor") && shown("Playground"));
    f.window->resize(1000, 700);
    QTest::qWait(20);
    QVERIFY(shown("Library") && shown("Editor") && !shown("Playground"));
    f.window->resize(700, 700);
    QTest::qWait(20);
    QVERIFY(!shown("Library") && shown("Editor") && !shown("Playground"));
    f.window->resize(1440, 900);
    QTest::qWait(20);
    QVERIFY(shown("Library") && shown("Editor") && shown("Playground"));
  }

  void everyText_comesThroughTranslation_andFitsWhenItIsLonger() {
    tests::PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    {
      WindowFixture f;
      f.addAgent({.name = "Poet", .prompt = "Rhyme for {{reader}}."});
      f.open();
      f.picture(QStringLiteral("pseudo"));
      auto plain = tests::untranslatedTexts(
          *f.window, {QStringLiteral("Poet"), QStringLiteral("reader"), QStringLiteral("Agents"),
                      QStringLiteral("Generate"), QStringLiteral("gpt-5 · lab"),
                      QStringLiteral("Rhyme for {{reader}}."), QStringLiteral("v1")});
      // Placeholders that are JSON or an address, and Qt's own button inside a field, are the same in every
      // language.
      plain.removeIf([](const QString& text) {
        return text.contains(QLatin1String("\"type\"")) || text.contains(QLatin1String("https://")) ||
               text.startsWith(QLatin1String("QLineEditIconButton"));
      });
      QVERIFY2(plain.isEmpty(), qPrintable(plain.join(QLatin1Char('\n'))));
    }
    QCoreApplication::removeTranslator(&pseudo);
    QCOMPARE(pseudo.missing(), QStringList());
  }

  void told_isShownAboveThePage() {
    WindowFixture f;
    f.open();
    f.window->tell({.kind = ui::StripKind::Caution, .sentence = QStringLiteral("It is kept at /there.")});
    const auto shown = [&] {
      for (auto* label : f.window->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(QStringLiteral("/there"))) return true;
      return false;
    };
    QVERIFY(shown());
    f.window->openPage(QStringLiteral("agents"));
    QVERIFY(shown());
  }

  void rightToLeft_mirrorsTheWholeWindow() {
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    {
      WindowFixture f;
      f.addAgent({.name = "شاعر", .description = "يكتب الشعر", .prompt = "اكتب قصيدة عن {{topic}}."});
      f.open();
      f.picture(QStringLiteral("right-to-left"));
      auto* library = f.named<QWidget>(QStringLiteral("Library"));
      auto* playground = f.named<QWidget>(QStringLiteral("Playground"));
      QVERIFY(library->mapTo(f.window.get(), QPoint()).x() > playground->mapTo(f.window.get(), QPoint()).x());
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
  }

  void rehearsalModel_answersInTheWindow_endToEnd() {
    QTemporaryDir folder;
    auto opened = app::Backend::open(folder.path().toStdString());
    QVERIFY(opened);
    auto& backend = **opened;
    QVERIFY(backend.startRehearsal());
    QVERIFY(await<void>([&](auto done) { backend.providers().use(domain::kRehearsalProvider, done); }));
    QVERIFY(await<domain::Agent>([&](auto done) {
      backend.agents().create({.name = "Poet", .prompt = "Write about {{topic}}."}, done);
    }));
    ui::CommandRegistry registry;
    ui::AgentsPage page({backend.agents(), backend.versions(), backend.runs(), backend.providers(),
                         backend.models(), backend.settings(), backend.tools(), backend.knowledge(),
                         registry});
    page.resize(1300, 800);
    page.show();
    auto& playground = page.playground();
    QVERIFY(QTest::qWaitFor([&] { return page.agent().state().loaded && playground.state().rehearsal(); }));
    playground.setVariable("topic", QStringLiteral("rain"));
    playground.setMessage(QStringLiteral("Please"));
    playground.run();
    QVERIFY(QTest::qWaitFor([&] { return !playground.state().busy(); }, 20'000));
    QVERIFY2(!playground.state().error,
             playground.state().error ? playground.state().error->detail.c_str() : "");
    const auto run =
        await<domain::RunRecord>([&](auto done) { backend.runs().load(playground.state().tip, done); });
    QVERIFY(run);
    QCOMPARE(run->status, domain::RunStatus::Completed);
    QVERIFY(!run->text().empty());
    auto* view = page.findChild<widgets::TranscriptView*>();
    view->selectAll();
    QVERIFY(view->selectedText().contains(QStringLiteral("Please")));
    QVERIFY(view->messageCount() >= 2);
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
