// ImportItems: what an import would do, agent by agent, with what is lost beneath each.
#pragma once

#include <QAbstractItemModel>
#include <QString>
#include <vector>

#include "core/services/import_service.h"

namespace aiagent::ui {

// A tree of two levels: an item has its refusal and its losses as children, in the first column.
class ImportItems : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum Column { Name, Format, Result, Choice, kColumns };
  static constexpr int ResultRole = Qt::UserRole + 1;   // int(authoring::PlanResult) of an item
  static constexpr int ChoiceRole = Qt::UserRole + 2;   // int(services::ImportChoice)
  static constexpr int ChoicesRole = Qt::UserRole + 3;  // QVariantList of those there are; empty: none

  using QAbstractItemModel::QAbstractItemModel;

  void setPlan(authoring::ImportPlan plan);
  const std::vector<services::ImportDecision>& decisions() const { return m_decisions; }
  void choose(int item, services::ImportChoice choice);
  // For all that are there already and differ.
  void chooseForConflicts(services::ImportChoice choice);
  // While it is being written, and afterwards.
  void setFixed(bool fixed);
  int count(authoring::PlanResult result) const;
  int countChosen(services::ImportChoice choice) const;

  static QString choiceText(authoring::PlanResult result, services::ImportChoice choice);
  static std::vector<services::ImportChoice> choicesFor(authoring::PlanResult result);

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 Q_SIGNALS:
  void choicesChanged();

 private:
  void tellChoices(int first, int last);
  QVariant itemText(const services::ImportDecision& decision, int column) const;
  QString detailText(const authoring::PlanItem& item, int row) const;

  std::vector<services::ImportDecision> m_decisions;
  bool m_fixed = false;
};

}  // namespace aiagent::ui
