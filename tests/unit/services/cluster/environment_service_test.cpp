#include "core/services/cluster/environment_service.h"

#include <QSignalSpy>

#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using domain::Environment;
using domain::EnvironmentStage;
using services::EnvironmentService;

class EnvironmentServiceTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<testing::ServiceFixture> m_all;
  std::unique_ptr<EnvironmentService> m_service;

  base::Result<Environment> save(Environment environment) {
    return testing::await<Environment>([&](auto done) { m_service->save(environment, done); });
  }
  bool has(std::size_t count) {
    return QTest::qWaitFor([&] { return m_service->environments().size() == count; }, 5'000);
  }
  static services::ExecWish wish() {
    return {{"/usr/bin/plugin", "--for", "a"}, {{"TOKEN", "x"}}, "prod", "https://1.2.3.4"};
  }

 private Q_SLOTS:
  void init() {
    m_all = std::make_unique<testing::ServiceFixture>();
    m_service = std::make_unique<EnvironmentService>(*m_all->profile);
    QSignalSpy spy(m_service.get(), &EnvironmentService::changed);
    m_service->load();
    QVERIFY(spy.wait());
  }
  void cleanup() {
    m_service.reset();
    m_all.reset();
  }

  void saved_isListedTidyAndFoundByItsId() {
    const auto kept = save({.name = " production ", .stage = EnvironmentStage::Production});
    QVERIFY(kept);
    QVERIFY(!kept->id.isNull());
    QVERIFY(has(1));
    QVERIFY(m_service->find(kept->id));
    QCOMPARE(m_service->find(kept->id)->name, std::string("production"));
  }

  void unfit_isRefusedByItsField() {
    const auto kept = save({.name = "a", .api = "no address"});
    QVERIFY(!kept);
    QCOMPARE(kept.error().subject, std::string("api"));
    QVERIFY(m_service->environments().empty());
  }

  void removed_isGone() {
    const auto kept = save({.name = "a"});
    QVERIFY(has(1));
    QVERIFY(testing::await<void>([&](auto done) { m_service->remove(kept->id, done); }));
    QVERIFY(has(0));
  }

  void allowedAlways_holdsForExactlyThatWish() {
    QVERIFY(!m_service->isAllowed(wish()));
    QVERIFY(testing::await<void>([&](auto done) { m_service->allow(wish(), done); }));
    QVERIFY(QTest::qWaitFor([&] { return m_service->isAllowed(wish()); }, 5'000));
    auto other = wish();
    other.program[2] = "b";
    QVERIFY(!m_service->isAllowed(other));
    other = wish();
    other.variables[0].second = "y";
    QVERIFY(!m_service->isAllowed(other));
    other = wish();
    other.server = "https://evil.example";
    QVERIFY(!m_service->isAllowed(other));
    // No two wishes share their bytes.
    other = wish();
    other.program = {"/usr/bin/plugin", "--for", "a", "TOKEN", "x"};
    other.variables.clear();
    QVERIFY(services::wishHash(other) != services::wishHash(wish()));
    QCOMPARE(m_service->allowedPlugins().front().program, std::string("/usr/bin/plugin"));
    QVERIFY(testing::await<void>(
        [&](auto done) { m_service->forget(m_service->allowedPlugins().front().wish, done); }));
    QVERIFY(QTest::qWaitFor([&] { return !m_service->isAllowed(wish()); }, 5'000));
  }
};

QTEST_GUILESS_MAIN(EnvironmentServiceTest)
#include "environment_service_test.moc"
