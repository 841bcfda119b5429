// A request target taken apart: "/api/v1/pods?watch=1".
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace aiagent::fake_cluster {

struct Target {
  std::string whole;  // as sent
  std::string path;
  std::map<std::string, std::string> query;  // decoded

  explicit Target(std::string_view target);
  std::string value(const std::string& name) const;
  bool has(const std::string& name) const { return query.count(name) > 0; }
  bool isTrue(const std::string& name) const { return value(name) == "true" || value(name) == "1"; }
  // Without what does not change which objects are meant.
  std::map<std::string, std::string> selection() const;
};

}  // namespace aiagent::fake_cluster
