// A body of an API server that is read in one pass. For .cpp files that read through kube_json.h only.
#pragma once

#include <string_view>

#include "core/wire/kube_json.h"
#include "core/wire/padded_text.h"

namespace aiagent::wire::kube {

// Gives the document's value to `visit`; false: the bytes are no JSON, as far as they were looked at.
template <class Visit>
bool readDocument(std::string_view json, Visit&& visit) {
  base::Interner names;
  Reading in(names);
  PaddedText text;
  ondemand::parser parser;
  ondemand::document document;
  Value value;
  const char* bytes = text.copy(json);
  const simdjson::padded_string_view padded(bytes, json.size(), text.capacity());
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return false;
  if (document.get_value().get(value) != simdjson::SUCCESS) return false;
  visit(in, value);
  return !in.broken;
}

}  // namespace aiagent::wire::kube
