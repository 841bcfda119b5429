// A version history as a tree: how own JSON and the library folder keep it.
#pragma once

#include <string>
#include <vector>

#include "core/authoring/formats/document.h"
#include "core/authoring/formats/record_reader.h"

namespace aiagent::authoring {

inline constexpr char kOwnFormat[] = "aiagent";
inline constexpr std::int64_t kOwnVersion = 1;

// `withContent`: each entry that has a content carries it.
Tree versionsTree(const std::vector<VersionEntry>& versions, bool withContent);
std::vector<VersionEntry> versionsFromTree(const Tree& tree, const std::string& path, Losses& losses);

// All fields with the prompt, as own JSON has them.
Record contentRecord(const domain::AgentContent& content);
void readContent(RecordReader& reader, domain::AgentContent& content);

}  // namespace aiagent::authoring
