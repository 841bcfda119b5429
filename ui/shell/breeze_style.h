// BreezeStyle: Fusion with Breeze's flat frames, for desktops where Breeze itself is not there.
#pragma once

#include <QProxyStyle>

class QApplication;

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
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                         const QWidget* widget) const override;
  QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                       const QWidget* widget) const override;
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* data) const override;
  using QProxyStyle::polish;
  void polish(QApplication* application) override;
  void unpolish(QApplication* application) override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void showMnemonics(bool shown);
  bool m_mnemonics = false;  // underlined while Alt is held
};

}  // namespace aiagent::ui
