#include "ui/pages/inbox/inbox_item_view.h"

#include <algorithm>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/format/human.h"
#include "ui/format/sync_words.h"
#include "ui/format/text.h"
#include "ui/pages/inbox/contested_field_view.h"
#include "ui/pages/sync.h"
#include "ui/pages/versions/field_sections.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/diff_view.h"

namespace aiagent::ui {
namespace {

using store::InboxKind;

bool bothChanged(const InboxDetail& detail) {
  return detail.item.kind == InboxKind::Conflict && detail.item.mine.has_value();
}

bool offers(InboxDecision decision, const InboxDetail& detail) {
  const auto& item = detail.item;
  const bool deletedHere = item.kind == InboxKind::Conflict && !item.mine;
  const bool blocked = item.kind == InboxKind::Rejected && item.reason != "forbidden";
  switch (decision) {
    case InboxDecision::Mine:
    case InboxDecision::Theirs:
    case InboxDecision::Merged:
    case InboxDecision::Edited: return bothChanged(detail);
    case InboxDecision::DeleteIt: return deletedHere;
    case InboxDecision::LetGo: return !bothChanged(detail);
    case InboxDecision::BringBack: return item.kind != InboxKind::Conflict;
    case InboxDecision::KeepAsNew: return item.kind != InboxKind::Conflict && !blocked;
  }
  return false;
}

// Whether it writes to the library: a viewer may not.
bool writes(InboxDecision decision) {
  return decision != InboxDecision::LetGo && decision != InboxDecision::Merged;
}

QString textOfKept(const InboxDetail& detail) {
  const auto& kept = detail.item.mine ? detail.item.mine : detail.item.theirs;
  if (!kept) return {};
  QStringList parts;
  for (const auto* text : {&kept->content.name, &kept->content.description, &kept->content.prompt})
    if (!text->empty()) parts << format::text(*text);
  return parts.join(QStringLiteral("\n\n"));
}

}  // namespace

InboxItemView::InboxItemView(InboxVm& inbox, SyncVm& sync, QWidget* parent)
    : QWidget(parent), m_inbox(inbox), m_sync(sync) {
  build();
  connect(&m_inbox, &InboxVm::stateChanged, this, &InboxItemView::render);
  connect(m_inbox.rows(), &QAbstractItemModel::dataChanged, this, &InboxItemView::render);  // names
  connect(&m_sync, &SyncVm::stateChanged, this, &InboxItemView::render);
  render();
}

void InboxItemView::build() {
  setAccessibleName(tr("What is to be decided"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapGroups, kGapGroups, kGapGroups, 0);
  column->setSpacing(kGapRelated);
  m_title = pageTitle({}, this);
  m_title->setTextFormat(Qt::PlainText);
  m_title->setWordWrap(true);
  m_reason = new QLabel(this);
  m_reason->setTextFormat(Qt::PlainText);
  m_reason->setWordWrap(true);
  m_meta = new MetaLabel(this);
  m_readOnly = hintLabel({}, this);
  for (QWidget* widget : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_reason),
                          static_cast<QWidget*>(m_meta), static_cast<QWidget*>(m_readOnly)})
    column->addWidget(widget);
  column->addLayout(buildActions());
  m_scroll = new QScrollArea(this);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  column->addWidget(m_scroll, 1);
}

QBoxLayout* InboxItemView::buildActions() {
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  addAction(row, InboxDecision::Merged, tr("Take the Merge"),
            tr("The agent stays as the library shows it: both changes, and theirs where they clash."));
  addAction(row, InboxDecision::Edited, tr("Save My Edit"), tr("The agent becomes what you wrote below."));
  addAction(row, InboxDecision::BringBack, tr("Bring Back"),
            tr("The agent becomes what is kept here, and is sent."));
  addAction(row, InboxDecision::Mine, tr("Take Mine"),
            tr("Where both changed the same, the agent gets your words."));
  addAction(row, InboxDecision::Theirs, tr("Take Theirs"),
            tr("Where both changed the same, the agent gets their words."));
  addAction(row, InboxDecision::KeepAsNew, tr("Keep as New Agent"),
            tr("Makes another agent of what is kept here."));
  addAction(row, InboxDecision::DeleteIt, tr("Delete It"),
            tr("Deletes the agent all the same, for everybody."));
  addAction(row, InboxDecision::LetGo, tr("Let Go"), tr("Takes it out of the inbox and changes nothing."));
  m_copy = new QPushButton(icon(QStringLiteral("edit-copy")), tr("Copy Text"), this);
  m_open = new QPushButton(tr("Open Agent"), this);
  row->addWidget(m_copy);
  row->addWidget(m_open);
  row->addStretch(1);
  connect(m_copy, &QPushButton::clicked, this, &InboxItemView::copyText);
  connect(m_open, &QPushButton::clicked, this, [this] {
    if (m_shown) Q_EMIT agentWanted(m_shown->item.agent);
  });
  return row;
}

