// The Deployments page as a person uses it, against the recorded cluster.
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

#include "core/store/cluster_audit.h"
#include "tests/integration/recorded_cluster.h"
#include "tests/ui/pages/deployments_fixture.h"
#include "ui/pages/deployments/action_pane.h"
#include "ui/pages/deployments/arming_bar.h"
#include "ui/pages/deployments/details_pane.h"
#include "ui/pages/deployments/files_view.h"
#include "ui/pages/deployments/log_pane.h"

using namespace aiagent;
using namespace aiagent::testing;
using domain::EnvironmentStage;
using ui::DetailsPane;

class DeploymentsPageTest : public QObject {
  Q_OBJECT

 private:
  test::RecordedCluster m_cluster;
  std::unique_ptr<qt::QtHttpClient> m_http;
  std::unique_ptr<DeploymentsFixture> m_page;

  DeploymentsFixture& f() { return *m_page; }
  template <class Pane>
  Pane* pane() {
    auto* found = f().window->findChild<Pane*>();
    return found && found->isVisible() ? found : nullptr;
  }
  void arm(const char* name, const char* reason) {
    QTest::mouseClick(f().button<QPushButton>(QStringLiteral("Read-only · A&rm…")), Qt::LeftButton);
    QVERIFY(pane<ui::ArmingBar>());
    QTest::keyClicks(QApplication::focusWidget(), QLatin1String(name));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QLatin1String(reason));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
  }
  void choose(const char* act) {
    for (auto* menu : f().window->findChildren<QMenu*>())
      for (auto* action : menu->actions())
        if (action->text() == QLatin1String(act)) return action->trigger();
    QFAIL(act);
  }
  // Of the act that is open.
  QString sentence() {
    auto* act = pane<ui::ActionPane>();
    return act ? act->findChild<ui::MessageStrip*>()->message().sentence : QString();
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

  void noEnvironment_formIsFilledAndSaved_andTheClusterIsOpened() {
    f().open();
    QVERIFY(f().shows(QStringLiteral("No environment yet")));
    f().button<QPushButton>(QStringLiteral("New Environment…"))->click();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("lab"));
    QLineEdit* file = nullptr;
    for (auto* edit : f().window->findChildren<QLineEdit*>())
      if (edit->placeholderText().contains(QLatin1String("kube/config"))) file = edit;
    QVERIFY(file);
    file->setText(f().kubeconfig());
    Q_EMIT file->editingFinished();
    QVERIFY(soon([&] { return f().shows(QStringLiteral("contexts are there")); }));
    QTest::mouseClick(f().button<QPushButton>(QStringLiteral("Save")), Qt::LeftButton);
    QVERIFY(soon([&] { return f().page->deployments().state().environments.size() == 1; }));
    QVERIFY(soon(
        [&] { return f().page->deployments().session() && f().page->deployments().session()->watch(); }));
  }

  void formWithATakenName_saysSoAtTheName() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().page->go(QStringLiteral("new"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("lab"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(soon([&] { return f().shows(QStringLiteral("Another environment is called so.")); }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(f().table());
  }

  void prometheusInTheCluster_isKeptAsAService() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().page->go(QStringLiteral("new"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("other"));
    for (auto* combo : f().window->findChildren<QComboBox*>())
      if (const int at = combo->findText(QStringLiteral("Service in the cluster")); at >= 0)
        combo->setCurrentIndex(at);
    QVERIFY(f().shows(QStringLiteral("services/proxy")));
    for (auto* edit : f().window->findChildren<QLineEdit*>())
      if (edit->placeholderText() == QStringLiteral("monitoring/prometheus:9090")) {
        edit->setText(QStringLiteral("monitoring"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(soon(
            [&] { return f().shows(QStringLiteral("A namespace, a service and its port are needed")); }));
        edit->setText(QStringLiteral("monitoring/prometheus:9090"));
        QTest::keyClick(edit, Qt::Key_Return);
      }
    QVERIFY(soon([&] { return f().page->deployments().state().environments.size() == 2; }));
    const auto* kept = f().page->deployments().state().environment();
    QCOMPARE(kept->prometheus, std::string("service://monitoring/prometheus:9090"));
  }

  void report_isAPageOfItself() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    const auto path = f().services.folder.filePath(QStringLiteral("report.html"));
    f().page->deployments().exportReport(path);
    QVERIFY(soon([&] { return QFile::exists(path); }));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = file.readAll();
    QVERIFY(text.contains("deployment/agent-api") && text.contains("<html"));
  }

  void audit_hasWhatWasDone_andIsExported() {
    f().keep("production", EnvironmentStage::Production, "admin");
    f().openWatching();
    f().openSection("Audit");
    QVERIFY(
        soon([&] { return f().shows(QStringLiteral("Nothing was done to this environment from here.")); }));
    f().openSection("Workloads");
    f().select("agent-api");
    choose("&Restart");
    QVERIFY(soon([&] { return sentence().contains(QStringLiteral("arm the environment")); }));
    auto* confirm = f().button<QPushButton>(QStringLiteral("Do It"));
    arm("production", "a try");
    QVERIFY(soon([&] { return confirm->isEnabled(); }));
    confirm->click();
    QVERIFY(soon([&] { return sentence().startsWith(QStringLiteral("It is done.")); }));
    f().openSection("Audit");
    // The youngest is first; what was planned before arming was planned anew, and stands there too.
    QVERIFY(soon([&] { return f().table() && f().table()->model()->rowCount() > 0; }));
    QCOMPARE(f().table()->model()->index(0, 3).data().toString(), QStringLiteral("done"));
    for (auto* action : f().page->findChildren<QAction*>())
      if (action->text().contains(QStringLiteral("CSV"))) QVERIFY(action->isEnabled());
  }

  void pluginOfAKubeconfig_isAskedFor_andRefused_runsNothing() {
    f().keep("lab", EnvironmentStage::Development, "plugin");
    f().open();
    QVERIFY(soon([&] { return f().strip().contains(QStringLiteral("wants to run a program")); }));
    f().button<QPushButton>(QStringLiteral("Do Not Run"))->click();
    QVERIFY(soon([&] { return !f().strip().contains(QStringLiteral("wants to run a program")); }));
    QVERIFY(f().services.commands.started().empty());
  }

  void pluginAllowedAlways_runs_andIsNotAskedForAgain() {
    f().services.commands.enqueue(
        {.output = R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1",)"
                   R"("status":{"token":"reader"}})"});
    f().keep("lab", EnvironmentStage::Development, "plugin");
    f().open();
    QVERIFY(soon([&] { return !f().strip().isEmpty(); }));
    f().button<QPushButton>(QStringLiteral("Always Allow"))->click();
    QVERIFY(soon([&] { return f().rowOf("agent-api") >= 0; }));
    QCOMPARE(f().services.commands.started().size(), std::size_t(1));
    QVERIFY(soon([&] { return f().environments->allowedPlugins().size() == 1; }));
  }

  void deniedKinds_areSaid_andWhatMayBeSeenIsShown() {
    f().keep("lab", EnvironmentStage::Staging, "limited");
    f().open();
    QVERIFY(soon([&] { return f().strip().contains(QStringLiteral("Not everything may be seen")); }));
    QVERIFY(soon([&] { return f().rowOf("embedder-oom") >= 0; }));
    f().openSection("Jobs");
    QVERIFY(soon([&] { return f().shows(QStringLiteral("The cluster does not allow this")); }));
  }

  void serverThatIsGone_isSaid_andNothingIsCalledLive() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    QVERIFY(soon([&] { return f().shows(QStringLiteral("· live")); }));
    m_cluster.control(R"({"down":true})");
    QVERIFY(soon([&] { return f().strip().contains(QStringLiteral("No connection")); }));
    QVERIFY(soon([&] { return f().shows(QStringLiteral("stale, as of")); }));
    QVERIFY(!f().shows(QStringLiteral("· live")));
    QVERIFY(f().rowOf("agent-api") >= 0);
  }

  void returnOnARow_goesToItsDetails_andEscapeGoesBack() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().select("tool-runner");
    QVERIFY(soon([&] { return pane<DetailsPane>() != nullptr; }));
    QCOMPARE(pane<DetailsPane>()->shown().title, QStringLiteral("tool-runner"));
    QTest::keyClick(f().table(), Qt::Key_Return);
    QVERIFY(pane<DetailsPane>()->isAncestorOf(QApplication::focusWidget()) ||
            QApplication::focusWidget() == pane<DetailsPane>());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!pane<DetailsPane>());
    QCOMPARE(QApplication::focusWidget(), f().table());
    QCOMPARE(f().current(), QStringLiteral("tool-runner"));
    QTest::keyClick(f().table(), Qt::Key_Return);
    QVERIFY(pane<DetailsPane>());
  }

  void menuOfARow_hasWhatThePaneOffers() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().select("agent-api");
    QStringList offered;
    QTimer::singleShot(0, [&offered] {
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      if (!menu) return;
      for (auto* action : menu->actions()) offered << action->text();
      menu->actions().front()->trigger();
      menu->close();
    });
    Q_EMIT f().table()->customContextMenuRequested(QPoint(5, 5));
    for (const auto* one : {"&Copy", "&Details", "&Logs", "&Restart", "&Scale…"})
      QVERIFY2(offered.contains(QString::fromUtf8(one)), one);
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("agent-api\tDeployment")));
  }

  void posture_isWorstFirst_withEveryReasonInTheDetails() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().openSection("Posture");
    QVERIFY(soon([&] { return f().rowOf("agent-api") >= 0; }));
    const auto* model = f().table()->model();
    const int verdict = model->columnCount() - 1;
    for (int row = 1; row < model->rowCount(); ++row)
      QVERIFY(model->index(row - 1, verdict).data(ui::ClusterTableModel::VerdictRole).toInt() >=
              model->index(row, verdict).data(ui::ClusterTableModel::VerdictRole).toInt());
    f().select("agent-api");
    QVERIFY(soon([&] { return pane<DetailsPane>() != nullptr; }));
    QVERIFY(pane<DetailsPane>()->shown().verdict.evidence.size() > 3);
    QVERIFY(soon([&] { return f().shows(QStringLiteral("Namespace “aiagent” enforces")); }));
  }

  void backups_sayWhatCountsAsOne_andThatNoneIsThere() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().openSection("Backups");
    QVERIFY(soon([&] { return f().shows(QStringLiteral("There are none.")); }));
    QVERIFY(f().shows(QStringLiteral("A cron job counts as a backup")));
    QVERIFY(f().shows(QStringLiteral("does not prove a usable copy")));
  }

  void tab_goesFromTheTableToTheDetailsBesideIt() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().select("tool-runner");
    QVERIFY(soon([&] { return pane<DetailsPane>() != nullptr; }));
    f().page->focusSearch();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), f().button<QCheckBox>(QStringLiteral("&Problems only")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), f().table());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() == pane<DetailsPane>() ||
            pane<DetailsPane>()->isAncestorOf(QApplication::focusWidget()));
  }

  void why_isOfTheEnvironment_withoutActsOfAThing() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().button<QToolButton>(QStringLiteral("&Why"))->click();
    QVERIFY(pane<DetailsPane>());
    QCOMPARE(pane<DetailsPane>()->shown().title, QStringLiteral("lab"));
    for (auto* button : pane<DetailsPane>()->findChildren<QToolButton*>())
      QVERIFY(!button->isVisible() || button->text().isEmpty());
  }

  void selection_survivesUpdates() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().openSection("Pods");
    QVERIFY(soon([&] { return f().rowOf("vector-db-1") >= 0; }));
    f().select("vector-db-1");
    m_cluster.control(R"({"cut":true})");
    m_cluster.control(R"({"play":"rollout-good"})");
    m_cluster.control(R"({"cut":true})");
    QTest::qWait(1'500);
    QCOMPARE(f().current(), QStringLiteral("vector-db-1"));
  }

  void filterAndProblemsOnly_narrowTheTable() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().page->focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("agent-web"));
    QCOMPARE(f().table()->model()->rowCount(), 2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    f().button<QCheckBox>(QStringLiteral("&Problems only"))->click();
    QVERIFY(f().rowOf("agent-api") < 0);
    QVERIFY(f().rowOf("reindex") >= 0);
  }

  void copyAndCsv_haveWhatIsShown() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().select("agent-api");
    QTest::keyClick(f().table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("agent-api\tDeployment\t3/3")));
    const auto path = f().services.folder.filePath(QStringLiteral("table.csv"));
    f().page->deployments().exportTable(f().page->findChild<ui::ClusterTableView*>()->current().model(),
                                        path);
    QVERIFY(soon([&] { return QFile::exists(path); }));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\r\nagent-api,Deployment,3/3,"));
    f().page->deployments().exportTable(f().page->findChild<ui::ClusterTableView*>()->current().model(),
                                        QStringLiteral("/no/such/folder/table.csv"));
    QVERIFY(soon([&] { return f().page->deployments().state().error.has_value(); }));
  }

  void sectionWithoutTable_offersNoExport() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().openSection("Signals");
    for (auto* action : f().page->findChildren<QAction*>())
      if (action->text().contains(QStringLiteral("CSV"))) QVERIFY(!action->isEnabled());
    f().openSection("Workloads");
    for (auto* action : f().page->findChildren<QAction*>())
      if (action->text().contains(QStringLiteral("CSV"))) QVERIFY(action->isEnabled());
  }

  void armingProduction_wantsItsNameAndAReason() {
    f().keep("production", EnvironmentStage::Production, "admin");
    f().openWatching();
    arm("produktion", "a try");
    QVERIFY(pane<ui::ArmingBar>());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!pane<ui::ArmingBar>());
    arm("production", "a try");
    QVERIFY(!pane<ui::ArmingBar>());
    QVERIFY(f().page->deployments().session()->arming().left(f().services.clock.now()) >
            base::Milliseconds(0));
  }

  void act_isPlannedWithoutArming_andDoneOnlyWhenArmedAndConfirmed() {
    f().keep("production", EnvironmentStage::Production, "admin");
    f().openWatching();
    f().select("agent-api");
    choose("&Restart");
    QVERIFY(soon([&] { return sentence().contains(QStringLiteral("arm the environment")); }));
    auto* confirm = f().button<QPushButton>(QStringLiteral("Do It"));
    QVERIFY(!confirm->isEnabled());
    arm("production", "a try");
    QVERIFY(soon([&] { return confirm->isEnabled(); }));
    confirm->click();
    QVERIFY(soon([&] { return sentence().startsWith(QStringLiteral("It is done.")); }));
    // The reason of arming stands in the log, though the act was planned before it was given.
    const auto entries = f().services.profile->store().readAndWait<std::vector<store::AuditEntry>>(
        [](store::Connection& connection) { return store::loadAudit(connection, {}, 10); });
    QVERIFY(entries && !entries->empty());
    QCOMPARE(entries->front().outcome, std::string("done"));
    QCOMPARE(entries->front().reason, std::string("a try"));
    QTest::keyClick(pane<ui::ActionPane>(), Qt::Key_Escape);
    QVERIFY(!pane<ui::ActionPane>());
  }

  void logs_openBelow_andClose() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().select("tool-runner");
    f().button<QToolButton>(QStringLiteral("&Logs"))->click();
    QVERIFY(pane<ui::LogPane>());
    f().named<QToolButton>(QStringLiteral("Close the log"))->click();
    QVERIFY(!pane<ui::LogPane>());
  }

  void files_canBeCheckedWithoutAnEnvironment_andBack() {
    f().open();
    f().page->offerFiles(*f().services.settings, f().services.scheduler);
    f().button<QPushButton>(QStringLiteral("Check a Deployment's &Files…"))->click();
    QVERIFY(f().shows(QStringLiteral("No folder chosen")));
    f().button<QToolButton>(QStringLiteral("Back"))->click();
    QVERIFY(f().shows(QStringLiteral("No environment yet")));
  }

  void files_areHeldAgainstTheEnvironment_apart() {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("front.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: front\nspec:\n"
        "  ingressClassName: no-such-class\n  rules:\n    - http:\n        paths:\n"
        "          - path: /\n            backend:\n              service:\n                name: "
        "no-such-service\n");
    file.close();
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    f().page->offerFiles(*f().services.settings, f().services.scheduler);
    f().page->openFiles();
    f().page->files()->choose(folder.path());
    auto* files = pane<ui::FilesView>();
    QVERIFY(files);
    const auto live = [files] {
      const auto* group = files->table()->topLevelItem(0);
      QStringList rules;
      for (int i = 0; group && i < group->childCount(); ++i) rules << group->child(i)->text(1);
      return group && group->text(0).startsWith(QStringLiteral("In lab, as of")) ? rules : QStringList();
    };
    QVERIFY(soon([&] { return live().contains(QStringLiteral("LIVE-005")); }));
    QVERIFY(soon([&] { return live().contains(QStringLiteral("LIVE-008")); }));
    f().picture(QStringLiteral("files-live"));
  }

  void sections_areCommands_whereThereIsAnEnvironment() {
    f().open();
    f().page->offerFiles(*f().services.settings, f().services.scheduler);
    f().page->addCommands(f().registry);
    const auto command = [this](const char* id) {
      return f().registry.find(QStringLiteral("deployments.") + QLatin1String(id));
    };
    QVERIFY(command("pods") && !command("pods")->isEnabled());
    f().keep("lab", EnvironmentStage::Development, "reader");
    QVERIFY(soon([&] { return command("pods")->isEnabled(); }));
    const std::pair<const char*, const char*> sections[] = {
        {"pods", "Pods"}, {"posture", "Posture"}, {"audit", "Audit"}, {"workloads", "Workloads"}};
    for (const auto& [id, title] : sections) {
      QCOMPARE(command(id)->text(), QStringLiteral("Go to ") + QLatin1String(title));
      command(id)->trigger();
      QVERIFY2(f().button<QToolButton>(QLatin1String(title))->isChecked(), title);
    }
    f().page->go(QStringLiteral("files"));
    QVERIFY(f().button<QToolButton>(QStringLiteral("Files"))->isChecked());
  }

  // By Tab alone everything is reached, and each thing says what it is.
  void everyControl_hasANameAndARole_andTabGoesThrough_inEachSection() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching({1340, 1000});
    f().page->offerFiles(*f().services.settings, f().services.scheduler);
    f().select("agent-api");
    const auto spoken = [](QWidget* widget) { return QAccessible::queryAccessibleInterface(widget); };
    const auto name = [&](QWidget* widget) {
      return spoken(widget) ? spoken(widget)->text(QAccessible::Name) : QString();
    };
    QStringList faults;
    for (const char* section : {"Workloads", "Pods", "Events", "Autoscaling", "Network", "Jobs", "Backups",
                                "Posture", "Cluster", "Signals", "History", "Audit", "Files"}) {
      f().openSection(section);
      QTest::qWait(200);
      QStringList wanted;
      for (auto* widget : f().window->findChildren<QWidget*>()) {
        if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
        const auto what =
            QLatin1String(section) + QStringLiteral(": ") + QLatin1String(widget->metaObject()->className());
        if (name(widget).trimmed().isEmpty()) faults << what + QStringLiteral(" without a name");
        if (!spoken(widget) || spoken(widget)->role() == QAccessible::NoRole)
          faults << what + QStringLiteral(" without a role");
        if (!widget->focusProxy()) wanted << name(widget);
      }
      auto* first = f().named<QToolButton>(QStringLiteral("New environment"));
      for (const auto key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        first->setFocus();
        QStringList reached;
        for (int step = 0; step < 200; ++step) {
          auto* at = QApplication::focusWidget();
          QVERIFY2(at, section);
          if (step > 0 && at == first) break;
          reached << name(at);
          QTest::keyClick(at, key);
        }
        if (QApplication::focusWidget() != first)
          faults << QLatin1String(section) + QStringLiteral(": no way on from ") +
                        name(QApplication::focusWidget());
        for (const auto& one : wanted)
          if (!reached.contains(one))
            faults << QLatin1String(section) + QStringLiteral(": never reached: ") + one;
      }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
  }

  void tables_canBeReadAloud() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching();
    auto* table = QAccessible::queryAccessibleInterface(f().table());
    QVERIFY(table && table->tableInterface());
    QCOMPARE(table->text(QAccessible::Name), QStringLiteral("Workloads"));
    QCOMPARE(table->tableInterface()->rowCount(), f().table()->model()->rowCount());
    auto* cell = table->tableInterface()->cellAt(f().rowOf("agent-api"), 0);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("Name: agent-api"));
  }

  void nothingIsClipped_inAnySection() {
    f().keep("lab", EnvironmentStage::Development, "reader");
    f().openWatching({1024, 700});
    for (const char* section : {"Workloads", "Pods", "Events", "Autoscaling", "Network", "Jobs", "Backups",
                                "Posture", "Cluster", "Signals", "History", "Audit"}) {
      f().openSection(section);
      QTest::qWait(300);
      QCOMPARE(f().clipped(), QStringList());
    }
  }
};

int main(int argc, char** argv) {
  tests::fixSurroundings();
  QApplication application(argc, argv);
  tests::useFixedLook();
  DeploymentsPageTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "deployments_page_test.moc"
