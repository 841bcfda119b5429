#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

#include "ui/widgets/code_edit.h"
#include "ui/widgets/prompt_edit.h"

namespace aiagent::widgets {
namespace {

QString str(const char* text) {
  return QString::fromUtf8(text);
}

QStringList marked(const QPlainTextEdit& edit, const QColor& color) {
  QStringList texts;
  for (const auto& selection : edit.extraSelections())
    if (selection.format.foreground().color() == color) texts << selection.cursor.selectedText();
  return texts;
}

template <class Edit>
void show(Edit& edit) {
  edit.resize(400, 300);
  edit.show();
  QVERIFY(QTest::qWaitForWindowExposed(&edit));
  edit.activateWindow();
  edit.setFocus();
}

}  // namespace

class EditTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void text_comesBackExactly() {
    PromptEdit edit;
    const QString text = str("a\u00A0b\u2028c\n\n😀 \u0645\u0631\u062D\u0628\u0627 e\u0301\ttab\n");
    edit.setText(text);
    QCOMPARE(edit.text(), text);
    edit.selectAll();
    edit.copy();
    QCOMPARE(QApplication::clipboard()->text(), text);
  }

  void typing_isAnEdit_settingIsNot() {
    PromptEdit edit;
    show(edit);
    QSignalSpy edited(&edit, &PlainEdit::textEdited);
    edit.setText(str("one"));
    QTest::qWait(10);
    QCOMPARE(edited.size(), 0);
    QTest::keyClicks(&edit, str("ab"));
    QCOMPARE(edited.size(), 2);
    const int caret = edit.textCursor().position();
    edit.setText(edit.text());  // an echo keeps caret and history
    QCOMPARE(edit.textCursor().position(), caret);
    QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edit.text(), str("one"));
    QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(edit.text(), str("abone"));
  }

  void variables_areMarked_knownAndUnknown() {
    PromptEdit edit;
    show(edit);
    edit.setText(str("😀 {{team}} and {{ größe }}, {{not a name}},\n{{\nx}} {{team}}"));
    QTest::qWait(20);
    const auto& colors = edit.colors();
    QCOMPARE(marked(edit, colors.variable),
             (QStringList{str("{{team}}"), str("{{ größe }}"), str("{{\u2029x}}"), str("{{team}}")}));
    edit.setKnownVariables({str("team")});
    QTest::qWait(20);
    QCOMPARE(marked(edit, colors.variable), (QStringList{str("{{team}}"), str("{{team}}")}));
    QCOMPARE(marked(edit, colors.unknown), (QStringList{str("{{ größe }}"), str("{{\u2029x}}")}));
    QTest::keyClicks(&edit, str("{{new}}"));
    QTest::qWait(20);
    QCOMPARE(marked(edit, colors.unknown).first(), str("{{new}}"));
  }

  void paste_isPlain() {
    PromptEdit edit;
    show(edit);
    auto* data = new QMimeData;
    data->setHtml(str("<b>bold</b>"));
    data->setText(str("bold\r\nline"));
    QApplication::clipboard()->setMimeData(data);
    edit.paste();
    QCOMPARE(edit.text(), str("bold\nline"));
  }

  void tab_movesFocus_unlessTold() {
    QWidget window;
    PromptEdit first(&window), second(&window);
    show(window);
    first.setFocus();
    QTest::keyClick(&first, Qt::Key_Tab);
    QVERIFY(second.hasFocus());
    QCOMPARE(first.text(), QString());
    second.setTabMovesFocus(false);
    QTest::keyClick(&second, Qt::Key_Tab);
    QCOMPARE(second.text(), str("\t"));
    QVERIFY(second.hasFocus());
  }

  void longText_marksOnlyWhatIsInSight() {
    PromptEdit edit;
    show(edit);
    QString text;
    for (int i = 0; i < 9'000; ++i) text += str("line {{v%1}}\n").arg(i);
    edit.setText(text);
    QTest::qWait(20);
    const auto near = [&] { return marked(edit, edit.colors().variable); };
    QVERIFY(near().contains(str("{{v0}}")));
    QVERIFY(near().size() < 100);
    edit.verticalScrollBar()->setValue(edit.verticalScrollBar()->maximum());
    QTest::qWait(20);
    QVERIFY(near().contains(str("{{v8999}}")));
    QVERIFY(near().size() < 100);
  }

  void veryLongText_isPutInByAndBy() {
    PromptEdit edit;
    show(edit);
    QSignalSpy edited(&edit, &PlainEdit::textEdited);
    QString text;
    while (text.size() < 1'000'000) text += str("a line 😀 {{v}}\n");
    edit.setText(text);
    QVERIFY(edit.document()->characterCount() < text.size() / 2);
    QCOMPARE(edit.text(), text);
    QTRY_COMPARE(edit.document()->characterCount(), int(text.size()) + 1);
    QCOMPARE(edit.text(), text);
    QCOMPARE(edit.textCursor().position(), 0);
    QCOMPARE(edited.size(), 0);
    edit.setText(text + str("x"));
    QTest::keyClicks(&edit, str("y"));  // while it is put in
    QCOMPARE(edit.text(), str("y") + text + str("x"));
    edit.setText(str("short"));
    QTest::qWait(20);
    QCOMPARE(edit.text(), str("short"));
  }

  void code_isMarkedAndIndented() {
    CodeEdit edit;
    show(edit);
    QTest::keyClicks(&edit, str("{"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClicks(&edit, str("\"a\": \"b\", \"n\": 1.5"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.text(), str("{\n  \"a\": \"b\", \"n\": 1.5\n  "));
    QTest::qWait(20);
    QCOMPARE(marked(edit, edit.colors().key), (QStringList{str("\"a\""), str("\"n\"")}));
    QCOMPARE(marked(edit, edit.colors().string), QStringList{str("\"b\"")});
    QCOMPARE(marked(edit, edit.colors().number), QStringList{str("1.5")});
    QCOMPARE(edit.fontMetrics().horizontalAdvance(u'i'), edit.fontMetrics().horizontalAdvance(u'W'));
  }

  void code_tellsItsError() {
    CodeEdit edit;
    show(edit);
    edit.setText(str("{\n  oops\n}"));
    edit.setError(2, str("a name in quotes is expected"));
    QTest::qWait(20);
    QStringList wrong;
    for (const auto& selection : edit.extraSelections())
      if (selection.format.underlineStyle() == QTextCharFormat::WaveUnderline)
        wrong << selection.cursor.selectedText();
    QCOMPARE(wrong, QStringList{str("oops")});
    QVERIFY(edit.accessibleDescription().contains(str("expected")));
    edit.setError(0, {});
    QTest::qWait(20);
    QVERIFY(edit.accessibleDescription().isEmpty());
  }

  void lineNumbers_growWithTheText() {
    CodeEdit edit;
    show(edit);
    const int narrow = edit.lineNumberWidth();
    edit.setText(QString(1500, u'\n'));
    QVERIFY(edit.lineNumberWidth() > narrow);
    QCOMPARE(edit.viewport()->geometry().left(), edit.contentsRect().left() + edit.lineNumberWidth());
  }

  void findings_moveWithTheTextAndAreGoneTo() {
    PromptEdit edit;
    edit.setText(QStringLiteral("one two three"));
    edit.setFindings({{4, 7, PromptFinding::Level::Error, QStringLiteral("two!")}});
    QTextCursor(edit.document()).insertText(QStringLiteral("zero "));
    QVERIFY(edit.goToFinding(0));
    QCOMPARE(edit.textCursor().selectedText(), QStringLiteral("two"));
    edit.textCursor().removeSelectedText();
    QVERIFY(!edit.goToFinding(0));
    QVERIFY(!edit.goToFinding(1));
  }
};

}  // namespace aiagent::widgets

QTEST_MAIN(aiagent::widgets::EditTest)
#include "edit_test.moc"
