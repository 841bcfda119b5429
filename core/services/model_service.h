// ModelService: the table of models that the program works with, and what it has learnt about them.
#pragma once

#include <QObject>
#include <string>
#include <string_view>

#include "core/runs/model_catalog.h"
#include "core/services/profile.h"

namespace aiagent::services {

class ModelService : public QObject {
  Q_OBJECT

 public:
  // `shipped` is resources/models.json. <profile>/models.json, where a person has put one, is used instead;
  // a faulty one is reported by `fileError` and the shipped table stays.
  ModelService(Profile& profile, std::string_view shipped, QObject* parent = nullptr);

  const runs::ModelCatalog& catalog() const { return m_catalog; }
  const base::Clock& clock() const { return m_profile.clock(); }
  const std::optional<base::Error>& fileError() const { return m_fileError; }

  // A provider refused `parameter` for `model`: remembered in the profile, so that the next form says so
  // before anything is sent.
  void learnRefusal(std::string_view model, std::string_view parameter);

 Q_SIGNALS:
  void changed();

 private:
  void readLearnt();

  Profile& m_profile;
  runs::ModelCatalog m_catalog;
  std::optional<base::Error> m_fileError;
};

}  // namespace aiagent::services
