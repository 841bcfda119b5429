// LogView: many lines, of which only those in sight are laid out. Reads them from a LogVm.
#pragma once

#include <QAbstractScrollArea>

#include "ui/viewmodels/deployments/log_vm.h"

namespace aiagent::ui {

// Lines are known by their numbers, so that what is read stays where it is when older ones make room. At the
// end it stays at the end. A selection is of whole lines.
class LogView : public QAbstractScrollArea {
  Q_OBJECT

 public:
  explicit LogView(LogVm& log, QWidget* parent = nullptr);

  bool isAtEnd() const { return m_atEnd; }
  void goToEnd();
  void reveal(std::int64_t number);
  void setWrapped(bool wrapped);
  void setStamped(bool stamped);
  QString selectedText() const;  // as LogVm::plainText(), a line each
  void selectAll();
  std::int64_t topLine() const { return m_top; }

 Q_SIGNALS:
  void atEndChanged(bool atEnd);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;

 private:
  struct Row;
  void reset();
  void grew();
  void measure();
  void moveBy(std::int64_t lines);
  void extendBy(int lines);
  void move(QKeyEvent* event);
  void describe();
  void setAtEnd(bool atEnd);
  Row rowOf(std::int64_t number) const;
  int heightOf(std::int64_t number) const;
  int rowsAtEnd() const;  // how many lines fill the viewport, counted from the end
  int lineHeight() const;
  std::int64_t first() const { return std::int64_t(m_log.lines().evicted()); }
  std::int64_t end() const { return first() + std::int64_t(m_log.lines().size()); }
  std::int64_t lineAt(int y) const;
  int paintRow(QPainter& painter, std::int64_t number, int y) const;
  bool isSelected(std::int64_t number) const;

  LogVm& m_log;
  std::int64_t m_top = 0;
  std::int64_t m_anchor = -1, m_caret = -1;  // of the selection
  mutable int m_widest = 0;
  bool m_atEnd = true, m_wrapped = false, m_stamped = false, m_measuring = false;
};

}  // namespace aiagent::ui
