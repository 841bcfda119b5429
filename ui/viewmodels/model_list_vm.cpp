#include "ui/viewmodels/model_list_vm.h"

#include <QLocale>
#include <QStringList>

#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

ModelListVm::ModelListVm(services::ProviderService& providers, services::ModelService& models,
                         QObject* parent)
    : QObject(parent), m_providers(providers), m_models(models) {
  connect(&m_providers, &services::ProviderService::changed, this, [this] {
    m_asked = false;
    dropQuery();
    showKnown();
  });
  showKnown();
}

ModelListVm::~ModelListVm() {
  dropQuery();
}

// Whatever it still tells is not listened to.
void ModelListVm::dropQuery() {
  ++m_generation;
  m_query.reset();
}

void ModelListVm::change(const std::function<void(ModelListState&)>& edit) {
  ModelListState next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void ModelListVm::showKnown() {
  std::vector<ModelChoice> known;
  for (const auto& facts : m_models.catalog().all())
    if (!facts.id.ends_with('*')) known.push_back({format::text(facts.id), noteOf(facts.id)});
  change([&](ModelListState& state) { state = {.models = std::move(known)}; });
}

void ModelListVm::load() {
  if (m_asked) return;
  m_asked = true;
  const int generation = ++m_generation;
  change([](ModelListState& state) { state.loading = true; });
  const auto give = [this, generation](base::Result<std::vector<wire::ModelInfo>> offered) {
    if (generation != m_generation) return;
    if (!offered) {
      m_asked = false;  // the next opening of the list tries again
      return change([&](ModelListState& state) {
        state.loading = false;
        state.error = offered.error();
      });
    }
    std::vector<ModelChoice> models;
    for (const auto& model : *offered) models.push_back({format::text(model.id), noteOf(model.id)});
    change([&](ModelListState& state) { state = {.models = std::move(models), .fromProvider = true}; });
  };
  m_providers.current(whileAlive(this, [this, generation, give](base::Result<domain::Provider> provider) {
    if (!provider) return give(provider.error());
    if (generation == m_generation) m_query = m_providers.models(*provider, whileAlive(this, give));
  }));
}

QString ModelListVm::noteOf(const std::string& model) const {
  const auto* facts = m_models.catalog().find(model);
  if (!facts) return {};
  QStringList parts;
  if (facts->contextTokens > 0) parts << tr("%1 of context").arg(format::tokens(facts->contextTokens));
  if (!facts->prices.empty()) {
    const auto dollars = [](double price) { return QLocale().toString(price, 'g', 4); };
    const auto& price = facts->prices.back();
    parts << tr("$%1 in, $%2 out per million tokens").arg(dollars(price.input), dollars(price.output));
  }
  return parts.join(QStringLiteral(" · "));
}

}  // namespace aiagent::ui
