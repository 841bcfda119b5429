// BlobExchange: knowledge files between a shared library and its server, one at a time. They never change, so
// a hash says all: what is there need not be sent, what is here need not be fetched.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <QObject>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/domain/knowledge.h"
#include "core/services/profile.h"
#include "core/services/server_account.h"
#include "core/store/blob_store.h"

namespace aiagent::services {

class BlobExchange : public QObject {
  Q_OBJECT

 public:
  using Hashes = std::unordered_set<std::string>;

  BlobExchange(Profile& library, ServerAccount& account, ports::HttpClient& http, QObject* parent = nullptr);
  ~BlobExchange() override;

  // What the server is known to have. A copy that does not change.
  std::shared_ptr<const Hashes> known() const { return m_known; }
  // A file that is not here counts as known: there is nothing to wait for.
  void upload(const std::vector<std::string>& hashes);
  // Fetches what agents name and this device does not have.
  void fetchMissing();
  bool busy() const { return m_running || m_looking || !m_queue.empty(); }

 Q_SIGNALS:
  void uploaded();  // one more is there
  void idle();      // nothing is under way any more

 private:
  struct Transfer;
  struct Work;
  enum class Kind { Upload, Download };
  void add(Kind kind, const std::string& hash, std::int64_t bytes);
  void next();
  void ask();
  void sendPart(std::int64_t offset);
  void fetch();
  void keepPart();
  void finish(bool done);
  void remember(const std::string& hash);
  void exchange(ports::HttpRequest request,
                std::function<void(const ports::HttpHead&, base::Result<void>)> done);
  std::string url(const std::string& hash) const;

  Profile& m_library;
  ServerAccount& m_account;
  ports::HttpClient& m_http;
  store::BlobStore m_store;
  std::shared_ptr<const Hashes> m_known = std::make_shared<Hashes>();
  Hashes m_given;  // asked for already, in this program's life
  std::deque<std::unique_ptr<Transfer>> m_queue;
  std::unique_ptr<Transfer> m_running;
  std::string m_workspace;
  bool m_looking = false;
  std::unique_ptr<Work> m_work;  // last: its threads end before what they use
};

}  // namespace aiagent::services
