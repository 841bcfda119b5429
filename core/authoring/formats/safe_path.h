// Paths of files that came along: never out of the folder they came in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aiagent::authoring {

// Relative, of parts that every system can write and that lead nowhere else: no "..", no drive, no backslash,
// no control character, no part that Windows reads as a device, at most kLongestPath bytes of UTF-8 and
// kDeepestFolder folders.
bool isSafePath(std::string_view path);

// CON, NUL, COM1 … with any ending: Windows opens the device instead of a file.
bool isDeviceName(std::string_view part);

// `reference` as `from` (a file's path) sees it: "../" and "./" resolved. Nothing where it leaves the folder.
std::optional<std::string> joinedPath(std::string_view from, std::string_view reference);

std::string_view folderOf(std::string_view path);  // "" for a file at the top; else with its '/'

}  // namespace aiagent::authoring
