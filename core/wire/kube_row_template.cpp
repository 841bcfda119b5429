#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "core/wire/kube_row_reader.h"

namespace aiagent::wire::kube {
namespace {

// The lists are those of the pod security standards (contract D19).
constexpr std::array<std::string_view, 13> kBaselineCapabilities = {
    "AUDIT_WRITE", "CHOWN",   "DAC_OVERRIDE", "FOWNER",     "FSETID",          "KILL", "MKNOD", "SETFCAP",
    "SETGID",      "SETPCAP", "SETUID",       "SYS_CHROOT", "NET_BIND_SERVICE"};
constexpr std::array<std::string_view, 12> kSafeSysctls = {"kernel.shm_rmid_forced",
                                                           "net.ipv4.ip_local_port_range",
                                                           "net.ipv4.ip_unprivileged_port_start",
                                                           "net.ipv4.tcp_syncookies",
                                                           "net.ipv4.ping_group_range",
                                                           "net.ipv4.ip_local_reserved_ports",
                                                           "net.ipv4.tcp_keepalive_time",
                                                           "net.ipv4.tcp_fin_timeout",
                                                           "net.ipv4.tcp_keepalive_intvl",
                                                           "net.ipv4.tcp_keepalive_probes",
                                                           "net.ipv4.tcp_rmem",
                                                           "net.ipv4.tcp_wmem"};
constexpr std::array<std::string_view, 8> kRestrictedVolumes = {
    "configMap", "csi",   "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim",
    "projected", "secret"};
constexpr std::array<std::string_view, 5> kSeLinuxTypes = {"", "container_t", "container_init_t",
                                                           "container_kvm_t", "container_engine_t"};

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

void setWhen(security::Facts& facts, bool set, security::Fact fact) {
  if (set) facts |= fact;
}

// The bit for `true` and that for `false` of a boolean that may be absent.
void setFlag(Value value, security::Facts& facts, security::Facts yes, security::Facts no) {
  bool set = false;
  if (value.get_bool().get(set) == simdjson::SUCCESS) facts |= set ? yes : no;
}

void readCapabilities(Reading& in, Value value, security::Facts& facts) {
  in.members(value, [&](std::string_view key, Value list) {
    if (key != "add" && key != "drop") return;
    in.elements(list, [&](Value element) {
      const auto word = in.text(element);
      if (key == "drop") return setWhen(facts, word == "ALL", security::DropsAll);
      if (word == "NET_BIND_SERVICE") return;
      facts |= contains(kBaselineCapabilities, word) ? security::AddsBaseline : security::AddsOther;
    });
  });
}

void readSeLinux(Reading& in, Value value, security::Facts& facts) {
  in.members(value, [&](std::string_view key, Value member) {
    const auto word = in.text(member);
    if (key == "type") setWhen(facts, !contains(kSeLinuxTypes, word), security::SeLinux);
    if (key == "user" || key == "role") setWhen(facts, !word.empty(), security::SeLinux);
  });
}

void readProfile(Reading& in, Value value, security::Facts& facts, bool seccomp) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key != "type") return;
    const auto word = in.text(member);
    if (!seccomp) return setWhen(facts, word == "Unconfined", security::AppArmor);
    setWhen(facts, word == "RuntimeDefault" || word == "Localhost", security::SeccompConfined);
    setWhen(facts, word == "Unconfined", security::SeccompUnconfined);
  });
}

// A probe or hook whose request goes to a host that the pod names.
void readHandler(Reading& in, Value value, security::Facts& facts) {
  in.members(value, [&](std::string_view key, Value action) {
    if (key != "httpGet" && key != "tcpSocket") return;
    in.members(action, [&](std::string_view name, Value member) {
      if (name == "host") setWhen(facts, !in.text(member).empty(), security::HostProbe);
    });
  });
}

