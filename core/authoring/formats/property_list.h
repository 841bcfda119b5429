// Prompty's lists of properties <-> JSON schema.
#pragma once

#include <optional>

#include "core/authoring/formats/document.h"

namespace aiagent::authoring {

// [{name, kind, description, required}], {properties: [...]} or {name: {type, …}} -> a schema of an object.
// JSON schema comes back as it is; nothing where it is neither.
std::optional<Tree> schemaFromProperties(const Tree& properties);
// Nothing where the list would not give the same schema back.
std::optional<Tree> propertiesFromSchema(const Tree& schema);

}  // namespace aiagent::authoring
