// The readers and writers of the single formats. import.h and export.h choose between them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/formats/document.h"
#include "core/authoring/formats/file_index.h"
#include "core/authoring/formats/format.h"
#include "core/authoring/formats/record_reader.h"
#include "core/base/result.h"

namespace aiagent::authoring {

// What a reader is given. `text` is checked UTF-8 without a byte order mark.
struct ReadInput {
  std::string path;
  std::string_view text;
  const Tree* tree = nullptr;        // JSON and YAML formats: the document
  const FileIndex* files = nullptr;  // all that came along
  bool allowReferences = false;      // the person agreed that files among them may be read
};

using ImportedList = std::vector<Imported>;
using ReadResult = base::Result<ImportedList>;

ReadResult readOwnJson(const ReadInput& input);
ReadResult readPromptyV1(const ReadInput& input);
ReadResult readPromptyV2(const ReadInput& input);
ReadResult readPromptfoo(const ReadInput& input);
ReadResult readLangfuse(const ReadInput& input);
ReadResult readOpenAiPrompt(const ReadInput& input);
ReadResult readOpenAiResponses(const ReadInput& input);
ReadResult readOpenAiChat(const ReadInput& input);
ReadResult readMarkdown(const ReadInput& input);
ReadResult readAgentsMd(const ReadInput& input);
ReadResult readSkillMd(const ReadInput& input);
// `input.path` is the agent.md; the files beside it are read.
ReadResult readLibraryAgent(const ReadInput& input);

// One agent as it goes out.
struct AgentToExport {
  domain::AgentContent content;
  domain::AgentId id;  // null: none is written
  std::vector<VersionEntry> versions;
};

struct ExportOptions {
  std::string url;      // of an agent card; empty: a placeholder that says so
  std::string version;  // of an agent card and a prompt object; empty: "1.0.0", "1"
  // The bytes of a knowledge file; nothing where they are not to go along. Own JSON, folder and
  // skill ask.
  std::function<std::optional<std::string>(const domain::KnowledgeFile&)> knowledge;
  // Asked before each agent of several; where it says no, the end is Cancelled.
  std::function<bool()> goesOn;
};

Files writeOwnJson(const std::vector<AgentToExport>& agents, const ExportOptions& options = {});
Files writePromptyV1(const AgentToExport& agent);
Files writePromptyV2(const AgentToExport& agent);
Files writePromptfoo(const AgentToExport& agent);
Files writeLangfuse(const AgentToExport& agent);
Files writeOpenAiPrompt(const AgentToExport& agent, const ExportOptions& options);
Files writeOpenAiResponses(const AgentToExport& agent);
Files writeMarkdown(const AgentToExport& agent);
Files writeAgentsMd(const AgentToExport& agent);
Files writeSkillMd(const AgentToExport& agent, const ExportOptions& options);
Files writeAgentCard(const AgentToExport& agent, const ExportOptions& options);
Files writeLibraryAgent(const AgentToExport& agent, const ExportOptions& options);

// InvalidInput about a file.
base::Error refused(std::string_view path, std::string detail);
// A name for an agent that brought none: its file's name without folder and ending.
std::string nameFromPath(std::string_view path);
// "customer-support": [a-z0-9-], at most 60; "agent" where nothing is left.
std::string slugOf(std::string_view name);
// The first line's worth of a name that is too long for an agent; a loss.
void setName(Imported& imported, std::string_view name, std::string_view path);
std::string sourceOf(std::string_view path, std::size_t index, std::size_t count);

}  // namespace aiagent::authoring
