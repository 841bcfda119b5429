#include <QtTest>

#include "ui/viewmodels/provider_form.h"

using namespace aiagent;
using domain::KeySource;
using ui::ProviderForm;

class ProviderFormTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void address_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("problem");  // a part of the sentence; empty: it may be saved
    QTest::newRow("https") << "https://api.openai.com/v1"
                           << "";
    QTest::newRow("trailing slash") << "https://api.openai.com/v1/"
                                    << "";
    QTest::newRow("blanks around") << "  https://x.example/v1  "
                                   << "";
    QTest::newRow("loopback") << "http://127.0.0.1:11434/v1"
                              << "";
    QTest::newRow("no scheme") << "api.openai.com/v1"
                               << "begins with https://";
    QTest::newRow("ftp") << "ftp://x.example"
                         << "begins with https://";
    QTest::newRow("no host") << "https:///v1"
                             << "no valid host";
    QTest::newRow("query") << "https://x.example/v1?key=1"
                           << "must not hold";
    QTest::newRow("password") << "https://me:secret@x.example/v1"
                              << "user name and password out";
    QTest::newRow("whole endpoint") << "https://x.example/v1/chat/completions"
                                    << "ends with /v1";
  }
  void address() {
    QFETCH(QString, url);
    QFETCH(QString, problem);
    const auto problems = ui::problemsOf({.name = QStringLiteral("lab"), .baseUrl = url}, false);
    QCOMPARE(problems.complete, problem.isEmpty());
    QVERIFY2(problem.isEmpty() ? problems.baseUrl.isEmpty() : problems.baseUrl.contains(problem),
             qPrintable(problems.baseUrl));
  }

  void emptyForm_isNotToldOff_butCannotBeSaved() {
    const auto problems = ui::problemsOf({}, false);
    QVERIFY(problems.name.isEmpty() && problems.baseUrl.isEmpty());
    QVERIFY(!problems.complete);
  }

  void name_mustBeFreeAndPlain() {
    ProviderForm form{.name = QStringLiteral("lab"), .baseUrl = QStringLiteral("https://x.example/v1")};
    QVERIFY(!ui::problemsOf(form, true).complete);
    for (const auto& name :
         {QStringLiteral("My Server"), QStringLiteral("rehearsal"), QStringLiteral("ünit")}) {
      form.name = name;
      QVERIFY2(!ui::problemsOf(form, false).name.isEmpty(), qPrintable(name));
    }
  }

  void plainHttp_isCautionedAgainst_onlyWhereAKeyTravels() {
    ProviderForm form{.name = QStringLiteral("lab"), .baseUrl = QStringLiteral("http://far.example/v1")};
    QVERIFY(!ui::problemsOf(form, false).caution.isEmpty());
    QVERIFY(ui::problemsOf(form, false).complete);
    form.keySource = KeySource::None;
    QVERIFY(ui::problemsOf(form, false).caution.isEmpty());
    form.keySource = KeySource::KeyStore;
    form.baseUrl = QStringLiteral("http://localhost:8080/v1");
    QVERIFY(ui::problemsOf(form, false).caution.isEmpty());
  }

  void environmentKey_needsAVariable() {
    ProviderForm form{.name = QStringLiteral("lab"),
                      .baseUrl = QStringLiteral("https://x.example/v1"),
                      .keySource = KeySource::Environment};
    QVERIFY(!ui::problemsOf(form, false).complete);
    form.keyVariable = QStringLiteral("LAB_KEY");
    QVERIFY(ui::problemsOf(form, false).complete);
  }

  void form_thereAndBack_isTheSame() {
    const domain::Provider provider{.name = "lab",
                                    .baseUrl = "https://x.example/v1",
                                    .api = domain::ApiKind::Chat,
                                    .keySource = KeySource::Environment,
                                    .keyVariable = "LAB_KEY",
                                    .organization = "org",
                                    .project = "p",
                                    .defaultModel = "m"};
    QVERIFY(ui::toProvider(ui::toForm(provider)) == provider);
  }
};

QTEST_GUILESS_MAIN(ProviderFormTest)
#include "provider_form_test.moc"
