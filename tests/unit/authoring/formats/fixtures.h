// The files under fixtures/, and what golden files say of agents.
#pragma once

#include <string>

#include "core/authoring/formats/format.h"
#include "core/authoring/formats/import.h"

namespace aiagent::authoring {

// All files below fixtures/`folder`, with paths as seen from there; `folder` may be a single file.
Files fixture(const std::string& folder);

// Content, id, history and losses of everything that was read, as text to be compared.
std::string described(const ImportResult& result);

// Compares with fixtures/`path`. With AIAGENT_GOLDEN_UPDATE set the file is written anew, to be looked at in
// the diff.
void expectGolden(const std::string& path, const std::string& text);

}  // namespace aiagent::authoring
