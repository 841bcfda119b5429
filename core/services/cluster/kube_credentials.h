// KubeCredentials: what one access shows to its server: certificate, token, password or what a plugin gives.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/cluster/cluster_access.h"
#include "core/ports/http_client.h"
#include "core/services/cluster/exec_plugins.h"
#include "core/services/cluster/read_file.h"

namespace aiagent::services {

struct KubeCredential {
  std::shared_ptr<const ports::HttpTls> tls;  // null: clear text, to which no credential goes
  base::SecretString bearer;
  base::SecretString authorization;  // "Basic …"
  std::optional<cluster::ExecCredential> fromPlugin;
};

// Files are read when they are first needed and after a 401; a token's file again after 50 s, as client-go
// does (transport/token_source.go), and the last good token is kept while it cannot be read. Call from one
// thread; completions come there, not after it is gone, and may come at once.
class KubeCredentials : public QObject {
  Q_OBJECT

 public:
  using Told = std::function<void(base::Result<KubeCredential>)>;

  // `clock` and `plugins` (null: plugins are refused) must outlive this.
  KubeCredentials(cluster::ClusterAccess access, const base::Clock& clock, ReadFile read,
                  ExecPlugins* plugins, QObject* parent = nullptr);

  // NotFound, StorageFailed: subject is a file that the kubeconfig names. Others: as ExecPlugins.
  void get(Told told);
  // The server answered 401 to it. True: another may be had, so that trying once more makes sense.
  bool reject(const KubeCredential& used);

 private:
  void loadFiles();
  void loadFile(std::size_t index);
  void loadToken();
  void askPlugin();
  void settle(base::Result<KubeCredential> outcome);

  struct File {
    std::string path;
    std::string text;
  };

  const cluster::ClusterAccess m_access;
  const base::Clock& m_clock;
  const ReadFile m_read;
  ExecPlugins* const m_plugins;
  std::vector<Told> m_waiting;
  std::vector<File> m_files;  // authority, certificate, key: those that are files
  bool m_filesLoaded = false;
  base::SecretString m_token;
  base::Instant m_tokenRead{};
  bool m_tokenKnown = false;
  std::shared_ptr<const ports::HttpTls> m_tls;
};

}  // namespace aiagent::services
