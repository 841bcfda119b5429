// What a single file is: by its content first, by its name where the content leaves it open.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/formats/document.h"
#include "core/authoring/formats/format.h"
#include "core/base/result.h"

namespace aiagent::authoring {

struct Recognised {
  std::optional<Format> format;    // none: see `candidates`
  std::vector<Format> candidates;  // several: the person has to say; none: no format of ours
  std::string_view reason;         // "header", "members", "front-matter", "file-name", "ending", "unknown"
  std::optional<Tree> tree;        // of JSON and YAML
};

// The text without a byte order mark. InvalidInput, subject the path: too large, not UTF-8, a zero byte.
base::Result<std::string_view> importText(const File& file);

// InvalidInput where the name promises a format that the content breaks (JSON that does not parse).
base::Result<Recognised> recognise(const File& file, std::string_view text);

// The document of a format that the person chose; none for the Markdown kinds.
base::Result<std::optional<Tree>> documentFor(Format format, const File& file, std::string_view text);

std::string_view fileName(std::string_view path);

}  // namespace aiagent::authoring
