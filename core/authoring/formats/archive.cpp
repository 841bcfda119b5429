#include "core/authoring/formats/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <clocale>
#include <memory>
#include <set>

#include "core/authoring/formats/import_limits.h"
#include "core/authoring/formats/readers.h"
#include "core/authoring/formats/safe_path.h"

namespace aiagent::authoring {
namespace {

struct FreeReader {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
struct FreeWriter {
  void operator()(archive* writer) const { archive_write_free(writer); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using Reader = std::unique_ptr<archive, FreeReader>;

// libarchive turns names into the locale's characters on their way; a program that runs in the "C" locale
// would lose them. Of this thread alone, until the end of the scope.
class Utf8Names {
 public:
#ifndef _WIN32
  Utf8Names() : m_locale(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (m_locale) m_before = uselocale(m_locale);
  }
  ~Utf8Names() {
    if (!m_locale) return;
    uselocale(m_before);
    freelocale(m_locale);
  }
#else
  Utf8Names() = default;
#endif
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

#ifndef _WIN32
 private:
  locale_t m_locale;
  locale_t m_before = nullptr;
#endif
};

class Unpacking {
 public:
  explicit Unpacking(std::string_view bytes) : m_packed(bytes.size()) {}

  base::Result<void> add(archive* reader, archive_entry* entry) {
    const char* found = archive_entry_pathname_utf8(entry);
    if (!found) return refused("", "an entry without a readable name");
    std::string path = found;
    if (++m_entries > kMostFiles) return refused(path, "too many entries");
    const bool folder = archive_entry_filetype(entry) == AE_IFDIR || path.ends_with('/');
    if (folder && path.ends_with('/')) path.pop_back();
    if (!isSafePath(path)) return refused(path, "a path that leads elsewhere");
    if (folder) return {};
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_symlink(entry) ||
        archive_entry_hardlink(entry))
      return refused(path, "a link");
    if (archive_entry_is_encrypted(entry)) return refused(path, "encrypted");
    if (!m_paths.insert(path).second) return refused(path, "the same name twice");
    return unpack(reader, {std::move(path), {}});
  }

  Files take() { return std::move(m_files); }

 private:
  // Counted while it is unpacked: what an entry says about its size may be a lie.
  base::Result<void> unpack(archive* reader, File file) {
    char buffer[64 * 1024];
    for (;;) {
      const auto size = archive_read_data(reader, buffer, sizeof buffer);
      if (size < 0) return refused(file.path, "damaged or truncated");
      if (size == 0) break;
      m_total += std::size_t(size);
      if (file.bytes.size() + std::size_t(size) > kLargestFile) return refused(file.path, "too large");
      if (m_total > kLargestTotal || (m_total > kFreeOfRatio && m_total / kHighestRatio > m_packed))
        return refused(file.path, "unpacks to too much");
      file.bytes.append(buffer, std::size_t(size));
    }
    m_files.push_back(std::move(file));
    return {};
  }

  std::size_t m_packed;
  std::size_t m_total = 0;
  std::size_t m_entries = 0;
  std::set<std::string> m_paths;
  Files m_files;
};

la_ssize_t appendBytes(archive*, void* out, const void* bytes, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return la_ssize_t(size);
}

}  // namespace

bool isZip(std::string_view bytes) {
  return bytes.starts_with(std::string_view("PK\x03\x04", 4)) ||
         bytes.starts_with(std::string_view("PK\x05\x06", 4));
}

base::Result<Files> readZip(std::string_view bytes) {
  if (!isZip(bytes)) return refused("", "no zip archive");
  if (bytes.size() > kLargestTotal) return refused("", "too large");
  const Utf8Names names;
  Reader reader(archive_read_new());
  // the seeking reader goes by the directory at the end, and so notices when that is missing
  archive_read_support_format_zip_seekable(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    return refused("", "no zip archive, or truncated");
  Unpacking unpacking(bytes);
  for (;;) {
    archive_entry* entry = nullptr;
    const auto status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) {
      auto files = unpacking.take();
      // a damaged directory looks like an empty one
      return files.empty() ? base::Result<Files>(refused("", "no files, or damaged")) : std::move(files);
    }
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return refused("", "damaged or truncated");
    if (auto added = unpacking.add(reader.get(), entry); !added) return added.error();
  }
}

base::Result<std::string> writeZip(const Files& files) {
  const Utf8Names names;
  std::string out;
  std::unique_ptr<archive, FreeWriter> writer(archive_write_new());
  archive_write_set_format_zip(writer.get());
  archive_write_set_options(writer.get(), "zip:compression=deflate,zip:hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  if (archive_write_open(writer.get(), &out, nullptr, appendBytes, nullptr) != ARCHIVE_OK)
    return base::Error{.code = base::ErrorCode::Internal, .detail = "zip: cannot begin"};
  std::vector<const File*> sorted;
  for (const auto& file : files) sorted.push_back(&file);
  std::sort(sorted.begin(), sorted.end(),
            [](const File* one, const File* other) { return one->path < other->path; });
  for (const auto* file : sorted) {
    if (!isSafePath(file->path)) return refused(file->path, "a path that leads elsewhere");
    std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), file->path.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), la_int64_t(file->bytes.size()));
    if (archive_write_header(writer.get(), entry.get()) != ARCHIVE_OK ||
        archive_write_data(writer.get(), file->bytes.data(), file->bytes.size()) !=
            la_ssize_t(file->bytes.size()))
      return base::Error{
          .code = base::ErrorCode::Internal, .detail = "zip: cannot add", .subject = file->path};
  }
  if (archive_write_close(writer.get()) != ARCHIVE_OK)
    return base::Error{.code = base::ErrorCode::Internal, .detail = "zip: cannot end"};
  return out;
}

}  // namespace aiagent::authoring
