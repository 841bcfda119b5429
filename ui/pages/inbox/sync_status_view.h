// SyncStatusView: the state of sync as a whole sentence, with what can be done about it.
#pragma once

#include <QWidget>

#include "ui/viewmodels/sync_vm.h"

class QLabel;
class QPushButton;

namespace aiagent::ui {

class SyncStatusView : public QWidget {
  Q_OBJECT

 public:
  // `sync` must outlive it.
  explicit SyncStatusView(SyncVm& sync, QWidget* parent = nullptr);

  void focusFirst();

 Q_SIGNALS:
  void signInWanted();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void build();
  void bind();
  void render();
  void drawIcon();
  QString factsOf(const SyncState& state) const;

  SyncVm& m_sync;
  QLabel* m_icon = nullptr;
  QLabel* m_sentence = nullptr;
  QLabel* m_facts = nullptr;
  QPushButton* m_now = nullptr;
  QPushButton* m_verify = nullptr;
  QPushButton* m_copy = nullptr;
  QPushButton* m_signIn = nullptr;
};

}  // namespace aiagent::ui
