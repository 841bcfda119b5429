#include "core/services/import_service.h"

#include <fstream>
#include <QtTest>

#include "core/authoring/formats/archive.h"
#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using aiagent::testing::await;
using aiagent::testing::ServiceFixture;
using authoring::Format;
using authoring::ImportPlan;
using authoring::PlanResult;
using services::ImportChoice;
using services::ImportDecision;
using services::ImportOutcome;

class ImportServiceTest : public QObject {
  Q_OBJECT

 private:
  static domain::AgentContent triage() {
    domain::AgentContent content;
    content.name = "Triage";
    content.description = "Sorts";
    content.prompt = "You sort for {{team}}.";
    content.model = "gpt-5";
    content.starters = {"Printer on fire"};
    return content;
  }

  static domain::Agent add(ServiceFixture& f, domain::AgentContent content) {
    return *await<domain::Agent>([&](auto done) { f.agents->create(std::move(content), done); });
  }

  static base::Result<ImportPlan> planned(ServiceFixture& f, authoring::Files files) {
    std::unique_ptr<services::ExchangeJob> job;
    return await<ImportPlan>([&](auto done) { job = f.imports->planFiles(std::move(files), {}, {}, done); });
  }

  static base::Result<ImportOutcome> applied(ServiceFixture& f, const ImportPlan& plan,
                                             std::optional<ImportChoice> onConflict = {}) {
    std::vector<ImportDecision> decisions;
    for (const auto& item : plan.items)
      decisions.push_back({item,
                           item.result == PlanResult::Conflict && onConflict
                               ? *onConflict
                               : services::usualChoice(item.result),
                           "Imported from " + item.source});
    return await<ImportOutcome>([&](auto done) { f.imports->apply(decisions, done); });
  }

  static base::Result<services::ExportReport> exported(ServiceFixture& f, services::ExportRequest request) {
    std::unique_ptr<services::ExchangeJob> job;
    return await<services::ExportReport>(
        [&](auto done) { job = f.imports->exportAgents(std::move(request), done); });
  }

  static std::int64_t count(ServiceFixture& f) {
    return *await<std::int64_t>([&](auto done) { f.agents->count(store::ArchiveFilter::All, done); });
  }

  static domain::Agent loaded(ServiceFixture& f, domain::AgentId id) {
    return await<services::AgentWithDraft>([&](auto done) { f.agents->load(id, done); })->agent;
  }

  static authoring::Files skill(const std::string& prompt) {
    return {{"AGENTS.md", "# Triage\n\n" + prompt + "\n"}};
  }

