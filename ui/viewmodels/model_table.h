// ModelTable: what the program knows of models and their prices, as a table.
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/base/clock.h"
#include "core/services/model_service.h"

namespace aiagent::ui {

// A price is that in force at the time of reading. Sort by SortRole: numbers as numbers, unknown ones first.
class ModelTable : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Model, Context, Output, InputPrice, CachedPrice, OutputPrice, PriceDate, Refused, kColumns };
  static constexpr int SortRole = Qt::UserRole + 1;

  // Both must outlive the model.
  ModelTable(services::ModelService& models, const base::Clock& clock, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Row {
    QString model, title;
    std::int64_t context = 0, output = 0;
    std::optional<runs::ModelPrice> price;
    QStringList refused;
  };
  void reload();
  void addLearnt(std::vector<Row>& rows) const;
  QString textOf(const Row& row, int column) const;
  QVariant sortKeyOf(const Row& row, int column) const;
  QString toolTipOf(const Row& row, int column) const;

  services::ModelService& m_models;
  const base::Clock& m_clock;
  std::vector<Row> m_rows;
};

}  // namespace aiagent::ui
