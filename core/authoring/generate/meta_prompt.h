// The instructions that go with a generation. English, whatever language the person writes in; free of
// {{variables}}, which a run would want values for.
#pragma once

#include <string_view>

namespace aiagent::authoring {

std::string_view generationPrompt();
std::string_view fieldPrompt();  // follows generationPrompt()
std::string_view improvementPrompt();
std::string_view whyPrompt();

}  // namespace aiagent::authoring
