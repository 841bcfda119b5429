// KnowledgeSection: files that the agent knows: sent with the first message, or searched.
#pragma once

#include <QWidget>

#include "ui/viewmodels/knowledge_vm.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;
class QTreeWidget;

namespace aiagent::ui {

class MessageStrip;

class KnowledgeSection : public QWidget {
  Q_OBJECT

 public:
  explicit KnowledgeSection(KnowledgeVm& knowledge, QWidget* parent = nullptr);

  // With the file of that name chosen, where there is one.
  void focusFile(const QString& name);
  // Why files may not be added, taken away or changed; empty: they may.
  void setReadOnly(const QString& reason);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void build();
  QWidget* buildWork();
  void bind();
  void render();
  void renderRows();
  void renderButtons();
  void renderStrip();
  void onStrip(const QString& button);
  std::vector<std::size_t> chosen() const;
  int firstMissing() const;
  void add();
  void attachAgain();
  void saveAs();

  KnowledgeVm& m_knowledge;
  MessageStrip* m_strip = nullptr;
  QTreeWidget* m_list = nullptr;
  QToolButton* m_add = nullptr;
  QToolButton* m_remove = nullptr;
  QToolButton* m_rename = nullptr;
  QToolButton* m_save = nullptr;
  QComboBox* m_use = nullptr;
  QWidget* m_work = nullptr;
  QLabel* m_workText = nullptr;
  QProgressBar* m_workBar = nullptr;
  QPushButton* m_cancel = nullptr;
  bool m_rendering = false;
  QString m_readOnly;
};

}  // namespace aiagent::ui
