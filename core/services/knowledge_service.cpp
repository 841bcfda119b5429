#include "core/services/knowledge_service.h"

#include <algorithm>
#include <fstream>
#include <QPointer>

#include "core/base/utf8.h"
#include "core/store/connection.h"
#include "core/store/upload_repository.h"

namespace aiagent::services {
namespace {

namespace fs = std::filesystem;
using domain::KnowledgeFile;

constexpr std::int64_t kTellEvery = 4 << 20;  // bytes
constexpr std::size_t kSniffed = 64u << 10;

std::string utf8(const fs::path& path) {
  const auto text = path.u8string();
  return {reinterpret_cast<const char*>(text.data()), text.size()};
}

// By its name; else by whether it is text.
std::string mediaTypeOf(const fs::path& file, const std::string& name) {
  if (const auto type = domain::mediaTypeForName(name); !type.empty()) return std::string(type);
  std::ifstream stream(file, std::ios::binary);
  std::string start(kSniffed, '\0');
  stream.read(start.data(), std::streamsize(start.size()));
  start.resize(std::size_t(stream.gcount()));
  // The end may be in the middle of a character.
  const bool text = start.find('\0') == std::string::npos &&
                    base::isValidUtf8(start.size() < kSniffed ? std::string_view(start)
                                                              : base::utf8Prefix(start, kSniffed - 4));
  return text ? "text/plain" : "application/octet-stream";
}

}  // namespace

KnowledgeService::KnowledgeService(Profile& profile, QObject* parent)
    : QObject(parent), m_profile(profile), m_blobs(profile.folder()), m_work(this, profile.scheduler()) {}

KnowledgeService::~KnowledgeService() = default;

std::unique_ptr<BackgroundJob> KnowledgeService::attach(std::vector<fs::path> files,
                                                        std::function<void(const AttachProgress&)> progress,
                                                        Done<std::vector<KnowledgeFile>> done) {
  const auto tell = [guard = QPointer<KnowledgeService>(this), &scheduler = m_profile.scheduler(),
                     progress = std::move(progress)](const AttachProgress& at) {
    scheduler.post([guard, progress, at] {
      if (guard && progress) progress(at);
    });
  };
  return m_work.start<std::vector<KnowledgeFile>>(
      [blobs = m_blobs, files = std::move(files),
       tell](BackgroundWork::Task& task) -> base::Result<std::vector<KnowledgeFile>> {
        std::vector<KnowledgeFile> attached;
        for (const auto& file : files) {
          const auto name = utf8(file.filename());
          AttachProgress at{.name = name, .number = attached.size() + 1, .of = files.size()};
          std::int64_t told = -kTellEvery;
          const auto blob = blobs.addFile(file, [&](std::int64_t read, std::int64_t all) {
            at.done = read;
            at.bytes = all;
            if (read - told >= kTellEvery) {
              told = read;
              tell(at);
            }
            return !task.isCancelled();
          });
          if (!blob) return blob.error();
          attached.push_back({.name = name,
                              .mediaType = mediaTypeOf(file, name),
                              .sha256 = blob->sha256,
                              .bytes = blob->bytes});
        }
        return attached;
      },
      std::move(done));
}

void KnowledgeService::look(std::vector<KnowledgeFile> files, Done<std::vector<KnowledgeState>> done) {
  m_profile.store().read<std::vector<KnowledgeState>>(
      [blobs = m_blobs,
       files = std::move(files)](store::Connection&) -> base::Result<std::vector<KnowledgeState>> {
        std::vector<KnowledgeState> states;
        for (const auto& file : files)
          states.push_back(blobs.has(file.sha256, file.bytes) ? KnowledgeState::Here
                                                              : KnowledgeState::Missing);
        return states;
      },
      guarded(this, std::move(done)));
}

std::unique_ptr<BackgroundJob> KnowledgeService::saveAs(KnowledgeFile file, fs::path target,
                                                        Done<void> done) {
  return m_work.start<void>(
      [blobs = m_blobs, file = std::move(file),
       target = std::move(target)](BackgroundWork::Task& task) -> base::Result<void> {
        auto whole = blobs.verify(file.sha256, [&task](auto, auto) { return !task.isCancelled(); });
        if (!whole) {
          auto error = whole.error();
          if (error.subject == "knowledge") error.subject += '.' + file.name;
          return error;
        }
        std::error_code error;
        fs::copy_file(blobs.pathOf(file.sha256), target, fs::copy_options::overwrite_existing, error);
        if (error)
          return base::Error{
              .code = base::ErrorCode::StorageFailed, .detail = error.message(), .subject = utf8(target)};
        return {};
      },
      std::move(done));
}

// The list is read in the writer's turn: whoever refers to a blob comes before it or after it.
void KnowledgeService::sweep(Done<store::BlobSweep> done) {
  m_profile.store().write<store::BlobSweep>(
      [blobs = m_blobs](store::Connection& connection) -> base::Result<store::BlobSweep> {
        const auto used = store::blobsInUse(connection);
        if (!used) return used.error();
        return blobs.sweep(*used, connection.clock().wallNow());
      },
      guarded(this, std::move(done)));
}

std::vector<KnowledgeFile> withAttached(std::vector<KnowledgeFile> manifest,
                                        const std::vector<KnowledgeFile>& files) {
  for (const auto& file : files) {
    const auto at = std::ranges::find(manifest, file.name, &KnowledgeFile::name);
    if (at == manifest.end()) {
      manifest.push_back(file);
      continue;
    }
    const auto use = at->use;
    *at = file;
    at->use = use;
  }
  return manifest;
}

}  // namespace aiagent::services
