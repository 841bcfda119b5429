// What the rehearsal server is asked, to have its answers judged. (In a file of its own: moc does not
// understand these texts.)
#pragma once

#include <string>
#include <vector>

namespace aiagent::testing {

struct RehearsalCase {
  std::string name;
  std::string method, path, body;
  std::string schema;  // of a whole answer: its name in OpenAI's document
  bool isChat() const { return path == "/chat/completions"; }
};

std::vector<RehearsalCase> streamedCases();
std::vector<RehearsalCase> wholeCases();
std::vector<std::string> sampledSchemas();  // JSON text

}  // namespace aiagent::testing
