#include "ui/viewmodels/generate_vm.h"

#include <QSignalSpy>
#include <QtTest>

#include "tests/unit/services/generation_stream.h"
#include "ui/format/text.h"
#include "ui/viewmodels/generated_text.h"
#include "ui/viewmodels/generation_jobs_vm.h"
#include "ui/viewmodels/improve_vm.h"

using namespace aiagent;
using authoring::Field;
using authoring::ReviewState;
using testing::await;
using testing::generationStream;
using testing::kPoet;
using ui::GenerateState;

namespace {

struct VmFixture {
  VmFixture()
      : queue(*services.profile, *services.agents, *services.providers, *services.runs, *services.generations,
              {.firstTry = std::chrono::milliseconds(10)}) {
    testing::useTestProvider(services);
  }
  std::unique_ptr<ui::GenerateVm> make() {
    auto vm = std::make_unique<ui::GenerateVm>(
        ui::GenerateVm::Services{*services.agents, *services.providers, *services.models, *services.runs,
                                 *services.generations, queue, *services.settings});
    if (!QTest::qWaitFor([&] { return vm->state().provider.has_value(); })) qFatal("no provider comes");
    return vm;
  }
  domain::Agent addAgent(const std::string& prompt) {
    domain::AgentContent content;
    content.name = "Mine";
    content.prompt = prompt;
    return *await<domain::Agent>([&](auto done) { services.agents->create(content, done); });
  }

  testing::ServiceFixture services;
  services::GenerationQueue queue;
};

bool isDone(const ui::GenerateVm& vm) {
  return !vm.state().busy() && vm.state().review.find(Field::Cases);
}

std::string textAt(const ui::GenerateVm& vm, Field field) {
  const auto* reviewed = vm.state().review.find(field);
  return reviewed ? format::utf8(ui::textOfValue(field, reviewed->value)) : std::string();
}

}  // namespace

class GenerateVmTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void generate_proposesFieldsAndMakesTheAgentOfTheAcceptedOnes() {
    VmFixture f;
    auto vm = f.make();
    f.services.http->enqueue(generationStream(kPoet));
    vm->setDescription(QStringLiteral("poems"));
    vm->generate();
    QVERIFY(vm->state().busy());
    QTRY_VERIFY(isDone(*vm));
    QCOMPARE(vm->state().review.find(Field::Name)->state, ReviewState::Proposed);
    QVERIFY(!vm->state().canCreate());
    vm->accept(Field::Name);
    QVERIFY(vm->edit(Field::Prompt, QStringLiteral("Write about {{topic}} in short.")));
    vm->reject(Field::Tools);
    vm->accept(Field::Variables);
    f.services.http->enqueue(testing::jsonAnswer(200, R"({"data":[{"id":"gpt-6-luna"}]})"));
    QSignalSpy created(vm.get(), &ui::GenerateVm::created);
    vm->create();
    QTRY_COMPARE(created.size(), 1);
    const auto id = created[0][0].value<domain::AgentId>();
    const auto made = await<services::AgentWithDraft>([&](auto done) { f.services.agents->load(id, done); });
    QCOMPARE(made->agent.content.name, std::string("Poet"));
    QCOMPARE(made->agent.content.prompt, std::string("Write about {{topic}} in short."));
    QVERIFY(made->agent.content.tools.empty());
    QVERIFY(made->agent.content.starters.empty());  // was never accepted
    QCOMPARE(made->agent.content.variables.size(), 1u);
    QVERIFY(!vm->state().hasFields());
    QVERIFY(vm->state().description.isEmpty());
  }

  void acceptedTier_becomesTheProvidersModel() {
    VmFixture f;
    auto vm = f.make();
    f.services.http->enqueue(generationStream(kPoet));
    vm->setDescription(QStringLiteral("poems"));
    vm->generate();
    QTRY_VERIFY(isDone(*vm));
    vm->acceptAll();
    f.services.http->enqueue(
        testing::jsonAnswer(200, R"({"data":[{"id":"gpt-6.1-sol"},{"id":"gpt-6-luna"}]})"));
    QSignalSpy created(vm.get(), &ui::GenerateVm::created);
    vm->create();
    QTRY_COMPARE(created.size(), 1);
    const auto made = await<services::AgentWithDraft>(
        [&](auto done) { f.services.agents->load(created[0][0].value<domain::AgentId>(), done); });
    QCOMPARE(made->agent.content.model, std::string("gpt-6-luna"));
    QCOMPARE(made->agent.content.cases.size(), 1u);
  }

  void stop_keepsWhatIsDone() {
    VmFixture f;
    auto vm = f.make();
    f.services.http->enqueue(generationStream(kPoet.substr(0, 70), 16, false));
    vm->setDescription(QStringLiteral("poems"));
    vm->generate();
    QTRY_VERIFY(vm->state().review.find(Field::Name) && vm->state().writing == Field::Prompt);
    vm->accept(Field::Name);
    vm->stop();
    QTRY_VERIFY(!vm->state().busy());
    QVERIFY(!vm->state().error);
    QCOMPARE(vm->state().review.find(Field::Name)->state, ReviewState::Accepted);
    QVERIFY(!vm->state().review.find(Field::Prompt));
  }

  void existingAgent_getsADraftAndIsNotWritten() {
    VmFixture f;
    const auto mine = f.addAgent("My own words.");
    auto vm = f.make();
    vm->setBasis(mine.id);
    QTRY_COMPARE(vm->state().basisName, QStringLiteral("Mine"));
    f.services.http->enqueue(generationStream(kPoet));
    vm->setDescription(QStringLiteral("poems"));
    vm->generate();
    QTRY_VERIFY(isDone(*vm));
    vm->accept(Field::Prompt);
    QSignalSpy wanted(vm.get(), &ui::GenerateVm::draftWanted);
    vm->create();
    QTRY_COMPARE(wanted.size(), 1);
    const auto content = wanted[0][0].value<ui::DraftProposal>().proposed;
    QCOMPARE(content.prompt, std::string("Write about {{topic}}."));
    QCOMPARE(content.name, std::string("Mine"));
    const auto kept =
        await<services::AgentWithDraft>([&](auto done) { f.services.agents->load(mine.id, done); });
    QCOMPARE(kept->agent.content.prompt, std::string("My own words."));
  }

  void again_replacesOneFieldAndWhyExplainsIt() {
    VmFixture f;
    auto vm = f.make();
    f.services.http->enqueue(generationStream(kPoet));
    vm->setDescription(QStringLiteral("poems"));
    vm->generate();
    QTRY_VERIFY(isDone(*vm));
    vm->acceptAll();
    f.services.http->enqueue(generationStream(R"({"name":"Bard"})"));
    vm->again(Field::Name, QStringLiteral("older"));
    QVERIFY(vm->state().notes.at(Field::Name).asking);
    QTRY_VERIFY(!vm->state().notes.at(Field::Name).asking);
    QCOMPARE(textAt(*vm, Field::Name), std::string("Bard"));
    QCOMPARE(vm->state().review.find(Field::Name)->state, ReviewState::Proposed);
    QCOMPARE(vm->state().review.find(Field::Prompt)->state, ReviewState::Accepted);
    QVERIFY(QByteArray::fromStdString(f.services.http->requests().back().body).contains("older"));
    f.services.http->enqueue(generationStream("Because it sings."));
    vm->why(Field::Name);
    QTRY_COMPARE(vm->state().notes.at(Field::Name).why, QStringLiteral("Because it sings."));
  }

  void failure_canWaitInTheQueueAndComesBackForReview() {
    VmFixture f;
    auto vm = f.make();
    ui::GenerationJobsVm jobs(f.queue, *f.services.agents);
    f.services.http->enqueue(testing::failure(base::ErrorCode::Timeout));
    vm->setDescription(QStringLiteral("poems"));
    vm->generate();
    QTRY_VERIFY(vm->state().error);
    QCOMPARE(vm->state().error->code, base::ErrorCode::Timeout);
    vm->waitForNetwork();
    QTRY_VERIFY(vm->state().queued && jobs.jobs().size() == 1);
    QVERIFY(!vm->state().error);
    f.services.http->answer = [](const ports::HttpRequest& request) {
      if (QByteArray::fromStdString(request.url).endsWith("/models"))
        return testing::jsonAnswer(200, R"({"data":[{"id":"m"}]})");
      return generationStream(kPoet, 50);
    };
    f.queue.start();
    QTRY_COMPARE(jobs.jobs().front().status, domain::GenerationStatus::Ready);
    vm->review(domain::GenerationJob(jobs.jobs().front()));
    QTRY_COMPARE(textAt(*vm, Field::Name), std::string("Poet"));
    QCOMPARE(vm->state().review.find(Field::Name)->state, ReviewState::Proposed);
    jobs.remove(jobs.jobs().front().id);
    QTRY_VERIFY(jobs.jobs().empty());
  }

  void offlineDraft_isMarkedAndAnotherTemplateCanBeTaken() {
    VmFixture f;
    auto vm = f.make();
    vm->setDescription(
        QStringLiteral("Sort support tickets by urgency, and write a polite answer to each email"));
    vm->draftOffline();
    QCOMPARE(vm->state().source, GenerateState::Source::Offline);
    QVERIFY(!vm->state().templateId.isEmpty());
    QVERIFY(!textAt(*vm, Field::Prompt).empty());
    QVERIFY(f.services.http->requests().empty());
    QVERIFY(!vm->state().otherTemplates.isEmpty());
    const auto first = vm->state().templateId;
    const auto other = vm->state().otherTemplates.front();
    vm->accept(Field::Name);
    const auto name = textAt(*vm, Field::Name);
    vm->useTemplate(other);
    QCOMPARE(vm->state().templateId, other);
    QVERIFY(vm->state().otherTemplates.contains(first));
    QCOMPARE(textAt(*vm, Field::Name), name);  // accepted ones stay
  }

  void whatWasTypedAndDecided_isThereAfterARestart() {
    VmFixture f;
    auto vm = f.make();
    f.services.http->enqueue(generationStream(kPoet));
    vm->setDescription(QStringLiteral("poems"));
    const QStringList examples{QStringLiteral("A: hi"), QStringLiteral("B: bye")};
    vm->setExamples(examples);
    vm->setLanguage(QStringLiteral("de"));
    vm->generate();
    QTRY_VERIFY(isDone(*vm));
    vm->accept(Field::Name);
    vm->reject(Field::Starters);
    QVERIFY(vm->edit(Field::Prompt, QStringLiteral("Mine.")));
    vm->flush();
    vm.reset();
    auto next = f.make();
    QTRY_VERIFY(isDone(*next));
    QCOMPARE(next->state().description, QStringLiteral("poems"));
    QCOMPARE(next->state().examples, examples);
    QCOMPARE(next->state().language, QStringLiteral("de"));
    const auto sent = QByteArray::fromStdString(f.services.http->requests().front().body);
    QVERIFY(sent.contains("A: hi") && sent.contains("B: bye"));
    QVERIFY(sent.contains(R"(\"language\":\"de\")"));
    QCOMPARE(next->state().review.find(Field::Name)->state, ReviewState::Accepted);
    QCOMPARE(next->state().review.find(Field::Starters)->state, ReviewState::Rejected);
    QCOMPARE(next->state().review.find(Field::Prompt)->state, ReviewState::Edited);
    QCOMPARE(textAt(*next, Field::Prompt), std::string("Mine."));
    QCOMPARE(next->state().review.find(Field::Tools)->state, ReviewState::Proposed);
  }

  void fieldTexts_comeBackAsTheSameValues() {
    VmFixture f;
    auto vm = f.make();
    f.services.http->enqueue(generationStream(kPoet));
    vm->setDescription(QStringLiteral("poems"));
    vm->generate();
    QTRY_VERIFY(isDone(*vm));
    authoring::GeneratedAgent whole;
    for (const auto& [field, reviewed] : vm->state().review.all())
      authoring::setValue(whole, field, reviewed.value);
    for (const auto field : authoring::kAllFields) {
      const auto value = authoring::valueOf(whole, field);
      const auto back = ui::valueOfText(field, ui::textOfValue(field, value), whole);
      QVERIFY2(back && *back == value, qPrintable(ui::fieldTitle(field)));
    }
    QVERIFY(!ui::valueOfText(Field::Tools, QStringLiteral("[{"), whole));
    QVERIFY(!vm->edit(Field::Tools, QStringLiteral("[{")));
    QVERIFY(vm->state().notes.at(Field::Tools).badEdit);
    QCOMPARE(vm->state().review.find(Field::Tools)->state, ReviewState::Proposed);
  }

  void indentedJson_keepsTheOrderOfMembers() {
    const std::string json = "{\"b\":[1,{\"a\":\"x, {y\"}],\"a\":{}}";
    const QString laidOut =
        QStringLiteral("{\n  \"b\": [\n    1,\n    {\n      \"a\": \"x, {y\"\n    }\n  ],\n  \"a\": {}\n}");
    QCOMPARE(ui::indentedJson(json), laidOut);
    QCOMPARE(ui::indentedJson("{half"), QStringLiteral("{half"));
  }

  void improve_takesEditsOneByOneAndLeavesRivalsOut() {
    VmFixture f;
    const auto mine = f.addAgent("Write long verse. Be kind.");
    auto generate = f.make();
    ui::ImproveVm vm({*f.services.agents, *f.services.runs, *f.services.generations, f.queue},
                     [&] { return generate->target(); });
    vm.open(mine.id);
    QTRY_COMPARE(vm.state().name, QStringLiteral("Mine"));
    f.services.http->enqueue(generationStream(
        R"({"edits":[{"find":"long verse","replace":"short verse","reason":"shorter"},)"
        R"({"find":"verse.","replace":"lines.","reason":"plainer"},)"
        R"({"find":"Be kind.","replace":"Be brief.","reason":"brief"}],"summary":"Shorter."})"));
    vm.setGoal(QStringLiteral("shorter"));
    vm.ask();
    QTRY_VERIFY(vm.state().improvement);
    QCOMPARE(vm.state().decisions.size(), 3u);
    vm.accept(1);
    QVERIFY(vm.state().isBlocked(0));
    vm.accept(0);
    QCOMPARE(vm.state().decisions[1], ui::EditDecision::Rejected);
    QSignalSpy wanted(&vm, &ui::ImproveVm::draftWanted);
    vm.apply();
    const auto proposal = wanted[0][0].value<ui::DraftProposal>();
    QCOMPARE(proposal.proposed.prompt, std::string("Write short verse. Be kind."));
    QCOMPARE(proposal.base.prompt, std::string("Write long verse. Be kind."));
    QVERIFY(vm.state().improvement);
    proposal.taken();
    QVERIFY(!vm.state().improvement);
  }
};

QTEST_GUILESS_MAIN(GenerateVmTest)
#include "generate_vm_test.moc"
