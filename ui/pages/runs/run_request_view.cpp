#include "ui/pages/runs/run_request_view.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/pages/runs/run_facts_view.h"
#include "ui/pages/sync.h"

namespace aiagent::ui {
namespace {

constexpr int kMostFactRows = 6;

}  // namespace

RunRequestView::RunRequestView(QWidget* parent) : QWidget(parent), m_facts(new RunFactsView(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_facts->setAccessibleName(tr("Parameters and variables"));
  column->addWidget(m_facts);
  m_prompt = addText(tr("Prompt as it was used"), tr("Copy the prompt"));
  m_curl = addText(tr("Request for a terminal, without the key"), tr("Copy the request"));
  useFixedFont();
}

RunRequestView::Text RunRequestView::addText(const QString& title, const QString& copyName) {
  Text text;
  text.box = new QWidget(this);
  auto* column = new QVBoxLayout(text.box);
  column->setContentsMargins(kGapGroups, kGapRelated, kGapGroups, kGapRelated);
  column->setSpacing(kGapInside);
  auto* heading = sectionTitle(title, text.box);
  auto* copy = iconButton(QStringLiteral("edit-copy"), copyName, text.box);
  auto* row = new QHBoxLayout;
  row->addWidget(heading, 1);
  row->addWidget(copy);
  column->addLayout(row);
  text.edit = new QPlainTextEdit(text.box);
  text.edit->setReadOnly(true);
  text.edit->setTabChangesFocus(true);
  text.edit->setAccessibleName(title);
  text.edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  column->addWidget(text.edit, 1);
  connect(copy, &QToolButton::clicked, this,
          [edit = text.edit] { QGuiApplication::clipboard()->setText(edit->toPlainText()); });
  static_cast<QVBoxLayout*>(layout())->addWidget(text.box, 1);
  return text;
}

void RunRequestView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::FontChange || !m_curl.edit) return;
  useFixedFont();
  limitFacts();
}

void RunRequestView::useFixedFont() {
  auto fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  fixed.setPointSizeF(font().pointSizeF());
  if (m_curl.edit->font() != fixed) m_curl.edit->setFont(fixed);
}

// As high as its rows are, up to a few, and never so low that a heading with one row is cut: the texts below
// share the rest.
void RunRequestView::limitFacts() {
  const int row = fontMetrics().height() + kGapRelated;
  m_facts->setMaximumHeight(int(std::min<std::size_t>(m_factRows, kMostFactRows) + 1) * row);
  m_facts->setMinimumHeight(3 * row);
}

void RunRequestView::show(const RunDetails& details) {
  std::vector<RunFactGroup> groups;
  if (!details.parameters.empty()) groups.push_back({tr("Parameters"), details.parameters});
  if (!details.variables.empty()) groups.push_back({tr("Variables"), details.variables});
  m_facts->show(groups);
  syncVisible(m_facts, !groups.empty());
  m_factRows = details.parameters.size() + details.variables.size() + 2 * groups.size();
  limitFacts();
  syncText(m_prompt.edit, details.prompt);
  syncVisible(m_prompt.box, !details.prompt.isEmpty());
  syncText(m_curl.edit, details.curl);
  syncVisible(m_curl.box, !details.curl.isEmpty());
}

}  // namespace aiagent::ui
