// Dockerfiles. Ends of life: nodejs/Release schedule.
#include <algorithm>
#include <array>

#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"

namespace aiagent::cluster::lint {
namespace {

constexpr int kOldestNode = 22;  // 20 ended in April 2026

const Stage* stageNamed(const Dockerfile& file, std::string_view name) {
  for (const auto& stage : file.stages)
    if (!name.empty() && stage.name == name) return &stage;
  return nullptr;
}

// The image that a stage stands on in the end.
std::string rootImage(const Dockerfile& file, const Stage& stage, int depth = 0) {
  const auto* below = depth < 16 ? stageNamed(file, stage.image) : nullptr;
  return below && below != &stage ? rootImage(file, *below, depth + 1) : stage.image;
}

template <class Visit>
void eachForeignStage(const Sources& sources, Visit visit) {
  for (const auto& file : sources.dockerfiles)
    for (const auto& stage : file.stages)
      if (!stageNamed(file, stage.image) && stage.image != "scratch" && !has(stage.image, "$"))
        visit(file, stage);
}

template <class Visit>
void eachFinalStage(const Sources& sources, Visit visit) {
  for (const auto& file : sources.dockerfiles)
    if (!file.stages.empty()) visit(file, file.stages.back());
}

void oldNode(const Sources& sources, Report& report) {
  eachForeignStage(sources, [&](const Dockerfile& file, const Stage& stage) {
    const auto image = "/" + stage.image;
    const auto version = std::max(numberBehind(image, "/node:"), numberBehind(image, "/nodejs"));
    if (version >= 0 && (version < kOldestNode || version % 2 == 1))
      report.at(file.path, stage.line, {stage.image});
  });
}

void byTag(const Sources& sources, Report& report) {
  eachForeignStage(sources, [&](const Dockerfile& file, const Stage& stage) {
    if (!has(stage.image, "@sha256:")) report.at(file.path, stage.line, {stage.image});
  });
}

bool isRoot(std::string_view user) {
  const auto name = user.substr(0, user.find(':'));
  return name.empty() || name == "root" || name == "0";
}

void runsAsRoot(const Sources& sources, Report& report) {
  eachFinalStage(sources, [&](const Dockerfile& file, const Stage& stage) {
    bool root = !has(rootImage(file, stage), "nonroot");
    int line = stage.line;
    for (const auto& instruction : stage.instructions) {
      if (instruction.keyword != "USER") continue;
      root = isRoot(instruction.arguments);
      line = instruction.line;
    }
    if (root) report.at(file.path, line);
  });
}

bool installsAll(const Stage& stage) {
  bool all = false;
  for (const auto& instruction : stage.instructions) {
    const auto& text = instruction.arguments;
    if (instruction.keyword == "ENV" && has(text, "NODE_ENV") && has(text, "production")) return false;
    if (instruction.keyword != "RUN") continue;
    if (hasAny(text, {"npm ci", "npm install", "yarn install", "pnpm install"}))
      all = !hasAny(text, {"--omit=dev", "--production", "--prod", "--only=prod"});
    if (hasAny(text, {"npm prune", "pnpm prune"})) all = false;
  }
  return all;
}

std::string fromFlag(const std::string& arguments) {
  for (const auto& word : wordsOf(arguments))
    if (startsWith(word, "--from=")) return word.substr(7);
  return {};
}

void developmentModules(const Sources& sources, Report& report) {
  eachFinalStage(sources, [&](const Dockerfile& file, const Stage& stage) {
    for (const auto& instruction : stage.instructions) {
      if (instruction.keyword != "COPY" || !has(instruction.arguments, "node_modules")) continue;
      const auto* from = stageNamed(file, fromFlag(instruction.arguments));
      if (from && installsAll(*from)) report.at(file.path, instruction.line, {from->name});
    }
  });
}

void packageManagerStarts(const Sources& sources, Report& report) {
  eachFinalStage(sources, [&](const Dockerfile& file, const Stage& stage) {
    for (const auto& instruction : stage.instructions) {
      if (instruction.keyword != "CMD" && instruction.keyword != "ENTRYPOINT") continue;
      const auto& text = instruction.arguments;
      const bool isShell = !startsWith(text, "[") && !startsWith(text, "exec ");
      if (isShell || hasAny(text, {"\"npm\"", "\"yarn\"", "\"pnpm\"", "\"npx\""}))
        report.at(file.path, instruction.line, {text});
    }
  });
}

bool mentions(const Dockerfile& file, std::string_view piece) {
  for (const auto& stage : file.stages)
    for (const auto& instruction : stage.instructions)
      if (has(instruction.arguments, piece)) return true;
  return false;
}

void prismaIsMissing(const Sources& sources, Report& report) {
  if (sources.prismaSchemas.empty()) return;
  eachFinalStage(sources, [&](const Dockerfile& file, const Stage& stage) {
    const bool isNode = hasAny(rootImage(file, stage), {"node"});
    const bool copies = std::any_of(stage.instructions.begin(), stage.instructions.end(), [](const auto& i) {
      return i.keyword == "COPY" && has(i.arguments, "prisma");
    });
    if (isNode && (!copies || !mentions(file, "prisma generate"))) report.at(file.path, stage.line);
  });
}

void copiesAll(const Sources& sources, Report& report) {
  for (const auto& file : sources.dockerfiles) {
    std::string ignored;
    for (const auto& ignore : sources.dockerIgnores)
      if (folderOf(ignore.path) == folderOf(file.path)) ignored += ignore.text;
    if (has(ignored, ".env") && has(ignored, ".git")) continue;
    for (const auto& stage : file.stages)
      for (const auto& instruction : stage.instructions) {
        const auto words = wordsOf(instruction.arguments);
        const bool copies = instruction.keyword == "COPY" || instruction.keyword == "ADD";
        if (copies && words.size() >= 2 && words[words.size() - 2] == ".")
          report.at(file.path, instruction.line);
      }
  }
}

void noLabels(const Sources& sources, Report& report) {
  for (const auto& workflow : sources.workflows) {
    if (hasAny(workflow.node.allText(), {"org.opencontainers.image.", "docker/metadata-action"})) return;
  }
  eachFinalStage(sources, [&](const Dockerfile& file, const Stage& stage) {
    const bool labelled = std::any_of(
        stage.instructions.begin(), stage.instructions.end(),
        [](const auto& i) { return i.keyword == "LABEL" && has(i.arguments, "org.opencontainers.image."); });
    if (!labelled) report.at(file.path, stage.line);
  });
}

constexpr auto kRules = std::to_array<Rule>({
    {{"DOCKER-001", 11, kError,
      QT_TRANSLATE_NOOP("Lint", "The base image %1 is of a Node.js release that is no longer maintained."),
      QT_TRANSLATE_NOOP("Lint", "Use an even release that is: 22 or 24.")},
     oldNode},
    {{"DOCKER-002", 12, kWarning,
      QT_TRANSLATE_NOOP("Lint", "The base image %1 is named by a tag, which may be another image tomorrow."),
      QT_TRANSLATE_NOOP("Lint", "Name it by its digest: IMAGE:TAG@sha256:…")},
     byTag},
    {{"DOCKER-003", 13, kError, QT_TRANSLATE_NOOP("Lint", "The image runs as root."),
      QT_TRANSLATE_NOOP("Lint",
                        "End with USER and a number other than 0, or stand on an image that is not root.")},
     runsAsRoot},
    {{"DOCKER-004", 14, kError,
      QT_TRANSLATE_NOOP("Lint", "node_modules of stage %1 holds the packages of development too."),
      QT_TRANSLATE_NOOP("Lint", "Copy them from a stage that ran npm ci --omit=dev.")},
     developmentModules},
    {{"DOCKER-005", 15, kWarning,
      QT_TRANSLATE_NOOP(
          "Lint",
          "%1 starts the program through a package manager or a shell, which may keep signals from it."),
      QT_TRANSLATE_NOOP("Lint", "Start it itself: CMD [\"node\", \"dist/main.js\"].")},
     packageManagerStarts},
    {{"DOCKER-006", 16, kError,
      QT_TRANSLATE_NOOP("Lint", "Prisma's schema, migrations or generated client are not in the image."),
      QT_TRANSLATE_NOOP("Lint",
                        "Run prisma generate in the build, and copy the prisma folder into the last stage.")},
     prismaIsMissing},
    {{"DOCKER-007", 17, kWarning,
      QT_TRANSLATE_NOOP("Lint", "The whole folder is copied, and no .dockerignore keeps .env and .git out."),
      QT_TRANSLATE_NOOP("Lint", "Name .env and .git in a .dockerignore beside the Dockerfile.")},
     copiesAll},
    {{"DOCKER-008", 19, kHint,
      QT_TRANSLATE_NOOP("Lint", "The image does not say which commit it was made from."),
      QT_TRANSLATE_NOOP(
          "Lint", "Add the labels org.opencontainers.image.source and org.opencontainers.image.revision.")},
     noLabels},
});

}  // namespace

std::span<const Rule> dockerRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
