// Tool calls in the playground: every way to answer, and what happens without a word of the person's.
#include "ui/viewmodels/tool_calls_vm.h"

#include "tests/unit/services/service_fixture.h"
#include "tests/unit/viewmodels/tool_call_answers.h"
#include "ui/format/text.h"
#include "ui/viewmodels/answer_check_vm.h"

using namespace aiagent;
using ports::CommandEnd;
using testing::await;
using ui::ToolCallForm;
using How = ui::ToolCallForm::How;
using Job = ui::ToolCallForm::Job;

namespace {

struct Playground {
  Playground()
      : agent(*f.agents, *f.models),
        playground({*f.runs, *f.providers, *f.models, *f.settings}, agent),
        calls(*f.tools, playground),
        check(*f.runs, playground) {
    const domain::Provider provider{.name = "lab",
                                    .baseUrl = "http://test.invalid/v1",
                                    .keySource = domain::KeySource::None,
                                    .defaultModel = "gpt-5"};
    if (!await<domain::Provider>([&](auto done) { f.providers->save(provider, done); }))
      qFatal("no provider");
    if (!await<void>([&](auto done) { f.providers->use("lab", done); })) qFatal("provider not in use");
    domain::AgentContent content;
    content.name = "Orders";
    content.tools =
        R"([{"type":"function","name":"find_order","parameters":{"type":"object"},"strict":false}])";
    const auto made = await<domain::Agent>([&](auto done) { f.agents->create(content, done); });
    if (!made) qFatal("no agent");
    id = made->id;
    agent.open(id);
    // Until it is told of "lab", the playground would send to the provider that was in use when it was made.
    const auto ready = [&] {
      const auto& inUse = playground.state().provider;
      return agent.state().loaded && inUse && inUse->name == "lab";
    };
    if (!soon(ready)) qFatal("not loaded");
  }

