// ImportPage: brings agents in. Shows what will happen before it does.
#pragma once

#include "ui/pages/page.h"
#include "ui/viewmodels/import_vm.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTreeView;
class QVBoxLayout;

namespace aiagent::ui {

class ElidedLabel;
class EmptyState;
class MessageStrip;
struct StripMessage;

class ImportPage : public Page {
  Q_OBJECT

 public:
  explicit ImportPage(services::ImportService& imports, QWidget* parent = nullptr);

  // "choose" asks for files; everything else are paths, one a line.
  void go(const QString& target) override;
  QList<QWidget*> panes() const override;
  void setReadOnly(const QString& reason) override;
  ImportVm& import() { return m_import; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  QWidget* buildPlan();
  void buildOptions(QWidget* parent, QVBoxLayout* column);
  void buildTree(QWidget* parent);
  QWidget* buildReading();
  void bind();
  void bindTree();
  void render();
  void renderButtons();
  void renderOptions();
  void renderProgress();
  StripMessage stripMessage() const;
  QString summary() const;
  QString outcome() const;
  void chooseFiles();
  void chooseFolder();
  void finish();
  void fitColumns();

  ImportVm m_import;
  QLabel* m_title = nullptr;
  ElidedLabel* m_source = nullptr;
  MessageStrip* m_strip = nullptr;
  QStackedWidget* m_stack = nullptr;
  QWidget* m_waiting = nullptr;
  EmptyState* m_empty = nullptr;
  QPushButton* m_folder = nullptr;
  QWidget* m_reading = nullptr;
  QLabel* m_readingText = nullptr;
  QProgressBar* m_progress = nullptr;
  QWidget* m_plan = nullptr;
  QLabel* m_summary = nullptr;
  QComboBox* m_format = nullptr;
  QComboBox* m_conflicts = nullptr;
  QLabel* m_conflictsLabel = nullptr;
  QCheckBox* m_allowFiles = nullptr;
  QTreeView* m_tree = nullptr;
  QPushButton* m_apply = nullptr;
  QPushButton* m_cancel = nullptr;
  ImportState::Phase m_shown = ImportState::Phase::Waiting;
  QString m_readOnly;
};

}  // namespace aiagent::ui
