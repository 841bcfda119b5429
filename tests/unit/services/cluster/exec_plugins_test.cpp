#include "core/services/cluster/exec_plugins.h"

#include "core/qt/qt_command_runner.h"
#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using testing::ClusterFixture;
using Got = testing::Outcome<cluster::ExecCredential>;
using Kind = ports::CommandEnd::Kind;

namespace {

std::string valueOf(const ports::Command& command, const std::string& name) {
  for (const auto& variable : command.environment)
    if (variable.first == name) return variable.second;
  return {};
}

}  // namespace

class ExecPluginsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void allowedProgram_runsByItsPath_withItsSurroundings() {
    ClusterFixture f;
    const auto login = f.program("login");
    services::ExecPlugins plugins(f.commands, f.clock, nullptr, f.allowing({"login"}));
    f.commands.enqueue({.output = f.reply(R"({"token":"t"})")});
    Got got;
    plugins.credential(f.execAccess("login"), "ca", got.taker());
    QVERIFY(got.await());
    QCOMPARE(got.word(), std::string("good"));
    QCOMPARE((*got.result)->token.reveal(), std::string_view("t"));
    const auto& command = f.commands.started().at(0);
    QCOMPARE(command.program, (std::vector<std::string>{login, "--for", "c"}));
    QCOMPARE(valueOf(command, "PLUGIN"), std::string("1"));
    QVERIFY(valueOf(command, "KUBERNETES_EXEC_INFO").find("ExecCredential") != std::string::npos);
    QFile config(QString::fromStdString(valueOf(command, "KUBECONFIG")));
    QVERIFY(config.open(QIODevice::ReadOnly));
    QVERIFY(config.readAll().contains(R"("current-context":"prod")"));
    QCOMPARE(config.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
             QFile::Permissions());
  }

  void unknownProgram_isAskedFor_onceAndExactly() {
    ClusterFixture f;
    const auto login = f.program("login");
    std::vector<services::ExecWish> wishes;
    std::function<void(bool)> answer;
    services::ExecPlugins plugins(
        f.commands, f.clock,
        [&](const services::ExecWish& wish, std::function<void(bool)> done) {
          wishes.push_back(wish);
          answer = std::move(done);
        },
        f.allowing({}));
    Got first, second;
    plugins.credential(f.execAccess("login"), "", first.taker());
    plugins.credential(f.execAccess("login"), "", second.taker());
    QCOMPARE(wishes.size(), std::size_t(1));
    QCOMPARE(wishes[0].program, (std::vector<std::string>{login, "--for", "c"}));
    QCOMPARE(wishes[0].context, std::string("prod"));
    QTest::qWait(20);
    QCOMPARE(f.commands.started().size(), std::size_t(0));  // nothing runs without an answer
    answer(false);
    QVERIFY(first.await() && second.await());
    QCOMPARE(first.word(), std::string("exec_denied"));
    QCOMPARE(first.result->error().code, base::ErrorCode::Forbidden);
    Got third;
    plugins.credential(f.execAccess("login"), "", third.taker());
    QCOMPARE(third.word(), std::string("exec_denied"));
    QCOMPARE(wishes.size(), std::size_t(1));
    plugins.forgetRefusals();
    f.commands.enqueue({.output = f.reply(R"({"token":"t"})")});
    Got fourth;
    plugins.credential(f.execAccess("login"), "", fourth.taker());
    answer(true);
    QVERIFY(fourth.await());
    QCOMPARE(fourth.word(), std::string("good"));
    QCOMPARE(f.commands.started().size(), std::size_t(1));
  }

  void nobodyToAsk_nothingRuns() {
    ClusterFixture f;
    f.program("login");
    services::ExecPlugins plugins(f.commands, f.clock, nullptr, f.allowing({"/elsewhere/login"}));
    Got got;
    plugins.credential(f.execAccess("login"), "", got.taker());
    QCOMPARE(got.word(), std::string("exec_denied"));
    QVERIFY(f.commands.started().empty());
  }

  // The list names a program, not what its surroundings may make of it.
  void variablesThatChangeWhatRuns_areNotCoveredByTheList() {
    ClusterFixture f;
    f.program("login");
    services::ExecPlugins plugins(f.commands, f.clock, nullptr, f.allowing({"login"}));
    auto access = f.execAccess("login");
    access.exec->env.emplace_back("LD_PRELOAD", "/tmp/evil.so");
    Got got;
    plugins.credential(access, "", got.taker());
    QCOMPARE(got.word(), std::string("exec_denied"));
    QVERIFY(f.commands.started().empty());
  }

  void oneRun_isSharedByAllWhoWait() {
    ClusterFixture f;
    f.program("login");
    services::ExecPlugins plugins(f.commands, f.clock, nullptr, f.allowing({"login"}));
    f.commands.enqueue({.output = f.reply(R"({"token":"t"})")});
    Got first, second;
    plugins.credential(f.execAccess("login"), "", first.taker());
    plugins.credential(f.execAccess("login"), "", second.taker());
    QVERIFY(first.await() && second.await());
    QCOMPARE(second.word(), std::string("good"));
    QCOMPARE(f.commands.started().size(), std::size_t(1));
  }

  void answer_isKeptUntilItsEnd_orUntilItIsRejected() {
    ClusterFixture f;
    f.program("login");
    services::ExecPlugins plugins(f.commands, f.clock, nullptr, f.allowing({"login"}));
    const auto ask = [&](const std::string& token) {
      f.commands.enqueue({.output = f.reply(R"({"token":")" + token +
                                            R"(","expirationTimestamp":"2026-11-23T06:50:00Z"})")});
      Got got;
      plugins.credential(f.execAccess("login"), "", got.taker());
      if (!got.await()) qFatal("no answer");
      return std::string((*got.result)->token.reveal());
    };
    QCOMPARE(ask("one"), std::string("one"));
    QCOMPARE(ask("two"), std::string("one"));
    f.clock.advance(std::chrono::seconds(595));  // within the leeway of its end
    QCOMPARE(ask("three"), std::string("two"));
    plugins.reject(f.execAccess("login"), cluster::ExecCredential{.token = base::SecretString("old")});
    QCOMPARE(f.commands.started().size(), std::size_t(2));
  }

  void rejected_isAskedForAnew() {
    ClusterFixture f;
    f.program("login");
    services::ExecPlugins plugins(f.commands, f.clock, nullptr, f.allowing({"login"}));
    for (const char* token : {"one", "two"})
      f.commands.enqueue({.output = f.reply(std::string(R"({"token":")") + token + "\"}")});
    Got first, second;
    plugins.credential(f.execAccess("login"), "", first.taker());
    QVERIFY(first.await());
    plugins.reject(f.execAccess("login"), **first.result);
    plugins.credential(f.execAccess("login"), "", second.taker());
    QVERIFY(second.await());
    QCOMPARE((*second.result)->token.reveal(), std::string_view("two"));
  }

  void failures_areTold_eachWithItsWord() {
    ClusterFixture f;
    f.program("login");
    services::ExecPlugins plugins(f.commands, f.clock, nullptr, f.allowing({"login"}));
    const auto word = [&](ports::CommandEnd end) {
      f.commands.enqueue(std::move(end));
      Got got;
      plugins.credential(f.execAccess("login"), "", got.taker());
      if (!got.await()) qFatal("no answer");
      return got;
    };
    const auto failed = word({.exitCode = 3, .errors = "\x1b[31mPlease log in\n"});
    QCOMPARE(failed.word(), std::string("exec_failed"));
    QCOMPARE(failed.result->error().said, std::string("[31mPlease log in"));
    QCOMPARE(failed.result->error().subject, std::string("login"));
    QCOMPARE(word({.kind = Kind::TimedOut}).word(), std::string("exec_timeout"));
    QCOMPARE(word({.kind = Kind::TooMuch}).word(), std::string("exec_too_much"));
    QCOMPARE(word({.kind = Kind::Crashed}).word(), std::string("exec_crashed"));
    QCOMPARE(word({.output = "no json"}).word(), std::string("exec_no_json"));
    const auto missing = word({.kind = Kind::NotStarted});
    QCOMPARE(missing.word(), std::string("exec_not_found"));
    QCOMPARE(missing.result->error().said, std::string("Install it."));
    Got got;
    plugins.credential(f.execAccess("not-there"), "", got.taker());
    QCOMPARE(got.word(), std::string("exec_not_found"));
    auto asking = f.execAccess("login");
    asking.exec->interactiveMode = cluster::InteractiveMode::Always;
    plugins.credential(asking, "", got.taker());
    QCOMPARE(got.word(), std::string("exec_interactive"));
  }

  void realProgram_answersThroughItsStandardOutput() {
    ClusterFixture f;
    QFile script(QString::fromStdString(f.program("login")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(
        "#!/bin/sh\nread line\nprintf '{\"kind\":\"ExecCredential\",\"apiVersion\":"
        "\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\"%s-%s-%s\"}}' \"$PLUGIN\" \"$2\" "
        "\"$line\"\n");
    script.close();
    qt::QtCommandRunner runner;
    services::ExecPlugins plugins(runner, f.clock, nullptr, f.allowing({"login"}));
    Got got;
    plugins.credential(f.execAccess("login"), "", got.taker());
    QVERIFY(got.await());
    QCOMPARE(got.word(), std::string("good"));
    QCOMPARE((*got.result)->token.reveal(), std::string_view("1-c-"));  // no standard input
  }

  void destroyedWhileItRuns_tellsNothing() {
    ClusterFixture f;
    f.program("login");
    Got got;
    {
      services::ExecPlugins plugins(f.commands, f.clock, nullptr, f.allowing({"login"}));
      plugins.credential(f.execAccess("login"), "", got.taker());
      QCOMPARE(f.commands.started().size(), std::size_t(1));
    }
    QTest::qWait(20);
    QCOMPARE(got.times, 0);
  }
};

QTEST_GUILESS_MAIN(ExecPluginsTest)
#include "exec_plugins_test.moc"
