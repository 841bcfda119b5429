// Small questions about text that many rules ask.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aiagent::cluster::lint {

bool has(std::string_view text, std::string_view piece);
bool hasAny(std::string_view text, const std::vector<std::string_view>& pieces);
bool startsWith(std::string_view text, std::string_view start);
bool endsWith(std::string_view text, std::string_view end);
// `word` with nothing of a name around it.
bool hasWord(std::string_view text, std::string_view word);
std::string lower(std::string_view text);
std::string_view trim(std::string_view text);
std::vector<std::string> wordsOf(std::string_view text);  // between blanks
std::string folderOf(std::string_view path);              // "" for a file without one
std::string fileOf(std::string_view path);
// "a/./b/../c" -> "a/c".
std::string normalPath(std::string_view path);
// The number right behind `prefix`: 14 of "postgres:14-alpine". -1 where there is none.
int numberBehind(std::string_view text, std::string_view prefix);
// "${NAME}" and "$NAME" in their order, but for "${{" of a workflow.
std::vector<std::string> shellVariables(std::string_view text);

}  // namespace aiagent::cluster::lint
