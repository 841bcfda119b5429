// Patches as an API server applies them: JSON Patch (RFC 6902), JSON Merge Patch (RFC 7386), and of the
// strategic one what is needed here: "$patch": "replace", and lists of named things merged by name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/wire/tree.h"

namespace aiagent::fake_cluster {

// False: an operation could not be applied, or its test failed.
bool applyJsonPatch(wire::Tree& object, const wire::Tree& operations);
void applyMergePatch(wire::Tree& object, const wire::Tree& patch);
void applyStrategicPatch(wire::Tree& object, const wire::Tree& patch);

}  // namespace aiagent::fake_cluster
