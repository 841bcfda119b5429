#include "ui/pages/generate/jobs_view.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/format/text.h"
#include "ui/pages/card.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using domain::GenerationStatus;

QString wordsOf(const domain::GenerationJob& job) {
  switch (job.status) {
    case GenerationStatus::Waiting: return JobsView::tr("Waiting for a network");
    case GenerationStatus::Running: return JobsView::tr("Running");
    case GenerationStatus::Ready: return JobsView::tr("Ready to be reviewed");
    case GenerationStatus::Failed: break;
  }
  if (!job.error) return JobsView::tr("Failed");
  return JobsView::tr("Failed: %1").arg(format::explain(domain::toError(*job.error)).sentence);
}

QString describe(const domain::GenerationJob& job) {
  const bool improvement = job.kind == domain::GenerationKind::Improve;
  return QStringLiteral("%1 · %2").arg(improvement ? JobsView::tr("Improve") : JobsView::tr("Generate"),
                                       wordsOf(job));
}

}  // namespace

JobsView::JobsView(GenerationJobsVm& jobs, QWidget* parent) : QWidget(parent), m_jobs(jobs) {
  setAccessibleName(tr("Queue"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addWidget(sectionTitle(tr("Queue"), this));
  m_rows = new QVBoxLayout;
  m_rows->setSpacing(kGapRelated);
  column->addLayout(m_rows);
  connect(&m_jobs, &GenerationJobsVm::jobsChanged, this, &JobsView::render);
  render();
}

QWidget* JobsView::makeRow(const domain::GenerationJob& job) {
  auto* row = new Card(this);
  auto title = format::text(job.description).simplified();
  if (const auto name = m_jobs.agentName(job.agent); !name.isEmpty())
    title = QStringLiteral("%1: %2").arg(name, title);
  row->setAccessibleName(title);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(kGapGroups, kGapRelated, kGapGroups, kGapRelated);
  line->setSpacing(kGapRelated);
  auto* texts = new QVBoxLayout;
  texts->setSpacing(0);
  auto* name = new ElidedLabel(row);
  name->setFullText(title);
  auto* status = new MetaLabel(row);
  status->setFullText(describe(job));
  row->setAccessibleDescription(describe(job));
  texts->addWidget(name);
  texts->addWidget(status);
  line->addLayout(texts, 1);
  const auto add = [&](const QString& text, auto run) {
    auto* button = new QPushButton(text, row);
    button->setAccessibleName(QStringLiteral("%1: %2").arg(text, title));
    connect(button, &QPushButton::clicked, this, run);
    line->addWidget(button);
  };
  if (job.status == GenerationStatus::Ready)
    add(tr("Review"), [this, id = job.id] {
      if (const auto* found = m_jobs.find(id)) Q_EMIT reviewWanted(domain::GenerationJob(*found));
    });
  if (job.status == GenerationStatus::Failed) add(tr("Try Again"), [this, id = job.id] { m_jobs.retry(id); });
  if (job.status == GenerationStatus::Waiting) add(tr("Try Now"), [this] { m_jobs.tryNow(); });
  add(tr("Remove"), [this, id = job.id] { m_jobs.remove(id); });
  return row;
}

void JobsView::render() {
  const bool hadFocus = isAncestorOf(QApplication::focusWidget());
  while (auto* item = m_rows->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();  // it may be a button of its own that led here
    delete item;
  }
  for (const auto& job : m_jobs.jobs()) m_rows->addWidget(makeRow(job));
  syncVisible(this, !m_jobs.jobs().empty());
  if (hadFocus && m_rows->count() > 0)
    if (auto* first = m_rows->itemAt(0)->widget()->findChild<QPushButton*>()) first->setFocus();
}

}  // namespace aiagent::ui
