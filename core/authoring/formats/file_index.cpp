#include "core/authoring/formats/file_index.h"

#include <algorithm>

namespace aiagent::authoring {
namespace {

bool before(const File* file, std::string_view path) {
  return file->path < path;
}

}  // namespace

FileIndex::FileIndex(const Files& files) {
  m_sorted.reserve(files.size());
  for (const auto& file : files) m_sorted.push_back(&file);
  std::stable_sort(m_sorted.begin(), m_sorted.end(),
                   [](const File* one, const File* other) { return one->path < other->path; });
}

const File* FileIndex::find(std::string_view path) const {
  const auto at = std::lower_bound(m_sorted.begin(), m_sorted.end(), path, before);
  return at != m_sorted.end() && (*at)->path == path ? *at : nullptr;
}

std::vector<const File*> FileIndex::within(std::string_view folder) const {
  std::vector<const File*> found;
  for (auto at = std::lower_bound(m_sorted.begin(), m_sorted.end(), folder, before);
       at != m_sorted.end() && (*at)->path.starts_with(folder); ++at)
    found.push_back(*at);
  return found;
}

}  // namespace aiagent::authoring
