// The whole loop with the rehearsal model over HTTP: it calls a tool, a real program answers, it goes on.
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "core/qt/memory_secret_store.h"
#include "core/qt/qt_command_runner.h"
#include "core/qt/qt_http_client.h"
#include "core/qt/qt_scheduler.h"
#include "core/qt/rehearsal_server.h"
#include "core/runs/shipped_models.h"
#include "ui/viewmodels/tool_calls_vm.h"

using namespace aiagent;

namespace {

template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 20'000);
}

}  // namespace

class ToolLoopTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rehearsal_callsAToolAndGoesOnWithItsAnswer() {
    QTemporaryDir folder;
    base::SystemClock clock;
    qt::QtScheduler scheduler;
    qt::QtHttpClient http;
    qt::MemorySecretStore secrets;
    qt::QtCommandRunner runner;
    qt::RehearsalServer server(clock);
    QVERIFY(server.start().ok());
    auto profile = services::Profile::open(folder.path().toStdString(), scheduler, clock);
    QVERIFY(profile.ok());
    services::SettingsService settings(**profile);
    services::ModelService models(**profile, runs::shippedModelsJson());
    services::AgentService agents(**profile);
    services::ProviderService providers(**profile, http, secrets, {});
    services::RunService runs(**profile, http, providers, models);
    services::ToolService tools(**profile, runner);
    providers.setRehearsalUrl(server.baseUrl());
    bool inUse = false;
    providers.use(domain::kRehearsalProvider, [&](base::Result<void> done) { inUse = done.ok(); });
    QVERIFY(soon([&] { return inUse; }));

    domain::AgentContent content;
    content.name = "Orders";
    content.tools =
        R"([{"type":"function","name":"find_order","parameters":{"type":"object","properties":{"number":{"type":"integer"}},"required":["number"],"additionalProperties":false},"strict":true}])";
    domain::AgentId id;
    agents.create(content, [&](base::Result<domain::Agent> agent) { id = agent ? agent->id : id; });
    QVERIFY(soon([&] { return !id.isNull(); }));

    QFile script(folder.filePath(QStringLiteral("find-order")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nprintf '{\"state\":\"sent\",\"asked\":'; cat; printf '}'\n");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);

    ui::AgentVm agent(agents, models);
    ui::PlaygroundVm playground({runs, providers, models, settings}, agent);
    ui::ToolCallsVm calls(tools, playground);
    agent.open(id);
    QVERIFY(soon([&] { return agent.state().loaded && playground.state().rehearsal(); }));
    playground.setMessage(QStringLiteral("Use the tool for order 7"));
    playground.run();
    QVERIFY(soon([&] { return calls.state().calls.size() == 1; }));
    const auto first = playground.state().tip;
    QCOMPARE(calls.state().calls[0].call.name, std::string("find_order"));

    calls.setHow(0, ui::ToolCallForm::How::Command);
    calls.setCommand(0, ui::commandText({script.fileName().toStdString()}));
    calls.runCommand(0);
    QVERIFY(soon([&] { return calls.state().complete(); }));
    QVERIFY(calls.state().calls[0].output.startsWith(
        QStringLiteral("{\"state\":\"sent\",\"asked\":{\"number\":")));
    calls.send();
    QVERIFY(soon([&] { return playground.state().tip != first && !playground.state().busy(); }));

    std::optional<domain::RunRecord> last;
    runs.load(playground.state().tip, [&](base::Result<domain::RunRecord> run) {
      if (run) last = *run;
    });
    QVERIFY(soon([&] { return last.has_value(); }));
    QCOMPARE(last->status, domain::RunStatus::Completed);
    QCOMPARE(last->request.parent, first);
    QVERIFY(last->requestJson.find("function_call_output") != std::string::npos);
    QVERIFY(!last->text().empty());
    QVERIFY(calls.state().run.isNull());
  }
};

QTEST_GUILESS_MAIN(ToolLoopTest)
#include "tool_loop_test.moc"
