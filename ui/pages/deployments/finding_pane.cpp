#include "ui/pages/deployments/finding_pane.h"

#include <algorithm>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/lint_words.h"
#include "ui/format/text.h"
#include "ui/pages/deployments/open_at_line.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

using cluster::lint::LintSeverity;

constexpr int kLinesAround = 6;

QLabel* plainLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

QString severityIcon(LintSeverity severity) {
  switch (severity) {
    case LintSeverity::Error: return QStringLiteral("data-error");
    case LintSeverity::Warning: return QStringLiteral("data-warning");
    case LintSeverity::Hint: break;
  }
  return QStringLiteral("data-information");
}

FindingPane::FindingPane(FilesVm& files, QWidget* parent)
    : QScrollArea(parent), m_files(files), m_opener(openAtLine) {
  setAccessibleName(tr("The finding"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  build();
}

void FindingPane::build() {
  auto* body = new QWidget(this);
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(kGapGroups, 0, kGapRelated, kGapGroups);
  column->setSpacing(kGapRelated);
  m_icon = new QLabel(body);
  m_title = sectionTitle({}, body);
  m_title->setTextFormat(Qt::PlainText);
  auto* close = iconButton(QStringLiteral("window-close"), tr("Close the finding"), body);
  connect(close, &QToolButton::clicked, this, &FindingPane::closed);
  auto* head = new QHBoxLayout;
  head->setSpacing(kGapRelated);
  head->addWidget(m_icon);
  head->addWidget(m_title, 1);
  head->addWidget(close);
  m_place = hintLabel({}, body);
  m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_reason = plainLabel(body);
  m_repairTitle = sectionTitle(tr("What to do"), body);
  m_repair = plainLabel(body);
  m_excerpt = new QPlainTextEdit(body);
  m_excerpt->setAccessibleName(tr("The lines of the file"));
  m_excerpt->setReadOnly(true);
  m_excerpt->setTabChangesFocus(true);
  m_excerpt->setLineWrapMode(QPlainTextEdit::NoWrap);
  m_excerpt->setFont(fixedFont());
  followFont(m_excerpt, [this] { fitExcerpt(); });
  column->addLayout(head);
  column->addWidget(m_place);
  column->addWidget(m_reason);
  column->addSpacing(kGapInside);
  column->addWidget(m_repairTitle);
  column->addWidget(m_repair);
  column->addSpacing(kGapInside);
  column->addWidget(m_excerpt);
  column->addWidget(buildButtons(body));
  column->addStretch(1);
  setWidget(body);
}

QWidget* FindingPane::buildButtons(QWidget* body) {
  auto* part = new QWidget(body);
  auto* open = new QPushButton(tr("&Open the File"), part);
  open->setToolTip(tr("Open it at this line in an editor"));
  auto* place = new QPushButton(icon(QStringLiteral("edit-copy")), tr("Copy &Place"), part);
  place->setToolTip(tr("Copy file and line"));
  auto* all = new QPushButton(icon(QStringLiteral("edit-copy")), tr("Copy &Finding"), part);
  connect(open, &QPushButton::clicked, this, &FindingPane::open);
  connect(place, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(this->place()); });
  connect(all, &QPushButton::clicked, this, &FindingPane::copyFinding);
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapInside);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(place);
  row->addWidget(all);
  row->addStretch(1);
  column->addWidget(open, 0, Qt::AlignLeading);
  column->addLayout(row);
  return part;
}

void FindingPane::show(const cluster::lint::LintFinding& finding) {
  const bool isOther = m_finding != finding;
  m_finding = finding;
  const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
  m_icon->setPixmap(icon(severityIcon(finding.severity)).pixmap(size, size));
  syncText(m_title, tr("%1 · %2", "severity and rule")
                        .arg(format::lintSeverity(finding.severity), format::text(finding.id)));
  syncText(m_place, format::text(finding.path) + QLatin1Char(':') + QString::number(finding.line));
  syncText(m_reason, format::lintReason(finding));
  syncText(m_repair, format::lintRepair(finding));
  renderExcerpt();
  if (isOther) ensureVisible(0, 0);
}

// A mark before the line, and not its ground alone, says which one is meant.
void FindingPane::renderExcerpt() {
  if (!m_finding) return;
  const auto excerpt = m_files.excerptOf(*m_finding, kLinesAround);
  const int last = excerpt.first + int(excerpt.lines.size()) - 1;
  const auto width = QString::number(std::max(last, 1)).size();
  QStringList lines;
  for (int i = 0; i < excerpt.lines.size(); ++i) {
    const int number = excerpt.first + i;
    lines << QStringLiteral("%1 %2  %3")
                 .arg(number == excerpt.marked ? QLatin1Char('>') : QLatin1Char(' '))
                 .arg(QString::number(number).rightJustified(width), excerpt.lines[i]);
  }
  syncVisible(m_excerpt, !lines.isEmpty());
  syncText(m_excerpt, lines.join(QLatin1Char('\n')));
  fitExcerpt();
  const auto block = m_excerpt->document()->findBlockByNumber(excerpt.marked - excerpt.first);
  if (!block.isValid()) return m_excerpt->setExtraSelections({});
  const auto tokens = tokensFor(palette());
  QTextEdit::ExtraSelection marked;
  marked.cursor = QTextCursor(block);
  marked.format.setBackground(m_finding->severity == LintSeverity::Error     ? tokens.negativeSoft
                              : m_finding->severity == LintSeverity::Warning ? tokens.cautionSoft
                                                                             : tokens.informativeSoft);
  marked.format.setProperty(QTextFormat::FullWidthSelection, true);
  m_excerpt->setExtraSelections({marked});
  m_excerpt->setTextCursor(QTextCursor(block));
}

// As high as what it shows; a scroll bar below needs room too.
void FindingPane::fitExcerpt() {
  const int lines = std::max(1, m_excerpt->blockCount());
  m_excerpt->setFixedHeight(m_excerpt->fontMetrics().lineSpacing() * (lines + 1) +
                            2 * int(m_excerpt->document()->documentMargin() + m_excerpt->frameWidth()));
}

QString FindingPane::place() const {
  return m_finding ? m_files.pathOf(*m_finding) + QLatin1Char(':') + QString::number(m_finding->line)
                   : QString();
}

void FindingPane::copyFinding() const {
  if (m_finding) QApplication::clipboard()->setText(format::lintLine(*m_finding));
}

void FindingPane::open() {
  if (!m_finding || m_opener(m_files.pathOf(*m_finding), m_finding->line)) return;
  QApplication::clipboard()->setText(place());
  Q_EMIT notOpened(place());
}

void FindingPane::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return Q_EMIT closed();
  QScrollArea::keyPressEvent(event);
}

void FindingPane::changeEvent(QEvent* event) {
  QScrollArea::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && m_excerpt) renderExcerpt();
}

}  // namespace aiagent::ui
