// The log pane as a person uses it.
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "tests/ui/golden/golden.h"
#include "tests/ui/pages/log_fixture.h"
#include "ui/widgets/controls/message_strip.h"

using namespace aiagent;
using namespace aiagent::testing;

class LogPaneTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<LogFixture> m_log;
  std::unique_ptr<ui::LogPane> m_pane;

  static Script lines(int count, const std::string& what = "request") {
    std::string text;
    for (int i = 0; i < count; ++i) text += LogFixture::stamped(i, what + ' ' + std::to_string(i));
    return {Step::head(200), Step::bytes(text), Step::hang()};
  }
  void show(const std::vector<std::string>& pods) {
    m_pane = std::make_unique<ui::LogPane>(*m_log->vm);
    m_pane->resize(700, 400);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_log->open(pods);
    m_pane->view()->setFocus();
  }
  ui::LogView& view() { return *m_pane->view(); }
  const ui::LogViewState& state() { return m_log->vm->state(); }
  QString note() { return m_pane->findChild<ui::MessageStrip*>()->message().sentence; }
  QToolButton* button(const char* name) {
    for (auto* one : m_pane->findChildren<QToolButton*>())
      if (one->accessibleName().startsWith(QLatin1String(name))) return one;
    return nullptr;
  }
  static bool soon(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 10'000); }

 private Q_SLOTS:
  void init() { m_log = std::make_unique<LogFixture>(); }
  void cleanup() {
    m_pane.reset();
    m_log.reset();
  }

  void newLines_areFollowed_untilThePersonGoesUp() {
    m_log->logs["web-1"] = {Step::head(200), Step::bytes(LogFixture::stamped(0, "first"))};
    for (int i = 1; i < 200; ++i) m_log->logs["web-1"].push_back(Step::bytes(LogFixture::stamped(i, "line")));
    m_log->logs["web-1"].push_back(Step::hang());
    show({"web-1"});
    QVERIFY(m_log->come(200));
    QVERIFY(view().isAtEnd());
    const auto end = view().topLine();
    QVERIFY(end > 100);
    QTest::keyClick(&view(), Qt::Key_PageUp);
    QVERIFY(!view().isAtEnd());
    QVERIFY(!button("Stay at the end")->isChecked());
    QTest::keyClick(&view(), Qt::Key_Home);
    QCOMPARE(view().topLine(), std::int64_t(0));
    QTest::keyClick(&view(), Qt::Key_Down);
    QCOMPARE(view().topLine(), std::int64_t(1));
    QTest::keyClick(&view(), Qt::Key_End);
    QCOMPARE(view().topLine(), end);
    QVERIFY(button("Stay at the end")->isChecked());
  }

  void linesThatMakeRoom_doNotMoveWhatIsRead() {
    m_log->options.limits.lines = 100;
    Script script = lines(100);
    script.pop_back();
    script.push_back(Step::wait(base::Milliseconds(300)));
    std::string more;
    for (int i = 100; i < 130; ++i) more += LogFixture::stamped(i, "more");
    script.push_back(Step::bytes(more));
    script.push_back(Step::hang());
    m_log->logs["web-1"] = script;
    show({"web-1"});
    QVERIFY(m_log->come(100));
    QTest::keyClick(&view(), Qt::Key_PageUp);
    const auto read = view().topLine();
    QVERIFY(read > 40);
    QVERIFY(m_log->come(130));
    QCOMPARE(view().topLine(), read);
    const auto* dropped = m_pane->findChild<QLabel*>(QStringLiteral("dropped"));
    QVERIFY(soon([&] { return dropped->text() == QLatin1String("30 older lines are not kept"); }));
  }

  void search_countsAndGoes_withKeys() {
    auto script = lines(300);
    m_log->logs["web-1"] = script;
    show({"web-1"});
    QVERIFY(m_log->come(300));
    QTest::keyClick(&view(), Qt::Key_F, Qt::ControlModifier);
    auto* field = m_pane->findChild<QLineEdit*>();
    QVERIFY(soon([&] { return field->hasFocus(); }));
    QTest::keyClicks(field, QStringLiteral("QUEST 29"));
    QVERIFY(soon([&] { return state().found.complete && state().found.total == 11; }));  // 29, 290 … 299
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(state().found.line, std::int64_t(299));
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(state().found.line, std::int64_t(298));
    QCOMPARE(state().found.current, 10);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(state().found.line, std::int64_t(29));  // once around
    QVERIFY(view().topLine() <= 29 && view().topLine() > 5);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QCOMPARE(state().found.total, 0);
    QVERIFY(view().hasFocus());
  }

  void severalPods_haveTheirNames_andAreCopiedWithThem() {
    m_log->logs["web-1"] = lines(3, "one");
    m_log->logs["web-2"] = lines(3, "two");
    show({"web-1", "web-2"});
    QVERIFY(m_log->come(6));
    QTest::keyClick(&view(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
    const auto copied = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(copied.size(), 7);
    QVERIFY(copied[0].startsWith(QLatin1String("2026-11-24T07:00:00.500000000Z [web-")));
    QVERIFY(copied.join(QString()).contains(QLatin1String("[web-2] two 2")));
  }

  void mouse_selectsLines() {
    m_log->logs["web-1"] = lines(5);
    show({"web-1"});
    QVERIFY(m_log->come(5));
    const int height = view().viewport()->fontMetrics().height() + 2;
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, {50, height / 2});
    QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::ShiftModifier, {50, height + height / 2});
    QCOMPARE(view().selectedText().count(QLatin1Char('\n')), 2);
    QVERIFY(view().selectedText().contains(QLatin1String("request 1")));
  }

  void keys_selectLines() {
    m_log->logs["web-1"] = lines(200);
    show({"web-1"});
    QVERIFY(m_log->come(200));
    for (int i = 0; i < 3; ++i) QTest::keyClick(&view(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(view().selectedText().count(QLatin1Char('\n')), 3);
    QVERIFY(view().selectedText().contains(QLatin1String("request 199")));
    QVERIFY(view().accessibleDescription().endsWith(QLatin1String("request 197")));
    for (int i = 0; i < 40; ++i) QTest::keyClick(&view(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(view().selectedText().count(QLatin1Char('\n')), 43);
    QVERIFY(view().topLine() <= 157);
  }

  void podThatIsGone_leavesItsLines_andSaysSo() {
    m_log->logs["web-1"] = lines(5);
    m_log->options.log.lastWords = base::Milliseconds(10);
    show({"web-1"});
    QVERIFY(m_log->come(5));
    m_log->vm->setSources({});
    QVERIFY(soon([&] { return note() == QLatin1String("web-1 is gone; these are its last lines."); }));
    QCOMPARE(m_log->vm->lines().size(), std::size_t(5));
  }

  void deniedLog_saysSo_andIsAskedForAgain() {
    m_log->logs["web-1"] = jsonAnswer(
        403, R"({"kind":"Status","code":403,"message":"no get on pods/log","reason":"Forbidden"})");
    show({"web-1"});
    QVERIFY(soon([&] { return note().contains(QLatin1String("not allowed to read the log of web-1")); }));
    QVERIFY(note().contains(QLatin1String("no get on pods/log")));
    m_log->logs["web-1"] = lines(2);
    m_log->vm->retry();
    QVERIFY(m_log->come(2));
    QVERIFY(soon([&] { return state().notes.isEmpty(); }));
  }

  void brokenStream_saysThatItReconnects() {
    m_log->logs["web-1"] = {Step::head(200), Step::bytes(LogFixture::stamped(0, "a")),
                            Step::fail({.code = base::ErrorCode::Interrupted})};
    show({"web-1"});
    QVERIFY(soon([&] { return note().contains(QLatin1String("reconnecting")); }));
    QVERIFY(state().isReconnecting);
  }

  void previousRun_isAskedFor_whereThereWasOne() {
    m_log->logs["web-1"] = lines(2);
    show({"web-1"});
    QVERIFY(m_log->come(2));
    QVERIFY(!button("Show the run before")->isEnabled());
    auto restarted = LogFixture::source("web-1");
    restarted.restarts = 1;
    m_log->vm->setSources({restarted});
    QVERIFY(soon([&] { return button("Show the run before")->isEnabled(); }));
    button("Show the run before")->click();
    QVERIFY(soon([&] {
      return m_log->cluster.http.requests().back().url.find("previous=true") != std::string::npos;
    }));
    QVERIFY(state().previous);
  }

  void everythingRead_isSaved_theSpilledLinesToo() {
    QTemporaryDir folder;
    m_log->options.limits.lines = 50;
    m_log->options.spillFolder = folder.filePath(QStringLiteral("spill")).toStdString();
    m_log->logs["web-1"] = lines(200);
    show({"web-1"});
    QVERIFY(m_log->come(200));
    const auto path = folder.filePath(QStringLiteral("saved.log"));
    m_log->vm->saveTo(path);
    QVERIFY(soon([&] { return !state().saving && !state().savedTo.isEmpty(); }));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto saved = file.readAll().split('\n');
    QCOMPARE(saved.size(), 201);
    QVERIFY(saved[0].endsWith("request 0") && saved[199].endsWith("request 199"));
  }

  void savingWhereNothingCanBe_saysSo_andACancelledOneLeavesNoFile() {
    QTemporaryDir folder;
    m_log->logs["web-1"] = lines(20);
    show({"web-1"});
    QVERIFY(m_log->come(20));
    m_log->vm->saveTo(folder.filePath(QStringLiteral("missing/saved.log")));
    QVERIFY(soon([&] { return state().error.has_value(); }));
    const auto path = folder.filePath(QStringLiteral("cancelled.log"));
    m_log->vm->saveTo(path);
    m_log->vm->cancelSaving();
    QVERIFY(!state().saving);
    QTest::qWait(100);
    QVERIFY(!QFile::exists(path));
  }

  void longLines_areWrapped_andTheEndStaysInSight() {
    std::string text;
    for (int i = 0; i < 50; ++i) text += LogFixture::stamped(i, std::string(400, 'x'));
    m_log->logs["web-1"] = {Step::head(200), Step::bytes(text), Step::hang()};
    show({"web-1"});
    QVERIFY(m_log->come(50));
    const auto plain = view().topLine();
    button("Wrap long lines")->click();
    QVERIFY(view().topLine() > plain);
    QVERIFY(view().isAtEnd());
    QVERIFY(!view().grab().isNull());
  }
};

AIAGENT_GOLDEN_MAIN(LogPaneTest)
#include "log_pane_test.moc"
