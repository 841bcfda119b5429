#include "core/services/tool_service.h"

#include <QFile>

#include "core/qt/qt_command_runner.h"
#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using ports::CommandEnd;
using services::ToolHelp;
using store::ToolCommand;
using store::ToolKey;
using testing::await;

namespace {

ToolKey keyOf(testing::ServiceFixture& f) {
  domain::AgentContent content;
  content.name = "Triage";
  const auto agent = await<domain::Agent>([&](auto done) { f.agents->create(content, done); });
  if (!agent) qFatal("no agent");
  return {agent->id, "find_order"};
}

ToolHelp helpFor(testing::ServiceFixture& f, const ToolKey& key, const std::string& arguments) {
  const auto help = await<ToolHelp>([&](auto done) { f.tools->find(key, arguments, done); });
  if (!help) qFatal("no help");
  return *help;
}

bool keep(testing::ServiceFixture& f, const ToolKey& key, ToolCommand command) {
  return await<void>([&](auto done) { f.tools->keepCommand(key, std::move(command), done); }).ok();
}

base::Result<CommandEnd> runIfAlways(testing::ServiceFixture& f, const services::ToolJob& job) {
  return await<CommandEnd>([&](auto done) { f.tools->runIfAlways(job, done); });
}

}  // namespace

class ToolServiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void recordedAnswer_isFoundForTheSameArguments() {
    testing::ServiceFixture f;
    const auto key = keyOf(f);
    QVERIFY(await<void>([&](auto done) { f.tools->record(key, R"({"b": 2, "a": 1})", "red", done); }).ok());
    QCOMPARE(helpFor(f, key, R"({"a":1,"b":2})").recorded, std::optional<std::string>("red"));
    QVERIFY(!helpFor(f, key, R"({"a":1,"b":3})").recorded);
    QVERIFY(!helpFor(f, {key.agent, "other"}, R"({"a":1,"b":2})").recorded);
    // Integers that a floating point number could not tell apart.
    QVERIFY(services::sameArguments(R"({"n":9007199254740993})") !=
            services::sameArguments(R"({"n":9007199254740992})"));
    QCOMPARE(services::sameArguments("free  text"), std::string("free  text"));
  }

  void run_givesTheArgumentsToTheProgram() {
    testing::ServiceFixture f;
    f.commands.enqueue({.output = "red"});
    std::optional<CommandEnd> ended;
    f.tools->run({keyOf(f), {"/bin/find", "--order"}, R"({"a":1})"}, [&](CommandEnd end) { ended = end; });
    QTRY_VERIFY(ended);
    QCOMPARE(ended->output, std::string("red"));
    QCOMPARE(f.commands.started().size(), 1u);
    QCOMPARE(f.commands.started()[0].program, (std::vector<std::string>{"/bin/find", "--order"}));
    QCOMPARE(f.commands.started()[0].input, std::string(R"({"a":1})"));
    QCOMPARE(f.commands.started()[0].timeout, base::Milliseconds(30'000));
  }

  void alwaysAllowed_holdsForTheSameProgramAlone() {
    testing::ServiceFixture f;
    const auto key = keyOf(f);
    const services::ToolJob job{key, {"/bin/find", "a"}, "{}"};
    QCOMPARE(runIfAlways(f, job).error().code, base::ErrorCode::Conflict);  // none is kept
    QVERIFY(keep(f, key, {{"/bin/find", "a"}, false}));
    QCOMPARE(runIfAlways(f, job).error().code, base::ErrorCode::Conflict);  // allowed once
    QVERIFY(keep(f, key, {{"/bin/find", "b"}, true}));
    QCOMPARE(runIfAlways(f, job).error().code, base::ErrorCode::Conflict);  // another one
    QVERIFY(f.commands.started().empty());
    QVERIFY(keep(f, key, {{"/bin/find", "a"}, true}));
    f.commands.enqueue({.output = "ok"});
    const auto ended = runIfAlways(f, job);
    QVERIFY(ended.ok());
    QCOMPARE(ended->output, std::string("ok"));
    QCOMPARE(runIfAlways(f, {{key.agent, "other"}, job.program, "{}"}).error().code,
             base::ErrorCode::Conflict);
    QCOMPARE(f.commands.started().size(), 1u);
  }

  void cancel_tellsSoOnce() {
    testing::ServiceFixture f;
    std::vector<CommandEnd::Kind> ends;
    const auto id =
        f.tools->run({keyOf(f), {"/bin/sleep"}, ""}, [&](CommandEnd end) { ends.push_back(end.kind); });
    f.tools->cancel(id);
    f.tools->cancel(id);
    QCOMPARE(ends, std::vector{CommandEnd::Kind::Cancelled});
  }

  void cancelBeforeTheStoreHasAnswered_startsNothing() {
    testing::ServiceFixture f;
    const auto key = keyOf(f);
    QVERIFY(keep(f, key, {{"/bin/x"}, true}));
    std::optional<CommandEnd> ended;
    const auto id = f.tools->runIfAlways(
        {key, {"/bin/x"}, ""}, [&](base::Result<CommandEnd> end) { ended = end ? *end : CommandEnd{}; });
    f.tools->cancel(id);
    QTRY_VERIFY(ended);
    QCOMPARE(ended->kind, CommandEnd::Kind::Cancelled);
    QVERIFY(f.commands.started().empty());
  }

  void serviceThatGoes_endsItsPrograms() {
    testing::ServiceFixture f;
    bool told = false;
    f.tools->run({keyOf(f), {"/bin/sleep"}, ""}, [&](CommandEnd) { told = true; });
    f.tools.reset();
    QVERIFY(!told);
  }

  void realScript_answersTheCall() {
    testing::ServiceFixture f;
    QFile script(f.folder.filePath(QStringLiteral("tool")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nprintf '{\"got\":'; cat; printf '}'\n");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    qt::QtCommandRunner runner;
    services::ToolService tools(*f.profile, runner);
    std::optional<CommandEnd> ended;
    tools.run({keyOf(f), {script.fileName().toStdString()}, "[1]"}, [&](CommandEnd end) { ended = end; });
    QTRY_VERIFY_WITH_TIMEOUT(ended, 20'000);
    QCOMPARE(ended->output, std::string(R"({"got":[1]})"));
  }
};

QTEST_GUILESS_MAIN(ToolServiceTest)
#include "tool_service_test.moc"
