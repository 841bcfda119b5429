#include "ui/shell/command_palette.h"

#include <algorithm>
#include <QAbstractListModel>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

#include "ui/viewmodels/fuzzy.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/mnemonic.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {

class PaletteModel final : public QAbstractListModel {
 public:
  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : int(m_entries.size());
  }
  QVariant data(const QModelIndex& index, int role) const override {
    const auto& entry = m_entries[std::size_t(index.row())];
    if (role == Qt::DisplayRole) return entry.title;
    if (role != Qt::AccessibleTextRole) return {};
    return QStringList{entry.title, entry.detail, entry.shortcut}.join(QStringLiteral(", "));
  }
  const PaletteEntry& entry(int row) const { return m_entries[std::size_t(row)]; }
  void set(std::vector<PaletteEntry> entries) {
    beginResetModel();  // another search, not an update: nothing of the old rows remains
    m_entries = std::move(entries);
    endResetModel();
  }

 private:
  std::vector<PaletteEntry> m_entries;
};

namespace {

constexpr int kMostRows = 12;
constexpr int kPadding = 8;

class EntryPainter final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {100, std::max(option.fontMetrics.height(), option.decorationSize.height()) + 2 * 6};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const auto& entry = static_cast<const PaletteModel*>(index.model())->entry(index.row());
    const Tokens tokens = tokensFor(option.palette);
    painter->save();
    painter->setClipRect(option.rect);
    if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, tokens.accentSoft);
    QRect room = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const auto mirrored = [&](const QRect& rect) {
      return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const int picture = option.decorationSize.width();
    if (!entry.iconName.isEmpty())
      icon(entry.iconName)
          .paint(painter, mirrored(QRect(room.left(), room.center().y() - picture / 2, picture, picture)));
    room.setLeft(room.left() + picture + kPadding);
    const QString right = entry.shortcut.isEmpty() ? entry.detail : entry.shortcut;
    const int wish = option.fontMetrics.horizontalAdvance(right) + 4;  // rounding must not elide
    const int rightWidth = std::min(wish, room.width() / 2);
    painter->setPen(tokens.muted);
    painter->drawText(mirrored(room.adjusted(room.width() - rightWidth, 0, 0, 0)),
                      Qt::AlignVCenter | Qt::AlignRight,
                      option.fontMetrics.elidedText(right, Qt::ElideRight, rightWidth));
    painter->setPen(tokens.text);
    drawTitle(*painter, mirrored(room.adjusted(0, 0, -rightWidth - 16, 0)), option, entry);
    painter->restore();
  }

 private:
  // Matched characters are underlined: seen without colour, and nothing moves as with bold text.
  static void drawTitle(QPainter& painter, const QRect& rect, const QStyleOptionViewItem& option,
                        const PaletteEntry& entry) {
    const QString shown = option.fontMetrics.elidedText(entry.title, Qt::ElideRight, rect.width());
    QTextLayout layout(shown, option.font);
    QList<QTextLayout::FormatRange> marks;
    for (const int at : entry.matches) {
      if (at >= shown.size()) break;
      QTextCharFormat format;
      format.setFontUnderline(true);
      marks << QTextLayout::FormatRange{at, 1, format};
    }
    layout.setFormats(marks);
    QTextOption alignment(option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    alignment.setTextDirection(option.direction);
    alignment.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(alignment);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    layout.draw(&painter, QPointF(rect.left(), rect.center().y() - line.height() / 2 + 1));
  }
};

}  // namespace

