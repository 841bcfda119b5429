// JsonTree: an object whose members are set and removed by dotted names, everything else kept byte for byte.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aiagent::wire {

// "reasoning.effort" is member "effort" of member "reasoning". At most 8 levels; an empty level is no name.
class JsonTree {
 public:
  JsonTree() = default;
  // Nothing when `json` is no JSON object. Of members of one name the last stays, as JSON readers have it.
  static std::optional<JsonTree> parse(std::string_view json);

  // `json` must be valid JSON. False when the name is none, or a level on its way is no object.
  bool set(std::string_view dottedName, std::string json);
  // False when there is no such member. An object that is left empty goes with it.
  bool remove(std::string_view dottedName);
  bool contains(std::string_view dottedName) const;
  // The JSON of a member of the first level; nothing when there is none.
  std::optional<std::string> get(std::string_view name) const;
  std::string toJson() const;

 private:
  struct Node {
    std::string name;
    std::string json;  // the value, unless it has been opened
    std::vector<Node> members = {};
    bool opened = false;
  };
  static bool open(Node& node);
  static Node* find(Node& parent, std::string_view name);
  static bool removeFrom(Node& parent, std::string_view dottedName);
  static bool holds(const Node& parent, std::string_view dottedName);
  static void write(const Node& node, std::string& out);

  Node m_root{"", "{}", {}, true};
};

}  // namespace aiagent::wire