 private Q_SLOTS:
  void newAgents_comeInAndGoAgainWithUndo() {
    ServiceFixture f;
    auto plan = planned(f, {{"a.md", "---\naiagent: 1\nname: A\n---\n\nx\n"}, {"AGENTS.md", "# B\n\ny\n"}});
    QVERIFY(plan.ok());
    QCOMPARE(plan->items.size(), 2u);
    auto outcome = applied(f, *plan);
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->made.size(), 2u);
    QCOMPARE(count(f), 2);
    QCOMPARE(loaded(f, outcome->ids[0]).content.name, plan->items[0].name);
    QVERIFY(await<void>([&](auto done) { f.imports->undo(*outcome, done); }).ok());
    QCOMPARE(count(f), 0);
  }

  void undo_leavesWhatSomebodyHasWorkedOn() {
    ServiceFixture f;
    const auto outcome = applied(f, *planned(f, skill("x")));
    auto agent = loaded(f, outcome->made[0]);
    agent.content.prompt = "mine";
    QVERIFY(await<domain::Agent>([&](auto done) {
              f.agents->update(agent.id, agent.content, agent.revision, done);
            }).ok());
    QVERIFY(await<void>([&](auto done) { f.imports->undo(*outcome, done); }).ok());
    QCOMPARE(loaded(f, agent.id).content.prompt, std::string("mine"));
  }

  void replacing_makesAVersionAndKeepsWhatTheFormatLacks() {
    ServiceFixture f;
    f.imports->setAuthor("Ada");
    const auto before = add(f, triage());
    const auto plan = planned(f, skill("Another prompt."));
    QCOMPARE(plan->items[0].result, PlanResult::Conflict);
    QCOMPARE(applied(f, *plan)->replaced.size(), 0u);
    const auto outcome = applied(f, *plan, ImportChoice::Replace);
    QVERIFY(outcome.ok());
    auto expected = before.content;
    expected.prompt = "Another prompt.";
    QCOMPARE(loaded(f, before.id).content, expected);
    const auto history =
        await<services::AgentHistory>([&](auto done) { f.versions->history(before.id, done); });
    QCOMPARE(history->versions.size(), 2u);
    QCOMPARE(history->versions[0].message, std::string("Imported from AGENTS.md"));
    QCOMPARE(history->versions[0].author, std::string("Ada"));
    QVERIFY(await<void>([&](auto done) { f.imports->undo(*outcome, done); }).ok());
    QCOMPARE(loaded(f, before.id).content, before.content);
  }

  void keepingBoth_makesAnotherAgent() {
    ServiceFixture f;
    const auto before = add(f, triage());
    const auto outcome = applied(f, *planned(f, skill("Another prompt.")), ImportChoice::New);
    QCOMPARE(count(f), 2);
    QCOMPARE(loaded(f, before.id), before);
    QVERIFY(outcome->made[0] != before.id);
  }

  void agentChangedAfterThePlan_isAConflictAndNothingIsWritten() {
    ServiceFixture f;
    auto agent = add(f, triage());
    auto files = skill("Another prompt.");
    files.push_back({"new/AGENTS.md", "# New\n\nx\n"});
    const auto plan = planned(f, files);
    agent.content.prompt = "Meanwhile";
    QVERIFY(await<domain::Agent>([&](auto done) {
              f.agents->update(agent.id, agent.content, agent.revision, done);
            }).ok());
    const auto outcome = applied(f, *plan, ImportChoice::Replace);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, base::ErrorCode::Conflict);
    QCOMPARE(count(f), 1);
    QCOMPARE(loaded(f, agent.id).content.prompt, std::string("Meanwhile"));
  }

  void history_comesAlongWithItsLabels() {
    ServiceFixture from, to;
    auto agent = add(from, triage());
    agent.content.prompt = "Second";
    agent = *await<domain::Agent>([&](auto done) {
      from.agents->update(agent.id, agent.content, agent.revision, done, {.note = {.message = "better"}});
    });
    QVERIFY(await<domain::Label>([&](auto done) {
              from.versions->moveLabel(agent.id, "production", agent.headVersion, done);
            }).ok());
    const auto out = exported(from, {.agents = {agent.id}, .format = Format::OwnJson, .target = {}});
    QVERIFY(out.ok());
    QVERIFY(out->losses.empty());
    const auto outcome = applied(to, *planned(to, out->files));
    QCOMPARE(outcome->made, std::vector<domain::AgentId>{agent.id});
    const auto history =
        await<services::AgentHistory>([&](auto done) { to.versions->history(agent.id, done); });
    QCOMPARE(history->versions.size(), 2u);
    QVERIFY(history->versions[0].head);
    QCOMPARE(history->versions[0].message, std::string("better"));
    QCOMPARE(history->versions[0].labels, std::vector<std::string>{"production"});
    QCOMPARE(history->versions[0].id, agent.headVersion);
    QCOMPARE(planned(to, out->files)->items[0].result, PlanResult::Same);
  }

  void toolsThatAreNoTools_areRefused() {
    ServiceFixture f;
    const auto plan = planned(f, {{"a.json", R"({"format":"aiagent","formatVersion":1,"agents":[{"name":"A",)"
                                             R"("prompt":"x","tools":[1]}]})"}});
    QCOMPARE(plan->items.size(), 1u);
    QCOMPARE(plan->items[0].result, PlanResult::Refused);
    QCOMPARE(plan->items[0].error->subject, std::string("tools"));
  }

  void letGoOf_endsWithCancelledAndOnce() {
    ServiceFixture f;
    authoring::Files files;
    for (int i = 0; i < 3'000; ++i) files.push_back({std::to_string(i) + "/AGENTS.md", "# A\n\nx\n"});
    int ends = 0;
    base::ErrorCode code{};
    auto job = f.imports->planFiles(std::move(files), {}, {}, [&](base::Result<ImportPlan> plan) {
      ++ends;
      if (!plan) code = plan.error().code;
    });
    job.reset();
    QTRY_COMPARE(ends, 1);
    QCOMPARE(code, base::ErrorCode::Cancelled);
  }

  void serviceThatGoes_waitsForItsWorkAndTellsNobody() {
    ServiceFixture f;
    authoring::Files files;
    for (int i = 0; i < 3'000; ++i) files.push_back({std::to_string(i) + "/AGENTS.md", "# A\n\nx\n"});
    bool told = false;
    auto job = f.imports->planFiles(std::move(files), {}, {}, [&](auto) { told = true; });
    f.imports.reset();
    job.reset();
    QTest::qWait(50);
    QVERIFY(!told);
  }

  void progress_isToldOnTheWay() {
    ServiceFixture f;
    authoring::Files files;
    for (int i = 0; i < 50; ++i) files.push_back({std::to_string(i) + "/AGENTS.md", "# A\n\nx\n"});
    std::vector<std::size_t> seen;
    std::unique_ptr<services::ExchangeJob> job;
    QVERIFY(await<ImportPlan>([&](auto done) {
              job = f.imports->planFiles(
                  files, {},
                  [&](std::size_t at, std::size_t all) {
                    QCOMPARE(all, std::size_t(50));
                    seen.push_back(at);
                  },
                  done);
            }).ok());
    QVERIFY(seen.size() > 1);
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
  }

  void severalPaths_eachHaveTheirOwnFolder() {
    ServiceFixture f;
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    for (const char* name : {"one", "two"}) {
      std::filesystem::create_directories(root / name);
      std::ofstream(root / name / "AGENTS.md") << "# " << name << "\n\nx\n";
    }
    std::unique_ptr<services::ExchangeJob> job;
    const auto plan = await<ImportPlan>([&](auto done) {
      job = f.imports->plan({root / "one", root / "two" / "AGENTS.md"}, {}, {}, done);
    });
    QVERIFY(plan.ok());
    QCOMPARE(plan->items.size(), 2u);
    QCOMPARE(plan->items[1].source, std::string("one/AGENTS.md"));
    QCOMPARE(plan->items[0].source, std::string("AGENTS.md"));
  }

  void export_letGoOf_leavesWholeFilesAndTakesNothingAway() {
    ServiceFixture f;
    std::vector<domain::AgentContent> contents(400);
    for (std::size_t i = 0; i < contents.size(); ++i) contents[i].name = "Agent " + std::to_string(i);
    for (auto& content : contents) add(f, content);
    QTemporaryDir folder;
    const std::filesystem::path library = folder.path().toStdString() + "/library";
    int ends = 0;
    base::ErrorCode code{};
    auto job = f.imports->exportAgents({.agents = {}, .format = Format::LibraryFolder, .target = library},
                                       [&](base::Result<services::ExportReport> report) {
                                         ++ends;
                                         if (!report) code = report.error().code;
                                       });
    QTRY_VERIFY(std::filesystem::is_directory(library) && !std::filesystem::is_empty(library));
    job.reset();
    QTRY_COMPARE(ends, 1);
    QCOMPARE(code, base::ErrorCode::Cancelled);
    QVERIFY(exported(f, {.agents = {}, .format = Format::LibraryFolder, .target = library}).ok());
    std::size_t agents = 0;
    for (const auto& entry : std::filesystem::directory_iterator(library))
      agents += entry.is_directory() ? 1 : 0;
    QCOMPARE(agents, contents.size());
  }

  void export_namesTheAgentsOfTheFolderThatTheLibraryHasNot() {
    ServiceFixture f;
    add(f, triage());
    domain::AgentContent gone;
    gone.name = "Poet";
    const auto poet = await<domain::Agent>([&](auto done) { f.agents->create(gone, done); });
    QTemporaryDir folder;
    const services::ExportRequest request{
        .agents = {}, .format = Format::LibraryFolder, .target = folder.path().toStdString() + "/library"};
    const auto first = exported(f, request);
    QVERIFY(first.ok() && first->others.empty());
    QVERIFY(await<void>([&](auto done) { f.agents->remove(poet->id, done); }));
    const auto second = exported(f, request);
    QVERIFY(second.ok());
    QCOMPARE(second->others.size(), 1u);
    QVERIFY(second->others.front().starts_with("poet-"));
    QVERIFY(std::filesystem::is_regular_file(request.target / second->others.front() / "agent.md"));
  }

  void export_goesToAFileAFolderOrAnArchive() {
    ServiceFixture f;
    add(f, triage());
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    QVERIFY(exported(f, {.agents = {}, .format = Format::OwnJson, .target = root / "all.json"}).ok());
    QVERIFY(std::filesystem::is_regular_file(root / "all.json"));
    QVERIFY(exported(f, {.agents = {}, .format = Format::LibraryFolder, .target = root / "library"}).ok());
    QVERIFY(std::filesystem::is_regular_file(root / "library" / "README.md"));
    QVERIFY(exported(f, {.agents = {}, .format = Format::Markdown, .target = root / "a.zip"}).ok());
    std::ifstream archive(root / "a.zip", std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(archive)), {});
    QCOMPARE(authoring::readZip(bytes)->size(), 1u);
    const auto onFile =
        exported(f, {.agents = {}, .format = Format::LibraryFolder, .target = root / "all.json"});
    QVERIFY(!onFile.ok());
    const auto nowhere =
        exported(f, {.agents = {}, .format = Format::OwnJson, .target = root / "no" / "a.json"});
    QVERIFY(!nowhere.ok());
    const auto unknown = exported(
        f, {.agents = {f.profile->ids().make<domain::AgentId>()}, .format = Format::OwnJson, .target = {}});
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().code, base::ErrorCode::NotFound);
  }
};

QTEST_GUILESS_MAIN(ImportServiceTest)
#include "import_service_test.moc"
