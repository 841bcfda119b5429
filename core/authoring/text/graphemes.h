// Graphemes: what a person sees as one character (Unicode UAX #29, extended grapheme clusters).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace aiagent::authoring {

struct Grapheme {
  std::uint32_t base = 0;  // its first code point; U+FFFD for a broken byte
  std::size_t bytes = 0;
};

// The grapheme that begins at `at` (< text.size()). CR LF is one; marks, joiners, variation selectors, skin
// tones, tags and conjoining jamo stay with what they follow; regional indicators come in pairs counted from
// `at`. Where the standard would split after a joiner this does not, so that it is at worst too long. A
// broken byte is one of its own.
Grapheme graphemeAt(std::string_view text, std::size_t at);

}  // namespace aiagent::authoring
