#include "core/services/cluster/deployment_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace aiagent::services {
namespace {

namespace fs = std::filesystem;
namespace lint = cluster::lint;

constexpr std::size_t kMostEntries = 200'000;  // of folders, also those that are no use
constexpr int kDeepestFolder = 32;

base::Error notReadable(const fs::path& path, const std::error_code& error) {
  const bool isGone = error == std::errc::no_such_file_or_directory;
  return {.code = isGone ? base::ErrorCode::NotFound : base::ErrorCode::InvalidInput,
          .detail = error.message(),
          .subject = path.string()};
}

bool isPassedOver(const fs::path& folder) {
  const auto name = folder.filename();
  return name == "node_modules" || name == ".git";
}

// What changes or goes while it is looked at is told when it is read.
FoundFile look(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  const auto changed = fs::last_write_time(path, error);
  return {path.string(), error ? 0 : size, error ? 0 : changed.time_since_epoch().count()};
}

class Finding {
 public:
  explicit Finding(const FileWork& work) : m_work(work) {}

  base::Result<std::vector<FoundFile>> find(const std::vector<std::string>& places) {
    for (const fs::path place : places)
      if (auto done = add(place); !done) return done.error();
    std::sort(m_found.begin(), m_found.end(),
              [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
    m_found.erase(std::unique(m_found.begin(), m_found.end()), m_found.end());
    return std::move(m_found);
  }

 private:
  base::Result<void> add(const fs::path& place) {
    std::error_code error;
    const auto status = fs::status(place, error);
    if (!fs::exists(status))
      return notReadable(place, std::make_error_code(std::errc::no_such_file_or_directory));
    if (fs::is_directory(status)) return gather(place);
    if (fs::is_regular_file(status) && lint::isLinted(place.generic_string())) m_found.push_back(look(place));
    return {};
  }

  base::Result<void> gather(const fs::path& folder) {
    std::error_code error;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
      if (m_work.stopped && m_work.stopped()) return base::Error{.code = base::ErrorCode::Cancelled};
      if (++m_seen > kMostEntries)
        return base::Error{
            .code = base::ErrorCode::InvalidInput, .detail = "too many files", .subject = folder.string()};
      if (m_work.told) m_work.told(m_seen);
      const auto status = at->symlink_status(error);
      if (fs::is_directory(status) && (isPassedOver(at->path()) || at.depth() >= kDeepestFolder))
        at.disable_recursion_pending();
      if (fs::is_regular_file(status) && lint::isLinted(at->path().generic_string()))
        m_found.push_back(look(at->path()));
      error.clear();  // what went away meanwhile is not there
    }
    if (error) return notReadable(folder, error);
    return {};
  }

  const FileWork& m_work;
  std::vector<FoundFile> m_found;
  std::size_t m_seen = 0;
};

std::string nameOf(const fs::path& path, const std::string& base) {
  const auto name = base.empty() ? path : path.lexically_relative(base);
  return (name.empty() ? path : name).lexically_normal().generic_string();
}

// One byte more than the linter reads, so that it can tell what has grown too large.
lint::LintFile readOne(const fs::path& path, std::string name) {
  errno = 0;
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return {std::move(name), {}, std::strerror(errno != 0 ? errno : EIO)};
  std::string text(lint::kLargestFile + 1, '\0');
  if (stream.read(text.data(), std::streamsize(text.size())).bad())
    return {std::move(name), {}, std::strerror(errno != 0 ? errno : EIO)};
  text.resize(std::size_t(stream.gcount()));
  text.shrink_to_fit();
  return {std::move(name), std::move(text)};
}

}  // namespace

base::Result<std::vector<FoundFile>> findDeploymentFiles(const std::vector<std::string>& places,
                                                         const FileWork& work) {
  return Finding(work).find(places);
}

base::Result<std::vector<lint::LintFile>> readDeploymentFiles(const std::vector<FoundFile>& found,
                                                              const std::string& base, const FileWork& work) {
  std::vector<lint::LintFile> files;
  std::size_t bytes = 0, read = 0;
  for (const auto& one : found) {
    if (work.stopped && work.stopped()) return base::Error{.code = base::ErrorCode::Cancelled};
    auto name = nameOf(one.path, base);
    if (one.size > lint::kLargestFile || read >= lint::kMostFiles || bytes > lint::kMostBytes) {
      files.push_back({std::move(name), {}, {}, true});
      continue;
    }
    files.push_back(readOne(one.path, std::move(name)));
    bytes += files.back().text.size();
    if (work.told) work.told(++read);
  }
  return files;
}

}  // namespace aiagent::services
