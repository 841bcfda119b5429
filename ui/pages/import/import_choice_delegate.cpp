#include "ui/pages/import/import_choice_delegate.h"

#include <QComboBox>
#include <QTimer>

#include "ui/viewmodels/import_items.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

using authoring::PlanResult;

PlanResult resultOf(const QModelIndex& index) {
  return static_cast<PlanResult>(index.data(ImportItems::ResultRole).toInt());
}

QString iconName(PlanResult result) {
  switch (result) {
    case PlanResult::New: return QStringLiteral("list-add");
    case PlanResult::Same: return QStringLiteral("state-ok");
    case PlanResult::Conflict: return QStringLiteral("data-warning");
    case PlanResult::Refused: break;
  }
  return QStringLiteral("data-error");
}

}  // namespace

void ImportChoiceDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  if (index.parent().isValid()) {  // what is lost, more quietly
    option->palette.setColor(QPalette::Text, tokensFor(option->palette).muted);
    return;
  }
  if (index.column() == ImportItems::Result) {
    option->icon = icon(iconName(resultOf(index)));
    option->features |= QStyleOptionViewItem::HasDecoration;
  }
  if (index.column() == ImportItems::Choice && (index.flags() & Qt::ItemIsEditable))
    option->text += QStringLiteral(" \u25be");
}

QWidget* ImportChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                            const QModelIndex& index) const {
  auto* box = new QComboBox(parent);
  box->setAccessibleName(index.model()->headerData(ImportItems::Choice, Qt::Horizontal).toString());
  for (const auto& choice : index.data(ImportItems::ChoicesRole).toList())
    box->addItem(
        ImportItems::choiceText(resultOf(index), static_cast<services::ImportChoice>(choice.toInt())),
        choice);
  connect(box, &QComboBox::activated, this, [this, box] {
    auto* self = const_cast<ImportChoiceDelegate*>(this);
    Q_EMIT self->commitData(box);
    Q_EMIT self->closeEditor(box);
  });
  QTimer::singleShot(0, box, &QComboBox::showPopup);
  return box;
}

void ImportChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
  auto* box = static_cast<QComboBox*>(editor);
  box->setCurrentIndex(box->findData(index.data(ImportItems::ChoiceRole)));
}

void ImportChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                        const QModelIndex& index) const {
  model->setData(index, static_cast<QComboBox*>(editor)->currentData(), Qt::EditRole);
}

}  // namespace aiagent::ui