void readSysctls(Reading& in, Value value, security::Facts& facts) {
  in.elements(value, [&](Value element) {
    in.members(element, [&](std::string_view key, Value member) {
      if (key == "name") setWhen(facts, !contains(kSafeSysctls, in.text(member)), security::UnsafeSysctl);
    });
  });
}

void readVolumes(Reading& in, Value value, security::Facts& facts) {
  in.elements(value, [&](Value element) {
    in.members(element, [&](std::string_view key, Value) {
      if (key == "name") return;
      if (key == "hostPath") facts |= security::HostPath;
      setWhen(facts, !contains(kRestrictedVolumes, key), security::OtherVolume);
    });
  });
}

// Names of secrets, each once; where a value comes from and never what it is.
class SecretNames {
 public:
  void readEnv(Reading& in, Value value) {
    in.elements(value, [&](Value element) {
      in.members(element, [&](std::string_view key, Value from) {
        if (key == "valueFrom") readRef(in, from, "secretKeyRef");
      });
    });
  }
  void readEnvFrom(Reading& in, Value value) {
    in.elements(value, [&](Value element) { readRef(in, element, "secretRef"); });
  }
  std::string joined() const {
    std::string text;
    for (const auto& name : m_names) text += (text.empty() ? "" : ", ") + name;
    return text;
  }

 private:
  void readRef(Reading& in, Value value, std::string_view wanted) {
    in.members(value, [&](std::string_view key, Value ref) {
      if (key != wanted) return;
      in.members(ref, [&](std::string_view name, Value member) {
        if (name == "name") m_names.emplace(in.text(member));
      });
    });
  }
  std::set<std::string> m_names;
};

void readContainer(Reading& in, Value value, bool isInit, TemplateRow& row) {
  TemplateContainer container;
  container.isInit = isInit;
  SecretNames secrets;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "name") return in.name(member, container.name);
    if (key == "image") return in.name(member, container.image);
    if (key == "resources")
      return readResources(
          in, member,
          {container.cpuRequest, container.memoryRequest, container.cpuLimit, container.memoryLimit});
    if (key == "env") return secrets.readEnv(in, member);
    if (key == "envFrom") return secrets.readEnvFrom(in, member);
    if (key == "readinessProbe") container.hasReadinessProbe = true;
    if (key == "livenessProbe") container.hasLivenessProbe = true;
    readContainerSecurity(in, key, member, container.security);
  });
  container.secrets = in.intern(secrets.joined());
  row.containers.push_back(std::move(container));
}

void readTemplateSpec(Reading& in, Value value, TemplateRow& row) {
  ondemand::object object;
  std::string_view raw;
  if (value.get_object().get(object) != simdjson::SUCCESS || object.raw_json().get(raw) != simdjson::SUCCESS)
    return;
  row.digest ^= std::hash<std::string_view>()(raw);
  if (object.reset().error() != simdjson::SUCCESS) return;
  for (auto each : object) {
    ondemand::field field;
    if (std::move(each).get(field) != simdjson::SUCCESS) {
      in.broken = true;
      return;
    }
    const auto key = field.key();
    const bool isInit = key.unsafe_is_equal("initContainers");
    bool flag = false;
    if (isInit || key.unsafe_is_equal("containers"))
      in.elements(field.value(), [&](Value element) { readContainer(in, element, isInit, row); });
    else if (key.unsafe_is_equal("serviceAccountName"))
      in.name(field.value(), row.serviceAccount);
    else if (key.unsafe_is_equal("automountServiceAccountToken")) {
      if (field.value().get_bool().get(flag) == simdjson::SUCCESS)
        row.mountsToken = flag ? Truth::True : Truth::False;
    } else
      for (const auto* name :
           {"securityContext", "hostNetwork", "hostPID", "hostIPC", "hostUsers", "volumes", "os"})
        if (key.unsafe_is_equal(name)) readPodSecurity(in, name, field.value(), row.security);
  }
}

