#include "core/services/blob_exchange.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>

#include "core/base/log.h"
#include "core/services/background_work.h"
#include "core/store/sync_repository.h"

namespace aiagent::services {
namespace {

constexpr std::int64_t kPart = 4 << 20;
// A connection may be dead without a word, and the files behind would wait for it.
constexpr base::Milliseconds kHeadTimeout{120'000};  // a part goes out meanwhile
constexpr base::Milliseconds kIdleTimeout{30'000};

std::int64_t numberOf(std::string_view text) {
  std::int64_t value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

base::Result<std::string> readPart(const std::filesystem::path& file, std::int64_t offset) {
  std::ifstream stream(file, std::ios::binary);
  stream.seekg(offset);
  std::string bytes(std::size_t(kPart), '\0');
  stream.read(bytes.data(), kPart);
  bytes.resize(std::size_t(std::max<std::streamsize>(stream.gcount(), 0)));
  if (!stream.eof() && !stream)
    return base::Error{.code = base::ErrorCode::StorageFailed, .subject = "knowledge"};
  return bytes;
}

}  // namespace

struct BlobExchange::Transfer {
  Kind kind = Kind::Upload;
  std::string hash;
  std::int64_t bytes = 0;  // of a download: what the agent says
  std::int64_t size = 0;   // of the file that is sent
  std::int64_t done = 0;
  std::shared_ptr<store::BlobWriter> writer;
  std::string part;
  std::unique_ptr<ports::HttpExchange> running;
  std::unique_ptr<BackgroundJob> job;
};

struct BlobExchange::Work : BackgroundWork {
  using BackgroundWork::BackgroundWork;
};

BlobExchange::BlobExchange(Profile& library, ServerAccount& account, ports::HttpClient& http, QObject* parent)
    : QObject(parent),
      m_library(library),
      m_account(account),
      m_http(http),
      m_store(library.folder()),
      m_work(std::make_unique<Work>(this, library.scheduler())) {}

BlobExchange::~BlobExchange() = default;

std::string BlobExchange::url(const std::string& hash) const {
  return m_account.origin() + "/v1/blobs/" + hash + "?workspace=" + m_workspace;
}

void BlobExchange::upload(const std::vector<std::string>& hashes) {
  for (const auto& hash : hashes) add(Kind::Upload, hash, 0);
  next();
}

void BlobExchange::fetchMissing() {
  if (m_looking) return;
  m_looking = true;
  m_library.store().read<std::vector<store::SharedFile>>(
      [](store::Connection& connection) { return store::sharedFiles(connection); },
      guarded<std::vector<store::SharedFile>>(
          this, [this](base::Result<std::vector<store::SharedFile>> files) {
            m_looking = false;
            for (const auto& file : files ? *files : std::vector<store::SharedFile>())
              if (!m_store.has(file.sha256, file.bytes)) add(Kind::Download, file.sha256, file.bytes);
            next();
            if (!busy()) Q_EMIT idle();
          }));
}

void BlobExchange::add(Kind kind, const std::string& hash, std::int64_t bytes) {
  if (!m_given.insert((kind == Kind::Upload ? '+' : '-') + hash).second) return;
  auto transfer = std::make_unique<Transfer>();
  transfer->kind = kind;
  transfer->hash = hash;
  transfer->bytes = bytes;
  m_queue.push_back(std::move(transfer));
}

void BlobExchange::next() {
  if (m_running || m_queue.empty()) return;
  if (m_workspace.empty()) {
    m_library.store().read<store::SyncPosition>(
        [](store::Connection& connection) { return store::syncPosition(connection); },
        guarded<store::SyncPosition>(this, [this](base::Result<store::SyncPosition> position) {
          if (!position || !m_workspace.empty()) return;
          m_workspace = position->binding.workspace.toString();
          next();
        }));
    return;
  }
  m_running = std::move(m_queue.front());
  m_queue.pop_front();
  m_running->kind == Kind::Upload ? ask() : fetch();
}

// `done` comes after the exchange is over, and may begin the next.
void BlobExchange::exchange(ports::HttpRequest request,
                            std::function<void(const ports::HttpHead&, base::Result<void>)> done) {
  const auto send = [this, request = std::move(request),
                     done = std::move(done)](base::Result<base::SecretString> token) mutable {
    if (!token) return finish(false);
    request.bearer = std::move(*token);
    request.headTimeout = kHeadTimeout;
    request.idleTimeout = kIdleTimeout;
    request.pool = m_account.pool();
    auto head = std::make_shared<ports::HttpHead>();
    ports::HttpHandlers handlers;
    handlers.head = [head](const ports::HttpHead& told) { *head = told; };
    handlers.bytes = [this](std::string_view bytes) {
      if (m_running && m_running->part.size() + bytes.size() <= std::size_t(kPart))
        m_running->part.append(bytes);
    };
    handlers.done = [this, head, done](base::Result<void> end) {
      // Out of the exchange's own callback: what follows replaces it.
      m_library.scheduler().post([guard = QPointer<BlobExchange>(this), head, done, end] {
        if (guard && guard->m_running) done(*head, end);
      });
    };
    if (m_running) m_running->running = m_http.send(std::move(request), std::move(handlers));
  };
  m_account.token(guarded<base::SecretString>(this, send));
}

void BlobExchange::ask() {
  std::error_code ignored;
  const auto size = std::filesystem::file_size(m_store.pathOf(m_running->hash), ignored);
  if (ignored) return remember(m_running->hash), finish(true);
  m_running->size = std::int64_t(size);
  exchange({.method = "HEAD", .url = url(m_running->hash)},
           [this](const ports::HttpHead& head, base::Result<void> end) {
             if (!end) return finish(false);
             if (head.status != 200 && head.status != 404) return finish(false);
             const auto there = head.status == 200 ? numberOf(head.header("upload-offset")) : 0;
             if (head.status == 200 && (there < 0 || there >= m_running->size))
               return remember(m_running->hash), finish(true);
             sendPart(std::max<std::int64_t>(there, 0));
           });
}

void BlobExchange::sendPart(std::int64_t offset) {
  m_running->job = m_work->start<std::string>(
      [file = m_store.pathOf(m_running->hash), offset](BackgroundWork::Task&) {
        return readPart(file, offset);
      },
      [this, offset](base::Result<std::string> bytes) {
        if (!m_running) return;
        if (!bytes) return finish(false);
        const auto end = offset + std::int64_t(bytes->size());
        ports::HttpRequest request{.method = "PUT",
                                   .url = url(m_running->hash),
                                   .headers = {{"content-type", "application/octet-stream"},
                                               {"upload-offset", std::to_string(offset)},
                                               {"upload-length", std::to_string(m_running->size)}},
                                   .body = std::move(*bytes)};
        exchange(std::move(request), [this, end](const ports::HttpHead& head, base::Result<void> ended) {
          if (!ended) return finish(false);
          if (head.status == 201) return remember(m_running->hash), finish(true);
          head.status == 204 && end < m_running->size ? sendPart(end) : finish(false);
        });
      });
}

void BlobExchange::fetch() {
  if (!m_running->writer) {
    auto writer = m_store.begin();
    if (!writer) return finish(false);
    m_running->writer = std::make_shared<store::BlobWriter>(std::move(*writer));
  }
  m_running->part.clear();
  const auto from = m_running->done;
  ports::HttpRequest request{
      .url = url(m_running->hash),
      .headers = {{"range", "bytes=" + std::to_string(from) + "-" + std::to_string(from + kPart - 1)}}};
  exchange(std::move(request), [this](const ports::HttpHead& head, base::Result<void> end) {
    if (!end || (head.status != 206 && head.status != 200) || m_running->part.empty()) return finish(false);
    keepPart();
  });
}

void BlobExchange::keepPart() {
  m_running->done += std::int64_t(m_running->part.size());
  const bool last = m_running->done >= m_running->bytes;
  m_running->job = m_work->start<void>(
      [writer = m_running->writer, part = m_running->part, last,
       hash = m_running->hash](BackgroundWork::Task&) -> base::Result<void> {
        if (auto added = writer->add(part); !added || !last) return added;
        const auto blob = writer->finish(hash);
        return blob ? base::Result<void>() : base::Result<void>(blob.error());
      },
      [this, last](base::Result<void> kept) {
        if (!m_running) return;
        if (!kept || last) return finish(kept.ok());
        fetch();
      });
}

// What failed is asked for again with the next edit or pull.
void BlobExchange::finish(bool done) {
  if (!m_running) return;
  const auto transfer = std::move(m_running);
  if (!done) m_given.erase((transfer->kind == Kind::Upload ? '+' : '-') + transfer->hash);
  // A server that cannot be reached for one is not asked for the others.
  if (!done)
    for (const auto& waiting : std::exchange(m_queue, {}))
      m_given.erase((waiting->kind == Kind::Upload ? '+' : '-') + waiting->hash);
  if (done && transfer->kind == Kind::Upload) Q_EMIT uploaded();
  next();
  if (!busy()) Q_EMIT idle();
}

void BlobExchange::remember(const std::string& hash) {
  auto known = std::make_shared<Hashes>(*m_known);
  known->insert(hash);
  m_known = std::move(known);
}

}  // namespace aiagent::services
