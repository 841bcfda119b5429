// ExecPlugins: runs the programs that a kubeconfig names for credentials, and keeps what they answered. An
// untrusted kubeconfig runs nothing: each program is on the person's list, or the person is asked.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/cluster/exec_credential.h"
#include "core/ports/command_runner.h"

namespace aiagent::services {

// What would run, exactly.
struct ExecWish {
  std::vector<std::string> program;  // argv, resolved: an absolute path comes first
  cluster::Environment variables;    // those that the kubeconfig sets
  std::string context, server;       // for whom
};
// Asked once for each program, arguments and cluster; the answer holds as long as the ExecPlugins.
using AskConsent = std::function<void(const ExecWish&, std::function<void(bool)>)>;

struct ExecPluginOptions {
  cluster::ExecRules rules;
  std::string path;           // where to find programs: PATH of the login shell, or of this program
  std::string privateFolder;  // for the kubeconfig that a plugin is given; empty: it is given none
  base::Milliseconds timeout{60'000};
};

// One run at a time for each (plugin, cluster), whose result all share. Call from one thread with an event
// loop; completions come there, and not after it is gone.
//
// Errors have a word in `providerCode` and the program in `subject`; `said` is what it wrote to standard
// error or the kubeconfig's hint. Code Forbidden: "exec_denied" (not on the list, and refused or nobody to
// ask). Code Credentials: "exec_not_found", "exec_interactive", "exec_failed", "exec_crashed",
// "exec_too_much". Code Timeout: "exec_timeout". BadResponse: as cluster::execCredentialFrom().
class ExecPlugins : public QObject {
  Q_OBJECT

 public:
  using Told = std::function<void(base::Result<cluster::ExecCredential>)>;

  // `runner` and `clock` must outlive this. `ask` may be empty: then the list alone decides.
  ExecPlugins(ports::CommandRunner& runner, const base::Clock& clock, AskConsent ask,
              ExecPluginOptions options, QObject* parent = nullptr);
  ~ExecPlugins() override;

  // From what is kept, or by a run. `access.exec` must be set. May tell at once.
  void credential(const cluster::ClusterAccess& access, const std::string& caPem, Told told);
  // A server did not take `used`: it is forgotten, unless a newer one is there already.
  void reject(const cluster::ClusterAccess& access, const cluster::ExecCredential& used);
  // What was refused is asked for again the next time.
  void forgetRefusals();

 private:
  struct Plugin {
    cluster::ClusterAccess access;
    std::string caPem;
    std::unique_ptr<cluster::ExecCredential> kept;
    std::vector<Told> waiting;
    std::unique_ptr<ports::RunningCommand> running;
    std::string program;          // resolved
    std::optional<bool> consent;  // the person's, for just that program
  };
  void begin(const std::string& identity);
  void start(const std::string& identity);
  void ended(const std::string& identity, ports::CommandEnd end);
  void settle(const std::string& identity, base::Result<cluster::ExecCredential> outcome);
  ExecWish wishOf(const Plugin& plugin) const;

  ports::CommandRunner& m_runner;
  const base::Clock& m_clock;
  AskConsent m_ask;
  ExecPluginOptions m_options;
  std::map<std::string, Plugin> m_plugins;  // by cluster::execIdentity()
  bool m_ending = false;
};

}  // namespace aiagent::services
