// DropHint: what the window says while files are held over it.
#pragma once

#include <QWidget>

class QMimeData;

namespace aiagent::ui {

// Lies over its parent, lets the mouse through, and is hidden until it is shown.
class DropHint : public QWidget {
  Q_OBJECT

 public:
  explicit DropHint(QWidget* parent);
  void cover();

 protected:
  void paintEvent(QPaintEvent* event) override;
};

// The paths of the local files and folders; none where there is anything else among them.
QStringList droppedPaths(const QMimeData* data);

}  // namespace aiagent::ui