CommandPalette::CommandPalette(CommandRegistry& registry, Finder finder, QWidget* window)
    : QFrame(window),
      m_registry(registry),
      m_finder(std::move(finder)),
      m_field(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_nothing(hintLabel({}, this)),
      m_model(new PaletteModel(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
  column->setSpacing(kGapRelated);
  column->addWidget(m_field);
  column->addWidget(m_list);
  column->addWidget(m_nothing, 1);
  m_nothing->setContentsMargins(kPadding, 0, kPadding, 0);
  m_nothing->setWordWrap(false);
  m_nothing->hide();
  setFrameShape(QFrame::StyledPanel);
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Window);
  setAccessibleName(tr("Command palette"));
  m_field->setPlaceholderText(tr("Find a command or an agent"));
  m_field->setAccessibleName(tr("Find a command or an agent"));
  m_field->addAction(icon(QStringLiteral("edit-find")), QLineEdit::LeadingPosition);
  m_field->installEventFilter(this);
  m_list->setModel(m_model);
  m_list->setItemDelegate(new EntryPainter(m_list));
  m_list->setUniformItemSizes(true);
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setAccessibleName(tr("Found"));
  connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
  connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
  window->installEventFilter(this);
  hide();
}

void CommandPalette::open() {
  if (isVisible()) return close();
  m_focusBefore = QApplication::focusWidget();
  m_field->clear();
  search({});
  place();
  show();
  raise();
  m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close() {
  ++m_generation;
  hide();
  if (m_focusBefore && window()->isAncestorOf(m_focusBefore)) m_focusBefore->setFocus(Qt::OtherFocusReason);
  m_focusBefore = nullptr;
}

std::vector<PaletteEntry> CommandPalette::commandsFor(const QString& text) const {
  std::vector<std::pair<int, PaletteEntry>> found;
  for (const auto& command : m_registry.commands()) {
    // A page that is not shown keeps its commands to itself.
    const auto* owner = qobject_cast<QWidget*>(command.action->parent());
    if (!command.action->isEnabled() || !owner || !owner->isVisible()) continue;
    const QString title = withoutMnemonic(command.action->text());
    auto match = fuzzyMatch(text, title);
    if (!text.trimmed().isEmpty() && match.score == 0) continue;
    const QString keys = command.shortcuts.isEmpty()
                             ? QString()
                             : command.shortcuts.front().toString(QKeySequence::NativeText);
    found.emplace_back(match.score,
                       PaletteEntry{title, command.spec.category, keys, command.spec.iconName,
                                    std::move(match.positions), [action = QPointer(command.action)] {
                                      if (action) action->trigger();
                                    }});
  }
  std::ranges::stable_sort(found, std::greater<>(), [](const auto& entry) { return entry.first; });
  std::vector<PaletteEntry> entries;
  for (auto& [score, entry] : found) entries.push_back(std::move(entry));
  return entries;
}

void CommandPalette::search(const QString& text) {
  const int generation = ++m_generation;
  const bool asks = m_finder && !text.trimmed().isEmpty();
  auto entries = commandsFor(text);
  showEntries(entries);
  if (!asks) return showNothing(text);
  m_finder(text,
           [guard = QPointer(this), generation, text, entries](std::vector<PaletteEntry> others) mutable {
             if (!guard || generation != guard->m_generation) return;
             if (!others.empty()) {
               entries.insert(entries.end(), std::make_move_iterator(others.begin()),
                              std::make_move_iterator(others.end()));
               guard->showEntries(std::move(entries));
             }
             guard->showNothing(text);
           });
}

void CommandPalette::showEntries(std::vector<PaletteEntry> entries) {
  const int row = std::max(0, m_list->currentIndex().row());
  m_model->set(std::move(entries));
  m_list->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1)));
  if (m_model->rowCount() > 0) showNothing({});
  place();
}

// Said when everybody who was asked has answered, and it stays until something is found: no flicker between
// two keys.
void CommandPalette::showNothing(const QString& text) {
  const bool nothing = m_model->rowCount() == 0;
  m_list->setVisible(!nothing);
  m_nothing->setVisible(nothing);
  if (!nothing) return;
  const QString sentence = tr("Nothing found for “%1”.");
  const int room = width() - 6 * kPadding - m_nothing->fontMetrics().horizontalAdvance(sentence);
  m_nothing->setText(sentence.arg(
      m_nothing->fontMetrics().elidedText(text.simplified(), Qt::ElideRight, std::max(80, room))));
  QAccessibleEvent told(m_nothing, QAccessible::Alert);
  QAccessible::updateAccessibility(&told);
}

void CommandPalette::choose(int row) {
  if (row < 0 || row >= m_model->rowCount()) return;
  const auto run = m_model->entry(row).run;
  close();
  if (run) run();
}

void CommandPalette::move(int step) {
  const int rows = m_model->rowCount();
  if (rows == 0) return;
  m_list->setCurrentIndex(m_model->index((m_list->currentIndex().row() + step + rows) % rows));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == window() && event->type() == QEvent::Resize && isVisible()) place();
  if (watched != m_field) return QFrame::eventFilter(watched, event);
  if (event->type() == QEvent::FocusOut && isVisible()) {
    m_focusBefore = nullptr;  // the person has gone elsewhere already
    close();
  }
  if (event->type() == QEvent::ShortcutOverride) {
    const auto key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) event->accept();  // ours, not the page's "stop"
  }
  if (event->type() != QEvent::KeyPress) return false;
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_list->currentIndex().row()); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return true;  // there is nowhere to go to
    default: return false;
  }
}

void CommandPalette::place() {
  const auto* parent = parentWidget();
  const int wide = std::min(560, parent->width() - 32);
  const int row = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : fontMetrics().height() + 12;
  const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
  const int high = m_field->sizeHint().height() + rows * row + 3 * kPadding + 4;
  setGeometry((parent->width() - wide) / 2, std::min(64, parent->height() / 10), wide,
              std::min(high, parent->height() - 32));
}

}  // namespace aiagent::ui
