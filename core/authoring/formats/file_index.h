// FileIndex: the files that came along, found by path. The files must outlive it.
#pragma once

#include <string_view>
#include <vector>

#include "core/authoring/formats/format.h"

namespace aiagent::authoring {

class FileIndex {
 public:
  explicit FileIndex(const Files& files);

  // Null when there is none.
  const File* find(std::string_view path) const;
  // Those whose path begins with `folder` ("a/b/"; "" for all), by path.
  std::vector<const File*> within(std::string_view folder) const;
  const std::vector<const File*>& all() const { return m_sorted; }

 private:
  std::vector<const File*> m_sorted;
};

}  // namespace aiagent::authoring
