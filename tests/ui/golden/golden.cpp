#include "tests/ui/golden/golden.h"

#include <cstdlib>
#include <QApplication>
#include <QDir>
#include <QFont>
#include <QFontDatabase>
#include <QStyleFactory>

namespace aiagent::tests {
namespace {

constexpr int kChannelTolerance = 48;
constexpr double kMostDifferent = 0.002;

bool differs(QRgb one, QRgb other) {
  return std::abs(qRed(one) - qRed(other)) > kChannelTolerance ||
         std::abs(qGreen(one) - qGreen(other)) > kChannelTolerance ||
         std::abs(qBlue(one) - qBlue(other)) > kChannelTolerance;
}

// Differing pixels are painted red into `marked`.
qint64 countDifferent(const QImage& golden, const QImage& taken, QImage& marked) {
  qint64 different = 0;
  for (int y = 0; y < taken.height(); ++y) {
    const auto* one = reinterpret_cast<const QRgb*>(golden.constScanLine(y));
    const auto* other = reinterpret_cast<const QRgb*>(taken.constScanLine(y));
    for (int x = 0; x < taken.width(); ++x) {
      if (!differs(one[x], other[x])) continue;
      marked.setPixel(x, y, qRgb(255, 0, 0));
      ++different;
    }
  }
  return different;
}

QString goldenFolder() {
  return QString::fromLocal8Bit(qgetenv("AIAGENT_SOURCE_DIR")) + QStringLiteral("/tests/ui/golden/images/");
}

// Pictures of a failure are kept where a person can look at them.
QString keep(const QImage& image, const QString& name) {
  const auto path = QDir::tempPath() + QStringLiteral("/aiagent-golden-") + name;
  image.save(path);
  return path;
}

}  // namespace

void useFixedLook() {
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QFont font(QStringLiteral("Noto Sans"));
  font.setPixelSize(13);
  font.setHintingPreference(QFont::PreferNoHinting);
  QApplication::setFont(font);
  QApplication::setCursorFlashTime(0);
}

GoldenOutcome compareGolden(const QString& name, const QImage& shot) {
  const auto taken = shot.convertToFormat(QImage::Format_RGB32);
  const auto path = goldenFolder() + name + QStringLiteral(".png");
  if (qEnvironmentVariableIntValue("AIAGENT_GOLDEN_UPDATE") == 1) {
    QDir().mkpath(goldenFolder());
    return {taken.save(path), QStringLiteral("written: ") + path};
  }
  const auto golden = QImage(path).convertToFormat(QImage::Format_RGB32);
  if (golden.isNull())
    return {false, QStringLiteral("there is no golden image; look at ") +
                       keep(taken, name + QStringLiteral(".png"))};
  if (golden.size() != taken.size())
    return {false, QStringLiteral("another size; look at ") + keep(taken, name + QStringLiteral(".png"))};
  QImage marked = taken;
  const auto different = countDifferent(golden, taken, marked);
  if (double(different) <= kMostDifferent * double(taken.width()) * double(taken.height())) return {true, {}};
  return {false, QStringLiteral("%1 pixels differ; look at %2 and %3")
                     .arg(different)
                     .arg(keep(taken, name + QStringLiteral(".png")),
                          keep(marked, name + QStringLiteral("-marked.png")))};
}

}  // namespace aiagent::tests
