// The files of a deployment, read: what the rules look at.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/cluster/lint/lint.h"
#include "core/cluster/lint/node.h"

namespace aiagent::cluster::lint {

struct TextLine {
  int line = 1;
  std::string text;
};

// A Dockerfile's instruction, continuation lines joined (docs.docker.com/reference/dockerfile).
struct Instruction {
  int line = 1;
  std::string keyword;    // upper case
  std::string arguments;  // with flags
};

struct Stage {
  std::string name;  // "" without AS
  std::string image;
  int line = 1;
  std::vector<Instruction> instructions;  // without the FROM
};

struct Dockerfile {
  std::string path;
  std::vector<Stage> stages;
};

struct EnvVariable {
  int line = 1;
  std::string name;
  std::string value;  // without quotes
};

struct EnvFile {
  std::string path;
  std::vector<EnvVariable> variables;
};

// A document of Kubernetes YAML.
struct KubeObject {
  std::string path;
  Node node;
  std::string kind, name, nameSpace;  // as written; "" where nothing is said
  std::string group;                  // "apps" of "apps/v1"; "" for the core
  Node podTemplate() const;           // of a workload, else nothing
  Node podSpec() const { return podTemplate().at("spec"); }
  std::vector<Node> containers() const;  // with init containers
};

// A run step of a workflow, or one that uses an action.
struct Step {
  Node node;
  std::string run, uses;
  std::vector<TextLine> lines;  // of `run`, with continuations joined
};

struct Job {
  std::string name;
  Node node;
  std::vector<Step> steps;
  std::string allRuns() const;
};

struct Workflow {
  std::string path;
  Node node;
  std::vector<Job> jobs;
  std::string allRuns() const;
};

struct YamlFile {
  std::string path;
  Node node;
};

struct PlainFile {
  std::string path;
  std::vector<TextLine> lines;
  std::string text;
};

struct ReadFault {
  std::string path;
  int line = 1;
  std::string detail;
};

// Borrows nothing of the files it was read from.
struct Sources {
  std::vector<Dockerfile> dockerfiles;
  std::vector<PlainFile> dockerIgnores;
  std::vector<EnvFile> envFiles;
  std::vector<YamlFile> composeFiles;
  std::vector<YamlFile> kustomizations;
  std::vector<Workflow> workflows;
  std::vector<KubeObject> objects;
  std::vector<PlainFile> prismaSchemas, sqlFiles, scripts;
  std::vector<std::string> paths;  // of all files
  std::vector<ReadFault> faults;
  std::vector<std::string> refused;  // too large, or too many
  std::vector<ReadFault> unread;     // could not be read
  std::vector<std::unique_ptr<wire::YamlStream>> kept;

  // In their order.
  const std::vector<const KubeObject*>& ofKind(std::string_view kind) const;
  const std::vector<const KubeObject*>& named(std::string_view kind, std::string_view name) const;
  // After the last change of `objects`; what was asked for before is forgotten.
  void indexObjects();

 private:
  using Found = std::map<std::string, std::vector<const KubeObject*>, std::less<>>;
  Found m_byKind;
  std::map<std::string, Found, std::less<>> m_byName;  // by kind
};

// `stopped`: as of lintDeployment(); what was read by then is given.
Sources readSources(const std::vector<LintFile>& files, const std::function<bool()>& stopped = {});

Dockerfile readDockerfile(const std::string& path, std::string_view text);
EnvFile readEnvFile(const std::string& path, std::string_view text);
std::vector<TextLine> linesOf(std::string_view text, int first = 1);

}  // namespace aiagent::cluster::lint
