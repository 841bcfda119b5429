#include "core/wire/yaml_tree.h"

#include <yaml.h>

#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "core/wire/tree_limits.h"

namespace aiagent::wire {
namespace {

// libyaml compares each with all before it.
constexpr std::size_t kMostDirectives = 16;

base::Error invalid(std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = "YAML: " + std::move(detail)};
}

bool isDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Like YAML 1.2, except that a leading zero makes text: it is a house number or a postcode.
std::optional<Tree> plainNumber(std::string_view text) {
  auto digits = text;
  if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) digits.remove_prefix(1);
  if (digits.empty() || (digits[0] != '.' && (digits[0] < '0' || digits[0] > '9'))) return std::nullopt;
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.' && digits[1] != 'e') return std::nullopt;
  const auto* begin = text.data() + (text[0] == '+' ? 1 : 0);
  const auto* end = text.data() + text.size();
  if (isDigits(digits)) {
    std::int64_t value = 0;
    if (std::from_chars(begin, end, value).ec == std::errc()) return Tree(value);
  }
  double value = 0;
  const auto [stop, error] = std::from_chars(begin, end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
  return Tree(value);
}

Tree plainScalar(std::string_view text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return {};
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  if (auto number = plainNumber(text)) return std::move(*number);
  return text;
}

std::string_view view(const unsigned char* text, std::size_t size) {
  return {reinterpret_cast<const char*>(text), size};
}

std::string nameOf(const unsigned char* text) {
  return text ? std::string(reinterpret_cast<const char*>(text)) : std::string();
}

std::size_t nodesOf(const Tree& tree) {
  std::size_t count = 1;
  for (const auto& item : tree.items()) count += nodesOf(item);
  for (const auto& member : tree.members()) count += nodesOf(member.second);
  return count;
}

std::size_t bytesOf(const Tree& tree) {
  std::size_t count = tree.text() ? tree.text()->size() : 0;
  for (const auto& item : tree.items()) count += bytesOf(item);
  for (const auto& member : tree.members()) count += member.first.size() + bytesOf(member.second);
  return count;
}

class Builder {
 public:
  enum class Wanted { OneTree, AllWithLines };
  explicit Builder(Wanted wanted) : m_wantsAll(wanted == Wanted::AllWithLines) {}

  // False at the end of the stream.
  base::Result<bool> on(const yaml_event_t& event) {
    m_line = static_cast<int>(event.start_mark.line) + 1;
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        if (++m_documents > 1 && !m_wantsAll) return invalid("several documents");
        m_anchors.clear();
        return true;
      case YAML_ALIAS_EVENT: return alias(nameOf(event.data.alias.anchor));
      case YAML_SCALAR_EVENT: return scalar(event);
      case YAML_SEQUENCE_START_EVENT: return open(List(), nameOf(event.data.sequence_start.anchor));
      case YAML_MAPPING_START_EVENT: return open(Record(), nameOf(event.data.mapping_start.anchor));
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT: return close();
      case YAML_STREAM_END_EVENT: return false;
      case YAML_DOCUMENT_END_EVENT:
        if (m_wantsAll) m_ended.push_back(std::move(m_root));
        break;
      case YAML_NO_EVENT:
      case YAML_STREAM_START_EVENT: break;
    }
    return true;
  }

  Tree take() { return std::move(m_root.tree); }
  std::vector<YamlDocument> takeAll() { return std::move(m_ended); }

 private:
  struct Level {
    Tree tree;
    std::string anchor;
    YamlLines lines;
    std::optional<std::string> key;  // of the member whose value comes next
    int keyLine = 0;
    std::set<std::string, std::less<>> keys;
  };

  base::Result<bool> scalar(const yaml_event_t& event) {
    const auto& found = event.data.scalar;
    const auto text = view(found.value, found.length);
    const auto tag = nameOf(found.tag);
    const bool isText = found.style != YAML_PLAIN_SCALAR_STYLE || tag == "tag:yaml.org,2002:str";
    if (auto counted = count(1); !counted) return counted.error();
    return done({isText || wantsKey() ? Tree(text) : plainScalar(text), {m_line, {}}}, nameOf(found.anchor));
  }

  base::Result<bool> alias(const std::string& name) {
    const auto at = m_anchors.find(name);
    if (at == m_anchors.end()) return invalid("an alias without its anchor");
    if (auto counted = count(nodesOf(at->second)); !counted) return counted.error();
    if (auto counted = countBytes(at->second); !counted) return counted.error();
    return done({at->second, linesOf(at->second)}, {});
  }

  base::Result<bool> open(Tree container, std::string anchor) {
    if (m_open.size() >= kDeepestDocument) return invalid("too deep");
    if (wantsKey()) return invalid("a key that is no text");
    if (auto counted = count(1); !counted) return counted.error();
    m_open.push_back({std::move(container), std::move(anchor), {m_line, {}}, {}, 0, {}});
    return true;
  }

  base::Result<bool> close() {
    auto level = std::move(m_open.back());
    m_open.pop_back();
    if (level.tree.isRecord() && level.keys.count("<<")) {
      if (auto merged = merge(level); !merged) return merged.error();
    }
    return done({std::move(level.tree), std::move(level.lines)}, level.anchor);
  }

