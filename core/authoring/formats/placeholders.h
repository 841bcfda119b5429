// Template languages -> {{variables}}: what a template does beyond naming a variable is kept as text and
// told.
#pragma once

#include <string>
#include <string_view>

#include "core/authoring/formats/record_reader.h"

namespace aiagent::authoring {

enum class TemplateKind {
  Jinja,     // also Nunjucks: {{ x }}, {% if %}, {# … #}, {{ x | upper }}
  Mustache,  // also Handlebars: {{x}}, {{{x}}}, {{#x}}, {{> x}}, {{! … }}
  Plain,     // {{x}} and nothing else
};

// The prompt; {{{x}}} and {{&x}} become {{x}}, everything else stays as it is. Losses carry `field`. Each
// kind of thing is told once.
std::string fromTemplate(std::string_view text, TemplateKind kind, const std::string& field, Losses& losses);

// The name where the whole text is one {{name}}, else "".
std::string lonePlaceholder(std::string_view text);

}  // namespace aiagent::authoring
