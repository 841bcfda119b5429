// FieldHint: a muted, wrapping sentence under a field, exactly as high as its text is at the width it gets.
#pragma once

#include <QLabel>

namespace aiagent::ui {

class FieldHint : public QLabel {
  Q_OBJECT

 public:
  explicit FieldHint(const QString& text, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void restyle();
};

}  // namespace aiagent::ui
