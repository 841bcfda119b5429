// SectionBar: the names of sections in one row, of which one is open or none. Those without room are behind a
// button at the end.
#pragma once

#include <QWidget>
#include <vector>

class QToolButton;

namespace aiagent::ui {

class SectionBar : public QWidget {
  Q_OBJECT

 public:
  explicit SectionBar(QWidget* parent = nullptr);

  void add(const QString& title);
  void setTitle(int section, const QString& title);
  void setOpened(int section);  // -1: none
  // False: one is always open.
  void setClosable(bool closable);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void chosen(int section);  // -1: the open one is to be closed

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void arrange();
  void fillMenu();
  void step(const QObject* from, int by);
  int widthOf(std::size_t section) const;

  std::vector<QToolButton*> m_buttons;
  std::vector<bool> m_fits;
  QToolButton* m_others;
  QToolButton* m_close;
  int m_opened = -1;
  bool m_closable = true;
};

}  // namespace aiagent::ui
