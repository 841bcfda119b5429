// DeploymentsPage: one environment at a time: its verdict and why, what runs in it, and how far all that can
// be believed.
#pragma once

#include <QTimer>
#include <vector>

#include "ui/pages/page.h"
#include "ui/viewmodels/deployments/deployments_vm.h"

class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace aiagent::ui {

class ClusterTableView;
class DetailsPane;
class EmptyState;
class EnvironmentBar;
class EnvironmentForm;
class MessageStrip;
class MetaLabel;
class SectionBar;
struct Details;

class DeploymentsPage : public Page {
  Q_OBJECT

 public:
  // What `ground` names must outlive the page.
  explicit DeploymentsPage(services::ClusterGround ground, QWidget* parent = nullptr);
  ~DeploymentsPage() override;

  void go(const QString& target) override;  // an environment's id, or "new"
  void focusSearch() override;
  QList<QWidget*> panes() const override;
  QColor frameColour() const override;
  DeploymentsVm& deployments() { return m_deployments; }
  void openSection(int section);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Section {
    QString title;
    std::vector<wire::KubeKind> kinds;
    ClusterTableView* view = nullptr;  // null: not opened yet
  };
  void build();
  void buildHead(QVBoxLayout* column);
  QWidget* buildVerdict();
  QWidget* buildBody();
  void buildMenu();
  void bind();
  ClusterTableView* viewOf(Section& section);
  ClusterTableView* current() const;
  void beginForm(const domain::Environment& environment);
  void removeCurrent();
  void exportCsv();
  void showWhy();
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
  std::vector<Section> m_sections;
  int m_section = 0;
  bool m_why = false;  // the details are of the environment
  bool m_asksRemoval = false;
  QTimer m_second;
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
  MessageStrip* m_strip = nullptr;
  QLabel* m_icon = nullptr;
  QLabel* m_verdict = nullptr;
  QToolButton* m_whyButton = nullptr;
  MetaLabel* m_counts = nullptr;
  SectionBar* m_sectionBar = nullptr;
  QSplitter* m_splitter = nullptr;
  QStackedWidget* m_tables = nullptr;
  DetailsPane* m_details = nullptr;
};

}  // namespace aiagent::ui
