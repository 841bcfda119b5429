#include "ui/shell/drop_hint.h"

#include <QMimeData>
#include <QPainter>
#include <QUrl>

#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {

DropHint::DropHint(QWidget* parent) : QWidget(parent) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAccessibleName(tr("Drop to import"));
  setObjectName(QStringLiteral("drop-hint"));
  hide();
}

void DropHint::cover() {
  setGeometry(parentWidget()->rect());
  raise();
  show();
}

void DropHint::paintEvent(QPaintEvent*) {
  const auto tokens = tokensFor(palette());
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor ground = tokens.background;
  ground.setAlphaF(0.88F);
  painter.fillRect(rect(), ground);
  QPen pen(tokens.accent, 2, Qt::DashLine);
  painter.setPen(pen);
  const auto frame = rect().adjusted(kGapGroups, kGapGroups, -kGapGroups, -kGapGroups);
  painter.drawRoundedRect(frame, kGapRelated, kGapRelated);
  auto large = font();
  large.setPointSizeF(large.pointSizeF() * 1.4);
  painter.setFont(large);
  painter.setPen(tokens.text);
  painter.drawText(frame, Qt::AlignCenter | Qt::TextWordWrap,
                   tr("Drop to import agents\nNothing is written before you have seen what will happen"));
}

QStringList droppedPaths(const QMimeData* data) {
  QStringList paths;
  for (const auto& url : data->urls()) {
    if (!url.isLocalFile()) return {};
    paths << url.toLocalFile();
  }
  return paths;
}

}  // namespace aiagent::ui
