// Text made comparable: lower case, blanks and line ends as one blank.
#pragma once

#include <string>
#include <string_view>

namespace aiagent::authoring {

// Lower case for Latin letters up to U+00FF; everything else stays.
std::string folded(std::string_view text);

// Whether `word`, folded, is in `text`, folded: at the beginning of a word, or anywhere.
bool holdsWord(std::string_view text, std::string_view word, bool anywhere);

}  // namespace aiagent::authoring
