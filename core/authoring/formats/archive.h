// Zip archives, held in memory.
#pragma once

#include <string>
#include <string_view>

#include "core/authoring/formats/format.h"
#include "core/base/result.h"

namespace aiagent::authoring {

bool isZip(std::string_view bytes);

// The files of a zip archive, directories left out. Refused as a whole (InvalidInput, subject the entry's
// name where there is one): a name that leads out of its folder, a link, a name twice, an encrypted or
// truncated entry, more than kMostFiles entries, an entry over kLargestFile, kLargestTotal in all, or more
// than kHighestRatio times the archive's size.
base::Result<Files> readZip(std::string_view bytes);

// The same files give the same bytes: in the order of their paths, without times.
base::Result<std::string> writeZip(const Files& files);

}  // namespace aiagent::authoring
