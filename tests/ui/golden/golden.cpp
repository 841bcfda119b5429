#include "tests/ui/golden/golden.h"

#include <algorithm>
#include <cstdlib>
#include <QApplication>
#include <QCursor>
#include <QDir>
#include <QFile>
#include <QFont>
#include <QHash>
#include <QLocale>
#include <QPainter>
#include <QSet>
#include <QTest>
#include <QWidget>

namespace aiagent::tests {
namespace {

constexpr int kChannelTolerance = 16;
constexpr qint64 kMostDifferent = 8;  // pixels
constexpr int kBetweenGrabs = 50;     // ms
constexpr int kMostGrabs = 100;

bool differs(QRgb one, QRgb other) {
  return std::abs(qRed(one) - qRed(other)) > kChannelTolerance ||
         std::abs(qGreen(one) - qGreen(other)) > kChannelTolerance ||
         std::abs(qBlue(one) - qBlue(other)) > kChannelTolerance;
}

struct Difference {
  qint64 pixels = 0;
  QImage picture;  // the golden one, faint, and every pixel that differs in red
};

Difference differenceOf(const QImage& golden, const QImage& taken) {
  Difference found{0, QImage(taken.size(), QImage::Format_RGB32)};
  found.picture.fill(Qt::white);
  QPainter painter(&found.picture);
  painter.setOpacity(0.3);
  painter.drawImage(0, 0, golden);
  painter.end();
  for (int y = 0; y < taken.height(); ++y) {
    const auto* one = reinterpret_cast<const QRgb*>(golden.constScanLine(y));
    const auto* other = reinterpret_cast<const QRgb*>(taken.constScanLine(y));
    for (int x = 0; x < taken.width(); ++x) {
      if (!differs(one[x], other[x])) continue;
      found.picture.setPixel(x, y, qRgb(255, 0, 0));
      ++found.pixels;
    }
  }
  return found;
}

QString sourceFolder() {
  return QStringLiteral(AIAGENT_GOLDEN_SOURCE);
}
QString goldenFolder() {
  return sourceFolder() + QStringLiteral("/images/");
}
QString fileOf(const QString& name) {
  return goldenFolder() + name + QStringLiteral(".png");
}

bool updating() {
  return qEnvironmentVariableIntValue("AIAGENT_GOLDEN_UPDATE") == 1;
}

// Colours in steps of eight, which no eye sees: few enough for a table of colours, and a third of the size.
QImage snapped(QImage image) {
  const auto step = [](int channel) { return std::min(255, (channel + 4) / 8 * 8); };
  for (int y = 0; y < image.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < image.width(); ++x)
      line[x] = qRgb(step(qRed(line[x])), step(qGreen(line[x])), step(qBlue(line[x])));
  }
  return image;
}

bool saveSmall(const QImage& taken, const QString& path) {
  const auto image = snapped(taken);
  QHash<QRgb, uchar> places;
  QList<QRgb> table;
  QImage packed(image.size(), QImage::Format_Indexed8);
  for (int y = 0; y < image.height(); ++y) {
    const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    auto* out = packed.scanLine(y);
    for (int x = 0; x < image.width(); ++x) {
      auto at = places.find(line[x]);
      if (at == places.end()) {
        if (table.size() == 256) return image.convertToFormat(QImage::Format_RGB888).save(path, "PNG", 0);
        at = places.insert(line[x], uchar(table.size()));
        table << line[x];
      }
      out[x] = *at;
    }
  }
  packed.setColorTable(table);
  return packed.save(path, "PNG", 0);
}

QString keep(const QImage& image, const QString& name) {
  const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/golden");
  QDir().mkpath(folder);
  const auto path = folder + QLatin1Char('/') + name + QStringLiteral(".png");
  return image.save(path) ? path : QStringLiteral("nowhere (it cannot be written)");
}

QSet<QString>& asked() {
  static QSet<QString> names;
  return names;
}

}  // namespace

void fixSurroundings() {
  for (const char* name : {"QT_FONT_DPI", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE",
                           "QT_QPA_PLATFORMTHEME", "QT_AUTO_SCREEN_SCALE_FACTOR", "GTK_THEME", "LANGUAGE"})
    qunsetenv(name);
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("FONTCONFIG_FILE", QFile::encodeName(sourceFolder() + QStringLiteral("/fonts.conf")));
  qputenv("LC_ALL", "C.UTF-8");
  qputenv("TZ", "UTC");
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void useFixedLook() {
  QFont font(QStringLiteral("Noto Sans"));
  font.setPointSizeF(10);
  font.setHintingPreference(QFont::PreferNoHinting);
  QApplication::setFont(font);
  QApplication::setCursorFlashTime(0);
  QCursor::setPos(5000, 5000);  // over nothing
  QCoreApplication::setApplicationVersion(QStringLiteral("1.0"));
}

GoldenOutcome compareGolden(const QString& name, const QImage& shot) {
  asked().insert(name);
  const auto taken = shot.convertToFormat(QImage::Format_RGB32);
  const auto golden = QImage(fileOf(name)).convertToFormat(QImage::Format_RGB32);
  const bool comparable = !golden.isNull() && golden.size() == taken.size();
  const auto difference = comparable ? differenceOf(golden, taken) : Difference();
  if (comparable && difference.pixels <= kMostDifferent) return {true, {}};
  if (updating()) {
    QDir().mkpath(goldenFolder());
    qInfo("accepted: %s", qPrintable(name));
    return {saveSmall(taken, fileOf(name)), QStringLiteral("cannot write ") + fileOf(name)};
  }
  const auto actual = keep(taken, name + QStringLiteral("-actual"));
  if (golden.isNull()) return {false, name + QStringLiteral(" has no golden image; look at ") + actual};
  if (!comparable) return {false, name + QStringLiteral(" has another size now; look at ") + actual};
  return {false, QStringLiteral("%1 differs in %2 pixels; look at %3 and %4")
                     .arg(name)
                     .arg(difference.pixels)
                     .arg(actual, keep(difference.picture, name + QStringLiteral("-difference")))};
}

QStringList unusedGoldens(const QString& prefix) {
  QStringList unused;
  for (const auto& file : QDir(goldenFolder()).entryList({prefix + QStringLiteral("*.png")}, QDir::Files)) {
    const QString name = file.chopped(4);
    if (asked().contains(name)) continue;
    if (updating())
      QFile::remove(fileOf(name));
    else
      unused << name;
  }
  return unused;
}

QImage pictureOf(QWidget& widget) {
  QImage before = widget.grab().toImage();
  for (int i = 0; i < kMostGrabs; ++i) {
    QTest::qWait(kBetweenGrabs);
    QImage now = widget.grab().toImage();
    if (now == before) return now;
    before = std::move(now);
  }
  qFatal("the picture never stands still");
}

}  // namespace aiagent::tests
