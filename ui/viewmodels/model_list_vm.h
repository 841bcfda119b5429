// ModelListVm: the models to choose from: what the provider in use offers, else what the program knows.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <vector>

#include "core/services/model_service.h"
#include "core/services/provider_service.h"

namespace aiagent::ui {

struct ModelChoice {
  QString id;
  QString note;  // "400 k context, $1.25 in, $10 out per million"; may be empty
  bool operator==(const ModelChoice&) const = default;
};

struct ModelListState {
  std::vector<ModelChoice> models;
  bool fromProvider = false;
  bool loading = false;
  std::optional<base::Error> error;
  bool operator==(const ModelListState&) const = default;
};

class ModelListVm : public QObject {
  Q_OBJECT

 public:
  ModelListVm(services::ProviderService& providers, services::ModelService& models,
              QObject* parent = nullptr);
  ~ModelListVm() override;

  const ModelListState& state() const { return m_state; }
  // Asks the provider, once until another provider is in use; nothing goes over the network before.
  void load();

 Q_SIGNALS:
  void stateChanged();

 private:
  void change(const std::function<void(ModelListState&)>& edit);
  void dropQuery();
  void showKnown();
  QString noteOf(const std::string& model) const;

  services::ProviderService& m_providers;
  services::ModelService& m_models;
  ModelListState m_state;
  bool m_asked = false;
  int m_generation = 0;
  std::unique_ptr<services::ModelQuery> m_query;
};

}  // namespace aiagent::ui
