#include "core/wire/tree_json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>

#include "core/wire/tree_limits.h"

namespace aiagent::wire {
namespace {

namespace json = boost::json;

// The names and signatures are those that basic_parser calls.
class TreeBuilder {
 public:
  static constexpr std::size_t max_object_size = kMostNodes;
  static constexpr std::size_t max_array_size = kMostNodes;
  static constexpr std::size_t max_key_size = kLongestScalar;
  static constexpr std::size_t max_string_size = kLongestScalar;

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code& error) { return open(Record(), error); }
  bool on_object_end(std::size_t, json::error_code& error) { return close(error); }
  bool on_array_begin(json::error_code& error) { return open(List(), error); }
  bool on_array_end(std::size_t, json::error_code& error) { return close(error); }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return append(part); }
  bool on_key(json::string_view part, std::size_t, json::error_code&) {
    append(part);
    m_keys.push_back(std::move(m_text));
    m_text.clear();
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return append(part); }
  bool on_string(json::string_view part, std::size_t, json::error_code& error) {
    append(part);
    return add(Tree(std::exchange(m_text, {})), error);
  }
  bool on_number_part(json::string_view part, json::error_code&) { return append(part); }
  bool on_int64(std::int64_t value, json::string_view, json::error_code& error) {
    m_text.clear();
    return add(Tree(value), error);
  }
  bool on_uint64(std::uint64_t value, json::string_view, json::error_code& error) {
    m_text.clear();
    return add(Tree(double(value)), error);
  }
  bool on_double(double value, json::string_view part, json::error_code& error) {
    append(part);
    // Boost 1.81 rounds now and then; the text says it exactly
    double exact = 0;
    const auto [end, failed] = std::from_chars(m_text.data(), m_text.data() + m_text.size(), exact);
    if (failed == std::errc() && end == m_text.data() + m_text.size()) value = exact;
    m_text.clear();
    return add(std::isfinite(value) ? Tree(value) : Tree(), error);
  }
  bool on_bool(bool value, json::error_code& error) { return add(Tree(value), error); }
  bool on_null(json::error_code& error) { return add(Tree(), error); }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

  Tree take() { return std::move(m_root); }

 private:
  bool append(json::string_view part) {
    m_text.append(part.data(), part.size());
    return true;
  }

  bool open(Tree container, json::error_code& error) {
    if (!count(error)) return false;
    m_open.push_back(std::move(container));
    return true;
  }

  bool close(json::error_code& error) {
    Tree done = std::move(m_open.back());
    m_open.pop_back();
    return put(std::move(done), error);
  }

  bool add(Tree value, json::error_code& error) { return count(error) && put(std::move(value), error); }

  bool put(Tree value, json::error_code&) {
    if (m_open.empty()) {
      m_root = std::move(value);
    } else if (m_open.back().isList()) {
      m_open.back().mutableItems().push_back(std::move(value));
    } else {
      m_open.back().mutableMembers().emplace_back(std::move(m_keys.back()), std::move(value));
      m_keys.pop_back();
    }
    return true;
  }

  bool count(json::error_code& error) {
    if (++m_nodes <= kMostNodes) return true;
    error = json::error::array_too_large;
    return false;
  }

  Tree m_root;
  std::vector<Tree> m_open;
  std::vector<std::string> m_keys;
  std::string m_text;
  std::size_t m_nodes = 0;
};

}  // namespace

base::Result<Tree> parseJson(std::string_view text) {
  json::parse_options options;
  options.max_depth = kDeepestDocument;
  json::basic_parser<TreeBuilder> parser(options);
  json::error_code error;
  const auto read = parser.write_some(false, text.data(), text.size(), error);
  if (!error && text.find_first_not_of(" \t\r\n", read) != std::string_view::npos)
    error = json::error::extra_data;
  if (!error) return parser.handler().take();
  return base::Error{.code = base::ErrorCode::InvalidInput,
                     .detail = "JSON: " + error.message() + " at byte " + std::to_string(read)};
}

}  // namespace aiagent::wire
