#include "core/authoring/content/schema_check.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cctype>
#include <cmath>
#include <optional>

#include "core/wire/json_text.h"

namespace aiagent::authoring {
namespace {

namespace json = boost::json;
using Kind = SchemaMismatch::Kind;

constexpr std::size_t kDeepest = 64;
constexpr int kMostReferences = 16;  // in a row, without a step down in the answer
// A schema whose branches refer to each other could be walked for ever.
constexpr int kMostSteps = 200'000;
constexpr std::size_t kMostValuesTold = 8;

std::optional<json::value> parse(std::string_view text) {
  json::parse_options options;
  options.max_depth = kDeepest;
  json::error_code error;
  auto value = json::parse({text.data(), text.size()}, error, {}, options);
  if (error) return std::nullopt;
  return value;
}

std::string_view view(const json::string& text) {
  return {text.data(), text.size()};
}

bool isWord(std::string_view name) {
  const auto inWord = [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-' || c >= 0x80; };
  return !name.empty() && std::all_of(name.begin(), name.end(), inWord);
}

std::string memberPath(const std::string& path, std::string_view name) {
  if (isWord(name)) return path + "." + std::string(name);
  std::string quoted;
  wire::appendQuoted(quoted, name);
  return path + "[" + quoted + "]";
}

bool hasType(const json::value& value, std::string_view type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_bool();
  if (type == "null") return value.is_null();
  if (type == "number") return value.is_number();
  if (type != "integer") return true;  // not a type we know: it says nothing
  return value.is_double() ? std::trunc(value.get_double()) == value.get_double() : value.is_number();
}

// Steps and findings of one walk. Branches of anyOf are walked with findings of their own.
class Walk {
 public:
  explicit Walk(const json::object& root) : m_root(root) {}

  bool exhausted() const { return m_steps > kMostSteps; }

  void check(const json::value& schema, const json::value& value, const std::string& path,
             std::vector<SchemaMismatch>& found, int references = 0) {
    if (++m_steps > kMostSteps || found.size() >= kMostMismatches) return;
    if (schema.is_bool()) {
      if (!schema.get_bool()) found.push_back({Kind::Unexpected, path, {}});
      return;
    }
    if (!schema.is_object()) return;
    const auto& rules = schema.get_object();
    if (const auto* nullable = rules.if_contains("nullable");
        nullable && nullable->is_bool() && nullable->get_bool() && value.is_null())
      return;
    if (const auto* target = referred(rules); target && references < kMostReferences)
      check(*target, value, path, found, references + 1);
    if (!checkType(rules, value, path, found)) return;
    checkChoice(rules, value, path, found);
    checkBranches(rules, value, path, found, references);
    if (value.is_object()) checkObject(rules, value.get_object(), path, found);
    if (value.is_array()) checkArray(rules, value.get_array(), path, found);
  }

 private:
  // What "#", "#/$defs/name" and "#/a/b" stand for; null for anything else.
  const json::value* referred(const json::object& rules) const {
    const auto* reference = rules.if_contains("$ref");
    if (!reference || !reference->is_string()) return nullptr;
    auto rest = view(reference->get_string());
    if (rest.empty() || rest.front() != '#') return nullptr;
    rest.remove_prefix(1);
    const json::object* level = &m_root;
    const json::value* target = nullptr;
    if (rest.empty()) return rootValue();
    while (!rest.empty() && rest.front() == '/') {
      rest.remove_prefix(1);
      const auto end = std::min(rest.find('/'), rest.size());
      target = level ? level->if_contains(json::string_view(rest.data(), end)) : nullptr;
      if (!target) return nullptr;
      level = target->if_object();
      rest.remove_prefix(end);
    }
    return target;
  }

  const json::value* rootValue() const {
    if (!m_rootValue) m_rootValue = json::value(m_root);
    return &*m_rootValue;
  }

  static bool checkType(const json::object& rules, const json::value& value, const std::string& path,
                        std::vector<SchemaMismatch>& found) {
    const auto* type = rules.if_contains("type");
    if (!type) return true;
    std::vector<std::string> types;
    if (type->is_string()) types.emplace_back(view(type->get_string()));
    if (type->is_array())
      for (const auto& word : type->get_array())
        if (word.is_string()) types.emplace_back(view(word.get_string()));
    const auto fits = [&](const std::string& word) { return hasType(value, word); };
    if (types.empty() || std::any_of(types.begin(), types.end(), fits)) return true;
    std::string told;
    for (const auto& word : types) told += (told.empty() ? "" : ", ") + word;
    found.push_back({Kind::WrongType, path, std::move(told)});
    return false;
  }

  static void checkChoice(const json::object& rules, const json::value& value, const std::string& path,
                          std::vector<SchemaMismatch>& found) {
    if (const auto* single = rules.if_contains("const"); single && *single != value)
      found.push_back({Kind::NotInEnum, path, json::serialize(*single)});
    const auto* choices = rules.if_contains("enum");
    if (!choices || !choices->is_array()) return;
    const auto& all = choices->get_array();
    if (std::find(all.begin(), all.end(), value) != all.end()) return;
    std::string told;
    for (std::size_t i = 0; i < all.size() && i < kMostValuesTold; ++i)
      told += (told.empty() ? "" : ", ") + json::serialize(all[i]);
    if (all.size() > kMostValuesTold) told += ", \u2026";
    found.push_back({Kind::NotInEnum, path, std::move(told)});
  }

  // Told is what the branch lacks that comes nearest; of several equally near ones only that none fits.
  void checkBranches(const json::object& rules, const json::value& value, const std::string& path,
                     std::vector<SchemaMismatch>& found, int references) {
    const auto* branches = rules.if_contains("anyOf");
    if (!branches || !branches->is_array() || branches->get_array().empty()) return;
    std::vector<std::vector<SchemaMismatch>> deeper;
    for (const auto& branch : branches->get_array()) {
      std::vector<SchemaMismatch> own;
      check(branch, value, path, own, references + 1);
      if (own.empty()) return;
      const bool otherKind = own.size() == 1 && own[0].kind == Kind::WrongType && own[0].path == path;
      if (!otherKind) deeper.push_back(std::move(own));
    }
    if (deeper.size() == 1)
      found.insert(found.end(), deeper[0].begin(), deeper[0].end());
    else
      found.push_back({Kind::NoBranch, path, {}});
  }

  void checkObject(const json::object& rules, const json::object& object, const std::string& path,
                   std::vector<SchemaMismatch>& found) {
    if (const auto* required = rules.if_contains("required"); required && required->is_array())
      for (const auto& name : required->get_array())
        if (name.is_string() && !object.contains(name.get_string()))
          found.push_back({Kind::Missing, memberPath(path, view(name.get_string())), {}});
    const auto* properties = rules.if_contains("properties");
    const auto* known = properties ? properties->if_object() : nullptr;
    const auto* others = rules.if_contains("additionalProperties");
    for (const auto& member : object) {
      const std::string_view name(member.key().data(), member.key().size());
      const auto* rule = known ? known->if_contains(member.key()) : nullptr;
      if (!rule) rule = others;
      if (rule) check(*rule, member.value(), memberPath(path, name), found);
    }
  }

  void checkArray(const json::object& rules, const json::array& array, const std::string& path,
                  std::vector<SchemaMismatch>& found) {
    const auto* items = rules.if_contains("items");
    if (!items) return;
    for (std::size_t i = 0; i < array.size() && found.size() < kMostMismatches; ++i)
      check(*items, array[i], path + "[" + std::to_string(i) + "]", found);
  }

  const json::object& m_root;
  mutable std::optional<json::value> m_rootValue;
  int m_steps = 0;
};

// The schema itself, where it stands in the wrapping that names it (wire/output_schema).
const json::value& unwrapped(const json::value& schema) {
  const auto& object = schema.get_object();
  const auto* inner = object.if_contains("schema");
  return inner && inner->is_object() ? *inner : schema;
}

}  // namespace

SchemaReport checkAnswer(std::string_view schema, std::string_view answer) {
  const auto rules = parse(schema);
  if (!rules || !rules->is_object()) return {};
  SchemaReport report{.checked = true, .mismatches = {}};
  const auto value = parse(answer);
  if (!value) {
    report.mismatches.push_back({Kind::NotJson, "$", {}});
    return report;
  }
  const auto& root = unwrapped(*rules);
  Walk walk(root.get_object());
  walk.check(root, *value, "$", report.mismatches);
  if (walk.exhausted()) return {};
  if (report.mismatches.size() > kMostMismatches) report.mismatches.resize(kMostMismatches);
  return report;
}

}  // namespace aiagent::authoring
