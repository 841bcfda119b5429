// The formats that an agent comes in from and goes out to, and what is told about each journey.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/domain/agent.h"

namespace aiagent::authoring {

enum class Format {
  OwnJson,          // {"format":"aiagent","formatVersion":1,…}: carries everything
  PromptyV1,        // .prompty, model.api/configuration/parameters
  PromptyV2,        // .prompty of the 2.0 alphas, model.id/options
  Promptfoo,        // promptfooconfig.yaml
  Langfuse,         // a prompt of Langfuse's public API
  OpenAiPrompt,     // a reusable prompt object
  OpenAiResponses,  // the body of POST /v1/responses
  OpenAiChat,       // the body of POST /v1/chat/completions; import only
  Markdown,         // front matter and a body
  AgentsMd,         // AGENTS.md: plain Markdown
  SkillMd,          // SKILL.md of a skill folder
  AgentCard,        // A2A agent card; export only
  LibraryFolder,    // one folder an agent, made to be read in git
};

std::string_view toWord(Format format);  // "json", "prompty-v1" …
std::optional<Format> formatFromWord(std::string_view word);
const std::vector<Format>& allFormats();
bool canImport(Format format);
bool canExport(Format format);

// `path` is relative, with '/' between its parts (safe_path.h).
struct File {
  std::string path;
  std::string bytes;

  bool operator==(const File&) const = default;
};
using Files = std::vector<File>;

enum class LossReason {
  NotInFormat,           // the format has no place for it
  Altered,               // comes back otherwise than it went
  Unknown,               // a field that this program does not know
  Invalid,               // a value of the wrong kind
  TemplateLogic,         // {% if %}, {{#section}}: kept as text, not run
  TemplateFilter,        // {{ x | upper }}, {{ x[0] }}: kept as text
  TemplateComment,       // {# … #}, {{! … }}: kept as text
  TemplatePartial,       // {{> part }}, a prompt within a prompt: kept as text
  EnvironmentReference,  // ${env:X}, {{env.X}}: kept as text, never read
  FileReference,         // ${file:x}, file://x: not read, or not there
  ServerReference,       // an id of something that is kept on a server
  RolesMerged,           // messages that became text of the one prompt
  MessagePart,           // a picture, a file, a tool call, a place for the history
  ParameterUnsupported,  // a parameter that the Responses API has not
  ProviderDropped,       // who serves the model; an agent names a model alone
  CheckAsText,           // a machine's check that became words
  NameMadeUp,            // it had no name
  Secret,                // a key: left behind, and not shown
  FileBeside,            // a file that came along and has no place
};

std::string_view toWord(LossReason reason);  // "not-in-format" …

// A field that was not carried, or not as it was.
struct Loss {
  std::string field;  // "parameters.temperature", "model.configuration.azure_endpoint"
  LossReason reason = LossReason::Unknown;
  std::string excerpt;  // the beginning of the value; empty for secrets

  bool operator==(const Loss&) const = default;
};

// The first line's worth of `value`; nothing of it when the field's name says that it is a secret.
Loss makeLoss(std::string field, LossReason reason, std::string_view value);

// A line of a version history that came along or goes out.
struct VersionEntry {
  domain::VersionId id;  // null: the other side numbers only
  std::int64_t number = 0;
  std::string hash;
  std::vector<domain::VersionId> parents;
  std::string author;
  std::string message;
  std::optional<base::WallTime> created;
  std::vector<std::string> labels;
  std::optional<domain::AgentContent> content;  // where the format carries it

  bool operator==(const VersionEntry&) const = default;
};

// The bytes of a knowledge file: those of `path` among the files that were read, or the document's own.
struct Attachment {
  std::string name;
  std::string path;  // empty: `bytes` holds them
  std::string bytes = {};

  bool operator==(const Attachment&) const = default;
};

struct Imported {
  domain::AgentContent content;
  std::string source;  // the file, and "#2" where it holds several
  domain::AgentId id;  // null: the format carries none
  std::vector<Loss> losses;
  std::vector<VersionEntry> versions;  // oldest first; empty: none came along
  std::vector<Attachment> attachments;
};

struct Exported {
  Files files;
  std::vector<Loss> losses;
};

// The fields of AgentContent that come back as they went, up to the layout of JSON in tools and schema:
// "name", "description", "prompt", "model", "parameters", "tools", "outputSchema", "starters", "tags",
// "variables", "cases", "knowledge". Where a single value does not fit after all, the export says so.
const std::vector<std::string_view>& carriedFields(Format format);

}  // namespace aiagent::authoring
