#include "core/cluster/lint/sources.h"

#include <algorithm>
#include <set>

#include "core/cluster/lint/text.h"

namespace aiagent::cluster::lint {
namespace {

enum class Kind { None, Docker, DockerIgnore, Env, Yaml, Compose, Workflow, Prisma, Sql, Script };

bool isEnvName(const std::string& name) {
  return endsWith(name, ".env") || name == ".env" || startsWith(name, ".env.");
}

Kind kindOf(std::string_view path) {
  const auto name = fileOf(path);
  const auto small = lower(name);
  if (small == ".dockerignore" || endsWith(small, ".dockerignore")) return Kind::DockerIgnore;
  if (small == "dockerfile" || startsWith(small, "dockerfile.") || endsWith(small, ".dockerfile"))
    return Kind::Docker;
  if (isEnvName(small)) return Kind::Env;
  const bool isYaml = endsWith(small, ".yaml") || endsWith(small, ".yml");
  if (isYaml && has(std::string("/") + std::string(path), "/.github/workflows/")) return Kind::Workflow;
  if (isYaml && (startsWith(small, "docker-compose") || startsWith(small, "compose."))) return Kind::Compose;
  if (isYaml) return Kind::Yaml;
  if (endsWith(small, ".prisma")) return Kind::Prisma;
  if (endsWith(small, ".sql")) return Kind::Sql;
  const bool isScript = endsWith(small, ".ts") || endsWith(small, ".js") || endsWith(small, ".mjs");
  return isScript && has(small, "log") ? Kind::Script : Kind::None;
}

std::string join(std::string_view text, std::string_view next) {
  return std::string(trim(text.substr(0, text.size() - 1))) + " " + std::string(trim(next));
}

// A line that ends in a backslash goes on in the next.
std::vector<TextLine> joinContinued(const std::vector<TextLine>& lines) {
  std::vector<TextLine> joined;
  bool goesOn = false;
  for (const auto& line : lines) {
    if (goesOn)
      joined.back().text = join(joined.back().text, line.text);
    else
      joined.push_back(line);
    goesOn = endsWith(trim(joined.back().text), "\\");
    if (goesOn) joined.back().text = std::string(trim(joined.back().text));
  }
  return joined;
}

Step readStep(const Node& node) {
  Step step{node, node.at("run").text(), node.at("uses").text(), {}};
  if (step.run.empty()) return step;
  // a block begins under its key, a plain text beside it
  const bool isBlock = has(trim(step.run), "\n") || endsWith(step.run, "\n");
  step.lines = joinContinued(linesOf(step.run, node.at("run").line() + (isBlock ? 1 : 0)));
  return step;
}

Workflow readWorkflow(const std::string& path, const Node& node) {
  Workflow workflow{path, node, {}};
  for (const auto& [name, job] : node.at("jobs").members()) {
    Job read{name, job, {}};
    for (const auto& step : job.at("steps").items()) read.steps.push_back(readStep(step));
    workflow.jobs.push_back(std::move(read));
  }
  return workflow;
}

KubeObject readObject(const std::string& path, const Node& node) {
  const auto version = node.at("apiVersion").text();
  const auto slash = version.find('/');
  return {path,
          node,
          node.at("kind").text(),
          node.at("metadata>name").text(),
          node.at("metadata>namespace").text(),
          slash == std::string::npos ? std::string() : version.substr(0, slash)};
}

void addObject(Sources& sources, const std::string& path, const Node& node) {
  if (sources.objects.size() < kMostObjects)
    sources.objects.push_back(readObject(path, node));
  else if (sources.refused.empty() || sources.refused.back() != path)
    sources.refused.push_back(path);
}

void addYaml(Sources& sources, const std::string& path, Kind kind, const Node& node) {
  const auto name = lower(fileOf(path));
  if (kind == Kind::Workflow) {
    sources.workflows.push_back(readWorkflow(path, node));
  } else if (kind == Kind::Compose || (node.at("services").isRecord() && !node.at("kind"))) {
    sources.composeFiles.push_back({path, node});
  } else if (startsWith(name, "kustomization.")) {
    sources.kustomizations.push_back({path, node});
  } else if (node.at("jobs").isRecord() && node.at("on")) {
    sources.workflows.push_back(readWorkflow(path, node));
  } else if (node.at("kind").text() == "List") {
    for (const auto& item : node.at("items").items()) addObject(sources, path, item);
  } else if (node.at("apiVersion") && node.at("kind")) {
    addObject(sources, path, node);
  }
}

// A template of Helm is YAML only after it was filled in.
bool isHelmTemplate(const LintFile& file) {
  return has("/" + file.path, "/templates/") && has(file.text, "{{");
}

void readYaml(Sources& sources, const LintFile& file, Kind kind) {
  if (kind == Kind::Yaml && isHelmTemplate(file)) return;
  sources.kept.push_back(std::make_unique<wire::YamlStream>(wire::parseYamlStream(file.text)));
  const auto& stream = *sources.kept.back();
  if (!stream.fault.empty()) sources.faults.push_back({file.path, stream.faultLine, stream.fault});
  for (const auto& document : stream.documents)
    addYaml(sources, file.path, kind, Node(document.tree, document.lines));
}

void readFile(Sources& sources, const LintFile& file) {
  const auto plain = [&] { return PlainFile{file.path, linesOf(file.text), file.text}; };
  switch (const auto kind = kindOf(file.path)) {
    case Kind::None: return;
    case Kind::Docker: sources.dockerfiles.push_back(readDockerfile(file.path, file.text)); return;
    case Kind::DockerIgnore: sources.dockerIgnores.push_back(plain()); return;
    case Kind::Env: sources.envFiles.push_back(readEnvFile(file.path, file.text)); return;
    case Kind::Yaml:
    case Kind::Compose:
    case Kind::Workflow: readYaml(sources, file, kind); return;
    case Kind::Prisma: sources.prismaSchemas.push_back(plain()); return;
    case Kind::Sql: sources.sqlFiles.push_back(plain()); return;
    case Kind::Script: sources.scripts.push_back(plain()); return;
  }
}

// What kustomization files name as patches: pieces of objects, which are whole only once they are merged.
std::set<std::string> patchPaths(const Sources& sources) {
  std::set<std::string> paths;
  for (const auto& file : sources.kustomizations) {
    const auto folder = folderOf(file.path);
    const auto add = [&](const std::string& name) {
      if (!name.empty()) paths.insert(normalPath((folder.empty() ? "" : folder + "/") + name));
    };
    for (const auto& item : file.node.at("patches").items()) add(item.at("path").text());
    for (const auto& item : file.node.at("patchesStrategicMerge").items()) add(item.text());
  }
  return paths;
}

void dropPatches(Sources& sources) {
  const auto patches = patchPaths(sources);
  if (patches.empty()) return;
  const auto isPatch = [&](const KubeObject& object) { return patches.contains(normalPath(object.path)); };
  sources.objects.erase(std::remove_if(sources.objects.begin(), sources.objects.end(), isPatch),
                        sources.objects.end());
}

std::string unquoted(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'')) {
    const auto end = value.find(value[0], 1);
    return std::string(value.substr(1, (end == std::string_view::npos ? value.size() : end) - 1));
  }
  return std::string(trim(value.substr(0, value.find(" #"))));
}

