// KnowledgeService: the bytes of agents' knowledge files, kept in the profile.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <QObject>
#include <string>
#include <vector>

#include "core/domain/knowledge.h"
#include "core/services/background_work.h"
#include "core/store/blob_store.h"

namespace aiagent::services {

struct AttachProgress {
  std::string name;  // of the file that is being read
  std::size_t number = 0, of = 0;
  std::int64_t done = 0, bytes = 0;  // of this file
};

enum class KnowledgeState { Here, Missing };

// Call from the thread of its event loop; completions come there, and not after the service is gone.
class KnowledgeService : public QObject {
  Q_OBJECT

 public:
  explicit KnowledgeService(Profile& profile, QObject* parent = nullptr);
  ~KnowledgeService() override;

  const store::BlobStore& blobs() const { return m_blobs; }

  // Copies the files into the profile: lines for a manifest, in order. All of them or an error, which is of
  // BlobStore::addFile; what was copied before is swept away later.
  [[nodiscard]] std::unique_ptr<BackgroundJob> attach(std::vector<std::filesystem::path> files,
                                                      std::function<void(const AttachProgress&)> progress,
                                                      Done<std::vector<domain::KnowledgeFile>> done);

  // Whether the bytes are there, in the size they should have; as `files` are ordered.
  void look(std::vector<domain::KnowledgeFile> files, Done<std::vector<KnowledgeState>> done);

  // Writes the file to `target`, which is replaced.
  [[nodiscard]] std::unique_ptr<BackgroundJob> saveAs(domain::KnowledgeFile file,
                                                      std::filesystem::path target, Done<void> done);

  // Removes blobs that nothing needs any more (store/blob_store.h).
  void sweep(Done<store::BlobSweep> done);

 private:
  Profile& m_profile;
  store::BlobStore m_blobs;
  BackgroundWork m_work;
};

// `files` laid over a manifest: one of a name that is there already takes its place and keeps its use.
std::vector<domain::KnowledgeFile> withAttached(std::vector<domain::KnowledgeFile> manifest,
                                                const std::vector<domain::KnowledgeFile>& files);

}  // namespace aiagent::services
