// Page: what the window expects of everything it shows in its stack.
#pragma once

#include <functional>
#include <QColor>
#include <QString>
#include <QWidget>

namespace aiagent::ui {

// Built when it is first shown. All of it on the GUI thread.
class Page : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

  // Goes to something on the page: an agent's id, a section of the settings ("providers").
  virtual void go(const QString& target) { Q_UNUSED(target); }
  virtual void focusSearch() {}
  // The widgets that F6 goes through, in the order the eye meets them. Hidden ones are skipped.
  virtual QList<QWidget*> panes() const { return {}; }
  // To what is used first on the page.
  void takeFocus(Qt::FocusReason reason) { (m_first ? m_first : this)->setFocus(reason); }
  // Why what is in the library cannot be changed: what would change it is off and says so. Empty: it can.
  virtual void setReadOnly(const QString& reason) { Q_UNUSED(reason); }
  // Of the frame around the window while the page is shown: what it shows can be changed by it, and this is
  // where. Invalid: there is no frame.
  virtual QColor frameColour() const { return {}; }
  // Writes what is only on the screen; calls `done` once, also when something could not be written.
  virtual void flush(std::function<void()> done) { done(); }

 Q_SIGNALS:
  // Another page is wanted: "settings" with target "providers".
  void pageRequested(const QString& page, const QString& target);
  void frameChanged();  // frameColour() may be another one

 protected:
  // Not a focus proxy: Tab would go from the page's own place in the chain straight there, past all between.
  void setFirst(QWidget* widget) { m_first = widget; }

 private:
  QWidget* m_first = nullptr;
};

}  // namespace aiagent::ui
