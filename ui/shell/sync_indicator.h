// SyncIndicator: sync in the status bar: an icon, a few words, and the whole sentence for who asks.
#pragma once

#include <QToolButton>

#include "ui/viewmodels/sync_vm.h"

namespace aiagent::ui {

class SyncIndicator : public QToolButton {
  Q_OBJECT

 public:
  // `sync` must outlive it.
  explicit SyncIndicator(SyncVm& sync, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void render();
  void colour();

  SyncVm& m_sync;
};

}  // namespace aiagent::ui