  base::Result<bool> done(YamlDocument value, const std::string& anchor) {
    auto& tree = value.tree;
    if (!anchor.empty()) {
      if (auto counted = count(nodesOf(tree)); !counted) return counted.error();
      if (auto counted = countBytes(tree); !counted) return counted.error();
      m_anchors[anchor] = tree;
    }
    if (m_open.empty()) {
      m_root = std::move(value);
      return true;
    }
    auto& level = m_open.back();
    if (level.tree.isList()) {
      level.tree.mutableItems().push_back(std::move(tree));
      if (m_wantsAll) level.lines.children.push_back(std::move(value.lines));
    } else if (!level.key) {
      if (!tree.isScalar() && !tree.isNull()) return invalid("a key that is no text");
      level.key = tree.asText();
      level.keyLine = value.lines.line;
      if (!level.keys.insert(*level.key).second) return invalid("a key twice");
    } else {
      level.tree.mutableMembers().emplace_back(std::move(*level.key), std::move(tree));
      level.key.reset();
      value.lines.line = level.keyLine;
      if (m_wantsAll) level.lines.children.push_back(std::move(value.lines));
    }
    return true;
  }

  bool wantsKey() const { return !m_open.empty() && m_open.back().tree.isRecord() && !m_open.back().key; }

  // What the record says itself comes before what it merges.
  base::Result<bool> merge(Level& level) {
    Record merged;
    Tree sources;
    const auto at = placeOf(level.tree, "<<");
    for (auto& member : level.tree.mutableMembers())
      if (member.first == "<<")
        sources = std::move(member.second);
      else
        merged.push_back(std::move(member));
    YamlLines from;
    if (m_wantsAll) {
      from = std::move(level.lines.children[at]);
      level.lines.children.erase(level.lines.children.begin() + static_cast<std::ptrdiff_t>(at));
    }
    const auto take = [&](const Tree& source) {
      for (const auto& member : source.members()) {
        if (!level.keys.insert(member.first).second) continue;
        if (m_wantsAll) level.lines.children.push_back(linesOf(member.second, from.line));
        merged.push_back(member);
      }
    };
    take(sources);
    for (const auto& source : sources.items()) take(source);
    level.tree = Tree(std::move(merged));
    return true;
  }

  static std::size_t placeOf(const Tree& record, std::string_view key) {
    std::size_t at = 0;
    while (record.members()[at].first != key) ++at;
    return at;
  }

  YamlLines linesOf(const Tree& tree) const { return linesOf(tree, m_line); }
  // What is repeated stands where it is repeated.
  YamlLines linesOf(const Tree& tree, int line) const {
    YamlLines lines{line, {}};
    if (!m_wantsAll) return lines;
    for (const auto& item : tree.items()) lines.children.push_back(linesOf(item, line));
    for (const auto& member : tree.members()) lines.children.push_back(linesOf(member.second, line));
    return lines;
  }

  base::Result<void> count(std::size_t nodes) {
    m_nodes += nodes;
    if (m_nodes > kMostNodes) return invalid("too many values");
    return {};
  }

  base::Result<void> countBytes(const Tree& tree) {
    m_aliasBytes += bytesOf(tree);
    if (m_aliasBytes > kMostAliasBytes) return invalid("aliases repeat too much");
    return {};
  }

  bool m_wantsAll;
  int m_line = 1;  // of the event that is looked at
  YamlDocument m_root;
  std::vector<YamlDocument> m_ended;
  std::vector<Level> m_open;
  std::map<std::string, Tree> m_anchors;
  std::size_t m_nodes = 0;
  std::size_t m_aliasBytes = 0;
  int m_documents = 0;
};

class Parser {
 public:
  explicit Parser(std::string_view text) {
    yaml_parser_initialize(&m_parser);
    yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  ~Parser() { yaml_parser_delete(&m_parser); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  base::Result<bool> next(Builder& builder) {
    yaml_event_t event;
    if (!yaml_parser_parse(&m_parser, &event))
      return invalid(std::string(m_parser.problem ? m_parser.problem : "no YAML") + ", line " +
                     std::to_string(m_parser.problem_mark.line + 1));
    auto more = builder.on(event);
    yaml_event_delete(&event);
    return more;
  }

  // Of the fault that next() told, from 1.
  int faultLine() const {
    return static_cast<int>(m_parser.problem ? m_parser.problem_mark.line : m_parser.mark.line) + 1;
  }

 private:
  yaml_parser_t m_parser;
};

std::size_t directives(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at != std::string_view::npos && count <= kMostDirectives;) {
    if (at < text.size() && text[at] == '%') ++count;
    at = text.find('\n', at);
    if (at != std::string_view::npos) ++at;
  }
  return count;
}

}  // namespace

base::Result<Tree> parseYaml(std::string_view text) {
  if (text.size() > kLargestYaml) return invalid("too large");
  if (directives(text) > kMostDirectives) return invalid("too many directives");
  Parser parser(text);
  Builder builder(Builder::Wanted::OneTree);
  for (;;) {
    const auto more = parser.next(builder);
    if (!more) return more.error();
    if (!*more) return builder.take();
  }
}

YamlStream parseYamlStream(std::string_view text) {
  if (text.size() > kLargestYaml) return {{}, "YAML: too large", 1};
  if (directives(text) > kMostDirectives) return {{}, "YAML: too many directives", 1};
  Parser parser(text);
  Builder builder(Builder::Wanted::AllWithLines);
  for (;;) {
    const auto more = parser.next(builder);
    if (!more) return {builder.takeAll(), more.error().detail, parser.faultLine()};
    if (!*more) return {builder.takeAll(), {}, 0};
  }
}

}  // namespace aiagent::wire