void InboxItemView::addAction(QBoxLayout* row, InboxDecision decision, const QString& text,
                              const QString& help) {
  auto* button = new QPushButton(text, this);
  button->setToolTip(help);
  button->setAccessibleDescription(help);
  connect(button, &QPushButton::clicked, this, [this, decision] { m_inbox.decide(decision); });
  row->addWidget(button);
  m_actions.push_back({button, decision});
}

void InboxItemView::render() {
  const auto& detail = m_inbox.state().detail;
  if (!detail) return;
  if (detail != m_shown) showDetail(*detail);
  renderMeta(detail->item);
  renderActions(*detail);
}

void InboxItemView::showDetail(const InboxDetail& detail) {
  // An edit that was begun stays: what is shown anew is the same item.
  const bool same = m_shown && m_shown->item.id == detail.item.id && !m_inbox.state().edits.empty();
  m_shown = m_inbox.state().detail;
  const auto& item = detail.item;
  const auto kind = store::toWord(item.kind);
  syncText(m_title, item.name.empty() ? tr("(no name)") : format::text(item.name));
  syncText(m_reason, format::inboxReason(kind, item.reason));
  if (!same) showTexts(detail);
}

// Names come when the server is there; the rest is at hand.
void InboxItemView::renderMeta(const store::InboxItem& item) {
  const int row = m_inbox.rows()->indexOf(InboxId{item.id});
  QStringList meta{format::inboxKindName(store::toWord(item.kind))};
  if (row >= 0 && !m_inbox.rows()->row(row).who.isEmpty()) meta << m_inbox.rows()->row(row).who;
  meta << format::exactTime(item.at);
  m_meta->setFullText(meta.join(QStringLiteral(" · ")));
}

void InboxItemView::showTexts(const InboxDetail& detail) {
  m_fields.clear();
  auto* inner = new QWidget(m_scroll);
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, kGapRelated, kGapRelated, kGapGroups);
  column->setSpacing(kGapGroups);
  for (const auto& field : detail.fields) {
    m_fields.push_back(new ContestedFieldView(field, m_inbox, inner));
    column->addWidget(m_fields.back());
  }
  if (detail.fields.empty()) {
    auto* text = new widgets::DiffView(inner);
    text->setSections(fieldSections(detail.changes));
    text->setAccessibleName(tr("What is kept"));
    column->addWidget(hintLabel(
        detail.item.base ? tr("What you changed since the server had it last:") : tr("What is kept:"),
        inner));
    column->addWidget(text, 1);
  } else {
    column->addStretch(1);
  }
  m_scroll->setWidget(inner);
}

void InboxItemView::renderActions(const InboxDetail& detail) {
  const auto why = m_sync.state().readOnlyReason();
  syncHint(m_readOnly, why);
  const bool edited = !m_inbox.state().edits.empty();
  for (const auto& [button, decision] : m_actions) {
    const bool other =
        (decision == InboxDecision::Merged && edited) || (decision == InboxDecision::Edited && !edited);
    syncVisible(button, offers(decision, detail) && !other);
    syncEnabled(button, why.isEmpty() || !writes(decision));
    if (decision == InboxDecision::LetGo)
      syncText(button, detail.item.kind == InboxKind::Conflict ? tr("Keep It")
                       : detail.item.kind == InboxKind::Rejected && detail.item.reason != "forbidden"
                           ? tr("Leave It Unsent")
                           : tr("Let Go"));
    if (decision == InboxDecision::BringBack)
      syncText(button, detail.item.kind == InboxKind::Rejected ? tr("Send Again") : tr("Bring Back"));
  }
  for (auto* field : m_fields) field->setReadOnly(!why.isEmpty());
  syncVisible(m_open, detail.now.has_value());
  syncVisible(m_copy, !bothChanged(detail));
}

void InboxItemView::copyText() const {
  if (m_shown) QGuiApplication::clipboard()->setText(textOfKept(*m_shown));
}

void InboxItemView::focusFirst() {
  for (const auto& action : m_actions)
    if (!action.button->isHidden() && action.button->isEnabled())
      return action.button->setFocus(Qt::OtherFocusReason);
}

}  // namespace aiagent::ui
