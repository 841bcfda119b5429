// The parts of an agent as trees: how our own formats write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/formats/document.h"
#include "core/authoring/formats/record_reader.h"
#include "core/domain/agent.h"

namespace aiagent::authoring {

Tree textsTree(const std::vector<std::string>& texts);
// Fields without a value are left out.
Tree variablesTree(const std::vector<domain::Variable>& variables);
Tree casesTree(const std::vector<domain::TestCase>& cases);
Tree knowledgeTree(const std::vector<domain::KnowledgeFile>& files);
// {"reasoning.effort": "low"}; JSON text that a tree would lay out otherwise is {"$json": "the text"}.
Tree parametersTree(const domain::Parameters& parameters);

std::vector<domain::Variable> variablesFromTree(const Tree& tree, const std::string& path, Losses& losses);
std::vector<domain::TestCase> casesFromTree(const Tree& tree, const std::string& path, Losses& losses);
std::vector<domain::KnowledgeFile> knowledgeFromTree(const Tree& tree, const std::string& path,
                                                     Losses& losses);
domain::Parameters parametersFromTree(const Tree& tree, const std::string& path, Losses& losses);

// Text that is JSON (tools, a schema) goes out twice where its layout is not prettyJson's: as values under
// `name`, to be read, and as it is under name + "Text", to come back unchanged. Text that is no JSON goes out
// under name + "Text" alone.
void addJsonText(Record& record, const std::string& name, const std::string& text);
// The text, where both say the same; else the values, for somebody has edited them.
std::string takeJsonText(RecordReader& reader, const std::string& name);

// A place in the text of a value of a foreign format.
domain::ParameterValue parameterValue(const Tree& tree);

}  // namespace aiagent::authoring
