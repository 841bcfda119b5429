#include "ui/pages/inbox/sync_status_view.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/format/human.h"
#include "ui/format/sync_words.h"
#include "ui/format/text.h"
#include "ui/pages/sync.h"
#include "ui/pages/sync_icons.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using Kind = SyncState::Kind;

bool mayAsk(Kind kind) {
  return kind == Kind::UpToDate || kind == Kind::Sending || kind == Kind::Fetching || kind == Kind::Waiting ||
         kind == Kind::Offline;
}

bool wantsSignIn(Kind kind) {
  return kind == Kind::Local || kind == Kind::SignedOut || kind == Kind::SignIn;
}

}  // namespace

SyncStatusView::SyncStatusView(SyncVm& sync, QWidget* parent) : QWidget(parent), m_sync(sync) {
  build();
  bind();
  render();
}

void SyncStatusView::build() {
  setAccessibleName(tr("State of sync"));
  m_icon = new QLabel(this);
  m_sentence = new QLabel(this);
  m_sentence->setTextFormat(Qt::PlainText);
  m_sentence->setWordWrap(true);
  m_facts = hintLabel({}, this);
  m_now = new QPushButton(icon(QStringLiteral("view-refresh")), tr("Sync Now"), this);
  m_verify = new QPushButton(tr("Verify Now"), this);
  m_verify->setToolTip(tr("Fetches everything and holds it against what is here. Nothing of yours is lost."));
  m_copy = new QPushButton(icon(QStringLiteral("edit-copy")), tr("Copy Diagnostics"), this);
  m_copy->setToolTip(tr("For a report: states and numbers, no content and no secrets."));
  m_signIn = new QPushButton(tr("Sign In at a Server…"), this);

  auto* words = new QVBoxLayout;
  words->setSpacing(kGapInside);
  words->addWidget(m_sentence);
  words->addWidget(m_facts);
  auto* top = new QHBoxLayout;
  top->setSpacing(kGapRelated);
  top->addWidget(m_icon, 0, Qt::AlignTop);
  top->addLayout(words, 1);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGapRelated);
  for (auto* button : {m_now, m_verify, m_copy, m_signIn}) buttons->addWidget(button);
  buttons->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapGroups, kGapGroups, kGapGroups, kGapGroups);
  column->setSpacing(kGapRelated);
  column->addLayout(top);
  column->addLayout(buttons);
}

void SyncStatusView::bind() {
  connect(&m_sync, &SyncVm::stateChanged, this, &SyncStatusView::render);
  connect(m_now, &QPushButton::clicked, &m_sync, &SyncVm::syncNow);
  connect(m_verify, &QPushButton::clicked, &m_sync, &SyncVm::verify);
  connect(m_copy, &QPushButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(m_sync.diagnostics()); });
  connect(m_signIn, &QPushButton::clicked, this, &SyncStatusView::signInWanted);
}

QString SyncStatusView::factsOf(const SyncState& state) const {
  if (!state.shared()) return {};
  QStringList facts{
      tr("%1 at %2").arg(state.workspace, state.server),
      tr("%1 as %2", "address, role").arg(state.email, format::roleName(format::utf8(state.role)))};
  facts << (state.whole
                ? tr("last change %1").arg(format::relativeTime(*state.whole, m_sync.clock().wallNow()))
                : tr("not fetched as a whole yet"));
  if (state.pending > 0)
    facts << (state.pending == 1 ? tr("1 edit to be sent")
                                 : tr("%n edits to be sent", nullptr, int(state.pending)));
  if (state.live) facts << tr("changes of others come at once");
  return facts.join(QStringLiteral(" · "));
}

void SyncStatusView::render() {
  const auto& state = m_sync.state();
  syncText(m_sentence, state.sentence);
  syncHint(m_facts, factsOf(state));
  m_facts->setToolTip(state.whole ? format::exactTime(*state.whole) : QString());
  const bool shared = state.shared();
  for (auto* button : {m_now, m_verify}) {
    syncVisible(button, shared);
    syncEnabled(button, mayAsk(state.kind));
  }
  syncVisible(m_copy, shared);
  syncVisible(m_signIn, wantsSignIn(state.kind));
  syncText(m_signIn, state.kind == Kind::SignIn ? tr("Sign In Again…") : tr("Sign In at a Server…"));
  drawIcon();
}

void SyncStatusView::drawIcon() {
  const int size = style()->pixelMetric(QStyle::PM_SmallIconSize) * 3 / 2;
  m_icon->setPixmap(icon(syncIcon(m_sync.state())).pixmap(size, size));
}

void SyncStatusView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (m_icon && (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)) drawIcon();
}

void SyncStatusView::focusFirst() {
  for (auto* button : {m_now, m_signIn, m_copy})
    if (!button->isHidden() && button->isEnabled()) return button->setFocus(Qt::OtherFocusReason);
}

}  // namespace aiagent::ui
