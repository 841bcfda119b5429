#include "ui/viewmodels/network_vm.h"

#include <algorithm>

#include "core/services/guarded.h"
#include "core/services/proxy_password.h"
#include "ui/format/text.h"
#include "ui/viewmodels/settings_forms.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

using format::text;
using format::utf8;
using services::guarded;

constexpr int kMostPort = 65535;

}  // namespace

NetworkVm::NetworkVm(services::SettingsService& settings, services::ProviderService& providers,
                     const SettingsActions& actions, QObject* parent)
    : QObject(parent), m_settings(settings), m_providers(providers), m_actions(actions) {}

NetworkVm::~NetworkVm() {
  dropTest();
}

void NetworkVm::change(const std::function<void(NetworkState&)>& edit) {
  auto next = m_state;
  edit(next);
  derive(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void NetworkVm::derive(NetworkState& state) const {
  const auto& form = state.form;
  const bool manual = form.mode == ProxyMode::Manual;
  const bool address =
      text(form.host).contains(QLatin1Char('/')) || text(form.host).contains(QLatin1Char(' '));
  state.hostProblem = !manual             ? QString()
                      : form.host.empty() ? tr("Give the name or address of the proxy.")
                      : address ? tr("Give only the name or address, without “http://” and path.")
                                : QString();
  state.portProblem = manual && (form.port < 1 || form.port > kMostPort)
                          ? tr("A port is a number from 1 to 65535.")
                          : QString();
  state.dirty = !(form == m_kept);
  state.passwordTyped = !m_password.empty();
  if (state.dirty || state.passwordTyped) state.applied = false;
  const auto origin = services::proxyOrigin(formToApply(form));
  state.hasPassword = !origin.empty() && origin == m_passwordOrigin;
  state.passwordAskedAgain = !origin.empty() && !m_passwordOrigin.empty() && !state.hasPassword &&
                             !form.user.empty() && !state.passwordTyped;
  std::vector<CertificateRow> rows;
  for (const auto& path : form.certificates) {
    const auto known = std::ranges::find(state.certificates, text(path), &CertificateRow::path);
    rows.push_back(known != state.certificates.end() ? *known : certificateRow(path));
  }
  state.certificates = std::move(rows);
}

CertificateRow NetworkVm::certificateRow(const std::string& path) const {
  CertificateRow row{.path = text(path)};
  if (!m_actions.readCertificates) return row;
  const auto owners = m_actions.readCertificates(path);
  if (!owners) {
    row.problem = tr("This file cannot be used: it is missing, unreadable, or holds no certificate (PEM).");
    return row;
  }
  QStringList names;
  for (const auto& owner : *owners) names << text(owner);
  row.owners = names.join(QStringLiteral(", "));
  return row;
}

void NetworkVm::start() {
  m_kept = readNetworkForm(m_settings);
  change([this](NetworkState& state) { state.form = m_kept; });
  findPassword(m_kept, [] {});
}

void NetworkVm::edit(const std::function<void(NetworkForm&)>& edit) {
  change([&](NetworkState& state) {
    state.bypassProblem.clear();
    edit(state.form);
  });
}

void NetworkVm::typePassword(const QString& password) {
  m_password = base::SecretString(utf8(password));
  change([](NetworkState&) {});
}

void NetworkVm::forgetPassword() {
  if (!m_actions.keepProxyPassword) return;
  m_actions.keepProxyPassword(formToApply(m_state.form), {},
                              whileAlive(this, [this](base::Result<bool> kept) {
                                if (!kept && kept.error().code != base::ErrorCode::NotFound)
                                  return fail(kept.error());
                                m_passwordOrigin.clear();
                                change([](NetworkState& state) { state.passwordSurvives.reset(); });
                                if (m_actions.applyNetwork)
                                  if (auto applied = m_actions.applyNetwork(m_kept); !applied)
                                    fail(applied.error());
                              }));
}

// A file that cannot be used is listed with the reason, and is not applied until it is taken out again.
void NetworkVm::addCertificate(const QString& path) {
  edit([&](NetworkForm& form) {
    if (std::ranges::find(form.certificates, utf8(path)) == form.certificates.end())
      form.certificates.push_back(utf8(path));
  });
}

void NetworkVm::removeCertificate(int row) {
  edit([&](NetworkForm& form) {
    if (row >= 0 && row < int(form.certificates.size()))
      form.certificates.erase(form.certificates.begin() + row);
  });
}

// ---------------------------------------------------------------- applying

void NetworkVm::apply() {
  if (m_state.canApply()) applyThen(nullptr);
}

// As it is kept: without the blanks that came along with a pasted name.
NetworkForm NetworkVm::formToApply(NetworkForm form) {
  form.host = utf8(text(form.host).trimmed());
  form.user = utf8(text(form.user).trimmed());
  return form;
}

void NetworkVm::applyThen(std::function<void()> then) {
  change([](NetworkState& state) {
    state.applying = true;
    state.error.reset();
  });
  const auto form = formToApply(m_state.form);
  // The password first: applying takes the one that is at hand.
  keepPassword(form,
               [this, form, then] { findPassword(form, [this, form, then] { applyForm(form, then); }); });
}

void NetworkVm::applyForm(const NetworkForm& form, const std::function<void()>& then) {
  if (m_actions.applyNetwork)
    if (auto applied = m_actions.applyNetwork(form); !applied) return fail(applied.error());
  keepNetworkForm(m_settings, form);
  m_kept = form;
  change([&](NetworkState& state) {
    state.form = form;
    state.applying = false;
    state.applied = true;
  });
  if (then) then();
}

void NetworkVm::keepPassword(const NetworkForm& form, std::function<void()> then) {
  if (m_password.empty() || !m_actions.keepProxyPassword) return then();
  if (services::proxyOrigin(form).empty()) {  // typed, and then no proxy was wanted after all
    m_password = {};
    Q_EMIT passwordTaken();
    return then();
  }
  m_actions.keepProxyPassword(form, m_password, whileAlive(this, [this, then](base::Result<bool> kept) {
                                if (!kept) return fail(kept.error());
                                m_password = {};
                                change([&](NetworkState& state) { state.passwordSurvives = *kept; });
                                Q_EMIT passwordTaken();
                                then();
                              }));
}

// What is known of another proxy's password stays known, so that the person can be told of the difference.
void NetworkVm::findPassword(const NetworkForm& form, std::function<void()> then) {
  if (!m_actions.findProxyPassword) return then();
  m_actions.findProxyPassword(form, whileAlive(this, [this, form, then](bool found) {
                                if (found) m_passwordOrigin = services::proxyOrigin(form);
                                change([](NetworkState&) {});
                                then();
                              }));
}

void NetworkVm::discard() {
  m_password = {};
  Q_EMIT passwordTaken();
  change([this](NetworkState& state) {
    state.form = m_kept;
    state.bypassProblem.clear();
    state.error.reset();
  });
}

// ---------------------------------------------------------------- testing

void NetworkVm::test() {
  if (m_state.test == NetworkState::Test::Running || m_state.applying) return;
  if (m_state.dirty || m_state.passwordTyped) {
    if (m_state.canApply()) applyThen([this] { runTest(); });
    return;
  }
  runTest();
}

void NetworkVm::runTest() {
  const int generation = ++m_testGeneration;
  change([](NetworkState& state) {
    state.test = NetworkState::Test::Running;
    state.tested.clear();
    state.error.reset();
  });
  const auto end = [this, generation](const std::optional<base::Error>& error) {
    if (generation != m_testGeneration) return;
    change([&](NetworkState& state) {
      state.test = error ? NetworkState::Test::Failed : NetworkState::Test::Passed;
      state.error = error;
    });
  };
  m_providers.current(
      guarded<domain::Provider>(this, [this, generation, end](base::Result<domain::Provider> provider) {
        if (generation != m_testGeneration) return;
        if (!provider) return end(provider.error());
        change([&](NetworkState& state) { state.tested = text(provider->name); });
        using Models = std::vector<wire::ModelInfo>;
        m_testQuery = m_providers.models(*provider, guarded<Models>(this, [end](base::Result<Models> models) {
          end(models ? std::nullopt : std::optional(models.error()));
        }));
      }));
}

// Whatever it still tells is not listened to.
void NetworkVm::dropTest() {
  ++m_testGeneration;
  m_testQuery.reset();
}

void NetworkVm::cancelTest() {
  if (m_state.test != NetworkState::Test::Running) return;
  dropTest();
  change([](NetworkState& state) { state.test = NetworkState::Test::Idle; });
}

void NetworkVm::clearMessages() {
  change([](NetworkState& state) {
    state.error.reset();
    state.applied = false;
    if (state.test != NetworkState::Test::Running) state.test = NetworkState::Test::Idle;
  });
}

void NetworkVm::fail(const base::Error& error) {
  change([&](NetworkState& state) {
    state.applying = false;
    state.error = error;
    if (error.subject == "bypass")
      state.bypassProblem = tr("This list cannot be read: separate host names by commas.");
  });
}

}  // namespace aiagent::ui
