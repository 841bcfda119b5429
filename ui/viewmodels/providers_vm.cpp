#include "ui/viewmodels/providers_vm.h"

#include <algorithm>

#include "core/services/guarded.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using domain::KeySource;
using domain::Provider;
using format::text;
using format::utf8;
using services::guarded;
using Phase = ProvidersState::Test::Phase;

constexpr base::Milliseconds kRefreshDelay{50};

}  // namespace

ProvidersVm::ProvidersVm(services::ProviderService& providers, bool hasKeyStore, QObject* parent)
    : QObject(parent), m_providers(providers), m_hasKeyStore(hasKeyStore) {
  for (auto* timer : {&m_refresh, &m_undoEnd}) timer->setSingleShot(true);
  m_refresh.setInterval(kRefreshDelay);
  m_undoEnd.setInterval(kUndoTime);
  connect(&m_refresh, &QTimer::timeout, this, &ProvidersVm::reload);
  connect(&m_undoEnd, &QTimer::timeout, this, &ProvidersVm::endUndo);
  connect(&providers, &services::ProviderService::changed, this, [this] {
    if (m_started && !m_refresh.isActive()) m_refresh.start();
  });
}

ProvidersVm::~ProvidersVm() {
  dropTest();
  if (!m_state.removed.isEmpty()) m_providers.remove(utf8(m_state.removed), [](base::Result<void>) {});
}

