// NavigationRail: the pages, one above the other, icon and word.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace aiagent::ui {

class RailButton;

class NavigationRail : public QWidget {
  Q_OBJECT

 public:
  explicit NavigationRail(QWidget* parent = nullptr);

  // `toolTip` with the shortcut. Entries at the end stand at the bottom.
  void add(const QString& id, const QString& title, const QString& iconName, bool atEnd);
  void setToolTip(const QString& id, const QString& toolTip);
  // How many wait there, beside the icon; `spoken` says so behind the title. None: 0 and an empty sentence.
  void setBadge(const QString& id, int number, const QString& spoken);
  void setCurrent(const QString& id);

 Q_SIGNALS:
  void chosen(const QString& id);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Entry {
    QString id;
    RailButton* button;
  };
  void step(int by);

  std::vector<Entry> m_entries;
  QButtonGroup* m_group;
  QVBoxLayout* m_top;
  QVBoxLayout* m_bottom;
};

}  // namespace aiagent::ui
