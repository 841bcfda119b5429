#include "core/services/cluster/kube_credentials.h"

#include <QPointer>
#include <utility>

#include "core/base/utf8.h"
#include "core/cluster/kube_http.h"

namespace aiagent::services {
namespace {

// A minute, less ten seconds of leeway.
constexpr base::Milliseconds kTokenHolds{50'000};

enum FileIndex { Authority, Certificate, Key, kFiles };

bool isSame(const ports::HttpTls& a, const ports::HttpTls& b) {
  return a.caPem == b.caPem && a.certificatePem == b.certificatePem && a.keyPem.reveal() == b.keyPem.reveal();
}

}  // namespace

KubeCredentials::KubeCredentials(cluster::ClusterAccess access, const base::Clock& clock, ReadFile read,
                                 ExecPlugins* plugins, QObject* parent)
    : QObject(parent),
      m_access(std::move(access)),
      m_clock(clock),
      m_read(std::move(read)),
      m_plugins(plugins) {
  m_files.resize(kFiles);
  if (m_access.caData.empty()) m_files[Authority].path = m_access.caFile;
  if (m_access.certificateData.empty()) m_files[Certificate].path = m_access.certificateFile;
  if (m_access.keyData.empty()) m_files[Key].path = m_access.keyFile;
}

void KubeCredentials::get(Told told) {
  m_waiting.push_back(std::move(told));
  if (m_waiting.size() > 1) return;
  if (!m_access.isEncrypted()) return settle(KubeCredential());
  m_filesLoaded ? loadToken() : loadFiles();
}

bool KubeCredentials::reject(const KubeCredential& used) {
  m_filesLoaded = false;
  m_tokenKnown = false;
  if (used.fromPlugin && m_plugins) m_plugins->reject(m_access, *used.fromPlugin);
  return used.fromPlugin.has_value() || !m_access.tokenFile.empty() || !m_files[Certificate].path.empty();
}

void KubeCredentials::loadFiles() {
  loadFile(0);
}

void KubeCredentials::loadFile(std::size_t index) {
  while (index < m_files.size() && m_files[index].path.empty()) ++index;
  if (index == m_files.size()) {
    m_filesLoaded = true;
    return loadToken();
  }
  m_read(m_files[index].path,
         [guard = QPointer<KubeCredentials>(this), index](base::Result<std::string> text) {
           if (!guard) return;
           if (!text && guard->m_files[index].text.empty()) return guard->settle(text.error());
           if (text) guard->m_files[index].text = std::move(*text);
           guard->loadFile(index + 1);
         });
}

void KubeCredentials::loadToken() {
  if (m_access.tokenFile.empty()) {
    m_token = m_access.token;
    return askPlugin();
  }
  if (m_tokenKnown && m_clock.now() - m_tokenRead < kTokenHolds) return askPlugin();
  m_read(m_access.tokenFile, [guard = QPointer<KubeCredentials>(this)](base::Result<std::string> text) {
    if (!guard) return;
    auto& self = *guard;
    const auto token = text ? base::trimmed(*text) : std::string_view();
    if (!token.empty())
      self.m_token = base::SecretString(std::string(token));
    else if (self.m_token.empty())
      self.m_token = self.m_access.token;
    if (self.m_token.empty())
      return self.settle(text ? base::Error{.code = base::ErrorCode::Credentials,
                                            .detail = "an empty token file",
                                            .subject = self.m_access.tokenFile}
                              : text.error());
    self.m_tokenKnown = !token.empty();
    self.m_tokenRead = self.m_clock.now();
    self.askPlugin();
  });
}

void KubeCredentials::askPlugin() {
  KubeCredential credential;
  credential.bearer = m_token;
  if (!m_access.username.empty() || !m_access.password.empty())
    credential.authorization = cluster::basicAuthorization(m_access.username, m_access.password);
  // A token goes before a plugin, as in client-go.
  if (!m_access.exec || !credential.bearer.empty() || !credential.authorization.empty())
    return settle(std::move(credential));
  if (!m_plugins)
    return settle(base::Error{.code = base::ErrorCode::Forbidden,
                              .detail = "no plugins here",
                              .subject = m_access.exec->command,
                              .providerCode = "exec_denied"});
  const auto& caPem = m_access.caData.empty() ? m_files[Authority].text : m_access.caData;
  m_plugins->credential(
      m_access, caPem,
      [guard = QPointer<KubeCredentials>(this)](base::Result<cluster::ExecCredential> outcome) {
        if (!guard) return;
        if (!outcome) return guard->settle(outcome.error());
        KubeCredential own;
        own.bearer = outcome->token;
        own.fromPlugin = std::move(*outcome);
        guard->settle(std::move(own));
      });
}

void KubeCredentials::settle(base::Result<KubeCredential> outcome) {
  if (outcome && m_access.isEncrypted()) {
    ports::HttpTls tls{.caPem = m_access.caData.empty() ? m_files[Authority].text : m_access.caData,
                       .certificatePem = m_access.certificateData,
                       .keyPem = m_access.keyData,
                       .serverName = m_access.tlsServerName,
                       .insecure = m_access.insecure};
    if (tls.certificatePem.empty()) tls.certificatePem = m_files[Certificate].text;
    if (tls.keyPem.empty()) tls.keyPem = base::SecretString(m_files[Key].text);
    if (outcome->fromPlugin && !outcome->fromPlugin->certificatePem.empty()) {
      tls.certificatePem = outcome->fromPlugin->certificatePem;
      tls.keyPem = outcome->fromPlugin->keyPem;
    }
    if (!m_tls || !isSame(*m_tls, tls)) m_tls = std::make_shared<const ports::HttpTls>(std::move(tls));
    outcome->tls = m_tls;
  }
  const auto waiting = std::exchange(m_waiting, {});
  const QPointer<KubeCredentials> guard(this);
  for (const auto& told : waiting) {
    if (!guard) return;
    told(outcome);
  }
}

}  // namespace aiagent::services
