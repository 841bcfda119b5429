#include "core/wire/kube_row_reader.h"

namespace aiagent::wire::kube {
namespace {

void addName(Reading& in, Value value, std::vector<Name>& into) {
  if (const auto word = in.text(value); !word.empty()) into.push_back(in.intern(word));
}

void addNames(Reading& in, Value value, std::vector<Name>& into) {
  in.elements(value, [&](Value element) { addName(in, element, into); });
}

// The values of one member of each object of a list.
void addMembers(Reading& in, Value value, std::string_view wanted, std::vector<Name>& into) {
  in.elements(value, [&](Value element) {
    in.members(element, [&](std::string_view key, Value member) {
      if (key == wanted) addName(in, member, into);
    });
  });
}

void readAddresses(Reading& in, Value status, std::vector<Name>& into) {
  in.members(status, [&](std::string_view key, Value balancer) {
    if (key != "loadBalancer") return;
    in.members(balancer, [&](std::string_view name, Value list) {
      if (name != "ingress") return;
      in.elements(list, [&](Value element) {
        in.members(element, [&](std::string_view part, Value member) {
          if (part == "ip" || part == "hostname") addName(in, member, into);
        });
      });
    });
  });
}

// ---- Service, EndpointSlice

void readPort(Reading& in, Value value, ServiceRow& row) {
  ServicePort port;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "name") in.name(member, port.name);
    if (key == "protocol") in.name(member, port.protocol);
    if (key == "targetPort") in.loose(member, port.target);
    if (key == "port") in.number(member, port.port);
    if (key == "nodePort") in.number(member, port.nodePort);
  });
  row.ports.push_back(std::move(port));
}

void readSpec(Reading& in, Value value, ServiceRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "type") in.name(member, row.type);
    if (key == "clusterIP") in.name(member, row.clusterIp);
    if (key == "externalName") in.name(member, row.externalName);
    if (key == "selector") in.pairs(member, row.selector);
    if (key == "externalIPs") addNames(in, member, row.externalAddresses);
    if (key == "ports") in.elements(member, [&](Value element) { readPort(in, element, row); });
  });
}

void readEndpoint(Reading& in, Value value, EndpointSliceRow& row) {
  bool ready = true, serving = true, terminating = false;
  std::string pod;
  in.members(value, [&](std::string_view key, Value member) {
    if (key != "targetRef" && key != "conditions") return;
    in.members(member, [&](std::string_view name, Value inner) {
      if (key == "targetRef" && name == "uid") in.text(inner, pod);
      if (key != "conditions") return;
      if (name == "ready") in.flag(inner, ready);
      if (name == "serving") in.flag(inner, serving);
      if (name == "terminating") in.flag(inner, terminating);
    });
  });
  row.ready += ready;
  row.notReady += !ready;
  row.serving += serving;
  row.terminating += terminating;
  if (ready && !pod.empty()) row.readyPods.push_back(std::move(pod));
}

// ---- NetworkPolicy

void readPolicySpec(Reading& in, Value value, NetworkPolicyRow& row) {
  bool typed = false, hasEgress = false;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "podSelector") in.selector(member, row.selector, &row.hasExpressions);
    if (key == "ingress") in.elements(member, [&](Value) { ++row.ingressRules; });
    if (key == "egress") in.elements(member, [&](Value) { hasEgress = true, ++row.egressRules; });
    if (key != "policyTypes") return;
    in.elements(member, [&](Value element) {
      const auto word = in.text(element);
      typed = true;
      row.ingress = row.ingress || word == "Ingress";
      row.egress = row.egress || word == "Egress";
    });
  });
  row.allPods = row.selector.empty() && !row.hasExpressions;
  if (typed) return;
  row.ingress = true;  // what the server fills in
  row.egress = hasEgress;
}

// ---- Ingress

void readBackend(Reading& in, Value value, RouteBackend& backend) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key != "service") return;
    in.members(member, [&](std::string_view name, Value inner) {
      if (name == "name") in.name(inner, backend.service);
    });
  });
}

void readPath(Reading& in, Value value, RouteBackend& backend) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "path") in.name(member, backend.path);
    if (key == "backend") readBackend(in, member, backend);
  });
}

void readRule(Reading& in, Value value, IngressRow& row) {
  Name host;
  const auto first = row.backends.size();
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "host") in.name(member, host);
    if (key != "http") return;
    in.members(member, [&](std::string_view name, Value paths) {
      if (name != "paths") return;
      in.elements(paths, [&](Value element) { readPath(in, element, row.backends.emplace_back()); });
    });
  });
  for (auto i = first; i < row.backends.size(); ++i) row.backends[i].host = host;
}

