#include "ui/pages/model_combo.h"

#include <QCompleter>
#include <QLineEdit>

namespace aiagent::ui {

ModelCombo::ModelCombo(ModelListVm& models, QWidget* parent) : QComboBox(parent), m_models(models) {
  setEditable(true);
  setInsertPolicy(QComboBox::NoInsert);
  setAccessibleName(tr("Model"));
  lineEdit()->setAccessibleName(tr("Model"));
  lineEdit()->setPlaceholderText(tr("The provider's default"));
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(12);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  completer()->setCompletionMode(QCompleter::PopupCompletion);
  completer()->setFilterMode(Qt::MatchContains);
  completer()->setCaseSensitivity(Qt::CaseInsensitive);
  connect(&m_models, &ModelListVm::stateChanged, this, &ModelCombo::fill);
  fill();
}

void ModelCombo::showPopup() {
  m_models.load();
  QComboBox::showPopup();
}

// What stands in the field is the person's and stays.
void ModelCombo::fill() {
  const QSignalBlocker quiet(this);
  const QString typed = currentText();
  clear();
  for (const auto& model : m_models.state().models) {
    addItem(model.id);
    setItemData(count() - 1, model.note, Qt::ToolTipRole);
  }
  setCurrentIndex(-1);
  setEditText(typed);
  setToolTip(m_models.state().fromProvider
                 ? tr("Models that the provider offers")
                 : tr("Models that the program knows; opening the list asks the provider"));
}

}  // namespace aiagent::ui
