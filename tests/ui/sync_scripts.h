// Answers of a server that takes every edit, and that has three agents of one page each.
#pragma once

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/wire/json_text.h"
#include "core/wire/sync_message.h"

namespace aiagent::testing {

inline const std::string kEpochText = "01990000-0000-7000-8000-0000000000e1";

// The numbers of the edits in a request.
inline std::vector<int> numbersIn(const std::string& body) {
  const std::string mark = "{\"n\":";
  std::vector<int> numbers;
  for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark, at + 1))
    numbers.push_back(std::stoi(body.substr(at + mark.size(), 9)));
  return numbers;
}

inline std::string allTaken(const std::string& body) {
  const auto numbers = numbersIn(body);
  wire::JsonArray results;
  for (const auto number : numbers)
    results.raw(wire::JsonObject()
                    .integer("n", number)
                    .text("s", "applied")
                    .integer("v", number)
                    .raw("e", "{}")
                    .take());
  return wire::JsonObject()
      .text("epoch", kEpochText)
      .integer("head", numbers.back())
      .integer("last_n", numbers.back())
      .raw("results", results.take())
      .take();
}

inline std::string pageBehind(int cursor) {
  const auto id = [](int number) {
    return *base::Uuid::parse("01990000-0000-7000-8000-00000000000" + std::to_string(number));
  };
  std::uint64_t mix = 0;
  for (int version = 1; version <= 3; ++version) mix ^= wire::rowHash(id(version), version);
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(mix));
  const int to = std::min(cursor + 1, 3);
  wire::JsonArray rows;
  if (to > cursor)
    rows.raw(wire::JsonObject()
                 .text("t", "agent")
                 .text("id", id(to).toString())
                 .integer("v", to)
                 .raw("f", wire::JsonObject().text("name", "Agent " + std::to_string(to)).take())
                 .raw("e", "{}")
                 .take());
  return wire::JsonObject()
      .text("epoch", kEpochText)
      .integer("from", cursor)
      .integer("to", to)
      .integer("head", 3)
      .integer("floor", 0)
      .boolean("complete", to == 3)
      .integer("last_n", 0)
      .text("role", "admin")
      .raw("digest", wire::JsonObject().integer("live", 3).text("xor", hex).take())
      .raw("rows", rows.take())
      .take();
}

}  // namespace aiagent::testing