void readSpec(Reading& in, Value value, IngressRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "ingressClassName") in.name(member, row.className);
    if (key == "defaultBackend") readBackend(in, member, row.backends.emplace_back());
    if (key == "rules") in.elements(member, [&](Value element) { readRule(in, element, row); });
    if (key != "tls") return;
    in.elements(member, [&](Value element) {
      in.members(element, [&](std::string_view name, Value hosts) {
        if (name == "hosts") addNames(in, hosts, row.tlsHosts);
      });
    });
  });
}

// ---- Gateway API

void readListeners(Reading& in, Value value, GatewayRow& row) {
  in.elements(value, [&](Value element) {
    GatewayListener listener;
    in.members(element, [&](std::string_view key, Value member) {
      if (key == "hostname") in.name(member, listener.host);
      if (key == "port") in.number(member, listener.port);
      if (key != "protocol") return;
      const auto word = in.text(member);
      listener.tls = word == "HTTPS" || word == "TLS";
    });
    if (!listener.host.empty()) row.hosts.push_back(listener.host);
    row.listeners.push_back(std::move(listener));
  });
}

void readBackendRefs(Reading& in, Value value, HttpRouteRow& row) {
  in.elements(value, [&](Value element) {
    RouteBackend backend;
    in.members(element, [&](std::string_view key, Value member) {
      if (key == "name") in.name(member, backend.service);
      if (key == "weight") in.number(member, backend.weight);
    });
    row.backends.push_back(std::move(backend));
  });
}

void readSpec(Reading& in, Value value, HttpRouteRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "hostnames") addNames(in, member, row.hosts);
    if (key == "parentRefs") addMembers(in, member, "name", row.parents);
    if (key != "rules") return;
    in.elements(member, [&](Value rule) {
      in.members(rule, [&](std::string_view name, Value inner) {
        if (name == "backendRefs") readBackendRefs(in, inner, row);
      });
    });
  });
}

void readStatus(Reading& in, Value value, HttpRouteRow& row) {
  in.members(value, [&](std::string_view key, Value parents) {
    if (key != "parents") return;
    in.elements(parents, [&](Value parent) {
      in.members(parent, [&](std::string_view name, Value inner) {
        if (name == "conditions") in.conditions(inner, row.conditions);
      });
    });
  });
}

// ---- cert-manager

void readSpec(Reading& in, Value value, CertificateRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "secretName") in.name(member, row.secret);
    if (key == "dnsNames") addNames(in, member, row.dnsNames);
    if (key != "issuerRef") return;
    in.members(member, [&](std::string_view name, Value inner) {
      if (name == "name") in.name(inner, row.issuer);
    });
  });
}

void readStatus(Reading& in, Value value, CertificateRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "notBefore") in.time(member, row.notBefore);
    if (key == "notAfter") in.time(member, row.notAfter);
    if (key == "renewalTime") in.time(member, row.renewal);
    if (key == "lastFailureTime") in.time(member, row.lastFailure);
    if (key == "failedIssuanceAttempts") in.number(member, row.failedAttempts);
    if (key == "conditions") in.conditions(member, row.conditions);
  });
}

}  // namespace

void readMember(Reading& in, std::string_view key, Value value, ServiceRow& row) {
  if (key == "spec") readSpec(in, value, row);
  if (key == "status") readAddresses(in, value, row.externalAddresses);
}

void readMember(Reading& in, std::string_view key, Value value, EndpointSliceRow& row) {
  if (key == "endpoints") in.elements(value, [&](Value element) { readEndpoint(in, element, row); });
}

void readMember(Reading& in, std::string_view key, Value value, NetworkPolicyRow& row) {
  if (key == "spec") readPolicySpec(in, value, row);
}

void readMember(Reading& in, std::string_view key, Value value, IngressRow& row) {
  if (key == "spec") readSpec(in, value, row);
  if (key == "status") readAddresses(in, value, row.addresses);
}

void readMember(Reading& in, std::string_view key, Value value, GatewayRow& row) {
  if (key != "spec" && key != "status") return;
  in.members(value, [&](std::string_view name, Value member) {
    if (name == "gatewayClassName") in.name(member, row.className);
    if (name == "listeners") readListeners(in, member, row);
    if (name == "addresses" && key == "status") addMembers(in, member, "value", row.addresses);
    if (name == "conditions") in.conditions(member, row.conditions);
  });
}

void readMember(Reading& in, std::string_view key, Value value, HttpRouteRow& row) {
  if (key == "spec") readSpec(in, value, row);
  if (key == "status") readStatus(in, value, row);
}

void readMember(Reading& in, std::string_view key, Value value, CertificateRow& row) {
  if (key == "spec") readSpec(in, value, row);
  if (key == "status") readStatus(in, value, row);
}

}  // namespace aiagent::wire::kube
