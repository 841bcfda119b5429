// Model parameters that a person has set on an agent. A parameter that is not here is never sent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace aiagent::domain {

// A value as JSON text (object, array or null) that is sent unchanged.
struct JsonText {
  std::string text;
  bool operator==(const JsonText&) const = default;
};

using ParameterValue = std::variant<bool, std::int64_t, double, std::string, JsonText>;

struct Parameter {
  std::string name;  // the API's own name in the Responses API, e.g. "reasoning.effort", "temperature"
  ParameterValue value;
  bool operator==(const Parameter&) const = default;
};

// Sorted by name, names unique.
class Parameters {
 public:
  const std::vector<Parameter>& all() const { return m_all; }
  bool empty() const { return m_all.empty(); }
  const ParameterValue* find(std::string_view name) const;
  void set(std::string name, ParameterValue value);
  bool remove(std::string_view name);  // false: was not there

  bool operator==(const Parameters&) const = default;

 private:
  std::vector<Parameter> m_all;
};

enum class ParameterKind { Boolean, Integer, Number, Word, Json };

// What the Responses API documents about a parameter (OpenAPI document 2.3.0).
struct ParameterSpec {
  std::string_view name;
  ParameterKind kind;
  double least = 0, most = 0;                // Integer and Number; both 0: no limit stated
  std::vector<std::string_view> words = {};  // Word: the values known today; a server may know more
};

const std::vector<ParameterSpec>& knownParameters();
const ParameterSpec* findParameterSpec(std::string_view name);

// Reads "hot" as the value of `name`. InvalidInput with subject = name when a known parameter does not take
// it or the name belongs to the program itself (model, input, stream …). Unknown names take any JSON scalar,
// else the text as it is.
base::Result<ParameterValue> parseParameterValue(std::string_view name, std::string_view text);

// The value as a person would type it: 0.5, low, true, {"a":1}.
std::string toText(const ParameterValue& value);

}  // namespace aiagent::domain
