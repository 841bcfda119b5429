// The files of a deployment, found in folders and read for the linter (core/cluster/lint). Any thread; waits
// for the disk.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/cluster/lint/lint.h"

namespace aiagent::services {

// Two lists of them are equal where nothing was written between.
struct FoundFile {
  std::string path;
  std::uintmax_t size = 0;
  std::int64_t changed = 0;  // of the file system's own clock
  bool operator==(const FoundFile&) const = default;
};

struct FileWork {
  std::function<bool()> stopped = {};               // asked between files: the work then ends with Cancelled
  std::function<void(std::size_t done)> told = {};  // what was seen, or read, so far
};

// What the linter has a use for among `places` (files and folders), sorted, each once. Within folders no link
// is followed, and node_modules and .git are passed over, as is what lies deeper than 32. NotFound,
// InvalidInput (cannot be read, more than 200,000 entries; the subject is the place), Cancelled.
base::Result<std::vector<FoundFile>> findDeploymentFiles(const std::vector<std::string>& places,
                                                         const FileWork& work = {});

// Their texts, named as seen from the folder `base` (empty: as they were found). What cannot be read says
// why; what is too large, or beyond what the linter takes, is passed over without being read. Cancelled.
base::Result<std::vector<cluster::lint::LintFile>> readDeploymentFiles(const std::vector<FoundFile>& found,
                                                                       const std::string& base = {},
                                                                       const FileWork& work = {});

}  // namespace aiagent::services
