#include "core/services/version_service.h"

#include <QSignalSpy>
#include <QtTest>

#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using aiagent::testing::await;
using aiagent::testing::ServiceFixture;

class VersionServiceTest : public QObject {
  Q_OBJECT

 private:
  static domain::AgentContent prompted(std::string prompt) {
    domain::AgentContent content;
    content.name = "Triage";
    content.prompt = std::move(prompt);
    return content;
  }

 private Q_SLOTS:
  void save_namesTheAuthorAndTellsChanged() {
    ServiceFixture f;
    f.agents->setAuthor("Ada");
    QSignalSpy changed(f.versions.get(), &services::VersionService::changed);
    const auto made = *await<domain::Agent>(
        [&](auto done) { f.agents->create(prompted("one"), done, {.message = "begin"}); });
    QTRY_VERIFY(!changed.isEmpty());
    const auto history =
        await<services::AgentHistory>([&](auto done) { f.versions->history(made.id, done); });
    QVERIFY(history.ok());
    QCOMPARE(history->versions.size(), 1u);
    QCOMPARE(history->versions[0].author, std::string("Ada"));
    QCOMPARE(history->versions[0].message, std::string("begin"));
  }

  void historyOfAnImportedAgent_hasItsFirstWhenItIsLookedAt() {
    ServiceFixture f;
    const auto ids = *await<std::vector<domain::AgentId>>(
        [&](auto done) { f.agents->importAll({prompted("one")}, done); });
    const auto soFar =
        await<services::AgentHistory>([&](auto done) { f.versions->historySoFar(ids[0], done); });
    QVERIFY(soFar->versions.empty());
    const auto history = await<services::AgentHistory>([&](auto done) { f.versions->history(ids[0], done); });
    QCOMPARE(history->versions.size(), 1u);
    QVERIFY(history->versions[0].head);
  }

  void mergeSides_areTheHeadTheBranchAndWhatBothComeFrom() {
    ServiceFixture f;
    const auto one = *await<domain::Agent>([&](auto done) { f.agents->create(prompted("one"), done); });
    const auto two = *await<domain::Agent>(
        [&](auto done) { f.agents->update(one.id, prompted("two"), one.revision, done); });
    domain::AgentVersion branch{.id = f.profile->ids().make<domain::VersionId>(), .agent = one.id};
    branch.content = prompted("other");
    branch.hash = domain::contentHash(branch.content);
    branch.parents = {one.headVersion};
    QVERIFY(f.profile->store()
                .writeAndWait<domain::AgentVersion>(
                    [&](store::Connection& c) { return store::adoptVersion(c, branch); })
                .ok());
    const auto sides =
        await<services::MergeSides>([&](auto done) { f.versions->mergeSides(one.id, branch.id, done); });
    QVERIFY(sides.ok());
    QCOMPARE(sides->base->content.prompt, std::string("one"));
    QCOMPARE(sides->mine.content.prompt, std::string("two"));
    QCOMPARE(sides->theirs.content.prompt, std::string("other"));
    const auto first =
        await<domain::AgentVersion>([&](auto done) { f.versions->loadBase(one.id, {}, done); });
    QCOMPARE(first->id, one.headVersion);
    const auto pair = await<services::VersionWithParent>(
        [&](auto done) { f.versions->loadWithParent(two.headVersion, done); });
    QCOMPARE(pair->parent->id, one.headVersion);
  }

  void labelAndRestore_goRound() {
    ServiceFixture f;
    f.versions->setAuthor("Grace");
    const auto one = *await<domain::Agent>([&](auto done) { f.agents->create(prompted("one"), done); });
    const auto two = *await<domain::Agent>(
        [&](auto done) { f.agents->update(one.id, prompted("two"), one.revision, done); });
    QVERIFY(await<domain::Label>([&](auto done) {
              f.versions->moveLabel(one.id, "production", one.headVersion, done);
            }).ok());
    const auto found =
        await<domain::AgentVersion>([&](auto done) { f.versions->find(one.id, "production", done); });
    QCOMPARE(found->content.prompt, std::string("one"));
    const auto back =
        await<domain::Agent>([&](auto done) { f.versions->restore(one.id, found->id, two.revision, done); });
    QCOMPARE(back->content.prompt, std::string("one"));
    const auto history = await<services::AgentHistory>([&](auto done) { f.versions->history(one.id, done); });
    QCOMPARE(history->versions.size(), 3u);
    QCOMPARE(history->versions[0].author, std::string("Grace"));
    QVERIFY(await<void>([&](auto done) { f.versions->removeLabel(one.id, "production", done); }).ok());
    const auto moves =
        await<std::vector<domain::LabelMove>>([&](auto done) { f.versions->labelHistory(one.id, "", done); });
    QCOMPARE(moves->size(), 2u);
    QCOMPARE((*moves)[0].by, std::string("Grace"));
  }
};

QTEST_GUILESS_MAIN(VersionServiceTest)
#include "version_service_test.moc"
