// Front matter: YAML between two lines of three dashes, then the body.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/authoring/formats/document.h"
#include "core/authoring/formats/record_reader.h"
#include "core/base/result.h"
#include "core/domain/agent.h"

namespace aiagent::authoring {

struct FrontMatter {
  std::string_view yaml;
  std::string_view body;  // from the line after the closing dashes
};

// Nothing where the text does not begin with a line of dashes, or they are never closed.
std::optional<FrontMatter> splitFrontMatter(std::string_view text);

// CRLF to LF where the first line ends so; a text that has mere LF keeps a CR within.
std::string withUnixLines(std::string_view text);

// "---\n…---\n\nbody\n". bodyOf() gives the body back as it was.
std::string joinFrontMatter(const Tree& fields, std::string_view body);
std::string_view bodyOf(std::string_view body);

// The member that marks our own Markdown.
inline constexpr char kOwnMark[] = "aiagent";

// Everything of an agent but its prompt, in the fields that our Markdown has. `inlined`: tools, schema and
// cases too, which the library folder keeps in files of their own.
Record agentFields(const domain::AgentContent& content, bool inlined);
void readAgentFields(RecordReader& reader, domain::AgentContent& content);

}  // namespace aiagent::authoring
