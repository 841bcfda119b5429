#include "ui/viewmodels/import_items.h"

#include <algorithm>

#include "ui/format/exchange.h"
#include "ui/format/text.h"

namespace aiagent::ui {

using authoring::PlanResult;
using format::text;
using services::ImportChoice;

namespace {

// An item's index carries 0, a detail's the number of its item and one.
quintptr idOfDetail(int item) {
  return quintptr(item) + 1;
}

int detailCount(const authoring::PlanItem& item) {
  return int(item.losses.size()) + (item.error ? 1 : 0);
}

}  // namespace

void ImportItems::setPlan(authoring::ImportPlan plan) {
  beginResetModel();
  m_decisions.clear();
  m_decisions.reserve(plan.items.size());
  for (auto& item : plan.items) {
    const auto choice = services::usualChoice(item.result);
    auto message = format::utf8(format::importedFrom(item.source));
    m_decisions.push_back({std::move(item), choice, std::move(message)});
  }
  m_fixed = false;
  endResetModel();
  Q_EMIT choicesChanged();
}

void ImportItems::choose(int item, ImportChoice choice) {
  auto& decision = m_decisions[std::size_t(item)];
  const auto choices = choicesFor(decision.item.result);
  const bool offered = std::find(choices.begin(), choices.end(), choice) != choices.end();
  if (m_fixed || !offered || decision.choice == choice) return;
  decision.choice = choice;
  tellChoices(item, item);
}

void ImportItems::tellChoices(int first, int last) {
  Q_EMIT dataChanged(index(first, Choice), index(last, Choice));
  Q_EMIT choicesChanged();
}

void ImportItems::chooseForConflicts(ImportChoice choice) {
  if (m_fixed || m_decisions.empty()) return;
  for (auto& decision : m_decisions)
    if (decision.item.result == PlanResult::Conflict) decision.choice = choice;
  tellChoices(0, int(m_decisions.size()) - 1);
}

void ImportItems::setFixed(bool fixed) {
  if (m_fixed == fixed) return;
  m_fixed = fixed;
  if (!m_decisions.empty()) Q_EMIT dataChanged(index(0, Choice), index(int(m_decisions.size()) - 1, Choice));
}

int ImportItems::count(PlanResult result) const {
  return int(std::count_if(m_decisions.begin(), m_decisions.end(),
                           [result](const auto& one) { return one.item.result == result; }));
}

int ImportItems::countChosen(ImportChoice choice) const {
  return int(std::count_if(m_decisions.begin(), m_decisions.end(),
                           [choice](const auto& one) { return one.choice == choice; }));
}

std::vector<ImportChoice> ImportItems::choicesFor(PlanResult result) {
  switch (result) {
    case PlanResult::New: return {ImportChoice::New, ImportChoice::Skip};
    case PlanResult::Conflict: return {ImportChoice::Skip, ImportChoice::Replace, ImportChoice::New};
    case PlanResult::Same:
    case PlanResult::Refused: break;
  }
  return {};
}

QString ImportItems::choiceText(PlanResult result, ImportChoice choice) {
  if (result == PlanResult::Same) return tr("Nothing to do");
  if (result == PlanResult::Refused) return tr("Left out");
  switch (choice) {
    case ImportChoice::New: return result == PlanResult::New ? tr("Import") : tr("Keep both");
    case ImportChoice::Replace: return tr("Save as a new version");
    case ImportChoice::Skip: break;
  }
  return result == PlanResult::New ? tr("Skip") : tr("Leave as it is");
}

// ---------------------------------------------------------------- the tree

QModelIndex ImportItems::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  return parent.isValid() ? createIndex(row, column, idOfDetail(parent.row())) : createIndex(row, column);
}

QModelIndex ImportItems::parent(const QModelIndex& index) const {
  return index.isValid() && index.internalId() != 0 ? createIndex(int(index.internalId()) - 1, 0)
                                                    : QModelIndex();
}

int ImportItems::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return int(m_decisions.size());
  if (parent.internalId() != 0 || parent.column() != 0) return 0;
  return detailCount(m_decisions[std::size_t(parent.row())].item);
}

int ImportItems::columnCount(const QModelIndex&) const {
  return kColumns;
}

QVariant ImportItems::itemText(const services::ImportDecision& decision, int column) const {
  const auto& item = decision.item;
  switch (column) {
    case Name: return text(item.name).simplified();
    case Format: return item.format ? format::exchangeFormatName(*item.format) : QStringLiteral("–");
    case Result: return format::planResultWord(item.result);
    case Choice: return choiceText(item.result, decision.choice);
    default: return {};
  }
}

QString ImportItems::detailText(const authoring::PlanItem& item, int row) const {
  if (item.error && row == 0) return format::refusalSentence(item);
  return format::lossSentence(item.losses[std::size_t(row - (item.error ? 1 : 0))]);
}

QVariant ImportItems::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (index.internalId() != 0) {
    const auto& item = m_decisions[std::size_t(index.internalId() - 1)].item;
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    return isText && index.column() == 0 ? QVariant(detailText(item, index.row())) : QVariant();
  }
  const auto& decision = m_decisions[std::size_t(index.row())];
  switch (role) {
    case Qt::DisplayRole: return itemText(decision, index.column());
    case Qt::ToolTipRole:
      return index.column() == Name ? text(decision.item.source) : itemText(decision, index.column());
    case ResultRole: return int(decision.item.result);
    case ChoiceRole:
    case Qt::EditRole: return int(decision.choice);
    case ChoicesRole: {
      QVariantList choices;
      if (!m_fixed)
        for (const auto choice : choicesFor(decision.item.result)) choices << int(choice);
      return choices;
    }
    default: return {};
  }
}

bool ImportItems::setData(const QModelIndex& index, const QVariant& value, int role) {
  const bool isChoice = index.isValid() && index.internalId() == 0 && index.column() == Choice;
  if (!isChoice || role != Qt::EditRole) return false;
  choose(index.row(), static_cast<ImportChoice>(value.toInt()));
  return true;
}

QVariant ImportItems::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case Name: return tr("Name");
    case Format: return tr("Format");
    case Result: return tr("Result");
    case Choice: return tr("What to do");
    default: return {};
  }
}

Qt::ItemFlags ImportItems::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  auto flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
  if (index.internalId() != 0) return flags | Qt::ItemNeverHasChildren;
  const auto& item = m_decisions[std::size_t(index.row())].item;
  if (index.column() == Choice && !m_fixed && !choicesFor(item.result).empty()) flags |= Qt::ItemIsEditable;
  return flags;
}

}  // namespace aiagent::ui
