// Providers and plain settings. No key or password ever comes here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/provider.h"

namespace aiagent::store {

class Connection;

base::Result<std::vector<domain::Provider>> listProviders(Connection&);
base::Result<domain::Provider> loadProvider(Connection&, std::string_view name);  // NotFound
base::Result<void> saveProvider(Connection&, const domain::Provider& provider);   // insert or replace
base::Result<void> removeProvider(Connection&, std::string_view name);            // NotFound
base::Result<std::map<std::string, std::string>> loadSettings(Connection&);       // all of them
base::Result<std::optional<std::string>> loadSetting(Connection&, std::string_view key);
base::Result<void> saveSetting(Connection&, std::string_view key, std::string_view value);
base::Result<void> removeSetting(Connection&, std::string_view key);

}  // namespace aiagent::store
