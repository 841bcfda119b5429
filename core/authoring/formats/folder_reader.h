// What the person chose on the disk -> files, and files -> a folder. The only code here that touches the
// disk.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/authoring/formats/format.h"
#include "core/base/result.h"

namespace aiagent::authoring {

struct ReadFiles {
  Files files;                       // by path
  std::vector<std::string> skipped;  // links, devices, names that are not portable: not read
};

// A folder with all below it, a zip archive, or one file. Links are never followed, neither out of the folder
// nor within; hidden folders and node_modules are passed over. NotFound, InvalidInput (more than kMostFiles,
// kLargestTotal or kDeepestFolder; what readZip() refuses), StorageFailed.
base::Result<ReadFiles> readPath(const std::filesystem::path& path);

// Writes what differs and leaves the rest alone, each file through a new one beside it. Refused before
// anything is written: a path that leads elsewhere, a link on the way. StorageFull, StorageReadOnly,
// StorageFailed; files that were written before stay. `stale` (export.h) are taken away at the end, with the
// folders that they leave empty. `goesOn` is asked before each file; where it says no, the end is Cancelled,
// each file is either the old one or the new one, and nothing was taken away.
base::Result<void> writeFolder(const std::filesystem::path& folder, const Files& files,
                               const std::vector<std::string>& stale = {},
                               const std::function<bool()>& goesOn = nullptr);

}  // namespace aiagent::authoring
