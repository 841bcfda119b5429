#include "core/authoring/content/strict_schema.h"

#include <algorithm>
#include <optional>

#include "core/base/utf8.h"
#include "core/wire/json_text.h"

namespace aiagent::authoring {
namespace {

using Members = std::vector<wire::JsonMember>;

// Known to be refused with strict; what is only said to be is left out.
constexpr std::string_view kUnsupported[] = {"allOf",
                                             "oneOf",
                                             "not",
                                             "if",
                                             "then",
                                             "else",
                                             "dependentRequired",
                                             "dependentSchemas",
                                             "patternProperties",
                                             "propertyNames",
                                             "unevaluatedProperties",
                                             "unevaluatedItems",
                                             "minProperties",
                                             "maxProperties",
                                             "contains",
                                             "minContains",
                                             "maxContains"};

std::string pathTo(const std::string& parent, std::string_view step) {
  return parent.empty() ? std::string(step) : parent + "." + std::string(step);
}

std::string_view valueOf(const Members& members, std::string_view name) {
  const auto* member = wire::findMember(members, name);
  return member ? member->value : std::string_view();
}

std::vector<std::string> textsOf(std::string_view array) {
  std::vector<std::string> texts;
  if (const auto elements = wire::jsonElements(array))
    for (const auto element : *elements)
      if (auto text = wire::stringFromJson(element)) texts.push_back(std::move(*text));
  return texts;
}

bool holds(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// The words of a schema's type: one or several.
std::vector<std::string> typesOf(const Members& members) {
  const auto type = valueOf(members, "type");
  if (auto word = wire::stringFromJson(type)) return {std::move(*word)};
  return textsOf(type);
}

class Checker {
 public:
  explicit Checker(std::string_view text) : m_text(text) {}

  StrictReport run(std::string_view schema) {
    const auto members = wire::jsonMembers(schema);
    const bool plain = members && typesOf(*members) == std::vector<std::string>{"object"} &&
                       !wire::findMember(*members, "anyOf");
    if (!plain) fault("schema-root-not-object", {}, schema);
    check(schema, "");
    std::stable_sort(m_report.edits.begin(), m_report.edits.end(),
                     [](const SchemaEdit& a, const SchemaEdit& b) { return a.range.begin < b.range.begin; });
    return std::move(m_report);
  }

 private:
  ByteRange rangeOf(std::string_view piece) const {
    const auto begin = static_cast<std::size_t>(piece.data() - m_text.data());
    return {begin, begin + piece.size()};
  }

  void fault(const char* rule, std::vector<std::string> values, std::string_view where, bool mended = false) {
    m_report.faults.push_back({rule, std::move(values), rangeOf(where), mended});
  }

  void insert(std::size_t at, std::string text) { m_report.edits.push_back({{at, at}, std::move(text)}); }

  void check(std::string_view schema, const std::string& path) {
    const auto members = wire::jsonMembers(schema);
    if (!members) return;
    for (const auto& member : *members) {
      if (member.name == "default") fault("schema-default", {path}, member.value);
      if (std::find(std::begin(kUnsupported), std::end(kUnsupported), member.name) != std::end(kUnsupported))
        fault("schema-unsupported-keyword", {path, member.name}, member.value);
    }
    if (holds(typesOf(*members), "object") || wire::findMember(*members, "properties"))
      checkObject(schema, *members, path);
    checkWithin(*members, path);
  }

  void checkWithin(const Members& members, const std::string& path) {
    for (const std::string_view names : {"properties", "$defs", "definitions"})
      if (const auto inner = wire::jsonMembers(valueOf(members, names)))
        for (const auto& member : *inner) check(member.value, pathTo(pathTo(path, names), member.name));
    if (const auto items = valueOf(members, "items"); !items.empty()) check(items, pathTo(path, "items"));
    if (const auto branches = wire::jsonElements(valueOf(members, "anyOf")))
      for (std::size_t i = 0; i < branches->size(); ++i)
        check((*branches)[i], pathTo(path, "anyOf." + std::to_string(i)));
  }

  void checkObject(std::string_view schema, const Members& members, const std::string& path) {
    const auto* further = wire::findMember(members, "additionalProperties");
    if (!further) addMember(schema, "\"additionalProperties\": false");
    if (!further || further->value != "false")
      fault("schema-open-object", {path}, further ? further->value : schema, !further);
    const auto properties = wire::jsonMembers(valueOf(members, "properties")).value_or(Members());
    const auto required = textsOf(valueOf(members, "required"));
    for (const auto& name : required)
      if (std::none_of(properties.begin(), properties.end(), [&](const auto& p) { return p.name == name; }))
        fault("schema-required-missing", {path, name}, valueOf(members, "required"));
    std::vector<std::string> missing;
    for (const auto& property : properties) {
      if (holds(required, property.name)) continue;
      const bool mended = makeNullable(property.value);
      if (mended) missing.push_back(property.name);
      fault("schema-property-not-required", {pathTo(pathTo(path, "properties"), property.name)},
            property.value, mended);
    }
    require(schema, members, missing);
  }

  void require(std::string_view schema, const Members& members, const std::vector<std::string>& names) {
    if (names.empty()) return;
    std::string list;
    for (const auto& name : names) {
      if (!list.empty()) list += ", ";
      wire::appendQuoted(list, name);
    }
    const auto required = valueOf(members, "required");
    if (required.empty())
      addMember(schema, "\"required\": [" + list + "]");
    else
      addElement(required, list);
  }

  // What may be left out may be null instead. False where that cannot be said without a doubt.
  bool makeNullable(std::string_view property) {
    const auto members = wire::jsonMembers(property);
    if (!members) return false;
    const auto type = valueOf(*members, "type");
    if (type.empty() || wire::findMember(*members, "const")) return wrapNullable(property, *members);
    const auto types = typesOf(*members);
    if (types.empty()) return false;
    if (holds(types, "null")) return true;
    if (wire::jsonKind(type) == wire::JsonKind::String)
      m_report.edits.push_back({rangeOf(type), "[" + std::string(type) + ", \"null\"]"});
    else
      addElement(type, "\"null\"");
    if (const auto choices = wire::jsonElements(valueOf(*members, "enum"));
        choices && !std::count(choices->begin(), choices->end(), "null"))
      addElement(valueOf(*members, "enum"), "null");
    return true;
  }

  bool wrapNullable(std::string_view property, const Members& members) {
    if (const auto branches = wire::jsonElements(valueOf(members, "anyOf"))) {
      const auto isNull = [](std::string_view branch) {
        const auto inner = wire::jsonMembers(branch);
        return inner && typesOf(*inner) == std::vector<std::string>{"null"};
      };
      if (std::none_of(branches->begin(), branches->end(), isNull))
        addElement(valueOf(members, "anyOf"), "{\"type\": \"null\"}");
      return true;
    }
    if (!wire::findMember(members, "$ref") && !wire::findMember(members, "const") &&
        !wire::findMember(members, "enum"))
      return false;
    const auto range = rangeOf(property);
    insert(range.begin, "{\"anyOf\": [");
    insert(range.end, ", {\"type\": \"null\"}]}");
    return true;
  }

  void addElement(std::string_view array, const std::string& element) {
    const auto at = rangeOf(array).end - 1;
    insert(lastOf(at), (wire::jsonElements(array)->empty() ? "" : ", ") + element);
  }

  // At the end of an object that has members, on a line of its own where they have.
  void addMember(std::string_view object, const std::string& member) {
    const auto first = object.find('"');
    const auto lead = object.substr(1, first - 1);
    const auto line = lead.rfind('\n');
    insert(lastOf(rangeOf(object).end - 1),
           "," + (line == std::string_view::npos ? " " : std::string(lead.substr(line))) + member);
  }

  // Behind the last value before a closing bracket.
  std::size_t lastOf(std::size_t close) const { return m_text.find_last_not_of(" \t\r\n", close - 1) + 1; }

  std::string_view m_text;
  StrictReport m_report;
};

}  // namespace

StrictReport checkStrict(std::string_view text, std::string_view schema) {
  return Checker(text).run(schema);
}

bool fitsStrictSubset(std::string_view schema) {
  return wire::jsonKind(schema) == wire::JsonKind::Object && checkStrict(schema, schema).faults.empty();
}

}  // namespace aiagent::authoring
