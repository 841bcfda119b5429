#include <QAction>
#include <QDirIterator>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "resources/resources.h"
#include "ui/widgets/controls/command_registry.h"
#include "ui/widgets/controls/elided_button.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/message_strip.h"
#include "ui/widgets/controls/mnemonic.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/section_bar.h"
#include "ui/widgets/controls/tokens.h"

using namespace aiagent::ui;

namespace {

QToolButton* named(const QWidget& parent, const QString& accessibleName) {
  for (auto* button : parent.findChildren<QToolButton*>())
    if (button->accessibleName() == accessibleName) return button;
  qFatal("no button is called %s", qPrintable(accessibleName));
}

// The colour of the most opaque pixel.
QColor inkOf(const QPixmap& pixmap) {
  const QImage image = pixmap.toImage();
  QColor ink(Qt::transparent);
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (image.pixelColor(x, y).alpha() > ink.alpha()) ink = image.pixelColor(x, y);
  return ink;
}

}  // namespace

class ControlsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tokens_everyTextColour_canBeRead_data() {
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << int(ThemeColours::Light);
    QTest::newRow("dark") << int(ThemeColours::Dark);
    QTest::newRow("high contrast") << int(ThemeColours::HighContrast);
  }
  void tokens_everyTextColour_canBeRead() {
    QFETCH(int, theme);
    const Tokens tokens = tokensOf(ThemeColours(theme));
    for (const auto& colour :
         {tokens.text, tokens.muted, tokens.positive, tokens.caution, tokens.negative, tokens.informative})
      for (const auto& ground : {tokens.background, tokens.surface})
        QVERIFY2(contrast(colour, ground) >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3")
                                                                 .arg(colour.name(), ground.name())
                                                                 .arg(contrast(colour, ground))));
    const std::pair<QColor, QColor> softs[] = {{tokens.positive, tokens.positiveSoft},
                                               {tokens.caution, tokens.cautionSoft},
                                               {tokens.negative, tokens.negativeSoft},
                                               {tokens.informative, tokens.informativeSoft}};
    for (const auto& [colour, soft] : softs) {
      QVERIFY2(contrast(tokens.text, soft) >= 4.5, qPrintable(soft.name()));
      QVERIFY2(contrast(colour, soft) >= 3.0, qPrintable(soft.name()));
    }
    QVERIFY(contrast(tokens.text, tokens.accentSoft) >= 4.5);
    QVERIFY(contrast(tokens.muted, tokens.accentSoft) >= 3.0);
    const QPalette palette = paletteOf(ThemeColours(theme));
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
  }

  void tokensFor_ourPalettes_areRecognised() {
    for (const auto theme : {ThemeColours::Light, ThemeColours::Dark, ThemeColours::HighContrast})
      QCOMPARE(tokensFor(paletteOf(theme)).negative, tokensOf(theme).negative);
  }

  void tokensFor_aForeignPalette_followsItsGrounds() {
    QPalette desert(QColor(0xe8, 0xdc, 0xc0), QColor(0xe8, 0xdc, 0xc0));
    desert.setColor(QPalette::WindowText, QColor(0x30, 0x20, 0x10));
    const Tokens tokens = tokensFor(desert);
    QCOMPARE(tokens.background, desert.color(QPalette::Window));
    QVERIFY(contrast(tokens.muted, tokens.background) >= 4.5);
    QVERIFY(!isDark(desert));
  }

  void icon_everyFile_drawsSomething() {
    aiagent::resources::load();
    QDirIterator files(QStringLiteral(":/aiagent/icons"), {QStringLiteral("*.svg")}, QDir::Files,
                       QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
      const QFileInfo file(files.next());
      const QPixmap pixmap = icon(file.completeBaseName()).pixmap(QSize(16, 16), 1.0);
      QVERIFY2(inkOf(pixmap).alpha() > 100, qPrintable(file.fileName()));
      ++seen;
    }
    QVERIFY(seen > 80);
  }

  void icon_aNewPalette_givesANewColour() {
    const QPalette before = QGuiApplication::palette();
    QGuiApplication::setPalette(paletteOf(ThemeColours::Light));
    const QIcon save = icon(QStringLiteral("document-save"));
    const QColor dark = inkOf(save.pixmap(QSize(22, 22), 1.0));
    QGuiApplication::setPalette(paletteOf(ThemeColours::Dark));
    const QColor light = inkOf(save.pixmap(QSize(22, 22), 1.0));
    QGuiApplication::setPalette(before);
    QVERIFY(dark.lightness() < 100);
    QVERIFY(light.lightness() > 200);
  }

  void icon_twiceTheScale_hasTwiceThePixels() {
    QCOMPARE(icon(QStringLiteral("tag")).pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
  }

  void icon_inATallRoom_staysSquare() {
    QImage canvas(16, 40, QImage::Format_ARGB32_Premultiplied);
    canvas.fill(Qt::transparent);
    {
      QPainter painter(&canvas);
      icon(QStringLiteral("media-playback-start")).paint(&painter, canvas.rect());
    }
    for (int x = 0; x < 16; ++x)
      for (const int y : {2, 8, 32, 38}) QCOMPARE(canvas.pixelColor(x, y).alpha(), 0);
  }

  void strip_tell_showsSentenceButtonsAndCloses() {
    MessageStrip strip;
    QSignalSpy triggered(&strip, &MessageStrip::triggered);
    QSignalSpy dismissed(&strip, &MessageStrip::dismissed);
    strip.tell({.kind = StripKind::Negative,
                .sentence = QStringLiteral("No connection."),
                .buttons = {{QStringLiteral("again"), QStringLiteral("Try Again")}}});
    QVERIFY(strip.isVisible());
    QVERIFY(strip.accessibleDescription().contains(QLatin1String("No connection.")));
    auto* again = strip.findChild<QPushButton*>();
    QVERIFY(again);
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(triggered.takeFirst().at(0).toString(), QStringLiteral("again"));
    QTest::mouseClick(strip.findChild<QToolButton*>(), Qt::LeftButton);
    QCOMPARE(dismissed.count(), 1);
    QVERIFY(!strip.isVisible());
  }

  void elidedLabel_tooNarrow_keepsTheWholeTextInTheToolTip() {
    ElidedLabel label;
    label.resize(60, 20);
    label.show();
    label.setFullText(QStringLiteral("A sentence that does not fit into sixty pixels"));
    QVERIFY(label.text().endsWith(QChar(0x2026)));
    QCOMPARE(label.toolTip(), label.fullText());
    label.resize(800, 20);
    QCOMPARE(label.text(), label.fullText());
    QVERIFY(label.toolTip().isEmpty());
  }

  void elidedButton_givesWay_butItsTailStays() {
    ElidedButton button;
    button.setFullText(QStringLiteral("Recent & first"), QStringLiteral(" >"));
    button.resize(button.sizeHint());
    button.show();
    QCOMPARE(button.text(), QStringLiteral("Recent && first >"));
    button.resize(button.sizeHint() - QSize(20, 0));
    QVERIFY(button.text().contains(QChar(0x2026)));
    QVERIFY(button.text().endsWith(QLatin1String(" >")));
  }

  void sectionBar_narrow_keepsTheOpenedAndOffersTheOthers() {
    SectionBar bar;
    for (const char* title : {"Variables", "Parameters", "Tools", "Output schema", "Starters", "Cases"})
      bar.add(QString::fromLatin1(title));
    QSignalSpy chosen(&bar, &SectionBar::chosen);
    const auto seen = [&] {
      QStringList titles;
      for (const auto* button : bar.findChildren<QToolButton*>())
        if (button->isVisible() && !button->text().isEmpty()) titles << button->text();
      return titles;
    };
    bar.resize(bar.sizeHint());
    bar.show();
    QCOMPARE(seen().size(), 6);
    bar.setOpened(4);
    bar.resize(bar.minimumSizeHint() + QSize(90, 0));
    QVERIFY(seen().size() < 6);
    QVERIFY(seen().contains(QStringLiteral("Starters")));
    for (const auto* button : bar.findChildren<QToolButton*>())
      QVERIFY(!button->isVisible() || bar.rect().contains(button->geometry()));

    auto* first = bar.findChildren<QToolButton*>().at(2);
    QCOMPARE(first->text(), QStringLiteral("Variables"));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Space);
    QCOMPARE(chosen.takeFirst().at(0).toInt(), 0);
    QTest::keyClick(first, Qt::Key_Right);
    QVERIFY(!first->hasFocus());

    auto* others = named(bar, QStringLiteral("More sections"));
    Q_EMIT others->menu()->aboutToShow();
    others->menu()->actions().constLast()->trigger();
    QCOMPARE(chosen.takeFirst().at(0).toInt(), 5);
    named(bar, QStringLiteral("Close the section"))->click();
    QCOMPARE(chosen.takeFirst().at(0).toInt(), -1);
  }

  void registry_shortcut_isRunFromTheKeyboardAndChangeable() {
    QWidget window;
    auto* field = new QLineEdit(&window);
    CommandRegistry registry;
    int runs = 0;
    registry.add(&window,
                 {QStringLiteral("a.run"),
                  QStringLiteral("&Run"),
                  QStringLiteral("A"),
                  {},
                  {QKeySequence(QStringLiteral("Ctrl+Return"))}},
                 [&] { ++runs; });
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(runs, 1);
    registry.setShortcut(QStringLiteral("a.run"), QKeySequence(QStringLiteral("F9")));
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(runs, 1);
    QTest::keyClick(field, Qt::Key_F9);
    QCOMPARE(runs, 2);
    QCOMPARE(registry.ownShortcuts().value(QStringLiteral("a.run")), QStringLiteral("F9"));
    registry.resetShortcut(QStringLiteral("a.run"));
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(runs, 3);
  }

  void registry_usersOf_findsAClash() {
    QWidget window;
    CommandRegistry registry;
    const QKeySequence keys(QStringLiteral("Ctrl+S"));
    registry.add(&window, {QStringLiteral("save"), QStringLiteral("Save"), {}, {}, {keys}}, [] {});
    QCOMPARE(registry.usersOf(keys, QStringLiteral("other")), QStringList{QStringLiteral("save")});
    QVERIFY(registry.usersOf(keys, QStringLiteral("save")).isEmpty());
  }

  void mnemonic_isTakenOut_howeverItIsWritten_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    QTest::newRow("none") << QStringLiteral("Save") << QStringLiteral("Save");
    QTest::newRow("in the word") << QStringLiteral("Run &again") << QStringLiteral("Run again");
    QTest::newRow("a real one") << QStringLiteral("R&&D") << QStringLiteral("R&D");
    QTest::newRow("at the end") << QStringLiteral("Save&") << QStringLiteral("Save");
    QTest::newRow("behind the word") << QStringLiteral("保存(&S)") << QStringLiteral("保存");
    QTest::newRow("before dots") << QStringLiteral("导出 (&E)…") << QStringLiteral("导出…");
    QTest::newRow("wide brackets") << QStringLiteral("模型（&M）：") << QStringLiteral("模型：");
    QTest::newRow("brackets of the text") << QStringLiteral("Copy (all)") << QStringLiteral("Copy (all)");
  }
  void mnemonic_isTakenOut_howeverItIsWritten() {
    QFETCH(QString, text);
    QFETCH(QString, read);
    QCOMPARE(withoutMnemonic(text), read);
  }

  void registry_ownerGone_commandGone() {
    CommandRegistry registry;
    {
      QWidget page;
      registry.add(&page, {QStringLiteral("x"), QStringLiteral("X"), {}}, [] {});
      QCOMPARE(registry.commands().size(), std::size_t(1));
    }
    QVERIFY(registry.commands().empty());
  }
};

QTEST_MAIN(ControlsTest)
#include "controls_test.moc"