void addStage(Dockerfile& file, const Instruction& from) {
  Stage stage{"", "", from.line, {}};
  auto words = wordsOf(from.arguments);
  words.erase(std::remove_if(words.begin(), words.end(), [](const auto& w) { return startsWith(w, "--"); }),
              words.end());
  if (!words.empty()) stage.image = words[0];
  if (words.size() >= 3 && lower(words[1]) == "as") stage.name = words[2];
  file.stages.push_back(std::move(stage));
}

// Rules compare lines with whole files, and objects with those that share their labels: in the worst case
// their time grows with the square of these.
bool isRefused(const Sources& sources, const LintFile& file, std::size_t bytes) {
  const auto most = kindOf(file.path) == Kind::Workflow ? kLargestWorkflow : kLargestFile;
  return file.passedOver || file.text.size() > most || bytes + file.text.size() > kMostBytes ||
         sources.paths.size() >= kMostFiles || sources.objects.size() >= kMostObjects;
}

}  // namespace

bool isLinted(std::string_view path) {
  return kindOf(path) != Kind::None;
}

std::vector<TextLine> linesOf(std::string_view text, int first) {
  std::vector<TextLine> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    if (endsWith(line, "\r")) line.remove_suffix(1);
    lines.push_back({first++, std::string(line)});
    at = end + 1;
  }
  return lines;
}

