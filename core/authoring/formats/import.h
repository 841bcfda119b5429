// Files -> agents. Nothing is written, nothing but the given files is read.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/authoring/formats/format.h"
#include "core/base/result.h"

namespace aiagent::authoring {

struct ImportOptions {
  std::optional<Format> as = {};     // the person chose; else each file is recognised
  bool allowFileReferences = false;  // a configuration's file://… may be read, among the given files alone
  // After each file; false ends it there, and the result is good for nothing. On the thread of the import.
  std::function<bool(std::size_t done, std::size_t all)> progress = {};
};

// What a file is.
struct Detected {
  std::string path;
  std::optional<Format> format;    // none: the person has to choose among `candidates`, or it is none of ours
  std::vector<Format> candidates;  // likeliest first
  std::string reason;              // "header", "members", "front-matter", "file-name", "ending", "unknown",
                                   // "belongs-to" (another file's), "refused"
};

// In the order of the paths.
std::vector<Detected> detect(const Files& files);

struct ImportItem {
  std::string source;
  std::optional<Format> format;
  std::vector<Format> candidates;  // with Ambiguous: choose one and ask again
  // InvalidInput (subject: the path, or the field of the agent), Ambiguous, NotFound (no format of ours).
  base::Result<Imported> imported;
};

struct ImportResult {
  std::vector<ImportItem> items;     // in the order of the paths
  std::vector<std::string> ignored;  // files that are none of ours, where others are
};

// A file that breaks refuses itself alone; of a file with several agents each that does not fit (a name too
// long, a prompt over the limit) refuses itself. What is returned passes domain::normalised().
ImportResult importFiles(const Files& files, const ImportOptions& options = {});

}  // namespace aiagent::authoring
