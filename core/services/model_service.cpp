#include "core/services/model_service.h"

#include <fstream>
#include <sstream>

#include "core/base/log.h"
#include "core/services/guarded.h"
#include "core/store/settings_repository.h"

namespace aiagent::services {
namespace {

constexpr char kLearntSetting[] = "models.learnt";

std::optional<std::string> readFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

}  // namespace

ModelService::ModelService(Profile& profile, std::string_view shipped, QObject* parent)
    : QObject(parent), m_profile(profile) {
  auto table = runs::ModelCatalog::fromJson(shipped);
  CHECK(table.ok());  // shipped with the program, tested
  m_catalog = std::move(*table);
  if (const auto own = readFile(profile.folder() / "models.json")) {
    auto corrected = runs::ModelCatalog::fromJson(*own);
    if (corrected)
      m_catalog = std::move(*corrected);
    else
      m_fileError = corrected.error();
  }
  readLearnt();
}

void ModelService::readLearnt() {
  m_profile.store().read<std::optional<std::string>>(
      [](store::Connection& connection) { return store::loadSetting(connection, kLearntSetting); },
      guarded<std::optional<std::string>>(this, [this](base::Result<std::optional<std::string>> learnt) {
        if (!learnt || !*learnt) return;
        if (auto applied = m_catalog.applyLearnt(**learnt); !applied)
          base::logError("models", "learnt_unreadable", applied.error());
        Q_EMIT changed();
      }));
}

void ModelService::learnRefusal(std::string_view model, std::string_view parameter) {
  m_catalog.learnRefusal(model, parameter);
  m_profile.store().write<void>(
      [learnt = m_catalog.learnt()](store::Connection& connection) {
        return store::saveSetting(connection, kLearntSetting, learnt);
      },
      nullptr);
  Q_EMIT changed();
}

}  // namespace aiagent::services
