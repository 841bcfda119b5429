// A conversation as a file for people (Markdown) or for programs (JSON).
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "core/domain/run.h"

namespace aiagent::ui {

enum class ExportFormat { Markdown, Json };

// Markdown: a heading, then person and agent in turn with the facts of each run. JSON: an array of runs as
// wire::toJson writes them. UTF-8, ends with a line feed; holds no key.
std::string exportRuns(const std::vector<domain::RunRecord>& conversation, ExportFormat format);

// "triage-2026-11-23.md": letters, digits and hyphens of any script, usable on every file system.
QString exportFileName(const domain::RunRecord& run, ExportFormat format);

}  // namespace aiagent::ui
