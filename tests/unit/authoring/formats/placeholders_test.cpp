#include "core/authoring/formats/placeholders.h"

#include <gtest/gtest.h>

namespace aiagent::authoring {
namespace {

std::string told(std::string_view text, TemplateKind kind) {
  Losses losses;
  auto out = fromTemplate(text, kind, "body", losses);
  for (const auto& loss : losses) out += " | " + std::string(toWord(loss.reason)) + ": " + loss.excerpt;
  return out;
}

TEST(FromTemplate, plainVariables_stayAsTheyAre) {
  for (const auto kind : {TemplateKind::Jinja, TemplateKind::Mustache, TemplateKind::Plain})
    EXPECT_EQ(told("Hi {{name}} and {{ other }}", kind), "Hi {{name}} and {{ other }}");
}

TEST(FromTemplate, jinja_tellsEachKindOnce) {
  EXPECT_EQ(told("{% if a %}{{ b | upper }}{{ b | upper }}{# c #}{{ d[0] }}", TemplateKind::Jinja),
            "{% if a %}{{ b | upper }}{{ b | upper }}{# c #}{{ d[0] }} | template-logic: {% if a %} | "
            "template-filter: "
            "{{ b | upper }} | template-comment: {# c #} | template-filter: {{ d[0] }}");
}

TEST(FromTemplate, mustache_unescapedBecomesPlain) {
  EXPECT_EQ(told("{{{a}}} {{& b }} {{#c}}x{{/c}} {{> d}} {{! e }}", TemplateKind::Mustache),
            "{{a}} {{b}} {{#c}}x{{/c}} {{> d}} {{! e }} | template-logic: {{#c}} | template-logic: {{/c}} | "
            "template-partial: {{> d}} | template-comment: {{! e }}");
}

TEST(FromTemplate, environmentAndFiles_areKeptAsText) {
  EXPECT_EQ(told("${env:HOME} ${file:/etc/passwd} {{ env.KEY }}", TemplateKind::Jinja),
            "${env:HOME} ${file:/etc/passwd} {{ env.KEY }} | environment: ${env:HOME} | file-reference: "
            "${file:/etc/passwd} | environment: {{ env.KEY }}");
}

TEST(FromTemplate, unclosedMarks_areText) {
  EXPECT_EQ(told("{{ a {% b {# c ${env:", TemplateKind::Jinja), "{{ a {% b {# c ${env:");
  EXPECT_EQ(told(std::string(100'000, '{'), TemplateKind::Mustache).size(), 100'000u);
}

TEST(LonePlaceholder, onlyTheWholeText_counts) {
  EXPECT_EQ(lonePlaceholder("\n {{question}} "), "question");
  EXPECT_EQ(lonePlaceholder("{{a}}{{b}}"), "");
  EXPECT_EQ(lonePlaceholder("Q: {{a}}"), "");
}

}  // namespace
}  // namespace aiagent::authoring
