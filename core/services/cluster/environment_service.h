// EnvironmentService: the environments of this computer, and which programs their kubeconfigs may run.
#pragma once

#include <map>
#include <QObject>
#include <string>
#include <vector>

#include "core/domain/environment.h"
#include "core/services/cluster/exec_plugins.h"
#include "core/services/profile.h"
#include "core/store/environment_repository.h"

namespace aiagent::services {

// Call from the profile's thread; completions come there, and not after the service is gone.
class EnvironmentService : public QObject {
  Q_OBJECT

 public:
  // The profile must outlive it. Nothing is read before load().
  explicit EnvironmentService(Profile& profile, QObject* parent = nullptr);

  // Reads what there is; changed() follows. From then on what other programs change is read too.
  void load();
  bool loaded() const { return m_loaded; }
  const std::vector<domain::Environment>& environments() const { return m_environments; }
  const domain::Environment* find(const domain::EnvironmentId& id) const;  // null: there is none

  // A null id makes a new one. Gives it as it was kept. InvalidInput: domain::normalised(); Conflict, "name".
  void save(domain::Environment environment, Done<domain::Environment> done);
  void remove(const domain::EnvironmentId& id, Done<void> done);

  // What the person allowed always: exactly this program, arguments, variables and server.
  bool isAllowed(const ExecWish& wish) const;
  void allow(const ExecWish& wish, Done<void> done);
  void forget(const std::string& wish, Done<void> done);
  const std::vector<store::AllowedPlugin>& allowedPlugins() const { return m_allowed; }

 Q_SIGNALS:
  void changed();
  void failed(const aiagent::base::Error& error);  // they could not be read

 private:
  struct All {
    std::vector<domain::Environment> environments;
    std::vector<store::AllowedPlugin> allowed;
  };
  void take(base::Result<All> all);

  Profile& m_profile;
  std::vector<domain::Environment> m_environments;
  std::vector<store::AllowedPlugin> m_allowed;
  bool m_loaded = false;
};

// The hash of everything that decides what runs and for whom.
std::string wishHash(const ExecWish& wish);

}  // namespace aiagent::services