void readTemplateHead(Reading& in, Value value, TemplateRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "labels") in.pairs(member, row.labels);
    if (key != "annotations") return;
    Pairs all;
    in.pairs(member, all);
    row.restartedAt = in.intern(all.at("kubectl.kubernetes.io/restartedAt"));
    for (const auto& [name, text] : all.all())
      row.digest ^= std::hash<std::string_view>()(name) * 31 + std::hash<std::string_view>()(text);
  });
  for (const auto& [name, text] : row.labels.all())
    if (name != "pod-template-hash")
      row.digest ^= std::hash<std::string_view>()(name) * 37 + std::hash<std::string_view>()(text);
}

}  // namespace

void readResources(Reading& in, Value value, ResourceNames into) {
  in.members(value, [&](std::string_view key, Value map) {
    const bool limits = key == "limits";
    if (!limits && key != "requests") return;
    in.members(map, [&](std::string_view name, Value amount) {
      if (name == "cpu") in.loose(amount, limits ? into.cpuLimit : into.cpuRequest);
      if (name == "memory") in.loose(amount, limits ? into.memoryLimit : into.memoryRequest);
    });
  });
}

void readSecurity(Reading& in, Value securityContext, security::Facts& facts) {
  in.members(securityContext, [&](std::string_view key, Value value) {
    if (key == "privileged") return setFlag(value, facts, security::Privileged, 0);
    if (key == "allowPrivilegeEscalation")
      return setFlag(value, facts, security::EscalationAllowed, security::EscalationDenied);
    if (key == "runAsNonRoot") return setFlag(value, facts, security::NonRoot, security::NonRootOff);
    if (key == "readOnlyRootFilesystem") return setFlag(value, facts, security::ReadOnlyRoot, 0);
    if (key == "capabilities") return readCapabilities(in, value, facts);
    if (key == "seccompProfile") return readProfile(in, value, facts, true);
    if (key == "appArmorProfile") return readProfile(in, value, facts, false);
    if (key == "seLinuxOptions") return readSeLinux(in, value, facts);
    if (key == "sysctls") return readSysctls(in, value, facts);
    if (key == "procMount") return setWhen(facts, in.text(value) != "Default", security::ProcMount);
    if (key == "runAsUser") {
      std::int64_t user = -1;
      in.number(value, user);
      setWhen(facts, user == 0, security::UserZero);
    }
    if (key == "windowsOptions")
      in.members(value, [&](std::string_view name, Value member) {
        if (name == "hostProcess") setFlag(member, facts, security::HostProcess, 0);
      });
  });
}

void readContainerSecurity(Reading& in, std::string_view key, Value value, security::Facts& facts) {
  if (key == "securityContext") return readSecurity(in, value, facts);
  if (key == "livenessProbe" || key == "readinessProbe" || key == "startupProbe")
    return readHandler(in, value, facts);
  if (key == "lifecycle")
    return in.members(value, [&](std::string_view, Value hook) { readHandler(in, hook, facts); });
  if (key != "ports") return;
  in.elements(value, [&](Value port) {
    in.members(port, [&](std::string_view name, Value member) {
      std::int64_t number = 0;
      if (name == "hostPort") in.number(member, number);
      setWhen(facts, number != 0, security::HostPort);
    });
  });
}

void readPodSecurity(Reading& in, std::string_view key, Value value, security::Facts& facts) {
  if (key == "securityContext") return readSecurity(in, value, facts);
  if (key == "hostNetwork" || key == "hostPID" || key == "hostIPC")
    return setFlag(value, facts, security::HostNamespaces, 0);
  if (key == "hostUsers") return setFlag(value, facts, 0, security::HostUsersOff);
  if (key == "volumes") return readVolumes(in, value, facts);
  if (key == "os")
    in.members(value, [&](std::string_view name, Value member) {
      if (name == "name") setWhen(facts, in.text(member) == "windows", security::Windows);
    });
}

void readTemplate(Reading& in, Value value, TemplateRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "metadata") readTemplateHead(in, member, row);
    if (key == "spec") readTemplateSpec(in, member, row);
  });
}

}  // namespace aiagent::wire::kube
