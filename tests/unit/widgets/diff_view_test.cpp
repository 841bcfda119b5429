#include "ui/widgets/diff_view.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QTextBlock>
#include <QtTest>

using namespace aiagent::widgets;

namespace {

using Kind = DiffPiece::Kind;

QList<DiffSection> wordChange() {
  return {{QStringLiteral("Prompt"),
           {{Kind::Same, QStringLiteral("You are ")},
            {Kind::Removed, QStringLiteral("kind")},
            {Kind::Added, QStringLiteral("brief")},
            {Kind::Same, QStringLiteral(".\n")},
            {Kind::Removed, QStringLiteral("Old.\n")},
            {Kind::Added, QStringLiteral("New.\n")}}}};
}

QString lines(int count) {
  QString text;
  for (int i = 0; i < count; ++i) text += QStringLiteral("line %1\n").arg(i);
  return text;
}

QStringList shown(const DiffView& view) {
  return view.toPlainText().split(QLatin1Char('\n'));
}

}  // namespace

class DiffViewTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void words_areStruckOutAndUnderlinedInTheirLine() {
    DiffView view;
    view.setSections(wordChange());
    QCOMPARE(shown(view), QStringList({QStringLiteral("Prompt"), QStringLiteral("You are kindbrief."),
                                       QStringLiteral("Old."), QStringLiteral("New.")}));
    QTextCursor cursor(view.document()->findBlockByNumber(1));
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, 9);
    QVERIFY(cursor.charFormat().fontStrikeOut());
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, 4);
    QVERIFY(cursor.charFormat().fontUnderline());
  }

  void unchangedLines_areFoldedAndOpenedByKey() {
    DiffView view;
    view.setSections({{QString(),
                       {{Kind::Removed, QStringLiteral("a\n")},
                        {Kind::Same, lines(20)},
                        {Kind::Added, QStringLiteral("b\n")}}}});
    QCOMPARE(view.blockCount(), 1 + 3 + 1 + 3 + 1);
    QVERIFY(view.document()->findBlockByNumber(4).text().contains(QStringLiteral("14")));
    view.setTextCursor(QTextCursor(view.document()->findBlockByNumber(4)));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(view.blockCount(), 22);
    QCOMPARE(view.toPlainText(), QStringLiteral("a\n") + lines(20) + QStringLiteral("b"));
  }

  void foldAtTheBeginning_opensToo() {
    DiffView view;
    view.setSections({{QString(), {{Kind::Same, lines(20)}, {Kind::Added, QStringLiteral("b\n")}}}});
    QCOMPARE(view.blockCount(), 1 + 3 + 1);
    view.moveCursor(QTextCursor::Start);
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(view.toPlainText(), lines(20) + QStringLiteral("b"));
  }

  void altDown_goesFromChangeToChange() {
    DiffView view;
    view.setSections({{QString(),
                       {{Kind::Same, QStringLiteral("x\n")},
                        {Kind::Removed, QStringLiteral("a\n")},
                        {Kind::Same, QStringLiteral("y\n")},
                        {Kind::Added, QStringLiteral("b\n")}}}});
    view.moveCursor(QTextCursor::Start);
    QTest::keyClick(&view, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(view.textCursor().blockNumber(), 1);
    QTest::keyClick(&view, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(view.textCursor().blockNumber(), 3);
    QTest::keyClick(&view, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(view.textCursor().blockNumber(), 3);
    QTest::keyClick(&view, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(view.textCursor().blockNumber(), 1);
  }

  void copy_withoutASelection_isTheWholeWithMarks() {
    DiffView view;
    view.setSections(wordChange());
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("Prompt\n- You are kind.\n+ You are brief.\n- Old.\n+ New.\n"));
  }

  void copy_ofASelection_leavesOutWhatWasRemoved() {
    DiffView view;
    view.setSections(wordChange());
    QTextCursor cursor(view.document()->findBlockByNumber(1));
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    view.setTextCursor(cursor);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("You are brief."));
  }

  void screenReader_isToldWhatWentAndCame() {
    DiffView view;
    view.setSections(wordChange());
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("removed: kind, added: brief")));
  }

  void lineEndThatWasTakenAway_isSeen() {
    DiffView view;
    view.setSections({{QString(),
                       {{Kind::Same, QStringLiteral("one")},
                        {Kind::Removed, QStringLiteral("\n")},
                        {Kind::Same, QStringLiteral("two")}}}});
    QVERIFY(view.toPlainText().contains(QStringLiteral("↵")));
  }

  void sameSectionsAgain_leaveOpenFoldsAlone() {
    DiffView view;
    const QList<DiffSection> sections{{QString(), {{Kind::Same, lines(20)}}}};
    view.setSections(sections);
    QCOMPARE(view.blockCount(), 1);
    view.moveCursor(QTextCursor::Start);
    QTest::keyClick(&view, Qt::Key_Return);
    view.setSections(sections);
    QCOMPARE(view.blockCount(), 20);
  }

  void longText_isThereAsAWhole() {
    DiffView view;
    const QString old = lines(20'000);
    view.setSections({{QString(), {{Kind::Removed, old}, {Kind::Added, old}}}});
    QCOMPARE(view.blockCount(), 40'000);
  }
};

QTEST_MAIN(DiffViewTest)
#include "diff_view_test.moc"
