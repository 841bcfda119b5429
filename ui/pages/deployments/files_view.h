// FilesView: what is wrong in the files of a deployment: a folder, its findings by file, and one of them.
#pragma once

#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QWidget>
#include <vector>

#include "ui/viewmodels/deployments/files_vm.h"

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace aiagent::ui {

class ElidedLabel;
class EmptyState;
class FindingPane;
class MessageStrip;
class MetaLabel;

class FilesView : public QWidget {
  Q_OBJECT

 public:
  // `files` must outlive it.
  explicit FilesView(FilesVm& files, QWidget* parent = nullptr);

  void focusSearch();
  QTreeWidget* table() const { return m_table; }
  FindingPane* pane() const { return m_pane; }

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QHBoxLayout* buildHead();
  QWidget* buildProgress();
  QWidget* buildFilters();
  QWidget* buildBody();
  void buildMenu();
  void bind();
  void chooseFolder();
  void copyAll(LintFormat format);
  void saveAll(LintFormat format);
  void closeFinding();
  bool wanted(const cluster::lint::LintFinding& finding) const;
  void render();
  void renderHead();
  void renderProgress();
  void renderStrip();
  void renderEmpty();
  void renderRules();
  void renderTable();
  void addLive(QList<QTreeWidgetItem*>& groups);
  void addFiles(QList<QTreeWidgetItem*>& groups);
  void renderFinding();
  QString liveTitle() const;
  // Why what is in the cluster was not looked at, a sentence each.
  QStringList notChecked() const;

  FilesVm& m_files;
  QPointer<FilesVm> m_alive;  // a page that ends hides its views after their view-models
  QTimer m_age;
  // Of whom the table is made, so that it is made anew only when that changes.
  std::vector<cluster::lint::LintFinding> m_shownFindings;
  std::optional<cluster::lint::LiveLint> m_shownLive;
  QString m_shownFilter;
  QSet<QString> m_folded;  // groups that the person closed
  QString m_trouble;       // of what was tried last: opening, saving
  ElidedLabel* m_folder = nullptr;
  MetaLabel* m_checked = nullptr;
  QToolButton *m_again = nullptr, *m_more = nullptr;
  QPushButton* m_choose = nullptr;
  QAction* m_forget = nullptr;
  QWidget *m_progress = nullptr, *m_filters = nullptr;
  QLabel* m_progressText = nullptr;
  MessageStrip* m_strip = nullptr;
  QLineEdit* m_search = nullptr;
  QComboBox *m_severity = nullptr, *m_rule = nullptr;
  QCheckBox* m_watch = nullptr;
  MetaLabel* m_counts = nullptr;
  QStackedWidget* m_stack = nullptr;
  EmptyState* m_empty = nullptr;
  QWidget* m_body = nullptr;
  QTreeWidget* m_table = nullptr;
  FindingPane* m_pane = nullptr;
};

}  // namespace aiagent::ui
