#include "core/services/cluster/live_lint.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/cluster/kube_kinds.h"
#include "core/wire/tree.h"
#include "core/wire/tree_json.h"

namespace aiagent::services {
namespace {

namespace lint = cluster::lint;
using cluster::Freshness;

constexpr std::size_t kMostBytes = 16u << 20;
constexpr const char* kMetadataOnly =
    "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io, application/json";

std::string pathFor(const std::string& kind, const std::string& nameSpace) {
  if (kind == "IngressClass") return "/apis/networking.k8s.io/v1/ingressclasses";
  return "/api/v1/namespaces/" + cluster::queryText(nameSpace) + "/configmaps";
}

// Nothing: it is no list.
std::optional<std::set<std::string, std::less<>>> namesIn(const std::string& body) {
  const auto tree = wire::parseJson(body);
  const auto* items = tree ? tree->find("items") : nullptr;
  if (!items || !(items->isList() || items->isNull())) return std::nullopt;
  std::set<std::string, std::less<>> names;
  for (const auto& item : items->items()) {
    const auto* metadata = item.find("metadata");
    const auto* name = metadata ? metadata->find("name") : nullptr;
    if (name && name->text()) names.insert(*name->text());
  }
  return names;
}

Freshness freshnessOf(const base::Error& error) {
  if (error.httpStatus == 401 || error.httpStatus == 403) return Freshness::Denied;
  return error.httpStatus == 404 ? Freshness::Absent : Freshness::Stale;
}

class NamesCall : public KubeCall {
 public:
  NamesCall(KubeClient& client, const base::Clock& clock, std::string nameSpace,
            std::vector<std::string> kinds, std::function<void(NamesByKind)> done)
      : m_client(client),
        m_clock(clock),
        m_nameSpace(std::move(nameSpace)),
        m_kinds(std::move(kinds)),
        m_done(std::move(done)) {
    ask();
  }
  ~NamesCall() override { m_done = nullptr; }

 private:
  void ask() {
    if (m_kinds.empty()) {
      if (const auto done = std::exchange(m_done, nullptr)) done(std::move(m_names));
      return;
    }
    KubeRequest request{
        .path = pathFor(m_kinds.back(), m_nameSpace), .accept = kMetadataOnly, .mostBytes = kMostBytes};
    m_call = m_client.send(std::move(request), [this](base::Result<KubeAnswer> answer) { take(answer); });
  }

  void take(const base::Result<KubeAnswer>& answer) {
    if (!m_done) return;
    auto& found = m_names[m_kinds.back()];
    m_kinds.pop_back();
    found.asOf = m_clock.wallNow();
    if (!answer)
      found.freshness = freshnessOf(answer.error());
    else if (auto names = namesIn(answer->body))
      found = {Freshness::Live, found.asOf, std::move(*names)};
    else
      found.freshness = Freshness::Stale;
    ask();
  }

  KubeClient& m_client;
  const base::Clock& m_clock;
  const std::string m_nameSpace;
  std::vector<std::string> m_kinds;  // still to be asked for
  NamesByKind m_names;
  std::function<void(NamesByKind)> m_done;
  std::unique_ptr<KubeCall> m_call;
};

}  // namespace

lint::LiveCluster liveCluster(const ClusterWatch& watch, const std::vector<wire::KubeKind>& kinds,
                              std::string nameSpace, std::string home) {
  lint::LiveCluster cluster{std::move(nameSpace), std::move(home), {}, {}};
  for (const auto kind : kinds)
    if (const auto* feed = watch.feed(kind))
      cluster.tables[kind] = {&feed->table(), feed->state().freshness, feed->asOf()};
  return cluster;
}

bool isSettled(const ClusterWatch& watch, const std::vector<wire::KubeKind>& kinds) {
  return std::all_of(kinds.begin(), kinds.end(), [&](wire::KubeKind kind) {
    const auto* feed = watch.feed(kind);
    return feed && (feed->state().freshness != Freshness::Loading || feed->state().trouble);
  });
}

std::unique_ptr<KubeCall> askNames(KubeClient& client, const base::Clock& clock, const std::string& nameSpace,
                                   const std::vector<std::string>& kinds,
                                   std::function<void(NamesByKind)> done) {
  return std::make_unique<NamesCall>(client, clock, nameSpace, kinds, std::move(done));
}

}  // namespace aiagent::services
