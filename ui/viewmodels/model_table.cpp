#include "ui/viewmodels/model_table.h"

#include <algorithm>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

constexpr int kMostDecimals = 4;
constexpr int kLeastDecimals = 2;

QString dollars(double perMillion) {
  auto number = QLocale().toString(perMillion, 'f', kMostDecimals);
  while (number.endsWith(QLocale().zeroDigit()) &&
         number.size() - number.indexOf(QLocale().decimalPoint()) > kLeastDecimals + 1)
    number.chop(1);
  return ModelTable::tr("$%1", "US dollars").arg(number);
}

QString date(base::WallTime time) {
  const auto day = QDateTime::fromMSecsSinceEpoch(base::toMillis(time), Qt::UTC).date();
  return QLocale().toString(day, QLocale::ShortFormat);
}

std::optional<runs::ModelPrice> priceAt(const runs::ModelFacts& facts, base::WallTime now) {
  std::optional<runs::ModelPrice> inForce;
  for (const auto& price : facts.prices)
    if (price.from <= now) inForce = price;
  return inForce;
}

}  // namespace

ModelTable::ModelTable(services::ModelService& models, const base::Clock& clock, QObject* parent)
    : QAbstractTableModel(parent), m_models(models), m_clock(clock) {
  reload();
  connect(&models, &services::ModelService::changed, this, &ModelTable::reload);
}

// Rows keep their order; what is learnt changes them or adds some at the end.
void ModelTable::reload() {
  std::vector<Row> rows;
  for (const auto& facts : m_models.catalog().all()) {
    Row row{format::text(facts.id), format::text(facts.title),         facts.contextTokens,
            facts.mostOutputTokens, priceAt(facts, m_clock.wallNow()), {}};
    for (const auto& parameter : facts.refused) row.refused << format::text(parameter);
    QStringList unless;
    for (const auto& parameter : facts.refusedUnlessEffortNone) unless << format::text(parameter);
    if (!unless.isEmpty())
      row.refused
          << tr("unless effort is “none”: %1", "a list of parameters").arg(unless.join(QStringLiteral(", ")));
    rows.push_back(std::move(row));
  }
  addLearnt(rows);
  const int before = rowCount(), after = int(rows.size());
  if (after < before) beginRemoveRows({}, after, before - 1);
  if (after > before) beginInsertRows({}, before, after - 1);
  m_rows = std::move(rows);
  if (after < before) endRemoveRows();
  if (after > before) endInsertRows();
  if (after > 0) Q_EMIT dataChanged(index(0, 0), index(after - 1, kColumns - 1));
}

// What providers refused meanwhile; a model that the table does not know gets a row of its own.
void ModelTable::addLearnt(std::vector<Row>& rows) const {
  const auto learnt = QJsonDocument::fromJson(QByteArray::fromStdString(m_models.catalog().learnt())).array();
  for (const auto& fact : learnt) {
    const auto model = fact.toObject().value(QLatin1String("model")).toString();
    const auto parameter = fact.toObject().value(QLatin1String("refused")).toString();
    auto at = std::ranges::find(rows, model, &Row::model);
    if (at == rows.end()) at = rows.insert(rows.end(), Row{.model = model});
    if (!at->refused.contains(parameter)) at->refused << parameter;
  }
}

int ModelTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int ModelTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(kColumns);
}

QVariant ModelTable::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& row = m_rows[std::size_t(index.row())];
  const bool number = index.column() >= Context && index.column() <= PriceDate;
  switch (role) {
    case Qt::DisplayRole: return textOf(row, index.column());
    case Qt::ToolTipRole: return toolTipOf(row, index.column());
    case Qt::TextAlignmentRole: return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole: return sortKeyOf(row, index.column());
    default: return {};
  }
}

QString ModelTable::textOf(const Row& row, int column) const {
  const auto unknown = QStringLiteral("–");
  switch (column) {
    case Model: return row.model;
    case Context: return row.context > 0 ? format::count(row.context) : unknown;
    case Output: return row.output > 0 ? format::count(row.output) : unknown;
    case InputPrice: return row.price ? dollars(row.price->input) : unknown;
    case CachedPrice: return row.price && row.price->cached ? dollars(*row.price->cached) : unknown;
    case OutputPrice: return row.price ? dollars(row.price->output) : unknown;
    case PriceDate: return row.price ? date(row.price->from) : unknown;
    case Refused: return row.refused.join(QStringLiteral(", "));
    default: return {};
  }
}

QVariant ModelTable::sortKeyOf(const Row& row, int column) const {
  switch (column) {
    case Context: return qlonglong(row.context);
    case Output: return qlonglong(row.output);
    case InputPrice: return row.price ? row.price->input : -1.0;
    case CachedPrice: return row.price && row.price->cached ? *row.price->cached : -1.0;
    case OutputPrice: return row.price ? row.price->output : -1.0;
    case PriceDate: return row.price ? qlonglong(base::toMillis(row.price->from)) : -1;
    default: return textOf(row, column);
  }
}

QString ModelTable::toolTipOf(const Row& row, int column) const {
  if (column == Model && row.model.endsWith(QLatin1Char('*')))
    return tr("Every model whose name begins so, unless it has a row of its own.");
  if (column == Model) return row.title;
  if (column >= InputPrice && column <= OutputPrice && row.price && row.price->longFrom > 0)
    return tr("Above %1 input tokens: input ×%2, output ×%3.")
        .arg(format::count(row.price->longFrom), QLocale().toString(row.price->longInputFactor),
             QLocale().toString(row.price->longOutputFactor));
  return textOf(row, column);
}

QVariant ModelTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return int((section >= Context && section <= PriceDate ? Qt::AlignRight : Qt::AlignLeft) |
               Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case Model: return tr("Model");
    case Context: return tr("Context");
    case Output: return tr("Longest answer");
    case InputPrice: return tr("Input");
    case CachedPrice: return tr("Cached");
    case OutputPrice: return tr("Output");
    case PriceDate: return tr("Price since");
    case Refused: return tr("Refuses");
    default: return {};
  }
}

}  // namespace aiagent::ui
