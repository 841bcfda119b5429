#include "ui/widgets/transcript/transcript_accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QScrollBar>

#include "ui/widgets/transcript_view.h"

namespace aiagent::widgets {
namespace {

class MessageItem : public QAccessibleInterface, public QAccessibleActionInterface {
 public:
  MessageItem(TranscriptView* view, int index) : m_view(view), m_index(index) {}

  bool isValid() const override { return m_view && m_index < m_view->messageCount(); }
  QObject* object() const override { return nullptr; }
  QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
  QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
  QAccessibleInterface* child(int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  void setText(QAccessible::Text, const QString&) override {}
  QAccessible::Role role() const override { return QAccessible::ListItem; }
  QString text(QAccessible::Text kind) const override;
  QRect rect() const override;
  QAccessible::State state() const override;

  void* interface_cast(QAccessible::InterfaceType type) override {
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
  }
  QStringList actionNames() const override;
  void doAction(const QString& name) override;
  QStringList keyBindingsForAction(const QString&) const override { return {}; }

  void setAnnouncement(const QString& text) { m_announcement = text; }

 private:
  const TranscriptMessage& message() const { return m_view->transcriptLayout().entry(m_index).message(); }

  QPointer<TranscriptView> m_view;
  int m_index;
  QString m_announcement;
};

QString MessageItem::text(QAccessible::Text kind) const {
  if (!isValid()) return {};
  const TranscriptMessage& said = message();
  switch (kind) {
    case QAccessible::Name: {
      const QString text = m_view->transcriptLayout().entry(m_index).text();
      QString name = said.title.isEmpty() ? text : said.title + QLatin1String(": ") + text;
      if (!said.note.isEmpty()) name += QLatin1String(" – ") + said.note;
      return name;
    }
    case QAccessible::Description: return m_announcement.isEmpty() ? said.meta : m_announcement;
    case QAccessible::Value: return said.meta;
    default: return {};
  }
}

QRect MessageItem::rect() const {
  const QRect area = isValid() ? m_view->messageRect(m_index) : QRect();
  return area.isEmpty() ? QRect() : QRect(m_view->viewport()->mapToGlobal(area.topLeft()), area.size());
}

QAccessible::State MessageItem::state() const {
  QAccessible::State state;
  state.focusable = state.readOnly = state.selectable = true;
  if (!isValid()) {
    state.invalid = true;
    return state;
  }
  state.offscreen = m_view->messageRect(m_index).isEmpty();
  state.focused = m_view->hasFocus() && m_view->currentMessage() == m_index;
  state.busy = message().state == MessageState::Streaming;
  const TranscriptEntry& entry = m_view->transcriptLayout().entry(m_index);
  state.expandable = entry.isCollapsible();
  state.expanded = entry.isCollapsible() && !entry.isCollapsed();
  state.collapsed = entry.isCollapsible() && entry.isCollapsed();
  return state;
}

QStringList MessageItem::actionNames() const {
  if (!isValid()) return {};
  QStringList names{setFocusAction()};
  if (m_view->transcriptLayout().entry(m_index).isCollapsible()) names << toggleAction();
  return names;
}

void MessageItem::doAction(const QString& name) {
  if (!isValid()) return;
  if (name == setFocusAction()) {
    m_view->setFocus();
    m_view->setCurrentMessage(m_index);
  } else if (name == toggleAction()) {
    const TranscriptEntry& entry = m_view->transcriptLayout().entry(m_index);
    m_view->setCollapsed(message().id, !entry.isCollapsed());
  }
}

// Its children are the messages, then the real widgets in the view (the buttons, the scroll bar).
class ViewItem : public QAccessibleWidget {
 public:
  explicit ViewItem(TranscriptView* view)
      : QAccessibleWidget(view, QAccessible::List, view->accessibleName()), m_view(view) {}
  ~ViewItem() override { forget(); }

  int childCount() const override { return m_view->messageCount() + int(widgets().size()); }
  QAccessibleInterface* child(int index) const override {
    if (index < 0 || index >= childCount()) return nullptr;
    if (index < m_view->messageCount()) return item(index);
    return QAccessible::queryAccessibleInterface(widgets().at(index - m_view->messageCount()));
  }
  int indexOfChild(const QAccessibleInterface* child) const override {
    for (auto it = m_items.begin(); it != m_items.end(); ++it)
      if (QAccessible::accessibleInterface(it.value()) == child) return it.key();
    const auto at = widgets().indexOf(child ? qobject_cast<QWidget*>(child->object()) : nullptr);
    return at < 0 ? -1 : m_view->messageCount() + int(at);
  }
  QAccessibleInterface* childAt(int x, int y) const override {
    for (QWidget* widget : widgets())
      if (widget->rect().contains(widget->mapFromGlobal(QPoint(x, y))))
        return QAccessible::queryAccessibleInterface(widget);
    for (const auto& row : m_view->transcriptLayout().visibleRows())
      if (auto* found = item(row.entry); found->rect().contains(x, y)) return found;
    return nullptr;
  }
  QAccessibleInterface* focusChild() const override {
    return m_view->hasFocus() && m_view->currentMessage() >= 0 ? child(m_view->currentMessage()) : nullptr;
  }
  QAccessible::State state() const override {
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    return state;
  }

  MessageItem* item(int index) const {
    const auto known = m_items.find(index);
    if (known != m_items.end())
      return static_cast<MessageItem*>(QAccessible::accessibleInterface(known.value()));
    auto* made = new MessageItem(m_view, index);
    m_items.insert(index, QAccessible::registerAccessibleInterface(made));
    return made;
  }
  void forget() {
    for (const QAccessible::Id id : std::exchange(m_items, {})) QAccessible::deleteAccessibleInterface(id);
  }

 private:
  QList<QWidget*> widgets() const {
    QList<QWidget*> found;
    for (QWidget* widget : m_view->viewport()->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
      if (!widget->isHidden()) found << widget;
    if (m_view->verticalScrollBar()->isVisible()) found << m_view->verticalScrollBar();
    return found;
  }

  TranscriptView* m_view;
  mutable QHash<int, QAccessible::Id> m_items;
};

QAccessibleInterface* makeInterface(const QString& name, QObject* object) {
  auto* view = name == QLatin1String("aiagent::widgets::TranscriptView")
                   ? qobject_cast<TranscriptView*>(object)
                   : nullptr;
  return view ? new ViewItem(view) : nullptr;
}

ViewItem* itemOf(TranscriptView* view) {
  return dynamic_cast<ViewItem*>(QAccessible::queryAccessibleInterface(view));
}

}  // namespace

void installTranscriptAccessibility() {
  static const bool installed = (QAccessible::installFactory(makeInterface), true);
  Q_UNUSED(installed)
}

void announceMessage(TranscriptView* view, int index, const QString& what) {
  ViewItem* list = itemOf(view);
  if (!list) return;
  list->item(index)->setAnnouncement(what);
  QAccessibleEvent described(view, QAccessible::DescriptionChanged);
  described.setChild(index);
  QAccessible::updateAccessibility(&described);
  QAccessibleEvent alert(view, QAccessible::Alert);
  alert.setChild(index);
  QAccessible::updateAccessibility(&alert);
}

void focusAccessibleMessage(TranscriptView* view, int index) {
  if (!itemOf(view) || index < 0) return;
  QAccessibleEvent focus(view, QAccessible::Focus);
  focus.setChild(index);
  QAccessible::updateAccessibility(&focus);
}

void forgetAccessibleMessages(TranscriptView* view) {
  if (ViewItem* list = itemOf(view)) list->forget();
}

}  // namespace aiagent::widgets
