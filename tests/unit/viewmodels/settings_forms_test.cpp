#include "ui/viewmodels/settings_forms.h"
#include "tests/unit/services/service_fixture.h"
#include "ui/viewmodels/appearance_vm.h"

using namespace aiagent;

class SettingsFormsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void freshProfile_hasTheDefaults() {
    testing::ServiceFixture f;
    QVERIFY(ui::readNetworkForm(*f.settings) == ui::NetworkForm{});
    QVERIFY(ui::readAppearanceForm(*f.settings) == ui::AppearanceForm{});
    QVERIFY(ui::readLogLevel(*f.settings) == base::LogLevel::Info);
    QVERIFY(ui::readShortcuts(*f.settings).isEmpty());
  }

  void network_thereAndBack_isTheSame() {
    testing::ServiceFixture f;
    const ui::NetworkForm form{.mode = ui::ProxyMode::Manual,
                               .socks = true,
                               .host = "proxy.example",
                               .port = 1080,
                               .user = "me",
                               .bypass = ".example.com, 10.0.0.0/8",
                               .certificates = {"/a b/one.pem", "/two.pem"}};
    ui::keepNetworkForm(*f.settings, form);
    QVERIFY(ui::readNetworkForm(*f.settings) == form);
  }

  void brokenValues_becomeTheDefaults() {
    testing::ServiceFixture f;
    f.settings->set("network.proxy", "sideways");
    f.settings->set("network.proxy.port", "70000");
    f.settings->set(ui::kTextSizeSetting, "100000");
    f.settings->set(ui::kThemeSetting, "mauve");
    f.settings->set("shortcuts", "nonsense\n=\na.b=Ctrl+B");
    QVERIFY(ui::readNetworkForm(*f.settings) == ui::NetworkForm{});
    QVERIFY(ui::readAppearanceForm(*f.settings) == ui::AppearanceForm{});
    QCOMPARE(ui::readShortcuts(*f.settings).value(QStringLiteral("a.b")), QStringLiteral("Ctrl+B"));
  }

  void shortcuts_withoutKeys_areKeptToo() {
    testing::ServiceFixture f;
    const QMap<QString, QString> own{{QStringLiteral("a.save"), QString()},
                                     {QStringLiteral("r.again"), QStringLiteral("Ctrl+=")}};
    ui::keepShortcuts(*f.settings, own);
    QCOMPARE(ui::readShortcuts(*f.settings), own);
  }

  void appearance_isToldOncePerChoice_andOutlivesThePage() {
    testing::ServiceFixture f;
    std::vector<ui::AppearanceForm> applied;
    ui::SettingsActions actions;
    actions.applyAppearance = [&](const ui::AppearanceForm& form) { applied.push_back(form); };
    {
      ui::AppearanceVm appearance(*f.settings, actions);
      int told = 0;
      connect(&appearance, &ui::AppearanceVm::stateChanged, this, [&] { ++told; });
      appearance.edit([](ui::AppearanceForm& form) {
        form.theme = ui::AppearanceForm::Theme::Dark;
        form.textPercent = 1000;
        form.language = "de";
      });
      QCOMPARE(told, 1);
      QVERIFY(appearance.state().restartNeeded);
      QCOMPARE(appearance.state().form.textPercent, ui::kMostTextPercent);
    }
    QCOMPARE(applied.size(), std::size_t(1));
    ui::AppearanceVm again(*f.settings, actions);
    QVERIFY(again.state().form == applied[0]);
    QVERIFY(!again.state().restartNeeded);
  }
};

QTEST_GUILESS_MAIN(SettingsFormsTest)
#include "settings_forms_test.moc"
