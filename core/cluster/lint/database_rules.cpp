// Prisma schemas, SQL migrations, and how the server logs.
#include <algorithm>
#include <array>

#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"

namespace aiagent::cluster::lint {
namespace {

std::string withoutRemark(const std::string& line, std::string_view mark) {
  return line.substr(0, line.find(mark));
}

struct Model {
  std::string name;
  std::vector<TextLine> lines;
  bool has(std::string_view piece) const {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const TextLine& line) { return lint::has(line.text, piece); });
  }
};

std::vector<Model> blocksOf(const PlainFile& file, const std::string& keyword) {
  std::vector<Model> blocks;
  bool inside = false;
  for (const auto& line : file.lines) {
    const auto text = withoutRemark(line.text, "//");
    const auto words = wordsOf(text);
    if (words.empty()) continue;
    if (!inside && words.size() >= 2 && words[0] == keyword) {
      blocks.push_back({words[1], {}});
      inside = true;
    } else if (words[0] == "}") {
      inside = false;
    } else if (inside) {
      blocks.back().lines.push_back({line.line, text});
    }
  }
  return blocks;
}

template <class Visit>
void eachLine(const Sources& sources, const char* keyword, Visit visit) {
  for (const auto& file : sources.prismaSchemas)
    for (const auto& block : blocksOf(file, keyword))
      for (const auto& line : block.lines) visit(file, block, line);
}

// "userId" of "@relation(fields: [userId], references: [id])".
std::string relationField(const std::string& text) {
  const auto at = text.find("fields:");
  if (!has(text, "@relation") || at == std::string::npos) return {};
  const auto open = text.find('[', at), close = text.find_first_of(",]", at);
  return open < close && close != std::string::npos
             ? std::string(trim(text.substr(open + 1, close - open - 1)))
             : "";
}

bool isIndexed(const Model& model, const std::string& field) {
  return std::any_of(model.lines.begin(), model.lines.end(), [&](const TextLine& line) {
    const auto text = std::string(trim(line.text));
    const bool begins = has(text, "([" + field + ",") || has(text, "([" + field + "]");
    if (hasAny(text, {"@@index", "@@unique", "@@id"}) && begins) return true;
    return startsWith(text, field + " ") && hasAny(text, {"@unique", "@id"});
  });
}

void noIndex(const Sources& sources, Report& report) {
  eachLine(sources, "model", [&](const PlainFile& file, const Model& model, const TextLine& line) {
    const auto field = relationField(line.text);
    if (!field.empty() && !isIndexed(model, field)) report.at(file.path, line.line, {model.name, field});
  });
}

void noDeleteRule(const Sources& sources, Report& report) {
  eachLine(sources, "model", [&](const PlainFile& file, const Model& model, const TextLine& line) {
    if (!relationField(line.text).empty() && !has(line.text, "onDelete"))
      report.at(file.path, line.line, {model.name});
  });
}

void urlInSchema(const Sources& sources, Report& report) {
  eachLine(sources, "datasource", [&](const PlainFile& file, const Model&, const TextLine& line) {
    const auto words = wordsOf(line.text);
    if (words[0] == "url" || words[0] == "directUrl") report.at(file.path, line.line);
  });
}

void legacyGenerator(const Sources& sources, Report& report) {
  eachLine(sources, "generator", [&](const PlainFile& file, const Model&, const TextLine& line) {
    if (has(line.text, "\"prisma-client-js\"")) report.at(file.path, line.line);
  });
}

template <class Visit>
void eachSqlLine(const Sources& sources, Visit visit) {
  for (const auto& file : sources.sqlFiles)
    for (const auto& line : file.lines) visit(file, line, lower(withoutRemark(line.text, "--")));
}

bool isMigration(const std::string& path) {
  return has("/" + path, "/migrations/");
}

void breaksOldCode(const Sources& sources, Report& report) {
  eachSqlLine(sources, [&](const PlainFile& file, const TextLine& line, const std::string& text) {
    if (isMigration(file.path) && hasAny(text, {"drop column", "drop table", "rename column", "rename to"}))
      report.at(file.path, line.line, {std::string(trim(line.text))});
  });
}

void needsValue(const Sources& sources, Report& report) {
  eachSqlLine(sources, [&](const PlainFile& file, const TextLine& line, const std::string& text) {
    if (isMigration(file.path) && has(text, "add column") && has(text, "not null") && !has(text, "default"))
      report.at(file.path, line.line);
  });
}

