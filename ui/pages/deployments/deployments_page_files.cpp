// The page's section about a deployment's files, with an environment and without one.
#include <algorithm>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/pages/deployments/deployments_page.h"
#include "ui/pages/deployments/files_view.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/section_bar.h"

namespace aiagent::ui {

void DeploymentsPage::offerFiles(services::SettingsService& settings, ports::Scheduler& scheduler) {
  m_files = std::make_unique<FilesVm>(settings, scheduler, m_deployments.clock());
  m_sections.push_back({QStringLiteral("files"), tr("Files"), {}, [this] {
                          return m_filesView = new FilesView(*m_files, m_tables);
                        }});
  m_sectionBar->add(m_sections.back().title);
  auto* open = new QPushButton(tr("Check a Deployment's &Files…"), m_empty);
  open->setFlat(true);
  connect(open, &QPushButton::clicked, this, &DeploymentsPage::openFiles);
  // Under the first step, before the room at the end.
  if (auto* column = qobject_cast<QVBoxLayout*>(m_empty->layout()))
    column->insertWidget(column->count() - 1, open, 0, Qt::AlignHCenter);
  open->show();  // a layout would show it in its next turn
  m_files->setEnvironment(m_session ? m_deployments.state().environment() : nullptr, m_session);
}

void DeploymentsPage::openFiles() {
  if (!m_files) return;
  if (m_deployments.state().environment()) {
    const auto files = std::ranges::find(m_sections, QStringLiteral("files"), &Section::id);
    return openSection(int(files - m_sections.begin()));
  }
  if (!m_filesAlone) {
    m_filesAlone = new QWidget(m_stack);
    auto* back = new QToolButton(m_filesAlone);
    back->setText(tr("Back"));
    back->setIcon(icon(QStringLiteral("go-previous")));
    back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    back->setAutoRaise(true);
    connect(back, &QToolButton::clicked, this, [this] { m_stack->setCurrentWidget(m_empty); });
    auto* column = new QVBoxLayout(m_filesAlone);
    column->setContentsMargins(kPageMargin, kGapRelated, kPageMargin, kGapGroups);
    column->setSpacing(kGapRelated);
    column->addWidget(back, 0, Qt::AlignLeading);
    column->addWidget(new FilesView(*m_files, m_filesAlone), 1);
    m_stack->addWidget(m_filesAlone);
  }
  m_stack->setCurrentWidget(m_filesAlone);
}

}  // namespace aiagent::ui
