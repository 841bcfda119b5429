#include "ui/pages/settings/models_section.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {

ModelsSection::ModelsSection(ModelTable& table, services::ModelService& models, const QString& ownFile,
                             QWidget* parent)
    : SettingsSection(tr("Models and prices"), parent) {
  useWholeWidth();
  m_strip = new MessageStrip(body());
  column()->addWidget(m_strip);
  column()->addWidget(hintLabel(
      tr("Prices are in US dollars for a million tokens, at the standard tier. Costs that the program shows "
         "are worked out from them; the provider's bill is what counts."),
      body()));
  build(table);
  auto* file = hintLabel(tr("To correct the table, put a file of your own at %1. It is read at the start and "
                            "used instead of the "
                            "one that came with the program. “Refuses” also grows by what providers answer.")
                             .arg(ownFile),
                         body());
  file->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  column()->addWidget(file);
  render(models, ownFile);
}

void ModelsSection::build(ModelTable& table) {
  m_search = new QLineEdit(body());
  m_search->setPlaceholderText(tr("Search models"));
  m_search->setAccessibleName(tr("Search models"));
  makeSearchField(m_search);
  column()->addWidget(m_search);
  m_sorted = new QSortFilterProxyModel(this);
  m_sorted->setSourceModel(&table);
  m_sorted->setSortRole(ModelTable::SortRole);
  m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
  m_sorted->setFilterKeyColumn(ModelTable::Model);
  m_view = new QTableView(body());
  m_view->setModel(m_sorted);
  m_view->setAccessibleName(tr("Models and prices"));
  m_view->setSortingEnabled(true);
  m_view->sortByColumn(ModelTable::Model, Qt::AscendingOrder);
  m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_view->setSelectionMode(QAbstractItemView::SingleSelection);
  m_view->setTabKeyNavigation(false);
  m_view->setShowGrid(false);
  m_view->setWordWrap(false);
  m_view->verticalHeader()->hide();
  m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kGapRelated);
  m_view->horizontalHeader()->setHighlightSections(false);
  m_view->horizontalHeader()->setStretchLastSection(true);
  m_view->resizeColumnsToContents();
  m_view->setMinimumHeight(fontMetrics().height() * 12);
  column()->addWidget(m_view, 1);
  connect(m_search, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
}

void ModelsSection::render(services::ModelService& models, const QString& ownFile) {
  if (models.fileError())
    syncStrip(
        m_strip,
        {.kind = StripKind::Caution,
         .sentence = tr("Your own table cannot be read, so the one that came with the program is used: %1")
                         .arg(ownFile),
         .closable = false});
}

void ModelsSection::focusSearch() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

}  // namespace aiagent::ui
