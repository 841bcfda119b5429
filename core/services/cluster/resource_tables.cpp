#include "core/services/cluster/resource_tables.h"

#include <algorithm>
#include <QTimer>
#include <tuple>
#include <utility>

#include "core/cluster/kube_kinds.h"
#include "core/services/background.h"
#include "core/wire/tree.h"
#include "core/wire/tree_json.h"

namespace aiagent::services {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using wire::KubeGroupVersion;
using wire::KubeResource;

constexpr const char* kAggregated =
    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
    "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";
constexpr const char* kAsTable = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
constexpr const char* kPlain = "application/json";
constexpr std::size_t kMostDiscoveryBytes = 16u << 20;
constexpr std::size_t kMostTableBytes = 64u << 20;  // of all pages together
constexpr std::size_t kMostObjectBytes = 16u << 20;
constexpr std::size_t kMostVersions = 1'000;
constexpr base::Milliseconds kGroupTimeout{
    10'000};  // an old server asks a group's own one, which may be gone
constexpr int kPage = 500;
constexpr int kMostPages = 100;  // a page may hold fewer than asked for, even none (contract D4.3)

Error noAnswer(const KubeClient& client) {
  return {.code = ErrorCode::BadResponse, .subject = client.access().server};
}

bool isPathPart(const std::string& text) {
  return !text.empty() && text != "." && text != ".." && text.find('/') == std::string::npos;
}

// Nothing: a name of the server, or a person's, would lead elsewhere.
std::optional<std::string> pathOf(const KubeResource& resource, const std::string& nameSpace) {
  std::string path = resource.group.empty() ? "/api" : "/apis";
  const auto add = [&path](const std::string& part) {
    if (!isPathPart(part)) return false;
    path += '/' + cluster::queryText(part);
    return true;
  };
  if (!resource.group.empty() && !add(resource.group)) return std::nullopt;
  if (!add(resource.version)) return std::nullopt;
  if (resource.namespaced && !nameSpace.empty()) {
    path += "/namespaces";
    if (!add(nameSpace)) return std::nullopt;
  }
  if (!add(resource.plural)) return std::nullopt;
  return path;
}

// One question after another, whose answers are read on a thread of their own: they may be megabytes. The
// last member of its owner: when it goes, what is asked ends with Cancelled, and the owner is still whole
// then.
class Asker {
 public:
  explicit Asker(KubeClient& client) : m_client(client), m_reading(client.scheduler()) {}
  ~Asker() {
    m_call.reset();
    if (const auto cancel = std::exchange(m_cancel, nullptr)) cancel();
  }

  template <class T>
  void ask(KubeRequest request, std::function<T(const KubeAnswer&)> read,
           std::function<void(Result<T>)> done) {
    m_call = m_client.send(std::move(request), [this, read, done](Result<KubeAnswer> answer) {
      if (!answer) return done(answer.error());
      m_cancel = [done] { done(Error{.code = ErrorCode::Cancelled, .detail = "call dropped"}); };
      m_reading.run<T>(
          "answer", &m_alive, [read, answer = std::move(*answer)] { return read(answer); },
          [this, done](T value) {
            m_cancel = nullptr;
            done(std::move(value));
          });
    });
  }
  const KubeClient& client() const { return m_client; }

 private:
  KubeClient& m_client;
  std::unique_ptr<KubeCall> m_call;
  std::function<void()> m_cancel;  // while an answer is read
  QObject m_alive;
  Background m_reading;
};

// A call that is refused before anything is asked.
class Refusal : public KubeCall {
 public:
  using Told = std::function<void(Error)>;
  Refusal(Error why, Told told) : m_told(std::move(told)) {
    QTimer::singleShot(0, &m_alive, [this, why = std::move(why)] { std::exchange(m_told, nullptr)(why); });
  }
  ~Refusal() override {
    if (m_told) m_told({.code = ErrorCode::Cancelled, .detail = "call dropped"});
  }

 private:
  Told m_told;
  QObject m_alive;
};

// ---------------------------------------------------------------- kinds

class KindsCall : public KubeCall {
 public:
  using Done = std::function<void(Result<ClusterKinds>)>;
  KindsCall(KubeClient& client, Done done) : m_done(std::move(done)), m_asker(client) { askRoot(true); }

 private:
  const char* root() const { return m_core ? "/api" : "/apis"; }

  // What one of the two ways brought.
  struct Root {
    std::optional<wire::KubeDiscovery> aggregated;
    std::optional<std::vector<KubeGroupVersion>> versions;
  };
  static Root readRoot(const KubeAnswer& answer) {
    Root root{.aggregated = wire::readAggregatedDiscovery(answer.body), .versions = {}};
    if (!root.aggregated) root.versions = wire::readGroupVersions(answer.body);
    return root;
  }

  void askRoot(bool aggregated) {
    m_asker.ask<Root>(
        {.path = root(), .accept = aggregated ? kAggregated : kPlain, .mostBytes = kMostDiscoveryBytes},
        readRoot, [this, aggregated](Result<Root> found) {
          const bool notSo = !found && found.error().httpStatus == 406;
          notSo&& aggregated ? askRoot(false) : takeRoot(std::move(found));
        });
  }

  void takeRoot(Result<Root> root) {
    if (!root) return end(root.error());
    if (root->aggregated) {
      wire::addResources(m_found.all, std::move(root->aggregated->resources));
      for (const auto& stale : root->aggregated->stale) m_found.unanswered.push_back(stale.text());
      return goOn();
    }
    if (!root->versions) return end(noAnswer(m_asker.client()));
    root->versions->resize(std::min(root->versions->size(), kMostVersions));
    m_versions = std::move(*root->versions);
    askNextVersion();
  }

  using Resources = std::optional<std::vector<KubeResource>>;

  // The old way: what each version of each group has, the preferred ones first.
  void askNextVersion() {
    if (m_next == m_versions.size()) return goOn();
    const auto& version = m_versions[m_next];
    if (!isPathPart(version.version) || version.group.find('/') != std::string::npos)
      return takeVersion(std::nullopt);
    m_asker.ask<Resources>(
        {.path = (version.group.empty() ? "/api/" : "/apis/") + version.text(),
         .headTimeout = kGroupTimeout,
         .mostBytes = kMostDiscoveryBytes},
        [version](const KubeAnswer& answer) { return wire::readResourceList(answer.body, version); },
        [this](Result<Resources> found) {
          const bool isOfGroup =
              found || found.error().httpStatus != 0 || found.error().code == ErrorCode::Timeout;
          if (!isOfGroup) return end(found.error());
          takeVersion(found ? std::move(*found) : std::nullopt);
        });
  }

  void takeVersion(Resources resources) {
    const auto& version = m_versions[m_next++];
    if (resources)
      wire::addResources(m_found.all, std::move(*resources));
    else
      m_found.unanswered.push_back(version.text());
    askNextVersion();
  }

  void goOn() {
    m_versions.clear();
    m_next = 0;
    if (std::exchange(m_core, false)) return askRoot(true);
    std::erase_if(m_found.all, isSecret);
    std::sort(m_found.all.begin(), m_found.all.end(), [](const KubeResource& a, const KubeResource& b) {
      return std::tie(a.plural, a.group) < std::tie(b.plural, b.group);
    });
    end(std::move(m_found));
  }

  // It may destroy this: nothing is touched after it.
  void end(Result<ClusterKinds> result) { std::exchange(m_done, nullptr)(std::move(result)); }

  Done m_done;
  ClusterKinds m_found;
  std::vector<KubeGroupVersion> m_versions;  // of the root that is asked now
  std::size_t m_next = 0;
  bool m_core = true;
  Asker m_asker;
};

// ---------------------------------------------------------------- tables

class TableCall : public KubeCall {
 public:
  using Done = std::function<void(Result<ResourceTable>)>;
  TableCall(KubeClient& client, std::string path, Done done)
      : m_path(std::move(path)), m_done(std::move(done)), m_asker(client) {
    ask({});
  }

 private:
  struct Page {
    std::optional<wire::KubeTable> table;  // nothing: neither a table nor a list
    bool isTable = false;
    std::size_t bytes = 0;
  };
  static Page readPage(const KubeAnswer& answer) {
    Page page{.table = wire::readKubeTable(answer.body), .bytes = answer.body.size()};
    page.isTable = page.table.has_value();
    if (!page.isTable) page.table = wire::readKubeListAsTable(answer.body);
    return page;
  }

  void ask(const std::string& token) {
    auto path = m_path + "?limit=" + std::to_string(kPage);
    if (m_asTable) path += "&includeObject=Metadata";
    if (!token.empty()) path += "&continue=" + cluster::queryText(token);
    ++m_pages;
    m_asker.ask<Page>({.path = std::move(path),
                       .accept = m_asTable ? kAsTable : kPlain,
                       .mostBytes = kMostTableBytes - std::min(m_bytes, kMostTableBytes)},
                      readPage,
                      [this](Result<Page> page) { page ? take(std::move(*page)) : fail(page.error()); });
  }

  void fail(const Error& error) {
    if (error.httpStatus == 406 && m_asTable) {
      m_asTable = false;
      return beginAnew();
    }
    // The state that the pages are of is kept for some minutes only.
    if (error.httpStatus == 410 && m_pages > 1 && !std::exchange(m_begunAnew, true)) return beginAnew();
    end(error);
  }

  void beginAnew() {
    m_table = {};
    m_pages = 0;
    m_bytes = 0;
    ask({});
  }

  void take(Page answer) {
    auto& page = answer.table;
    m_bytes += answer.bytes;
    if (!page || (m_pages > 1 && answer.isTable != m_table.fromServer))
      return end(noAnswer(m_asker.client()));
    m_table.fromServer = answer.isTable;
    if (m_table.columns.empty()) m_table.columns = std::move(page->columns);
    for (auto& row : page->rows) {
      row.cells.resize(m_table.columns.size());
      m_table.rows.push_back(std::move(row));
    }
    const bool isFull = m_table.rows.size() >= kMostTableRows || m_pages >= kMostPages;
    if (!page->continueToken.empty() && !isFull) return ask(page->continueToken);
    finish(*page);
  }

  void finish(const wire::KubeTable& last) {
    const auto extra = m_table.rows.size() - std::min(m_table.rows.size(), kMostTableRows);
    m_table.complete = last.continueToken.empty() && extra == 0;
    if (!m_table.complete && (last.remaining || last.continueToken.empty()))
      m_table.remaining = std::max<std::int64_t>(0, last.remaining.value_or(0)) + std::int64_t(extra);
    m_table.rows.resize(m_table.rows.size() - extra);
    end(std::move(m_table));
  }

  // It may destroy this: nothing is touched after it.
  void end(Result<ResourceTable> result) { std::exchange(m_done, nullptr)(std::move(result)); }

  const std::string m_path;
  Done m_done;
  ResourceTable m_table;
  std::size_t m_bytes = 0;
  int m_pages = 0;  // asked for
  bool m_asTable = true, m_begunAnew = false;
  Asker m_asker;
};

// ---------------------------------------------------------------- objects

// Nothing: it is no object.
std::optional<std::string> shownObject(const std::string& body) {
  auto tree = wire::parseJson(body);
  if (!tree || !tree->find("metadata")) return std::nullopt;
  for (auto& [name, value] : tree->mutableMembers())
    if (name == "metadata" && value.isRecord())
      std::erase_if(value.mutableMembers(),
                    [](const auto& member) { return member.first == "managedFields"; });
  return wire::prettyJson(*tree);
}

class ObjectCall : public KubeCall {
 public:
  using Done = std::function<void(Result<std::string>)>;
  ObjectCall(KubeClient& client, std::string path, Done done) : m_done(std::move(done)), m_asker(client) {
    m_asker.ask<std::optional<std::string>>(
        {.path = std::move(path), .mostBytes = kMostObjectBytes},
        [](const KubeAnswer& answer) { return shownObject(answer.body); },
        [this](Result<std::optional<std::string>> text) { take(std::move(text)); });
  }

 private:
  void take(Result<std::optional<std::string>> text) {
    const auto done = std::exchange(m_done, nullptr);
    if (!text) return done(text.error());
    *text ? done(std::move(**text)) : done(noAnswer(m_asker.client()));
  }

  Done m_done;
  Asker m_asker;
};

Error badName(const std::string& name) {
  return {.code = ErrorCode::InvalidInput, .detail = "no part of a path", .subject = name};
}

}  // namespace

bool isSecret(const KubeResource& resource) {
  return resource.group.empty() && resource.plural == "secrets";
}

Error neverRead() {
  return {.code = ErrorCode::InvalidInput,
          .detail = "Secrets are never asked for",
          .subject = "secrets",
          .providerCode = "never_read"};
}

std::unique_ptr<KubeCall> askKinds(KubeClient& client, std::function<void(Result<ClusterKinds>)> done) {
  return std::make_unique<KindsCall>(client, std::move(done));
}

std::unique_ptr<KubeCall> readTable(KubeClient& client, const TableWish& wish,
                                    std::function<void(Result<ResourceTable>)> done) {
  if (isSecret(wish.resource)) return std::make_unique<Refusal>(neverRead(), std::move(done));
  auto path = pathOf(wish.resource, wish.nameSpace);
  if (!path) return std::make_unique<Refusal>(badName(wish.resource.fullName()), std::move(done));
  return std::make_unique<TableCall>(client, std::move(*path), std::move(done));
}

std::unique_ptr<KubeCall> readObject(KubeClient& client, const ObjectWish& wish,
                                     std::function<void(Result<std::string>)> done) {
  if (isSecret(wish.resource)) return std::make_unique<Refusal>(neverRead(), std::move(done));
  const auto path = pathOf(wish.resource, wish.nameSpace);
  const bool isWhole = !wish.resource.namespaced || !wish.nameSpace.empty();
  if (!path || !isWhole || !isPathPart(wish.name))
    return std::make_unique<Refusal>(badName(wish.name), std::move(done));
  return std::make_unique<ObjectCall>(client, *path + '/' + cluster::queryText(wish.name), std::move(done));
}

}  // namespace aiagent::services
