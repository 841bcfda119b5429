#include "ui/widgets/charts/sparkline.h"

#include <QAccessible>
#include <QImage>
#include <QPainter>
#include <QTest>

#include "ui/widgets/controls/tokens.h"

using namespace aiagent;
using namespace aiagent::widgets;

namespace {

QImage painted(Sparkline& line) {
  QImage image(line.size(), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  line.render(&image);
  return image;
}

int inkIn(const QImage& image, const QRect& rect, const QColor& colour) {
  int count = 0;
  for (int y = rect.top(); y <= rect.bottom(); ++y)
    for (int x = rect.left(); x <= rect.right(); ++x) {
      const QColor one = image.pixelColor(x, y);
      const int off = std::abs(one.red() - colour.red()) + std::abs(one.green() - colour.green()) +
                      std::abs(one.blue() - colour.blue());
      count += off < 40;
    }
  return count;
}

SparklineData rising() {
  SparklineData data{.start = 0, .end = 100, .step = 10};
  for (int i = 0; i <= 100; i += 10) data.points.push_back({double(i), double(i)});
  return data;
}

}  // namespace

class SparklineTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_line = std::make_unique<Sparkline>();
    m_line->setPalette(ui::paletteOf(ui::ThemeColours::Light));
    m_line->resize(100, 30);
  }

  void line_endsInADot() {
    m_line->setData(rising());
    const auto tokens = ui::tokensFor(m_line->palette());
    const auto image = painted(*m_line);
    QVERIFY(inkIn(image, QRect(90, 0, 10, 12), tokens.accent) > 12);
    QVERIFY(inkIn(image, QRect(0, 0, 60, 10), tokens.accent) == 0);
  }

  void staleLine_isGrey() {
    auto data = rising();
    data.stale = true;
    m_line->setData(data);
    const auto tokens = ui::tokensFor(m_line->palette());
    const auto image = painted(*m_line);
    QCOMPARE(inkIn(image, image.rect(), tokens.accent), 0);
    QVERIFY(inkIn(image, image.rect(), tokens.muted) > 20);
  }

  void gap_isOne() {
    auto data = rising();
    for (auto& point : data.points)
      if (point.at > 30 && point.at < 70) point.value = qQNaN();
    m_line->setData(data);
    const auto image = painted(*m_line);
    QCOMPARE(inkIn(image, QRect(40, 0, 20, 30), ui::tokensFor(m_line->palette()).accent), 0);
  }

  void nothing_isADottedLine() {
    m_line->setData({.start = 0, .end = 100});
    const auto image = painted(*m_line);
    QVERIFY(inkIn(image, image.rect(), ui::tokensFor(m_line->palette()).muted) > 5);
  }

  void size_followsTheFont() {
    const auto before = m_line->sizeHint();
    auto font = m_line->font();
    font.setPointSizeF(font.pointSizeF() * 2);
    m_line->setFont(font);
    QVERIFY(m_line->sizeHint().height() > before.height() * 3 / 2);
  }

  void accessible_isAGraphicWithItsName() {
    m_line->setAccessibleName(QStringLiteral("Traffic"));
    m_line->setAccessibleDescription(QStringLiteral("12 per second"));
    auto* item = QAccessible::queryAccessibleInterface(m_line.get());
    QVERIFY(item);
    QCOMPARE(item->role(), QAccessible::Graphic);
    QCOMPARE(item->text(QAccessible::Name), QStringLiteral("Traffic"));
    QCOMPARE(item->text(QAccessible::Description), QStringLiteral("12 per second"));
  }

 private:
  std::unique_ptr<Sparkline> m_line;
};

QTEST_MAIN(SparklineTest)
#include "sparkline_test.moc"
