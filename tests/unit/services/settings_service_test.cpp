#include <QSignalSpy>

#include "tests/unit/services/service_fixture.h"

using namespace aiagent;

class SettingsServiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void set_holdsAtOnceAndAfterARestart() {
    testing::ServiceFixture f;
    f.settings->set("appearance.theme", "dark");
    QCOMPARE(f.settings->value("appearance.theme"), std::string("dark"));
    f.settings->set("appearance.theme", "light");
    f.settings->set("window.size", "800x600");
    f.settings->set("window.size", "");
    services::SettingsService again(*f.profile);
    QTRY_COMPARE(services::SettingsService(*f.profile).value("appearance.theme"), std::string("light"));
    QCOMPARE(services::SettingsService(*f.profile).value("window.size"), std::string());
  }

  void changedElsewhere_isTold() {
    testing::ServiceFixture f;
    services::SettingsService other(*f.profile);
    QSignalSpy changed(&other, &services::SettingsService::changed);
    f.settings->set("appearance.theme", "dark");
    QTRY_COMPARE(other.value("appearance.theme"), std::string("dark"));
    QVERIFY(!changed.isEmpty());
  }
};

QTEST_GUILESS_MAIN(SettingsServiceTest)
#include "settings_service_test.moc"
