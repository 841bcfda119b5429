// More Kinds of the Deployments page as a person uses it, against the recorded cluster.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include "tests/integration/recorded_cluster.h"
#include "tests/ui/pages/deployments_fixture.h"
#include "ui/pages/deployments/other_kinds_view.h"
#include "ui/widgets/code_edit.h"

using namespace aiagent;
using namespace aiagent::testing;
using domain::EnvironmentStage;

class OtherKindsViewTest : public QObject {
  Q_OBJECT

 private:
  test::RecordedCluster m_cluster;
  std::unique_ptr<qt::QtHttpClient> m_http;
  std::unique_ptr<DeploymentsFixture> m_page;

  DeploymentsFixture& f() { return *m_page; }
  ui::OtherKindsView* view() { return f().window->findChild<ui::OtherKindsView*>(); }
  QComboBox* kinds() { return view()->findChild<QComboBox*>(); }
  widgets::CodeEdit* object() {
    auto* found = view()->findChild<widgets::CodeEdit*>();
    return found && found->isVisible() ? found : nullptr;
  }
  // A button without words, by its accessible name.
  void press(const char* name) {
    for (auto* one : f().window->findChildren<QToolButton*>())
      if (one->isVisible() && one->accessibleName() == QLatin1String(name)) return one->click();
    QFAIL(name);
  }
  void open(const char* context) {
    f().keep("lab", EnvironmentStage::Development, context);
    f().open();
    QVERIFY(soon(
        [&] { return f().page->deployments().session() && f().page->deployments().session()->client(); }));
    f().openSection("More Kinds");
    QVERIFY(view());
    QVERIFY(soon([&] { return kinds()->count() > 0; }));
  }
  void type(const char* kind) {
    kinds()->lineEdit()->setFocus();
    kinds()->lineEdit()->selectAll();
    QTest::keyClicks(kinds()->lineEdit(), QLatin1String(kind));
    QTest::keyClick(kinds()->lineEdit(), Qt::Key_Return);
  }
  void openConfigMaps() {
    open("admin");
    type("configmaps");
    QVERIFY(soon([&] { return f().rowOf("agent-config") >= 0; }));
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!m_cluster.start("20")) QSKIP("openssl is not installed");
  }
  void init() {
    m_cluster.open();
    m_http = std::make_unique<qt::QtHttpClient>();
    m_page = std::make_unique<DeploymentsFixture>(*m_http);
    m_page->writeKubeconfig(m_cluster.client().access());
  }
  void cleanup() {
    m_page.reset();
    m_http.reset();
    m_cluster.close();
  }

  void kinds_areThoseWithoutATable_andNeverSecrets() {
    open("admin");
    QVERIFY(kinds()->findText(QStringLiteral("configmaps")) >= 0);
    QVERIFY(kinds()->findText(QStringLiteral("leases · coordination.k8s.io")) >= 0);
    for (const auto* shown : {"secrets", "pods", "deployments · apps"})
      QVERIFY2(kinds()->findText(QLatin1String(shown)) < 0, shown);
    QVERIFY(f().shows(QStringLiteral("Choose a kind")));
  }

  void kindThatIsTyped_isShown_andOneObjectAsText() {
    openConfigMaps();
    f().select("agent-config");
    QVERIFY(
        soon([&] { return object() && object()->toPlainText().contains(QStringLiteral("\"ConfigMap\"")); }));
    QVERIFY(!object()->toPlainText().contains(QStringLiteral("managedFields")));
    QVERIFY(f().shows(QStringLiteral("ConfigMap/agent-config")));
    press("Copy the object");
    QCOMPARE(QApplication::clipboard()->text(), object()->toPlainText());
    QTest::keyClick(f().table(), Qt::Key_Return);
    QVERIFY(object()->hasFocus());
    QTest::keyClick(object(), Qt::Key_Escape);
    QVERIFY(!object());
    QVERIFY(f().table()->hasFocus());
  }

  void reading_again_keepsWhatIsSelected() {
    openConfigMaps();
    f().select("agent-config");
    QVERIFY(soon([&] { return object() != nullptr; }));
    m_cluster.control(
        R"({"put":{"list":"/api/v1/namespaces/aiagent/configmaps","object":{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"aaa","namespace":"aiagent","uid":"u-aaa","creationTimestamp":"2026-11-23T07:00:00Z"},"data":{"a":"b"}}}})");
    press("Ask the cluster now");
    QVERIFY(soon([&] { return f().rowOf("aaa") >= 0; }));
    QCOMPARE(f().current(), QStringLiteral("agent-config"));
    QVERIFY(object());
  }

  void wordThatIsNoKind_givesWay() {
    openConfigMaps();
    type("nonsense");
    f().table()->setFocus();
    QCOMPARE(kinds()->currentText(), QStringLiteral("configmaps"));
    QVERIFY(f().rowOf("agent-config") >= 0);
  }

  void filterThatFitsNone_saysSo_andEscapeEmptiesIt() {
    openConfigMaps();
    f().page->focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("zzz"));
    QVERIFY(f().shows(QStringLiteral("None of them fits the filter.")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(f().rowOf("agent-config") >= 0);
  }

  void deniedKind_saysWhy_andTheNextOneIsShown() {
    open("limited");
    type("configmaps");
    QVERIFY(soon([&] { return f().shows(QStringLiteral("Could not be read")); }));
    QVERIFY(f().button<QPushButton>(QStringLiteral("Try Again")));
  }

  void serverWithoutTables_showsNamesAndAges() {
    m_cluster.control(R"({"tables":"none"})");
    openConfigMaps();
    QCOMPARE(f().table()->model()->columnCount(), 2);
    const auto age = f().table()->model()->index(f().rowOf("agent-config"), 1).data().toString();
    QVERIFY2(!age.isEmpty(), "counted here");
  }

  void serverThatIsGone_leavesTheRows_andSaysSo() {
    openConfigMaps();
    m_cluster.control(R"({"down":true})");
    press("Ask the cluster now");
    QVERIFY(soon([&] { return f().shows(QStringLiteral("What is shown is older")); }));
    QVERIFY(f().rowOf("agent-config") >= 0);
  }

  void anotherEnvironment_beginsAnew_withTheSameKind() {
    openConfigMaps();
    f().page->deployments().reopen();
    QVERIFY(soon([&] { return f().rowOf("agent-config") < 0; }));
    QVERIFY(soon([&] { return f().rowOf("agent-config") >= 0; }));
    QCOMPARE(kinds()->currentText(), QStringLiteral("configmaps"));
  }
};

int main(int argc, char** argv) {
  tests::fixSurroundings();
  QApplication application(argc, argv);
  tests::useFixedLook();
  OtherKindsViewTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "other_kinds_view_test.moc"