  template <class Condition>
  bool soon(Condition condition) {
    return QTest::qWaitFor(condition, 5'000);
  }

  // Runs until the answer with these items has come.
  bool ask(const std::string& items) {
    f.http->enqueue(testing::answer(items));
    playground.setMessage(QStringLiteral("Where is order 7?"));
    playground.run();
    return idle();
  }
  bool idle() {
    return soon([&] { return !playground.state().busy() && !playground.state().tip.isNull(); });
  }
  bool keep(const std::vector<std::string>& program, bool always) {
    return await<void>([&](auto done) {
             f.tools->keepCommand({id, "find_order"}, {program, always}, done);
           })
        .ok();
  }
  const std::string& lastBody() { return f.http->requests().back().body; }

  testing::ServiceFixture f;
  ui::AgentVm agent;
  ui::PlaygroundVm playground;
  ui::ToolCallsVm calls;
  ui::AnswerCheckVm check;
  domain::AgentId id;
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

class ToolCallsVmTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void callWithoutAnswer_waits_andNothingIsSent() {
    Playground p;
    QVERIFY(p.ask(testing::callItem("c1")));
    QCOMPARE(p.calls.state().calls.size(), 1u);
    const auto& form = p.calls.state().calls[0];
    QCOMPARE(form.call.name, std::string("find_order"));
    QVERIFY(form.arguments.contains(QStringLiteral("\"number\": 7")));
    QVERIFY(!p.calls.state().complete());
    p.calls.send();
    QTest::qWait(50);
    QCOMPARE(p.f.http->requests().size(), 1u);
    QVERIFY(p.f.commands.started().empty());
  }

  void typedResults_areSentAndTheConversationGoesOn() {
    Playground p;
    QVERIFY(p.ask(testing::callItem("c1") + "," + testing::callItem("c2", R"({\"number\":8})")));
    p.calls.setTyped(0, QStringLiteral("{\"team\":\"red\"}"));
    QVERIFY(!p.calls.state().complete());
    p.calls.setTyped(1, QStringLiteral("gone"));
    const auto first = p.playground.state().tip;
    p.f.http->enqueue(testing::answer(testing::textItem("It is red.")));
    p.calls.send();
    QVERIFY(p.soon([&] { return p.f.http->requests().size() == 2; }));
    QVERIFY(p.idle());
    QVERIFY(holds(p.lastBody(), "\"call_id\":\"c1\",\"output\":\"{\\\"team\\\":\\\"red\\\"}\""));
    QVERIFY(holds(p.lastBody(), R"("call_id":"c2","output":"gone")"));
    QVERIFY(p.calls.state().run.isNull());
    const auto run =
        await<domain::RunRecord>([&](auto done) { p.f.runs->load(p.playground.state().tip, done); });
    QCOMPARE(run->request.parent, first);
    QCOMPARE(run->text(), std::string("It is red."));
  }

  void recordedAnswer_isOfferedForTheSameArguments() {
    Playground p;
    QVERIFY(p.ask(testing::callItem("c1")));
    p.calls.setTyped(0, QStringLiteral("red"));
    p.calls.setRecord(0, true);
    p.f.http->enqueue(testing::answer(testing::callItem("c2", R"({ \"number\" : 7 })")));
    p.calls.send();
    QVERIFY(p.soon([&] {
      return p.calls.state().calls.size() == 1 && p.calls.state().calls[0].call.callId == "c2" &&
             p.calls.state().calls[0].recorded;
    }));
    QCOMPARE(p.calls.state().calls[0].how, How::Recorded);
    QCOMPARE(*p.calls.state().calls[0].recorded, QStringLiteral("red"));
    QVERIFY(p.calls.state().complete());
    QCOMPARE(p.f.http->requests().size(), 2u);  // offered, not sent
  }

  void commandAllowedOnce_runsOnceAndAsksAgain() {
    Playground p;
    QVERIFY(p.ask(testing::callItem("c1")));
    p.calls.setHow(0, How::Command);
    p.calls.setCommand(0, QStringLiteral("/bin/find --what \"an order\""));
    QVERIFY(p.f.commands.started().empty());
    p.f.commands.enqueue({.output = "green"});
    p.calls.runCommand(0);
    QVERIFY(p.soon([&] { return p.calls.state().calls[0].job == Job::Done; }));
    QCOMPARE(p.f.commands.started()[0].program,
             (std::vector<std::string>{"/bin/find", "--what", "an order"}));
    QCOMPARE(p.f.commands.started()[0].input, std::string(R"({"number":7})"));
    QCOMPARE(p.f.http->requests().size(), 1u);  // shown first
    p.f.http->enqueue(testing::answer(testing::callItem("c2")));
    p.calls.send();
    QVERIFY(p.soon([&] {
      return p.calls.state().calls.size() == 1 && p.calls.state().calls[0].call.callId == "c2" &&
             p.calls.state().calls[0].how == How::Command;
    }));
    QVERIFY(holds(p.lastBody(), R"("output":"green")"));
    QCOMPARE(p.calls.state().calls[0].command, QStringLiteral("/bin/find --what \"an order\""));
    QTest::qWait(50);
    QCOMPARE(p.f.commands.started().size(), 1u);
  }

  void commandAllowedAlways_answersByItself() {
    Playground p;
    QVERIFY(p.keep({"/bin/find"}, true));
    p.f.commands.enqueue({.output = "green"});
    p.f.http->enqueue(testing::answer(testing::callItem("c1")));
    p.f.http->enqueue(testing::answer(testing::textItem("It is green.")));
    p.playground.setMessage(QStringLiteral("Where?"));
    p.playground.run();
    QVERIFY(p.soon([&] { return p.f.http->requests().size() == 2; }));
    QVERIFY(p.idle());
    QVERIFY(holds(p.lastBody(), R"("output":"green")"));
  }

  void commandAllowedAlways_isAskedAboutAgainAfterManyRounds() {
    Playground p;
    QVERIFY(p.keep({"/bin/find"}, true));
    for (int i = 0; i < 20; ++i) {
      p.f.commands.enqueue({.output = "more"});
      p.f.http->enqueue(testing::answer(testing::callItem("c" + std::to_string(i))));
    }
    p.playground.setMessage(QStringLiteral("Where?"));
    p.playground.run();
    QVERIFY(p.soon([&] { return p.f.http->requests().size() == 9; }));
    QVERIFY(p.soon([&] { return p.calls.state().calls.size() == 1; }));
    QTest::qWait(100);
    QCOMPARE(p.f.http->requests().size(), 9u);
    QCOMPARE(p.f.commands.started().size(), 8u);
  }

  void changedCommand_isNotAllowedAnyMore() {
    Playground p;
    QVERIFY(p.ask(testing::callItem("c1")));
    p.calls.setCommand(0, QStringLiteral("/bin/find"));
    p.calls.setAlways(0, true);
    p.f.commands.enqueue({.output = "x"});
    p.calls.runCommand(0);
    QVERIFY(p.soon([&] { return p.calls.state().calls[0].job == Job::Done; }));
    QVERIFY(p.calls.state().calls[0].always);
    p.calls.setCommand(0, QStringLiteral("/bin/find -x"));
    QVERIFY(!p.calls.state().calls[0].always);
    QVERIFY(!p.calls.state().calls[0].answered());
  }

  void permissionTakenBack_isGoneAtOnce() {
    Playground p;
    QVERIFY(p.ask(testing::callItem("c1")));
    QVERIFY(p.keep({"/bin/find"}, true));
    p.calls.setCommand(0, QStringLiteral("/bin/find"));
    p.calls.setAlways(0, true);
    p.calls.setAlways(0, false);
    const auto always = [&] {
      const auto help = await<services::ToolHelp>([&](auto done) {
        p.f.tools->find({p.id, "find_order"}, "{}", done);
      });
      return help && help->command && help->command->always;
    };
    QVERIFY(p.soon([&] { return !always(); }));
  }

  void failedCommand_isToldAndNotSent() {
    Playground p;
    QVERIFY(p.ask(testing::callItem("c1")));
    p.calls.setHow(0, How::Command);
    p.calls.setCommand(0, QStringLiteral("/bin/find"));
    p.f.commands.enqueue({.exitCode = 3, .output = "half", .errors = "no such order"});
    p.calls.runCommand(0);
    QVERIFY(p.soon([&] { return p.calls.state().calls[0].job == Job::Failed; }));
    QCOMPARE(p.calls.state().calls[0].fault->errors, std::string("no such order"));
    QVERIFY(!p.calls.state().complete());
  }

  void cancelledCommand_canBeRunAgain() {
    Playground p;
    QVERIFY(p.ask(testing::callItem("c1")));
    p.calls.setCommand(0, QStringLiteral("/bin/sleep"));
    p.calls.runCommand(0);
    QVERIFY(p.soon([&] { return p.f.commands.started().size() == 1; }));
    p.calls.cancelCommand(0);
    QCOMPARE(p.calls.state().calls[0].job, Job::None);
    p.f.commands.enqueue({.output = "x"});
    p.calls.runCommand(0);
    QVERIFY(p.soon([&] { return p.calls.state().calls[0].job == Job::Done; }));
  }

  void approval_isNeverGivenByItself() {
    Playground p;
    QVERIFY(p.keep({"/bin/find"}, true));
    QVERIFY(p.ask(testing::kApproval));
    QVERIFY(p.calls.state().calls[0].isApproval());
    QCOMPARE(p.calls.state().calls[0].call.serverLabel, std::string("crm"));
    QTest::qWait(50);
    QCOMPARE(p.f.http->requests().size(), 1u);
    p.calls.decide(0, false);
    p.f.http->enqueue(testing::answer(testing::textItem("Then not.")));
    p.calls.send();
    QVERIFY(p.soon([&] { return p.f.http->requests().size() == 2; }));
    QVERIFY(holds(p.lastBody(),
                  R"({"type":"mcp_approval_response","approval_request_id":"mcpr_1","approve":false})"));
    QVERIFY(p.idle());
  }

  void loadedConversation_waitsButRunsNothing() {
    Playground p;
    QVERIFY(p.ask(testing::callItem("c1")));
    const auto run = p.playground.state().tip;
    p.calls.setTyped(0, QStringLiteral("half"));
    p.playground.newConversation();
    QVERIFY(p.calls.state().run.isNull());
    QVERIFY(p.keep({"/bin/find"}, true));
    p.playground.continueFrom(run);
    QVERIFY(p.soon([&] { return p.calls.state().run == run; }));
    QCOMPARE(p.calls.state().calls[0].typed, QStringLiteral("half"));
    QTest::qWait(50);
    QVERIFY(p.f.commands.started().empty());
  }

  void commandText_andItsParts_areTheSame() {
    const std::vector<std::vector<std::string>> programs = {
        {"/bin/x"}, {"/bin/my tool", "a b", ""}, {"x", "\"quoted\"", "it's", "\\n", "a\nb"}};
    for (const auto& program : programs) QCOMPARE(ui::commandParts(ui::commandText(program)), program);
  }

  void answer_isHeldAgainstTheSchema() {
    Playground p;
    p.agent.setOutputSchema(QStringLiteral(
        R"({"type":"object","required":["urgency"],"properties":{"urgency":{"type":"string"}}})"));
    QVERIFY(p.ask(testing::textItem(R"({\"urgency\":\"soon\"})")));
    QCOMPARE(p.check.state().kind, ui::AnswerCheckState::Kind::Matches);
    QVERIFY(p.ask(testing::textItem(R"({\"team\":1})")));
    QCOMPARE(p.check.state().kind, ui::AnswerCheckState::Kind::Differs);
    QCOMPARE(p.check.state().mismatches.front().path, std::string("$.urgency"));
    p.agent.setOutputSchema({});
    QVERIFY(p.ask(testing::textItem("free")));
    QCOMPARE(p.check.state().kind, ui::AnswerCheckState::Kind::None);
  }

  void answerThatStillComes_isSoFarJsonOrNot() {
    Playground p;
    p.agent.setOutputSchema(QStringLiteral(R"({"type":"object"})"));
    const auto begin = [&](const std::string& piece) {
      p.f.http->enqueue(testing::unfinished(piece));
      p.playground.setMessage(QStringLiteral("go"));
      p.playground.run();
    };
    begin("{\\\"a\\\": [1, ");
    QVERIFY(p.soon([&] { return p.check.state().kind == ui::AnswerCheckState::Kind::SoFarJson; }));
    p.playground.stop();
    QVERIFY(p.idle());
    QCOMPARE(p.check.state().kind, ui::AnswerCheckState::Kind::None);
    begin("Sure, here");
    QVERIFY(p.soon([&] { return p.check.state().kind == ui::AnswerCheckState::Kind::SoFarOther; }));
    p.playground.stop();
    QVERIFY(p.idle());
  }

  void variables_takeDefaultsAndTypes() {
    Playground p;
    p.agent.setPrompt(QStringLiteral("For {{team}}, loud: {{loud}}, {{other}}."));
    const auto place = p.agent.addVariable();
    QCOMPARE(p.agent.state().content.variables[place].name, std::string("team"));
    p.agent.setVariable(place, {.name = "team", .defaultValue = "red"});
    p.agent.setVariable(p.agent.addVariable(), {.name = "loud", .type = domain::VariableType::Boolean});
    p.playground.setMessage(QStringLiteral("go"));
    p.playground.run();
    QCOMPARE(p.playground.state().missing, std::vector<std::string>{"other"});
    p.playground.setVariable("other", QStringLiteral("x"));
    p.playground.setVariable("team", QString());
    p.f.http->enqueue(testing::answer(testing::textItem("ok")));
    p.playground.run();
    QVERIFY(p.soon([&] { return p.f.http->requests().size() == 1; }));
    QVERIFY(holds(p.lastBody(), "For red, loud: false, x."));
    QVERIFY(p.idle());
    p.agent.removeVariable(0);
    QCOMPARE(p.agent.state().content.variables.front().name, std::string("loud"));
    p.agent.discardDraft();
    QVERIFY(p.agent.state().content.variables.empty());
    p.agent.bringBack();
    QCOMPARE(p.agent.state().content.variables.size(), 1u);
  }
};

QTEST_GUILESS_MAIN(ToolCallsVmTest)
#include "tool_calls_vm_test.moc"
