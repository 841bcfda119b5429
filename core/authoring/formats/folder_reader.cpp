#include "core/authoring/formats/folder_reader.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "core/authoring/formats/archive.h"
#include "core/authoring/formats/import_limits.h"
#include "core/authoring/formats/readers.h"
#include "core/authoring/formats/safe_path.h"

namespace aiagent::authoring {
namespace {

namespace fs = std::filesystem;

std::string utf8(const fs::path& path) {
  const auto text = path.generic_u8string();
  return {reinterpret_cast<const char*>(text.data()), text.size()};
}

base::Error failed(const fs::path& path, const std::error_code& error) {
  auto code = base::ErrorCode::StorageFailed;
  if (error == std::errc::no_such_file_or_directory) code = base::ErrorCode::NotFound;
  if (error == std::errc::no_space_on_device) code = base::ErrorCode::StorageFull;
  if (error == std::errc::permission_denied || error == std::errc::read_only_file_system)
    code = base::ErrorCode::StorageReadOnly;
  return {.code = code, .detail = error.message(), .subject = utf8(path)};
}

base::Result<std::string> bytesOf(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) return failed(path, error);
  if (size > kLargestTotal) return refused(utf8(path), "too large");
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(std::size_t(size), '\0');
  stream.read(bytes.data(), std::streamsize(bytes.size()));
  bytes.resize(std::size_t(std::max<std::streamsize>(stream.gcount(), 0)));
  if (!stream && !stream.eof()) return failed(path, std::make_error_code(std::errc::io_error));
  return bytes;
}

bool startsAsZip(const fs::path& path) {
  char mark[4] = {};
  std::ifstream(path, std::ios::binary).read(mark, sizeof mark);
  return isZip(std::string_view(mark, sizeof mark));
}

bool isPassedOver(const fs::path& folder) {
  const auto name = utf8(folder.filename());
  return name.starts_with('.') || name == "node_modules";
}

class FolderWalk {
 public:
  explicit FolderWalk(fs::path root) : m_root(std::move(root)) {}

  base::Result<ReadFiles> run() {
    std::error_code error;
    fs::recursive_directory_iterator at(m_root, fs::directory_options::none, error), end;
    if (error) return failed(m_root, error);
    while (at != end) {
      if (auto taken = take(at); !taken) return taken.error();
      at.increment(error);
      if (error) return failed(m_root, error);
    }
    std::sort(m_read.files.begin(), m_read.files.end(),
              [](const File& one, const File& other) { return one.path < other.path; });
    return std::move(m_read);
  }

 private:
  base::Result<void> take(fs::recursive_directory_iterator& at) {
    std::error_code error;
    const auto status = at->symlink_status(error);
    if (error) return failed(at->path(), error);
    const auto name = utf8(at->path().lexically_relative(m_root));
    if (++m_entries > kMostFiles) return refused(name, "too many files");
    if (fs::is_directory(status)) {
      if (isPassedOver(at->path())) at.disable_recursion_pending();
      if (std::size_t(at.depth()) >= kDeepestFolder) return refused(name, "folders too deep");
      return {};
    }
    if (!fs::is_regular_file(status) || !isSafePath(name)) {
      m_read.skipped.push_back(name);
      return {};
    }
    const auto size = at->file_size(error);
    if (error) return failed(at->path(), error);
    if (size > kLargestFile) {
      m_read.skipped.push_back(name);
      return {};
    }
    auto bytes = bytesOf(at->path());
    if (!bytes) return bytes.error();
    m_total += bytes->size();
    if (m_total > kLargestTotal) return refused(name, "too much in all");
    m_read.files.push_back({name, std::move(*bytes)});
    return {};
  }

  fs::path m_root;
  ReadFiles m_read;
  std::size_t m_entries = 0;
  std::size_t m_total = 0;
};

fs::path fromUtf8(const std::string& text) {
  return fs::path(std::u8string(reinterpret_cast<const char8_t*>(text.data()), text.size()));
}

// Every folder between the chosen one and the file has to be a folder, not a link to one.
base::Result<void> checkWay(const fs::path& folder, const std::string& path) {
  if (!isSafePath(path)) return refused(path, "a path that leads elsewhere");
  auto at = folder;
  for (const auto& part : fromUtf8(path)) {
    at /= part;
    std::error_code error;
    if (fs::is_symlink(fs::symlink_status(at, error))) return refused(path, "a link on the way");
  }
  return {};
}

bool isAlike(const fs::path& path, const std::string& bytes) {
  std::error_code error;
  if (fs::file_size(path, error) != bytes.size() || error) return false;
  const auto there = bytesOf(path);
  return there && *there == bytes;
}

base::Result<void> writeFile(const fs::path& path, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) return failed(path.parent_path(), error);
  if (isAlike(path, bytes)) return {};
  auto fresh = path;
  fresh += ".new";
  errno = 0;
  std::ofstream stream(fresh, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), std::streamsize(bytes.size()));
  stream.close();
  if (!stream) {
    const std::error_code why(errno ? errno : EIO, std::generic_category());
    fs::remove(fresh, error);
    return failed(path, why);
  }
  fs::rename(fresh, path, error);
  return error ? base::Result<void>(failed(path, error)) : base::Result<void>();
}

base::Result<void> removeFile(const fs::path& folder, fs::path path) {
  std::error_code error;
  fs::remove(folder / path, error);
  if (error) return failed(folder / path, error);
  // a folder that is not empty refuses, and that is the end of it
  for (path = path.parent_path(); !path.empty() && fs::remove(folder / path, error) && !error;)
    path = path.parent_path();
  return {};
}

}  // namespace

base::Result<ReadFiles> readPath(const fs::path& path) {
  std::error_code error;
  // the person chose this path itself, and may have chosen a link
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) return failed(path, std::make_error_code(std::errc::no_such_file_or_directory));
  if (error) return failed(path, error);
  if (fs::is_directory(status)) return FolderWalk(path).run();
  if (!fs::is_regular_file(status)) return refused(utf8(path), "neither a file nor a folder");
  // only an archive may be large, so a huge file is refused unread
  const auto size = fs::file_size(path, error);
  if (error) return failed(path, error);
  if (size > kLargestFile && !startsAsZip(path)) return refused(utf8(path), "too large");
  auto bytes = bytesOf(path);
  if (!bytes) return bytes.error();
  if (!isZip(*bytes)) return ReadFiles{{{utf8(path.filename()), std::move(*bytes)}}, {}};
  auto files = readZip(*bytes);
  if (!files) return files.error();
  return ReadFiles{std::move(*files), {}};
}

base::Result<void> writeFolder(const fs::path& folder, const Files& files,
                               const std::vector<std::string>& stale, const std::function<bool()>& goesOn) {
  for (const auto& file : files)
    if (auto way = checkWay(folder, file.path); !way) return way;
  for (const auto& path : stale)
    if (auto way = checkWay(folder, path); !way) return way;
  for (const auto& file : files) {
    if (goesOn && !goesOn()) return base::Error{.code = base::ErrorCode::Cancelled};
    if (auto written = writeFile(folder / fromUtf8(file.path), file.bytes); !written) return written;
  }
  for (const auto& path : stale)
    if (auto removed = removeFile(folder, fromUtf8(path)); !removed) return removed;
  return {};
}

}  // namespace aiagent::authoring
