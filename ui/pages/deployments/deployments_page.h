// DeploymentsPage: one environment at a time: its verdict and why, what runs in it, and how far all that can
// be believed.
#pragma once

#include <optional>
#include <QPointer>
#include <QTimer>
#include <vector>

#include "ui/pages/page.h"
#include "ui/viewmodels/deployments/actions_vm.h"
#include "ui/viewmodels/deployments/audit_vm.h"
#include "ui/viewmodels/deployments/database_vm.h"
#include "ui/viewmodels/deployments/deployments_vm.h"
#include "ui/viewmodels/deployments/files_vm.h"
#include "ui/viewmodels/deployments/history_vm.h"
#include "ui/viewmodels/deployments/log_vm.h"
#include "ui/viewmodels/deployments/other_kinds_vm.h"
#include "ui/viewmodels/deployments/table_topics.h"

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace aiagent::ui {

class ActionPane;
class ArmingBar;
class AuditView;
class ClusterTableView;
class CommandRegistry;
struct ClusterRow;
class DetailsPane;
class EmptyState;
class EnvironmentBar;
class EnvironmentForm;
class HeadLine;
class HistoryView;
class LogPane;
class MessageStrip;
class MetaLabel;
class OtherKindsView;
class SectionBar;
class SignalsRow;
class SignalsView;
class FilesView;
class ThingActions;
struct Details;

class DeploymentsPage : public Page {
  Q_OBJECT

 public:
  // What `ground` names must outlive the page.
  explicit DeploymentsPage(services::ClusterGround ground, QWidget* parent = nullptr);
  ~DeploymentsPage() override;

  void go(const QString& target) override;  // an environment's id, "new" or "files"
  void focusSearch() override;
  QList<QWidget*> panes() const override;
  QColor frameColour() const override;
  DeploymentsVm& deployments() { return m_deployments; }
  // One section more, "Database": how that of the server does where one is signed in. Both must outlive the
  // page.
  void offerDatabase(services::OpsService& ops, services::ServerAccount& account);
  // One section more, "Files": what is wrong in a deployment's files. Without an environment it can be opened
  // too. Both must outlive the page.
  void offerFiles(services::SettingsService& settings, ports::Scheduler& scheduler);
  void openFiles();
  // Its sections, for the command palette; after what is offered.
  void addCommands(CommandRegistry& registry);
  FilesVm* files() const { return m_files.get(); }
  void openSection(int section);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Section {
    QString id;  // of its command: "pods"
    QString title;
    std::vector<TableSubject> tables;     // empty: it has none
    std::function<QWidget*()> make = {};  // of one without tables
    QWidget* view = nullptr;              // null: not opened yet
    ClusterTableView* table = nullptr;    // the view, where it has tables
  };
  void build();
  void buildHead(QVBoxLayout* column);
  QWidget* buildVerdict();
  QWidget* buildBody();
  QWidget* buildLogs();
  void buildMenu();
  void bind();
  void bindActing();
  QWidget* makeView(Section& section);
  ClusterTableView* table() const;  // null: the section has none
  const ClusterRow* selected() const;
  void sessionIs(services::EnvironmentSession* session);
  void openLogs();
  void closeLogs();
  std::vector<cluster::LogSource> sourcesOfLogs() const;
  void followLogs();
  void openArming();
  std::vector<std::int64_t> revisionsOf(const ClusterRow& row) const;
  QString verdictOfTarget() const;
  void renderSignals();
  void loadHistory();
  void renderFigures();
  void askDatabase();
  void renderArming();
  void keepArmWhole();
  void beginForm(const domain::Environment& environment);
  void removeCurrent();
  void exportCsv();
  void exportReport();
  QString fileName(const QString& ending) const;
  const ClusterTableModel* exported();  // null: the section has no table
  void showWhy();
  void openRowMenu(const QPoint& at);
  void render();
  void renderHead();
  void renderVerdict();
  void renderStrip();
  void renderDetails();
  void renderAges();
  Details detailsOfRow() const;
  Details detailsOfEnvironment() const;
  void addEvents(Details& details, const std::string& uid) const;

  DeploymentsVm m_deployments;
  ActionsVm m_actions;
  HistoryVm m_history;
  AuditVm m_audit;
  LogVm m_log;
  OtherKindsVm m_otherKinds;
  std::unique_ptr<DatabaseVm> m_database;     // null: it is not offered
  std::unique_ptr<FilesVm> m_files;           // null: they are not offered
  std::optional<cluster::LogWish> m_logWish;  // whose logs are open
  QPointer<services::EnvironmentSession> m_session;
  QPointer<services::SignalsService> m_signals;
  std::vector<Section> m_sections;
  std::vector<QAction*> m_commands;  // off without an environment
  int m_section = 0;
  bool m_why = false;    // the details are of the environment
  std::string m_closed;  // the row whose details were closed: they stay so until another is chosen
  bool m_asksRemoval = false;
  QTimer m_second;
  QTimer m_askDatabase;
  QStackedWidget* m_stack = nullptr;
  QWidget* m_whole = nullptr;
  EmptyState* m_empty = nullptr;
  EnvironmentForm* m_form = nullptr;
  EnvironmentBar* m_bar = nullptr;
  MetaLabel* m_identity = nullptr;
  MetaLabel* m_updated = nullptr;
  QToolButton* m_refresh = nullptr;
  QToolButton* m_add = nullptr;
  QToolButton* m_more = nullptr;
  QAction* m_export = nullptr;  // off where there is no table
  QAction* m_probing = nullptr;
  QAction* m_report = nullptr;  // off while nothing is watched
  MessageStrip* m_strip = nullptr;
  QLabel* m_icon = nullptr;
  QLabel* m_verdict = nullptr;
  QToolButton* m_whyButton = nullptr;
  SectionBar* m_sectionBar = nullptr;
  QSplitter* m_splitter = nullptr;
  QStackedWidget* m_tables = nullptr;
  QStackedWidget* m_side = nullptr;  // details, or an action
  DetailsPane* m_details = nullptr;
  ActionPane* m_action = nullptr;
  ArmingBar* m_arming = nullptr;
  QPushButton* m_arm = nullptr;
  HeadLine* m_headLine = nullptr;
  SignalsRow* m_signalsRow = nullptr;
  SignalsView* m_signalsView = nullptr;
  HistoryView* m_historyView = nullptr;
  AuditView* m_auditView = nullptr;
  OtherKindsView* m_otherKindsView = nullptr;
  QWidget* m_logWhole = nullptr;
  LogPane* m_logPane = nullptr;
  FilesView* m_filesView = nullptr;
  QWidget* m_filesAlone = nullptr;  // without an environment
  ThingActions* m_thing = nullptr;
};

}  // namespace aiagent::ui
