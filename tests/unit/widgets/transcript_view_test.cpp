#include "ui/widgets/transcript_view.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QtTest>
#include <QWindow>

#include "../../bench/markdown_answer.h"
#include "ui/widgets/transcript/height_index.h"

namespace aiagent::widgets {
namespace {

QString str(const char* text) {
  return QString::fromUtf8(text);
}

TranscriptMessage made(const char* id, MessageRole role, const QString& text) {
  TranscriptMessage message;
  message.id = str(id);
  message.role = role;
  message.title = role == MessageRole::Person ? QStringLiteral("You") : QStringLiteral("Agent");
  message.text = text;
  return message;
}

std::vector<TranscriptMessage> many(int count) {
  std::vector<TranscriptMessage> messages;
  for (int i = 0; i < count; ++i) {
    auto message = made("", i % 2 ? MessageRole::Agent : MessageRole::Person,
                        bench::markdownAnswer(20 + i * 37 % 400, unsigned(i)).join(QString()));
    message.id = QString::number(i);
    messages.push_back(std::move(message));
  }
  return messages;
}

// What really is on the screen, with all partial updates; without the scroll bar.
QImage onScreen(TranscriptView& view) {
  QApplication::processEvents();
  const QRect area = view.viewport()->geometry();
  return view.screen()->grabWindow(view.winId(), area.x(), area.y(), area.width(), area.height()).toImage();
}

}  // namespace

class TranscriptViewTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_view = std::make_unique<TranscriptView>();
    m_view->resize(640, 480);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_view->setFocus();
  }
  void cleanup() { m_view.reset(); }

  void heightIndex_agreesWithPlainSums() {
    std::mt19937 random(3);
    std::vector<int> heights(137);
    for (int& height : heights) height = int(random() % 50);
    HeightIndex index;
    index.assign(heights);
    for (int i = 0; i < 60; ++i) {
      heights.push_back(int(random() % 50));
      index.append(heights.back());
      const auto at = random() % heights.size();
      heights[at] = 1 + int(random() % 50);
      index.set(at, heights[at]);
    }
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < heights.size(); ++i) {
      QCOMPARE(index.before(i), sum);
      if (heights[i] > 0) QCOMPARE(index.at(sum), i);
      if (heights[i] > 1) QCOMPARE(index.at(sum + heights[i] - 1), i);
      sum += heights[i];
    }
    QCOMPARE(index.total(), sum);
    QCOMPARE(index.at(sum + 1000), heights.size() - 1);
  }

  void streamedText_isKeptAsItCame() {
    m_view->addMessage(made("a", MessageRole::Agent, QString()));
    const QString text = str("a 😀 b\r\n\n```\nx\n");
    for (const QChar c : text) {  // also cuts the surrogate pair
      m_view->appendText(str("a"), QStringView(&c, 1));
      if (c == u'b') QTest::qWait(20);
    }
    m_view->setState(str("a"), MessageState::Done);
    QTest::qWait(30);
    QCOMPARE(m_view->plainText(str("a")), text);
    QCOMPARE(m_view->plainText(str("none")), QString());
  }

  void streaming_partialRepaints_lookLikeOneRepaint() {
    auto message = made("a", MessageRole::Agent, QString());
    message.state = MessageState::Streaming;
    m_view->addMessage(made("q", MessageRole::Person, str("A question")));
    m_view->addMessage(message);
    const auto tokens = bench::markdownAnswer(700);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
      m_view->appendText(str("a"), tokens[i]);
      if (i % 7 == 0) m_view->flush();
      if (i % 21 == 0) QApplication::processEvents();
      if (i % 100 != 0) continue;
      m_view->flush();
      const QImage partial = onScreen(*m_view);
      m_view->viewport()->update();
      QCOMPARE(partial, onScreen(*m_view));
    }
    QVERIFY(m_view->isAtLatest());
    QVERIFY(m_view->verticalScrollBar()->maximum() > 1000);
  }

  void scrolledUp_nothingMoves_whileTextArrives() {
    m_view->setMessages(many(40));
    auto message = made("a", MessageRole::Agent, QString());
    message.state = MessageState::Streaming;
    m_view->addMessage(message);
    m_view->flush();
    QVERIFY(m_view->isAtLatest());
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QVERIFY(!m_view->isAtLatest());
    const QImage before = onScreen(*m_view);
    QVERIFY(before.size() == m_view->viewport()->size());
    for (const QString& token : bench::markdownAnswer(500)) m_view->appendText(str("a"), token);
    m_view->flush();
    QCOMPARE(onScreen(*m_view), before);

    auto* button = latestButton();
    QVERIFY(button && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_view->isAtLatest());
    QVERIFY(!button->isVisible());
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
  }

  // Estimates turn out wrong on the way; the text must move by exactly what was asked.
  void scrollingByLines_movesTextExactly() {
    m_view->setMessages(many(60));
    m_view->flush();
    auto& layout = m_view->transcriptLayout();
    for (int i = 0; i < 400; ++i) {
      const auto before = layout.visibleRows();
      const bool up = i < 300;
      const int step = m_view->verticalScrollBar()->singleStep();
      QTest::keyClick(m_view.get(), up ? Qt::Key_Up : Qt::Key_Down);
      int common = 0;
      for (const auto& row : layout.visibleRows()) {
        for (const auto& old : before) {
          if (old.entry != row.entry || old.row != row.row) continue;
          QCOMPARE(row.y - old.y, up ? step : -step);
          ++common;
        }
      }
      QVERIFY(common > 0);
    }
  }

  void home_andEnd_reachTheEdges() {
    m_view->setMessages(many(60));
    m_view->flush();
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(
        m_view->transcriptLayout().visibleRows().front(),
        (TranscriptLayout::VisibleRow{0, 0, 0, m_view->transcriptLayout().visibleRows().front().height}));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    const auto& last = m_view->transcriptLayout().visibleRows().back();
    QCOMPARE(last.entry, 59);
    QCOMPARE(last.y + last.height, m_view->viewport()->height());
  }

  void resize_keepsTheFirstLineInSight() {
    m_view->setMessages(many(60));
    m_view->flush();
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    const auto before = m_view->transcriptLayout().visibleRows().front();
    m_view->resize(420, 480);
    m_view->resize(700, 500);
    const auto after = m_view->transcriptLayout().visibleRows().front();
    QCOMPARE(after.entry, before.entry);
    QCOMPARE(after.row, before.row);
  }

  void click_onLink_asksAndNeverOpens() {
    m_view->addMessage(
        made("a", MessageRole::Agent, str("[one](https://x.test/1) [two](javascript:x) three")));
    m_view->flush();
    QSignalSpy activated(m_view.get(), &TranscriptView::linkActivated);
    click({0, 1, 1});
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toUrl(), QUrl(str("https://x.test/1")));
    click({0, 1, 5});
    click({0, 1, 10});
    QCOMPARE(activated.size(), 1);
  }

  void drag_selectsAcrossMessages() {
    m_view->addMessage(made("q", MessageRole::Person, str("First question")));
    m_view->addMessage(made("a", MessageRole::Agent, str("An **answer** of\n\ntwo blocks")));
    m_view->flush();
    drag({0, 1, 6}, {1, 2, 3});
    QCOMPARE(m_view->selectedText(), str("You:\nquestion\n\nAgent:\nAn answer of\n\ntwo"));
    QCOMPARE(m_view->selectedText(CopyForm::Markdown),
             str("You:\nquestion\n\nAgent:\nAn **answer** of\n\ntwo"));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), m_view->selectedText());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->hasSelection());
  }

  void doubleAndTripleClick_selectWordAndBlock() {
    m_view->addMessage(made("a", MessageRole::Agent, str("some long-ish words here\n\nnext")));
    m_view->flush();
    const QPoint point = m_view->pointOf({0, 1, 17});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, point);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, point);
    QCOMPARE(m_view->selectedText(), str("words"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, point);
    QCOMPARE(m_view->selectedText(), str("some long-ish words here"));
  }

  void dragBelowTheEdge_scrollsAndSelects() {
    m_view->setMessages(many(30));
    m_view->flush();
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    const int before = m_view->verticalScrollBar()->value();
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, {100, 60});
    const QPoint below(100, m_view->viewport()->height() + 40);
    QCursor::setPos(m_view->viewport()->mapToGlobal(below));
    QTest::mouseMove(m_view->viewport(), below);
    QTRY_VERIFY(m_view->verticalScrollBar()->value() > before + 100);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, below);
    const int stopped = m_view->verticalScrollBar()->value();
    QVERIFY(m_view->selectedText().size() > 100);
    QTest::qWait(80);
    QCOMPARE(m_view->verticalScrollBar()->value(), stopped);
  }

  void shiftArrows_selectFromTheClick() {
    m_view->addMessage(made("a", MessageRole::Agent, str("e\u0301tudes and more\n\nsecond block")));
    m_view->flush();
    click({0, 1, 0});
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), str("e\u0301"));  // one character for a person
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), str("e\u0301tudes and more"));
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(m_view->selectedText().startsWith(str("e\u0301tudes and more\n\nsecond")));
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_view->selectedText(), str("e\u0301tudes and more\n\nsecond block"));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), m_view->plainText(str("a")));
  }

  void selectAll_ofMessagesNeverShown_hasTheirText() {
    m_view->setMessages(many(300));
    m_view->flush();
    m_view->selectAll();
    const QString text = m_view->selectedText();
    QCOMPARE(text.count(str("You:\n")), 150);
    QVERIFY(text.size() > 100'000);
  }

  void tab_goesThroughLinksCodeAndButtons() {
    m_view->addMessage(made("a", MessageRole::Agent, str("[l](https://x.test/)\n\n```c\nint a;\nb;\n```\n")));
    m_view->flush();
    m_view->setCurrentMessage(0);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(m_view->focusedTarget() && m_view->focusedTarget()->kind == TranscriptTarget::Kind::Link);
    QSignalSpy activated(m_view.get(), &TranscriptView::linkActivated);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(m_view->focusedTarget() && m_view->focusedTarget()->kind == TranscriptTarget::Kind::CopyCode);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(QApplication::clipboard()->text(), str("int a;\nb;"));
    QTest::keyClick(m_view.get(), Qt::Key_Backtab);
    QVERIFY(m_view->focusedTarget()->kind == TranscriptTarget::Kind::Link);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    auto* button = qobject_cast<QToolButton*>(QApplication::focusWidget());
    QVERIFY(button);
    QSignalSpy copied(m_view.get(), &TranscriptView::copyRequested);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(copied.size(), 1);
    QCOMPARE(copied[0][0].toString(), str("a"));
  }

  void actions_areThoseOfTheMessagePointedAt() {
    auto question = made("q", MessageRole::Person, str("A question"));
    question.actions = CopyAction | EditAction;
    m_view->addMessage(question);
    auto answer = made("a", MessageRole::Agent, str("An answer"));
    answer.actions = CopyAction | RetryAction;
    m_view->addMessage(answer);
    m_view->flush();
    QSignalSpy edited(m_view.get(), &TranscriptView::editRequested);
    QSignalSpy retried(m_view.get(), &TranscriptView::retryRequested);
    QTest::mouseMove(m_view->viewport(), m_view->pointOf({0, 1, 2}));
    QTRY_VERIFY(actionButton("Edit"));
    QVERIFY(!actionButton("Retry"));
    QTest::mouseClick(actionButton("Edit"), Qt::LeftButton);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].toString(), str("q"));
    QTest::mouseMove(m_view->viewport(), m_view->pointOf({1, 1, 2}));
    QTRY_VERIFY(actionButton("Retry"));
    QTest::mouseClick(actionButton("Retry"), Qt::LeftButton);
    QCOMPARE(retried.size(), 1);
    QCOMPARE(retried[0][0].toString(), str("a"));
  }

  void toolCall_opensByMouseAndKeyboard() {
    auto call = made("t", MessageRole::Agent, str("{\"a\": 1}"));
    call.kind = MessageKind::ToolCall;
    m_view->addMessage(call);
    m_view->flush();
    auto& entry = m_view->transcriptLayout().entry(0);
    QVERIFY(entry.isCollapsed());
    QCOMPARE(entry.rows(), 2);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->messageRect(0).center());
    QVERIFY(!entry.isCollapsed());
    QCOMPARE(entry.rows(), 3);
    m_view->setCurrentMessage(0);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QVERIFY(entry.isCollapsed());
  }

  void openingABox_keepsItsTitleInPlace() {
    m_view->setMessages(many(12));
    auto call = made("t", MessageRole::Agent, QString(3000, u'x'));
    call.kind = MessageKind::ToolCall;
    m_view->addMessage(call);
    m_view->addMessage(made("z", MessageRole::Agent, str("last")));
    m_view->flush();
    const int top = m_view->messageRect(12).top();
    m_view->setCollapsed(str("t"), false);
    QCOMPARE(m_view->messageRect(12).top(), top);
    QVERIFY(!m_view->isAtLatest());
    m_view->setCollapsed(str("t"), true);
    QVERIFY(m_view->isAtLatest());
    QVERIFY(!latestButton()->isVisible());
  }

  void reasoning_isOpenWhileItStreams() {
    auto thought = made("t", MessageRole::Agent, str("hm"));
    thought.kind = MessageKind::Reasoning;
    thought.state = MessageState::Streaming;
    m_view->addMessage(thought);
    m_view->flush();
    QVERIFY(!m_view->transcriptLayout().entry(0).isCollapsed());
    m_view->setState(str("t"), MessageState::Done);
    m_view->flush();
    QVERIFY(m_view->transcriptLayout().entry(0).isCollapsed());
  }

  void find_goesRoundTheMatches() {
    auto messages = many(50);
    messages[3].text += str(" needle ");
    messages[31].text += str("\n\nA **Nee**dle and a NEEDLE");
    m_view->setMessages(std::move(messages));
    m_view->flush();
    QSignalSpy found(m_view.get(), &TranscriptView::findChanged);
    m_view->setFindText(str("needle"));
    QTRY_VERIFY(!found.isEmpty() && found.last()[2].toBool());
    QCOMPARE(found.last()[1].toInt(), 3);
    const int first = found.last()[0].toInt();
    m_view->findNext();
    QCOMPARE(found.last()[0].toInt(), first % 3 + 1);
    m_view->findPrevious();
    m_view->findPrevious();
    QCOMPARE(found.last()[0].toInt(), (first + 1) % 3 + 1);
    bool inSight = false;
    for (const auto& row : m_view->transcriptLayout().visibleRows())
      inSight |= row.entry == 3 || row.entry == 31;
    QVERIFY(inSight);
    m_view->setFindText(QString());
    QCOMPARE(found.last()[1].toInt(), 0);
  }

  void accessibility_hasAnItemPerMessage_andNoNoise() {
    m_view->addMessage(made("q", MessageRole::Person, str("A question")));
    auto answer = made("a", MessageRole::Agent, str("An"));
    answer.state = MessageState::Streaming;
    QSignalSpy announced(m_view.get(), &TranscriptView::announced);
    m_view->addMessage(answer);
    m_view->flush();
    QCOMPARE(announced.size(), 1);
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QAccessibleInterface* item = list->child(1);
    QVERIFY(item);
    QCOMPARE(item->role(), QAccessible::ListItem);
    QCOMPARE(item->text(QAccessible::Name), str("Agent: An"));
    QVERIFY(item->state().busy);
    QCOMPARE(list->indexOfChild(item), 1);
    QCOMPARE(item->parent(), list);

    for (int i = 0; i < 50; ++i) {
      m_view->appendText(str("a"), str(" token"));
      m_view->flush();
    }
    QCOMPARE(announced.size(), 1);
    m_view->setState(str("a"), MessageState::Failed, str("No network"));
    QCOMPARE(announced.size(), 2);
    QCOMPARE(item->text(QAccessible::Description), str("No network"));
    m_view->clear();
    QVERIFY(list->childCount() == 0 || list->child(0)->role() != QAccessible::ListItem);
  }

  void palette_isReadable_lightAndDark() {
    for (const bool dark : {false, true}) {
      QPalette palette;
      palette.setColor(QPalette::Base, dark ? QColor(0x1b, 0x1e, 0x20) : QColor(Qt::white));
      palette.setColor(QPalette::Text, dark ? QColor(0xfc, 0xfc, 0xfc) : QColor(0x23, 0x26, 0x29));
      const auto colors = TranscriptPalette::fromPalette(palette);
      for (const QColor& ink :
           {colors.text, colors.muted, colors.link, colors.negative, colors.caution, colors.keyword,
            colors.string, colors.number, colors.comment, colors.key, colors.added, colors.removed})
        for (const QColor& paper : {colors.background, colors.surface, colors.raised})
          QVERIFY2(contrastRatio(ink, paper) >= 4.5, qPrintable(ink.name() + str(" on ") + paper.name()));
    }
  }

  void oddInput_doesNoHarm() {
    m_view->flush();
    for (const auto key : {Qt::Key_Up, Qt::Key_End, Qt::Key_PageDown, Qt::Key_Tab, Qt::Key_Return}) {
      QTest::keyClick(m_view.get(), key);
      QTest::keyClick(m_view.get(), key, Qt::ShiftModifier);
      QTest::keyClick(m_view.get(), key, Qt::ControlModifier);
    }
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {50, 50});
    m_view->selectAll();
    QCOMPARE(m_view->selectedText(), QString());
    m_view->appendText(str("none"), str("x"));
    m_view->addMessage(made("a", MessageRole::Agent, QString()));
    m_view->addMessage(made("a", MessageRole::Agent, str("twice")));
    QCOMPARE(m_view->messageCount(), 1);
    m_view->replaceText(str("a"), str("|a|\n|-|\n||\n\n>\n\n-\n\n```"));
    m_view->resize(60, 40);
    m_view->flush();
    onScreen(*m_view);
    m_view->clear();
    m_view->flush();
    QCOMPARE(m_view->messageCount(), 0);
  }

 private:
  void click(const TextPosition& place) {
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->pointOf(place) + QPoint(1, 0));
  }
  void drag(const TextPosition& from, const TextPosition& to) {
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, m_view->pointOf(from));
    QTest::mouseMove(m_view->viewport(), (m_view->pointOf(from) + m_view->pointOf(to)) / 2);
    QTest::mouseMove(m_view->viewport(), m_view->pointOf(to));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, m_view->pointOf(to));
  }
  QToolButton* latestButton() const {
    for (auto* button : m_view->viewport()->findChildren<QToolButton*>(Qt::FindDirectChildrenOnly))
      return button;
    return nullptr;
  }
  QToolButton* actionButton(const char* text) const {
    for (auto* button : m_view->viewport()->findChildren<QToolButton*>())
      if (button->isVisible() && button->text() == str(text)) return button;
    return nullptr;
  }

  std::unique_ptr<TranscriptView> m_view;
};

}  // namespace aiagent::widgets

QTEST_MAIN(aiagent::widgets::TranscriptViewTest)
#include "transcript_view_test.moc"
