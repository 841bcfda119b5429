#include "ui/widgets/controls/text_cache.h"

#include <QFontMetrics>
#include <QImage>
#include <QtTest>

using aiagent::ui::TextCache;

class TextCacheTest : public QObject {
  Q_OBJECT

  static QImage drawn(TextCache& texts, const QString& text, int width,
                      Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter,
                      Qt::LayoutDirection direction = Qt::LeftToRight) {
    QImage image(400, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    texts.draw(painter, QRect(10, 0, width, 40), alignment, direction, QFont(), text);
    return image;
  }
  // The columns that hold ink.
  static std::pair<int, int> inked(const QImage& image) {
    int first = image.width(), last = -1;
    for (int x = 0; x < image.width(); ++x)
      for (int y = 0; y < image.height(); ++y)
        if (image.pixelColor(x, y) != QColor(Qt::white)) first = std::min(first, x), last = std::max(last, x);
    return {first, last};
  }

 private Q_SLOTS:
  void text_isDrawnTheSameTheSecondTime() {
    TextCache texts;
    const auto once = drawn(texts, QStringLiteral("agent-api"), 300);
    const auto [first, last] = inked(once);
    QVERIFY(first >= 10 && last > first && last < 310);
    QCOMPARE(drawn(texts, QStringLiteral("agent-api"), 300), once);
    QCOMPARE(texts.size(), 1);
  }

  void longText_isElidedWithinItsRoom() {
    TextCache texts;
    const auto [first, last] = inked(drawn(texts, QString(200, u'w'), 120));
    QVERIFY(first >= 10 && last > 60);
    QVERIFY2(last < 130, qPrintable(QString::number(last)));
  }

  void numbers_standAtTheEnd_alsoFromRightToLeft() {
    TextCache texts;
    const auto trailing = Qt::AlignTrailing | Qt::AlignVCenter;
    QVERIFY(inked(drawn(texts, QStringLiteral("17"), 300, trailing)).first > 280);
    QVERIFY(inked(drawn(texts, QStringLiteral("17"), 300, trailing, Qt::RightToLeft)).second < 40);
    QVERIFY(inked(drawn(texts, QStringLiteral("17"), 300, Qt::AlignLeading, Qt::RightToLeft)).first > 280);
  }

  void lineBreaks_areSpaces_andVeryLongTextsAreCut() {
    TextCache texts;
    QCOMPARE(drawn(texts, QStringLiteral("a\nb"), 300), drawn(texts, QStringLiteral("a b"), 300));
    QVERIFY(inked(drawn(texts, QString(1'000'000, u'x'), 300)).second < 310);
  }

  void cache_isBounded() {
    TextCache texts(8);
    for (int i = 0; i < 100; ++i) drawn(texts, QString::number(i), 300);
    QVERIFY(texts.size() <= 8);
  }
};

QTEST_MAIN(TextCacheTest)
#include "text_cache_test.moc"
