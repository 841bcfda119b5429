// BreezeStyle: Fusion with Breeze's flat frames, for desktops where Breeze itself is not there.
#pragma once

#include <QProxyStyle>

namespace aiagent::ui {

class BreezeStyle : public QProxyStyle {
  Q_OBJECT

 public:
  BreezeStyle();

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget) const override;
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* data) const override;
};

}  // namespace aiagent::ui
