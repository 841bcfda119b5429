// Tree -> YAML that a person would have written: block style, one field a line, texts of several lines as
// they are. The same tree always gives the same bytes, and parseYaml gives the tree back.
#pragma once

#include <string>

#include "core/authoring/formats/document.h"

namespace aiagent::authoring {

// Ends with a newline. Numbers that are not finite become null.
std::string writeYaml(const Tree& tree);

}  // namespace aiagent::authoring
