#include "ui/pages/runs/run_row_painter.h"

#include "core/domain/run.h"
#include "ui/viewmodels/run_list_model.h"
#include "ui/widgets/controls/row_canvas.h"

namespace aiagent::ui {
namespace {

constexpr int kAbove = 8;

QString iconOf(domain::RunStatus status) {
  switch (status) {
    case domain::RunStatus::Queued: return QStringLiteral("clock");
    case domain::RunStatus::Running: return QStringLiteral("media-playback-start");
    case domain::RunStatus::Completed: return QStringLiteral("checkmark");
    case domain::RunStatus::Incomplete:
    case domain::RunStatus::Interrupted: return QStringLiteral("data-warning");
    case domain::RunStatus::Failed: return QStringLiteral("data-error");
    case domain::RunStatus::Cancelled: return QStringLiteral("media-playback-stop");
  }
  return {};
}

// The word beside the icon, since colour alone says nothing; a run that went well needs none.
QString wordOf(const QModelIndex& index, domain::RunStatus status) {
  return status == domain::RunStatus::Completed ? QString()
                                                : index.data(RunListModel::StatusTextRole).toString();
}

QColor colourOf(domain::RunStatus status, const Tokens& tokens) {
  switch (status) {
    case domain::RunStatus::Failed: return tokens.negative;
    case domain::RunStatus::Incomplete:
    case domain::RunStatus::Interrupted: return tokens.caution;
    case domain::RunStatus::Running: return tokens.informative;
    default: return tokens.muted;
  }
}

}  // namespace

QSize RunRowPainter::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {120, option.fontMetrics.height() + QFontMetrics(RowCanvas::smallFont(option.font)).height() +
                   2 * kAbove + 2};
}

void RunRowPainter::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  RowCanvas canvas(*painter, option);
  const Tokens& tokens = canvas.tokens();
  const auto status = static_cast<domain::RunStatus>(index.data(RunListModel::StatusRole).toInt());
  const QRect room = option.rect.adjusted(RowCanvas::kSide, kAbove, -RowCanvas::kSide, -kAbove);
  const int picture = option.decorationSize.width();
  const int beside = picture + RowCanvas::kGap;
  QRect first(room.left() + beside, room.top(), room.width() - beside, option.fontMetrics.height());
  QRect second(first.left(), first.bottom() + 3, first.width(), canvas.smallMetrics().height());
  canvas.icon(QRect(room.left(), first.center().y() - picture / 2 + 1, picture, picture), iconOf(status));
  canvas.textAtEnd(first, index.data(RunListModel::WhenRole).toString());
  canvas.text(first, index.data().toString(), option.font, tokens.text);
  if (const QString word = wordOf(index, status); !word.isEmpty()) {
    canvas.text(second, word, canvas.small(), colourOf(status, tokens));
    second.setLeft(second.left() + canvas.smallMetrics().horizontalAdvance(word) + RowCanvas::kGap);
  }
  canvas.text(second, index.data(RunListModel::FactsRole).toString(), canvas.small(), tokens.muted);
}

}  // namespace aiagent::ui
