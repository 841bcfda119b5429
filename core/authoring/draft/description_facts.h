// What can be read out of a description by rules: for whom, in which tone, language and form, about what.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aiagent::authoring {

// Texts are in `language`; empty: not told.
struct DescriptionFacts {
  std::string language;             // of the description: "en", "de", "zh"
  std::string title;                // "called Otto"
  std::string subject;              // "about X"
  std::string audience;             // "for beginners"
  std::string tone;                 // "friendly"
  std::string answerIn;             // "German"
  std::string form;                 // "a table"
  std::vector<std::string> fields;  // "with the fields a, b and c"
  bool wantsJson = false;
  bool wantsWeb = false;        // facts that change
  bool wantsDocuments = false;  // the person's own files
  bool wantsSums = false;       // calculations on data
  bool operator==(const DescriptionFacts&) const = default;
};

// "en", "de" or "zh"; `otherwise`, one of these, when nothing speaks for any. Others count as English.
std::string languageOf(std::string_view description, std::string_view otherwise = "en");

// `language` is that of the agent's texts.
DescriptionFacts factsOf(std::string_view description, const std::string& language);

}  // namespace aiagent::authoring