Dockerfile readDockerfile(const std::string& path, std::string_view text) {
  Dockerfile file{path, {}};
  auto lines = linesOf(text);
  // remarks may stand within a continued instruction
  lines.erase(std::remove_if(lines.begin(), lines.end(),
                             [](const TextLine& line) { return startsWith(trim(line.text), "#"); }),
              lines.end());
  for (const auto& line : joinContinued(lines)) {
    const auto whole = trim(line.text);
    if (whole.empty()) continue;
    const auto blank = std::min(whole.find_first_of(" \t"), whole.size());
    Instruction instruction{line.line, lower(whole.substr(0, blank)), std::string(trim(whole.substr(blank)))};
    for (auto& c : instruction.keyword)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (instruction.keyword == "FROM")
      addStage(file, instruction);
    else if (!file.stages.empty())
      file.stages.back().instructions.push_back(std::move(instruction));
  }
  return file;
}

EnvFile readEnvFile(const std::string& path, std::string_view text) {
  EnvFile file{path, {}};
  for (const auto& line : linesOf(text)) {
    auto whole = trim(line.text);
    if (startsWith(whole, "export ")) whole = trim(whole.substr(7));
    const auto at = whole.find('=');
    if (whole.empty() || whole[0] == '#' || at == std::string_view::npos) continue;
    file.variables.push_back(
        {line.line, std::string(trim(whole.substr(0, at))), unquoted(whole.substr(at + 1))});
  }
  return file;
}

Node KubeObject::podTemplate() const {
  if (kind == "CronJob") return node.at("spec>jobTemplate>spec>template");
  static constexpr std::string_view kWorkloads[] = {"Deployment", "StatefulSet", "DaemonSet",
                                                    "ReplicaSet", "Job",         "Rollout"};
  const bool isWorkload =
      std::find(std::begin(kWorkloads), std::end(kWorkloads), kind) != std::end(kWorkloads);
  return isWorkload ? node.at("spec>template") : Node();
}

std::vector<Node> KubeObject::containers() const {
  auto all = podSpec().at("containers").items();
  for (const auto& container : podSpec().at("initContainers").items()) all.push_back(container);
  return all;
}

std::string Job::allRuns() const {
  std::string all;
  for (const auto& step : steps) all += step.run + "\n";
  return all;
}

std::string Workflow::allRuns() const {
  std::string all;
  for (const auto& job : jobs) all += job.allRuns();
  return all;
}

void Sources::indexObjects() {
  m_byKind.clear();
  m_byName.clear();
  for (const auto& object : objects) {
    m_byKind[object.kind].push_back(&object);
    m_byName[object.kind][object.name].push_back(&object);
  }
}

const std::vector<const KubeObject*>& Sources::ofKind(std::string_view kind) const {
  static const std::vector<const KubeObject*> kNone;
  const auto found = m_byKind.find(kind);
  return found == m_byKind.end() ? kNone : found->second;
}

const std::vector<const KubeObject*>& Sources::named(std::string_view kind, std::string_view name) const {
  static const std::vector<const KubeObject*> kNone;
  const auto all = m_byName.find(kind);
  if (all == m_byName.end()) return kNone;
  const auto found = all->second.find(name);
  return found == all->second.end() ? kNone : found->second;
}

Sources readSources(const std::vector<LintFile>& files, const std::function<bool()>& stopped) {
  Sources sources;
  std::vector<const LintFile*> ordered;
  for (const auto& file : files) ordered.push_back(&file);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const LintFile* a, const LintFile* b) { return a->path < b->path; });
  std::size_t bytes = 0;
  for (const auto* found : ordered) {
    const auto& file = *found;
    if (stopped && stopped()) break;
    if (!file.fault.empty()) {
      sources.unread.push_back({file.path, 1, file.fault});
      continue;
    }
    if (isRefused(sources, file, bytes)) {
      sources.refused.push_back(file.path);
      continue;
    }
    bytes += file.text.size();
    sources.paths.push_back(file.path);
    readFile(sources, file);
  }
  dropPatches(sources);
  sources.indexObjects();
  return sources;
}

}  // namespace aiagent::cluster::lint