void ProvidersVm::change(const std::function<void(ProvidersState&)>& edit) {
  auto next = m_state;
  edit(next);
  derive(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

// What follows from the form, the list and what was typed.
void ProvidersVm::derive(ProvidersState& state) const {
  const auto* provider = state.adding ? nullptr : kept(state.selected);
  const auto unsaved = m_unsaved.find(state.adding ? QString() : state.selected);
  state.readOnly = !state.adding && utf8(state.selected) == domain::kRehearsalProvider;
  state.removable = provider && !state.readOnly && provider->name != domain::kOpenAiProvider;
  state.fromEnvironment =
      provider && provider->name == domain::kOpenAiProvider && provider->keySource == KeySource::Environment;
  state.keyTyped = unsaved != m_unsaved.end() && !unsaved->second.key.empty();
  state.dirty =
      state.adding ? !(state.form == ProviderForm{}) : provider && !(state.form == toForm(*provider));
  const auto name = state.form.name.trimmed();
  // Only what the person can mend is a problem: nothing of the rehearsal model can be edited.
  state.problems = state.readOnly ? ProviderProblems()
                                  : problemsOf(state.form, name != state.selected && kept(name) != nullptr);
  for (auto& row : state.rows) row.edited = m_unsaved.contains(row.name);
}

const Provider* ProvidersVm::kept(const QString& name) const {
  const auto at = std::ranges::find(m_kept, utf8(name), &Provider::name);
  return at == m_kept.end() ? nullptr : &*at;
}

// ---------------------------------------------------------------- the list

void ProvidersVm::start() {
  if (m_started && !m_state.listError) return;
  m_started = true;
  reload();
}

void ProvidersVm::reload() {
  m_refresh.stop();
  const int generation = ++m_listGeneration;
  m_providers.list(
      [this, generation, alive = QPointer<QObject>(this)](base::Result<std::vector<Provider>> all) {
        if (!alive || generation != m_listGeneration) return;
        if (!all) return change([&](ProvidersState& state) { state.listError = all.error(); });
        m_providers.current(guarded<Provider>(
            this, [this, generation, all = std::move(*all)](base::Result<Provider> current) {
              if (generation == m_listGeneration) takeList(all, current ? text(current->name) : QString());
            }));
      });
}

void ProvidersVm::takeList(std::vector<Provider> all, const QString& current) {
  // Any setting that changes brings us here; the key store is asked only where it may say something new.
  const bool same = m_state.loaded && m_kept == all;
  m_kept = std::move(all);
  const bool lost = !m_state.adding && !kept(m_state.selected);
  change([&](ProvidersState& state) {
    state.loaded = true;
    state.listError.reset();
    state.rows.clear();
    for (const auto& provider : m_kept)
      if (!m_hidden.contains(text(provider.name)))
        state.rows.push_back(
            {text(provider.name), text(provider.baseUrl), text(provider.name) == current, false});
    if (lost)
      state.selected = !current.isEmpty()   ? current
                       : state.rows.empty() ? QString()
                                            : state.rows.front().name;
  });
  if (!same || lost) showForm();
}

void ProvidersVm::select(const QString& name) {
  if (name == m_state.selected && !m_state.adding) return;
  cancelTest();
  ++m_keyGeneration;
  change([&](ProvidersState& state) {
    state.adding = false;
    state.selected = name;
    state.models.clear();
    state.keySurvives.reset();
    state.error.reset();
  });
  showForm();
}

void ProvidersVm::add() {
  cancelTest();
  ++m_keyGeneration;
  change([](ProvidersState& state) {
    state.adding = true;
    state.selected.clear();
    state.models.clear();
    state.keySurvives.reset();
    state.error.reset();
  });
  showForm();
}

// The form of what is selected: as typed before, else as kept.
void ProvidersVm::showForm() {
  const auto slot = m_state.adding ? QString() : m_state.selected;
  const auto unsaved = m_unsaved.find(slot);
  const auto* provider = kept(slot);
  change([&](ProvidersState& state) {
    state.form = unsaved != m_unsaved.end() ? unsaved->second.form
                 : provider                 ? toForm(*provider)
                                            : ProviderForm{};
  });
  lookForKey();
}

// ---------------------------------------------------------------- editing

void ProvidersVm::edit(const std::function<void(ProviderForm&)>& edit) {
  if (m_state.readOnly) return;
  auto form = m_state.form;
  edit(form);
  if (form == m_state.form) return;
  const bool keyConcerned = form.baseUrl != m_state.form.baseUrl ||
                            form.keySource != m_state.form.keySource ||
                            form.keyVariable != m_state.form.keyVariable || form.name != m_state.form.name;
  const auto slot = m_state.adding ? QString() : m_state.selected;
  const auto* provider = kept(slot);
  const bool asKept = provider ? form == toForm(*provider) : form == ProviderForm{};
  auto& unsaved = m_unsaved[slot];
  unsaved.form = form;
  if (asKept && unsaved.key.empty()) m_unsaved.erase(slot);
  change([&](ProvidersState& state) { state.form = form; });
  if (keyConcerned) lookForKey();
}

void ProvidersVm::typeKey(const QString& key) {
  if (m_state.readOnly) return;
  const auto slot = m_state.adding ? QString() : m_state.selected;
  auto& unsaved = m_unsaved[slot];
  unsaved.form = m_state.form;
  unsaved.key = base::SecretString(utf8(key.trimmed()));
  if (unsaved.key.empty() && !m_state.dirty) m_unsaved.erase(slot);
  change([](ProvidersState&) {});
}

void ProvidersVm::lookForKey() {
  const int generation = ++m_keyGeneration;
  const auto provider = domain::normalised(toProvider(m_state.form));
  if (m_state.form.keySource == KeySource::None || m_state.form.keySource == KeySource::Environment ||
      !provider) {
    const bool wanted = m_state.form.keySource == KeySource::KeyStore;
    return change([&](ProvidersState& state) {
      state.key = wanted ? ProvidersState::Key::Missing : ProvidersState::Key::NotWanted;
    });
  }
  m_providers.hasKey(*provider, guarded<bool>(this, [this, generation](base::Result<bool> has) {
    if (generation == m_keyGeneration) takeKey(has);
  }));
}

void ProvidersVm::takeKey(const base::Result<bool>& has) {
  const auto* provider = kept(m_state.selected);
  const auto typed = utf8(m_state.form.baseUrl.trimmed());
  const bool moved = provider && domain::originOf(provider->baseUrl) != domain::originOf(typed);
  change([&](ProvidersState& state) {
    using Key = ProvidersState::Key;
    state.key = !has ? Key::Unreadable : *has ? Key::Kept : moved ? Key::AskedAgain : Key::Missing;
  });
}

void ProvidersVm::save() {
  if (m_state.canSave()) saveThen(nullptr);
}

// Provider first, then its key: a key is filed under the origin of the address as it was saved.
void ProvidersVm::saveThen(std::function<void()> then) {
  const auto slot = m_state.adding ? QString() : m_state.selected;
  change([](ProvidersState& state) {
    state.saving = true;
    state.error.reset();
  });
  m_providers.save(toProvider(m_state.form),
                   guarded<Provider>(this, [this, slot, then](base::Result<Provider> provider) {
                     if (!provider) return fail(provider.error());
                     keepKey(*provider, slot, [this, provider = *provider, slot, then] {
                       saved(provider, slot);
                       if (then) then();
                     });
                   }));
}

void ProvidersVm::keepKey(const Provider& provider, const QString& slot, std::function<void()> then) {
  const auto unsaved = m_unsaved.find(slot);
  if (unsaved == m_unsaved.end() || unsaved->second.key.empty() || provider.keySource != KeySource::KeyStore)
    return then();
  m_providers.setKey(
      provider, unsaved->second.key,
      guarded<ports::SecretPersistence>(this, [this, slot, then](base::Result<ports::SecretPersistence> how) {
        if (!how) return fail(how.error());
        if (const auto at = m_unsaved.find(slot); at != m_unsaved.end()) at->second.key = {};
        change(
            [&](ProvidersState& state) { state.keySurvives = *how == ports::SecretPersistence::KeyStore; });
        Q_EMIT keyTaken();
        then();
      }));
}

void ProvidersVm::saved(const Provider& provider, const QString& slot) {
  m_unsaved.erase(slot);
  const auto name = text(provider.name);
  if (const auto at = std::ranges::find(m_kept, provider.name, &Provider::name); at != m_kept.end())
    *at = provider;
  else
    m_kept.push_back(provider);
  const bool shown = slot == (m_state.adding ? QString() : m_state.selected);
  change([&](ProvidersState& state) {
    state.saving = false;
    if (!shown) return;
    state.adding = false;
    state.selected = name;
    state.form = toForm(provider);
  });
  if (shown) lookForKey();
  reload();
}

void ProvidersVm::discard() {
  m_unsaved.erase(m_state.adding ? QString() : m_state.selected);
  if (m_state.adding) {
    change([](ProvidersState& state) {
      state.adding = false;
      state.selected = state.rows.empty() ? QString() : state.rows.front().name;
      for (const auto& row : state.rows)
        if (row.current) state.selected = row.name;
    });
  }
  Q_EMIT keyTaken();
  showForm();
}

void ProvidersVm::forgetKey() {
  const auto* provider = kept(m_state.selected);
  if (!provider) return;
  m_providers.removeKey(*provider, guarded<void>(this, [this](base::Result<void> removed) {
    if (!removed && removed.error().code != base::ErrorCode::NotFound) return fail(removed.error());
    change([](ProvidersState& state) { state.keySurvives.reset(); });
    lookForKey();
  }));
}

void ProvidersVm::useSelected() {
  if (m_state.selected.isEmpty()) return;
  m_providers.use(utf8(m_state.selected), guarded<void>(this, [this](base::Result<void> used) {
                    if (!used) return fail(used.error());
                    reload();
                  }));
}

// ---------------------------------------------------------------- testing

void ProvidersVm::test() {
  if (m_state.test.phase == Phase::Running || m_state.saving) return;
  if (m_state.canSave()) return saveThen([this] { runTest(); });
  if (!m_state.selected.isEmpty()) runTest();
}

void ProvidersVm::runTest() {
  const auto* provider = kept(m_state.selected);
  if (!provider) return;
  const int generation = ++m_testGeneration;
  change([&](ProvidersState& state) { state.test = {Phase::Running, state.selected, 0, std::nullopt}; });
  using Models = std::vector<wire::ModelInfo>;
  m_testQuery =
      m_providers.models(*provider, guarded<Models>(this, [this, generation](base::Result<Models> models) {
        if (generation == m_testGeneration) endTest(models);
      }));
}

// Whatever it still tells is not listened to.
void ProvidersVm::dropTest() {
  ++m_testGeneration;
  m_testQuery.reset();
}

void ProvidersVm::cancelTest() {
  if (m_state.test.phase != Phase::Running) return;
  dropTest();
  change([](ProvidersState& state) { state.test = {}; });
}

void ProvidersVm::endTest(const base::Result<std::vector<wire::ModelInfo>>& models) {
  change([&](ProvidersState& state) {
    state.test.phase = models ? Phase::Passed : Phase::Failed;
    if (!models) {
      state.test.error = models.error();
      return;
    }
    state.test.models = int(models->size());
    if (state.test.provider != state.selected) return;
    state.models.clear();
    for (const auto& model : *models) state.models << text(model.id);
  });
}

// ---------------------------------------------------------------- removing

void ProvidersVm::remove() {
  if (!m_state.removable) return;
  cancelTest();
  endUndo();
  const auto name = m_state.selected;
  m_unsaved.erase(name);
  m_hidden.insert(name);
  change([&](ProvidersState& state) {
    state.removed = name;
    std::erase_if(state.rows, [&](const ProviderRow& row) { return row.name == name; });
    state.selected = state.rows.empty() ? QString() : state.rows.front().name;
    state.models.clear();
  });
  m_undoEnd.start();
  showForm();
}

void ProvidersVm::undo() {
  const auto name = m_state.removed;
  if (name.isEmpty()) return;
  m_undoEnd.stop();
  m_hidden.erase(name);
  change([](ProvidersState& state) { state.removed.clear(); });
  select(name);
  reload();
}

void ProvidersVm::endUndo() {
  flush(nullptr);
}

void ProvidersVm::flush(std::function<void()> done) {
  const auto name = m_state.removed;
  m_undoEnd.stop();
  if (name.isEmpty()) {
    if (done) done();
    return;
  }
  change([](ProvidersState& state) { state.removed.clear(); });
  m_providers.remove(utf8(name),
                     guarded<void>(this, [this, name, done = std::move(done)](base::Result<void> removed) {
                       m_hidden.erase(name);
                       if (!removed && removed.error().code != base::ErrorCode::NotFound)
                         fail(removed.error());
                       reload();
                       if (done) done();
                     }));
}

void ProvidersVm::clearError() {
  change([](ProvidersState& state) {
    state.error.reset();
    if (state.test.phase != Phase::Running) state.test = {};
  });
}

void ProvidersVm::fail(const base::Error& error) {
  change([&](ProvidersState& state) {
    state.saving = false;
    if (error.code != base::ErrorCode::Cancelled) state.error = error;
  });
}

}  // namespace aiagent::ui
