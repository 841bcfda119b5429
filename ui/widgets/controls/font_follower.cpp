#include "ui/widgets/controls/font_follower.h"

#include <QEvent>
#include <QFontDatabase>
#include <QWidget>

namespace aiagent::ui {
namespace {

class FontFollower final : public QObject {
 public:
  FontFollower(QWidget* widget, std::function<void()> apply) : QObject(widget), m_apply(std::move(apply)) {
    widget->installEventFilter(this);
    m_apply();
  }

  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) m_apply();
    return false;
  }

 private:
  std::function<void()> m_apply;
};

}  // namespace

void followFont(QWidget* widget, std::function<void()> apply) {
  new FontFollower(widget, std::move(apply));
}

QFont fixedFont() {
  QFont fixed;
  fixed.setFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
  fixed.setStyleHint(QFont::Monospace);
  return fixed;
}

}  // namespace aiagent::ui
