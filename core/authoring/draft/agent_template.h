// AgentTemplate: an agent for a task that many have, written once and filled from a description.
//
// resources/templates holds one text file for each, of lines that begin with a word:
//
//   template ticket-triage              its id
//   tier fast · effort low · verbosity low
//   variable tone choice friendly|formal        name, type, choices
//   tool web_search                     a hosted tool
//   function look_up {…}                a function and the schema of its parameters
//   schema {…}                          of the output
//   words en ticket:5, *support:2       how a description is known: weight; words are beginnings of words,
//   with *
//                                       any part of one; scripts without blanks are found anywhere
//   language en                         what follows is in English; en comes first and is complete
//   name · description · starter …
//   about tone How answers sound | friendly     of a variable or function: what it is | an example
//   | …                                 a line of the prompt
//   case … · input … · set tone = formal · expect …
//
// Blank lines and lines that begin with # are skipped.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/generate/generated_agent.h"
#include "core/base/result.h"

namespace aiagent::authoring {

struct TemplateWord {
  std::string text;  // lower case
  int weight = 1;
  bool anywhere = false;
};

struct AgentTemplate {
  std::string id;
  std::vector<TemplateWord> words;
  std::map<std::string, GeneratedAgent> texts;  // by language; "en" is always there

  // The agent in that language, or in English.
  const GeneratedAgent& in(const std::string& language) const;
};

// InvalidInput with the line in `detail`.
base::Result<std::vector<AgentTemplate>> parseTemplates(std::string_view text);

// Those of resources/templates, sorted by id.
const std::vector<AgentTemplate>& templateLibrary();

// The files of resources/templates, one after another.
std::string_view shippedTemplates();

}  // namespace aiagent::authoring
