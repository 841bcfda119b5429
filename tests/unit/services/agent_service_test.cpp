#include <QSignalSpy>

#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using testing::await;

namespace {

domain::AgentContent named(std::string name, std::string prompt = "p") {
  domain::AgentContent content;
  content.name = std::move(name);
  content.prompt = std::move(prompt);
  return content;
}

}  // namespace

class AgentServiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void create_thenFind_isTheSame() {
    testing::ServiceFixture f;
    const auto made = await<domain::Agent>([&](auto done) { f.agents->create(named("Triage"), done); });
    QVERIFY(made.ok());
    const auto found = await<domain::Agent>([&](auto done) { f.agents->find("Triage", done); });
    QVERIFY(*found == *made);
  }

  void create_faultyJson_namesTheFieldAndWritesNothing() {
    testing::ServiceFixture f;
    auto content = named("A");
    content.tools = "{\"not\":\"an array\"}";
    const auto made = await<domain::Agent>([&](auto done) { f.agents->create(content, done); });
    QCOMPARE(made.error().code, base::ErrorCode::InvalidInput);
    QCOMPARE(made.error().subject, std::string("tools"));
    const auto count =
        await<std::int64_t>([&](auto done) { f.agents->count(store::ArchiveFilter::All, done); });
    QCOMPARE(*count, 0);
  }

  void update_withAnOldRevision_isAConflict() {
    testing::ServiceFixture f;
    const auto made = *await<domain::Agent>([&](auto done) { f.agents->create(named("A"), done); });
    QVERIFY(await<domain::Agent>([&](auto done) {
              f.agents->update(made.id, named("A", "mine"), made.revision, done);
            }).ok());
    const auto late = await<domain::Agent>(
        [&](auto done) { f.agents->update(made.id, named("A", "theirs"), made.revision, done); });
    QCOMPARE(late.error().code, base::ErrorCode::Conflict);
  }

  void saveDraft_isKeptBesideTheAgentAndTold() {
    testing::ServiceFixture f;
    const auto made = *await<domain::Agent>([&](auto done) { f.agents->create(named("A"), done); });
    QSignalSpy changed(f.agents.get(), &services::AgentService::changed);
    const domain::AgentDraft draft{.agent = made.id,
                                   .content = named("", "unfinished {{"),
                                   .baseRevision = made.revision,
                                   .saved = f.clock.wallNow()};
    QVERIFY(await<void>([&](auto done) { f.agents->saveDraft(draft, done); }).ok());
    QTRY_VERIFY(!changed.isEmpty());
    const auto loaded = *await<services::AgentWithDraft>([&](auto done) { f.agents->load(made.id, done); });
    QVERIFY(loaded.draft->content == draft.content);
    QVERIFY(loaded.agent == made);
  }

  void completion_afterTheServiceIsGone_neverComes() {
    testing::ServiceFixture f;
    bool came = false;
    f.agents->tags([&](base::Result<std::vector<store::TagCount>>) { came = true; });
    f.agents.reset();
    QTest::qWait(100);
    QVERIFY(!came);
  }
};

QTEST_GUILESS_MAIN(AgentServiceTest)
#include "agent_service_test.moc"
