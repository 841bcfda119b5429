#include "ui/widgets/controls/icon.h"

#include <algorithm>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "resources/resources.h"

namespace aiagent::ui {
namespace {

// Breeze draws the same icon anew for 16 and 22 pixels; other sizes scale the nearer one.
QString fileFor(const QString& name, int logicalSize) {
  const QString small = QStringLiteral(":/aiagent/icons/16/") + name + QStringLiteral(".svg");
  const QString large = QStringLiteral(":/aiagent/icons/22/") + name + QStringLiteral(".svg");
  const bool preferSmall = logicalSize < 20 || logicalSize == 32;
  const QString& first = preferSmall ? small : large;
  return QFile::exists(first) ? first : (preferSmall ? large : small);
}

QColor textColour(QIcon::Mode mode) {
  const QPalette palette = QGuiApplication::palette();
  switch (mode) {
    case QIcon::Disabled: return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected: return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active: break;
  }
  return palette.color(QPalette::Active, QPalette::WindowText);
}

// The files name their colours in one style sheet; ColorScheme-Text is the one that follows the text.
QByteArray recoloured(QByteArray svg, const QString& name, const QColor& colour) {
  const QByteArray word = colour.name(QColor::HexRgb).toLatin1();
  svg.replace(QByteArrayLiteral("color:#232629"), QByteArray("color:").append(word));
  svg.replace(QByteArrayLiteral("fill:#232629"), QByteArray("fill:").append(word));
  // Breeze's is red, as for a window with unsaved work; here it closes a message.
  if (name == QLatin1String("window-close"))
    svg.replace(QByteArrayLiteral("color:#da4453"), QByteArray("color:").append(word));
  return svg;
}

QPixmap drawn(const QString& name, const QSize& pixels, qreal scale, const QColor& colour, bool faint) {
  const int logical = qRound(pixels.height() / qMax(scale, 1.0));
  QFile file(fileFor(name, logical));
  QPixmap pixmap(pixels);
  pixmap.fill(Qt::transparent);
  if (!file.open(QIODevice::ReadOnly)) return pixmap;
  QSvgRenderer renderer(recoloured(file.readAll(), name, colour));
  QPainter painter(&pixmap);
  if (faint) painter.setOpacity(0.6);
  renderer.render(&painter);
  return pixmap;
}

class BreezeIcon final : public QIconEngine {
 public:
  explicit BreezeIcon(QString name) : m_name(std::move(name)) { resources::load(); }

  QIconEngine* clone() const override { return new BreezeIcon(m_name); }
  QString key() const override { return QStringLiteral("aiagent"); }
  QString iconName() override { return m_name; }
  bool isNull() override { return m_name.isEmpty(); }
  // Square in whatever room there is.
  QSize actualSize(const QSize& room, QIcon::Mode, QIcon::State) override {
    const int side = std::min(room.width(), room.height());
    return {side, side};
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    return scaledPixmap(size, mode, state, 1.0);
  }

  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override {
    const QColor colour = textColour(mode);
    const QString key = QStringLiteral("aiagent/%1/%2x%3/%4/%5/%6")
                            .arg(m_name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(scale)
                            .arg(int(mode))
                            .arg(colour.name());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = drawn(m_name, size, scale, colour, mode == QIcon::Disabled);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
  }

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const qreal scale = painter->device()->devicePixelRatio();
    const QSize pixels(qRound(rect.width() * scale), qRound(rect.height() * scale));
    QPixmap pixmap = scaledPixmap(pixels, mode, state, scale);
    pixmap.setDevicePixelRatio(scale);
    painter->drawPixmap(rect.topLeft(), pixmap);
  }

 private:
  QString m_name;
};

}  // namespace

QIcon icon(const QString& name) {
  return QIcon(new BreezeIcon(name));
}

}  // namespace aiagent::ui
