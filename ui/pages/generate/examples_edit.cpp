#include "ui/pages/generate/examples_edit.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include "ui/pages/sync.h"
#include "ui/viewmodels/generate_vm.h"
#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

constexpr int kLines = 4;

}  // namespace

ExamplesEdit::ExamplesEdit(QObject* filter, QWidget* parent)
    : QWidget(parent),
      m_filter(filter),
      m_column(new QVBoxLayout(this)),
      m_add(new QPushButton(tr("Add Example"), this)) {
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(kGapInside);
  m_add->setIcon(icon(QStringLiteral("list-add")));
  m_add->setFlat(true);
  m_column->addWidget(m_add, 0, Qt::AlignLeading);
  connect(m_add, &QPushButton::clicked, this, [this] {
    addRow();
    describeRows();
    m_rows.back().box->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
  });
  addRow();
  describeRows();
  setFocusProxy(m_rows.front().box);
}

QStringList ExamplesEdit::examples() const {
  QStringList examples;
  for (const auto& row : m_rows) examples += row.box->toPlainText();
  return examples;
}

void ExamplesEdit::setExamples(const QStringList& examples) {
  const auto wanted = std::max<std::size_t>(1, std::size_t(examples.size()));
  while (m_rows.size() > wanted) removeRow(m_rows.back().widget);
  while (m_rows.size() < wanted) addRow();
  for (std::size_t at = 0; at < m_rows.size(); ++at) {
    const QSignalBlocker quiet(m_rows[at].box);
    syncText(m_rows[at].box, examples.value(qsizetype(at)));
  }
  describeRows();
}

void ExamplesEdit::addRow() {
  Row row{.widget = new QWidget(this), .box = nullptr, .remove = nullptr};
  auto* line = new QHBoxLayout(row.widget);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(kGapInside);
  row.box = new QPlainTextEdit(row.widget);
  row.box->setTabChangesFocus(true);
  row.box->setPlaceholderText(tr("A conversation as it should go, if you have one"));
  row.box->setFixedHeight(row.box->fontMetrics().lineSpacing() * kLines + 2 * kGapRelated);
  row.box->installEventFilter(m_filter);
  row.remove = iconButton(QStringLiteral("list-remove"), {}, row.widget);
  line->addWidget(row.box, 1);
  line->addWidget(row.remove, 0, Qt::AlignTop);
  QWidget* before = m_rows.empty() ? nullptr : m_rows.back().remove;
  m_column->insertWidget(int(m_rows.size()), row.widget);
  row.widget->show();  // at once, to be able to take the focus
  if (before) setTabOrder(before, row.box);
  setTabOrder(row.box, row.remove);
  setTabOrder(row.remove, m_add);
  connect(row.box, &QPlainTextEdit::textChanged, this, &ExamplesEdit::changed);
  connect(row.remove, &QToolButton::clicked, this, [this, widget = row.widget] {
    removeRow(widget);
    describeRows();
    m_rows.back().box->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
  });
  m_rows.push_back(row);
}

void ExamplesEdit::removeRow(const QWidget* widget) {
  const auto at = std::ranges::find(m_rows, widget, [](const Row& row) { return row.widget; });
  if (at == m_rows.end()) return;
  at->widget->hide();
  at->widget->deleteLater();  // its own button may have led here
  at->box->disconnect(this);
  m_rows.erase(at);
  setFocusProxy(m_rows.empty() ? nullptr : m_rows.front().box);
}

void ExamplesEdit::describeRows() {
  for (std::size_t at = 0; at < m_rows.size(); ++at) {
    m_rows[at].box->setAccessibleName(tr("Example conversation %1").arg(at + 1));
    describe(m_rows[at].remove, tr("Remove example %1").arg(at + 1), tr("Remove this example"));
    syncVisible(m_rows[at].remove, m_rows.size() > 1);
  }
  syncEnabled(m_add, m_rows.size() < std::size_t(kMostExamples));
}

}  // namespace aiagent::ui
