// The document tree of core/wire, by the names that this folder uses for it.
#pragma once

#include "core/wire/tree.h"
#include "core/wire/tree_json.h"
#include "core/wire/yaml_tree.h"

namespace aiagent::authoring {

using wire::compactJson;
using wire::List;
using wire::parseJson;
using wire::parseYaml;
using wire::prettyJson;
using wire::Record;
using wire::Tree;

}  // namespace aiagent::authoring
