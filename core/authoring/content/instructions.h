// Instructions: the sentences of a prompt, one by one, as lower-case words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/content/prompt_outline.h"

namespace aiagent::authoring {

struct Instruction {
  std::vector<std::string> words;  // without the marks around them
  ByteRange range;
  std::size_t group = 0;  // as in OutlineLine
};

// Sentences end at a full stop, a semicolon, a list item, and at a line end unless the next line goes on in
// lower case. Code, headings and sentences with quotation marks are left out: they are no orders.
std::vector<Instruction> readInstructions(std::string_view prompt, const Outline& outline);

}  // namespace aiagent::authoring