// Prisma's own way to run one by hand is `prisma db execute`.
void downStep(const Sources& sources, Report& report) {
  const bool isRun = std::any_of(sources.workflows.begin(), sources.workflows.end(),
                                 [](const Workflow& one) { return has(one.allRuns(), "prisma db execute"); });
  for (const auto& file : sources.sqlFiles)
    if (!isRun && has("/" + file.path, "/prisma/migrations/") && fileOf(file.path) == "down.sql")
      report.at(file.path, 1);
}

void logsIntoFile(const Sources& sources, Report& report) {
  for (const auto& script : sources.scripts)
    for (const auto& line : script.lines)
      if (has(withoutRemark(line.text, "//"), "transports.File(")) report.at(script.path, line.line);
}

void logsWithoutSeverity(const Sources& sources, Report& report) {
  for (const auto& script : sources.scripts) {
    if (has(script.text, "severity")) continue;
    for (const auto& line : script.lines)
      if (has(line.text, "createLogger(")) report.at(script.path, line.line);
  }
}

void logsWithoutRedaction(const Sources& sources, Report& report) {
  for (const auto& script : sources.scripts) {
    if (has(lower(script.text), "redact")) continue;
    for (const auto& line : script.lines)
      if (has(line.text, "createLogger(")) report.at(script.path, line.line);
  }
}

constexpr auto kRules = std::to_array<Rule>({
    {{"DB-001", 71, kWarning, QT_TRANSLATE_NOOP("Lint", "%1.%2 refers to another table and has no index."),
      QT_TRANSLATE_NOOP("Lint", "Add @@index([%2]).")},
     noIndex},
    {{"DB-002", 71, kWarning,
      QT_TRANSLATE_NOOP("Lint",
                        "A relation of %1 does not say what becomes of it when the other record goes."),
      QT_TRANSLATE_NOOP("Lint", "Add onDelete to the relation.")},
     noDeleteRule},
    {{"DB-003", 68, kWarning, QT_TRANSLATE_NOOP("Lint", "Prisma 7 refuses an address in the schema."),
      QT_TRANSLATE_NOOP("Lint", "Move it to prisma.config.ts.")},
     urlInSchema},
    {{"DB-004", 72, kHint, QT_TRANSLATE_NOOP("Lint", "The generator prisma-client-js is the old one."),
      QT_TRANSLATE_NOOP("Lint", "Use prisma-client with an output folder.")},
     legacyGenerator},
    {{"DB-005", 65, kError,
      QT_TRANSLATE_NOOP("Lint", "The code that runs during the update still needs this: %1"),
      QT_TRANSLATE_NOOP("Lint", "Expand first, deploy, and contract in a later release.")},
     breaksOldCode},
    {{"DB-006", 127, kError,
      QT_TRANSLATE_NOOP("Lint",
                        "Rows that are there, and the code that runs, have no value for the new column."),
      QT_TRANSLATE_NOOP("Lint",
                        "Add it with a default or nullable, fill it, and constrain it in a later release.")},
     needsValue},
    {{"DB-008", 69, kHint,
      QT_TRANSLATE_NOOP("Lint", "prisma migrate deploy has no step back: nothing runs this file."),
      QT_TRANSLATE_NOOP("Lint", "Expand, deploy and contract, and mend a fault by the next migration.")},
     downStep},
    {{"LOG-001", 79, kError,
      QT_TRANSLATE_NOOP("Lint",
                        "The log goes to a file in the container: lost with it, unrotated, and refused on a "
                        "read-only root."),
      QT_TRANSLATE_NOOP("Lint", "Write to standard output, which the platform ships.")},
     logsIntoFile},
    {{"LOG-002", 80, kWarning, QT_TRANSLATE_NOOP("Lint", "Cloud Logging reads severity and finds none."),
      QT_TRANSLATE_NOOP("Lint", "Map level to severity in the format.")},
     logsWithoutSeverity},
    {{"LOG-003", 80, kWarning, QT_TRANSLATE_NOOP("Lint", "Prompts and keys reach the log as they are."),
      QT_TRANSLATE_NOOP("Lint", "Add a format that redacts them.")},
     logsWithoutRedaction},
});

}  // namespace

std::span<const Rule> databaseRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
