// ModelCombo: a model's name, typed freely or chosen from what the provider offers.
#pragma once

#include <QComboBox>

#include "ui/viewmodels/model_list_vm.h"

namespace aiagent::ui {

class ModelCombo : public QComboBox {
  Q_OBJECT

 public:
  ModelCombo(ModelListVm& models, QWidget* parent = nullptr);
  void showPopup() override;  // asks the provider when that was not done yet

 private:
  void fill();
  ModelListVm& m_models;
};

}  // namespace aiagent::ui
