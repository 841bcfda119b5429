// Real programs: what they write, how they end, and that nothing of them stays.
#include "core/qt/qt_command_runner.h"

#include <csignal>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace aiagent;
using ports::Command;
using ports::CommandEnd;
using Kind = CommandEnd::Kind;

namespace {

class Scripts {
 public:
  std::vector<std::string> write(const char* name, const QByteArray& body,
                                 std::vector<std::string> arguments = {}) {
    QFile file(m_folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly)) qFatal("no script");
    file.write("#!/bin/sh\n" + body);
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::vector<std::string> program{file.fileName().toStdString()};
    program.insert(program.end(), arguments.begin(), arguments.end());
    return program;
  }
  QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

 private:
  QTemporaryDir m_folder;
};

CommandEnd runToEnd(Command command) {
  qt::QtCommandRunner runner;
  std::optional<CommandEnd> ended;
  const auto handle = runner.run(std::move(command), [&](CommandEnd end) { ended = std::move(end); });
  if (ended) qFatal("told within the call");
  if (!QTest::qWaitFor([&] { return ended.has_value(); }, 20'000)) qFatal("the command never ended");
  return *ended;
}

}  // namespace

class QtCommandRunnerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void program_getsArgumentsAndInput_noShellReadsThem() {
    Scripts scripts;
    const auto end = runToEnd(
        {.program = scripts.write("echo", "printf '%s|' \"$@\"; cat", {"a b", "$HOME", "; rm -rf x", "*"}),
         .input = R"({"team":"red"})"});
    QCOMPARE(end.kind, Kind::Exited);
    QCOMPARE(end.exitCode, 0);
    QCOMPARE(end.output, std::string(R"(a b|$HOME|; rm -rf x|*|{"team":"red"})"));
  }

  void environment_isLaidOverThePrograms() {
    Scripts scripts;
    qputenv("AIAGENT_TEST_KEPT", "kept");
    qputenv("AIAGENT_TEST_OVER", "old");
    const auto end = runToEnd(
        {.program = scripts.write("env", "echo $AIAGENT_TEST_KEPT $AIAGENT_TEST_OVER $AIAGENT_TEST_NEW"),
         .environment = {
             {"AIAGENT_TEST_OVER", "new"}, {"AIAGENT_TEST_NEW", "1"}, {"AIAGENT_TEST_NEW", "2"}}});
    QCOMPARE(end.output, std::string("kept new 2\n"));
    QCOMPARE(qgetenv("AIAGENT_TEST_OVER"), QByteArray("old"));
  }

  void nonZeroExit_tellsCodeAndErrors() {
    Scripts scripts;
    const auto end =
        runToEnd({.program = scripts.write("fail", "echo half; echo no such order >&2; exit 3")});
    QCOMPARE(end.kind, Kind::Exited);
    QCOMPARE(end.exitCode, 3);
    QCOMPARE(end.output, std::string("half\n"));
    QCOMPARE(end.errors, std::string("no such order\n"));
  }

  void timeout_endsTheProgramAndWhatItStarted() {
    Scripts scripts;
    const auto end = runToEnd(
        {.program = scripts.write("slow", "sleep 300 & echo $!; wait"), .timeout = base::Milliseconds(300)});
    QCOMPARE(end.kind, Kind::TimedOut);
    const auto child = QByteArray::fromStdString(end.output).trimmed().toInt();
    QVERIFY(child > 0);
    // Gone, or a zombie that its new parent has not fetched yet.
    QVERIFY(QTest::qWaitFor([&] {
      QFile state(QStringLiteral("/proc/%1/stat").arg(child));
      return !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z ");
    }));
  }

  void hugeOutput_isCutAndEndsTheProgram() {
    Scripts scripts;
    const auto end = runToEnd({.program = scripts.write("huge", "exec yes"), .mostOutput = 1000});
    QCOMPARE(end.kind, Kind::TooMuch);
    QCOMPARE(end.output.size(), std::size_t(1000));
  }

  void killedProgram_isACrash() {
    Scripts scripts;
    QCOMPARE(runToEnd({.program = scripts.write("die", "kill -SEGV $$")}).kind, Kind::Crashed);
  }

  void noSuchProgram_isNotStarted() {
    QCOMPARE(runToEnd({.program = {"/no/such/program"}}).kind, Kind::NotStarted);
    QCOMPARE(runToEnd({.program = {}}).kind, Kind::NotStarted);
  }

  void programThatReadsNothing_isNoFault() {
    Scripts scripts;
    const auto end =
        runToEnd({.program = scripts.write("deaf", "echo done"), .input = std::string(1u << 20, 'x')});
    QCOMPARE(end.kind, Kind::Exited);
    QCOMPARE(end.output, std::string("done\n"));
  }

  void key_isNotPassedOn() {
    qputenv("OPENAI_API_KEY", "sk-test");
    Scripts scripts;
    const auto end = runToEnd({.program = scripts.write("env", "echo \"[$OPENAI_API_KEY]\"")});
    qunsetenv("OPENAI_API_KEY");
    QCOMPARE(end.output, std::string("[]\n"));
  }

  void destroyedHandle_cancelsOnceAndEndsTheProgram() {
    Scripts scripts;
    qt::QtCommandRunner runner;
    std::vector<CommandEnd> ended;
    auto handle = runner.run({.program = scripts.write("wait", "echo $$ > \"$1\"; sleep 300",
                                                       {scripts.path("pid").toStdString()})},
                             [&](CommandEnd end) { ended.push_back(std::move(end)); });
    QVERIFY(QTest::qWaitFor([&] { return QFile(scripts.path("pid")).size() > 0; }));
    QFile file(scripts.path("pid"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const int pid = file.readAll().trimmed().toInt();
    handle.reset();
    QCOMPARE(ended.size(), 1u);
    QCOMPARE(ended[0].kind, Kind::Cancelled);
    QVERIFY(QTest::qWaitFor([&] { return ::kill(pid, 0) != 0; }));
    QCOMPARE(ended.size(), 1u);
  }

  void handleDestroyedByDone_isAllowed() {
    qt::QtCommandRunner runner;
    Scripts scripts;
    std::unique_ptr<ports::RunningCommand> handle;
    bool ended = false;
    handle = runner.run({.program = scripts.write("ok", "echo ok")}, [&](CommandEnd) {
      handle.reset();
      ended = true;
    });
    QVERIFY(QTest::qWaitFor([&] { return ended; }));
    QTest::qWait(20);
  }
};

QTEST_GUILESS_MAIN(QtCommandRunnerTest)
#include "qt_command_runner_test.moc"
