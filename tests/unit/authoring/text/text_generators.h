// Texts for properties: few different words, so that much is alike, with everything a cut could go wrong at.
#pragma once

#include <string>
#include <vector>

#include <rapidcheck.h>

namespace aiagent::authoring {

inline rc::Gen<std::string> anyPiece() {
  return rc::gen::element<std::string>(
      "a", "b", "the", "answer", "kind", " ", " ", "  ", "\t", "\n", "\n", "\r\n", "\r", ".", ",", "-",
      "{{name}}", "{{ topic }}", "{{", "}}", "{", "}", "你", "好", "ไทย", "e\u0301", "👩‍👩‍👧",
      "👍🏽", "🇩🇪", "🇫", "1️⃣", "\u00a0", "\u0301", "\u200d", "\xff", "\xe4\xbd");
}

inline rc::Gen<std::string> anyText() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(anyPiece()),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const auto& piece : pieces) text += piece;
                        return text;
                      });
}

// A text and what somebody made of it: pieces taken out, put in, replaced.
inline std::string editedText(const std::vector<std::string>& pieces) {
  std::string text;
  for (const auto& piece : pieces) {
    const auto what = *rc::gen::inRange(0, 12);
    if (what == 0) continue;
    if (what == 1) text += *anyPiece();
    text += what == 2 ? *anyPiece() : piece;
  }
  return text;
}

inline std::string joined(const std::vector<std::string>& pieces) {
  std::string text;
  for (const auto& piece : pieces) text += piece;
  return text;
}

}  // namespace aiagent::authoring
