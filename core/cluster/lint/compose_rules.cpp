// Compose files (compose-spec.io).
#include <algorithm>
#include <array>

#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"

namespace aiagent::cluster::lint {
namespace {

constexpr int kOldestPostgres = 15;  // 14 ends in November 2026 (postgresql.org/support/versioning)

template <class Visit>
void eachService(const Sources& sources, Visit visit) {
  for (const auto& file : sources.composeFiles)
    for (const auto& [name, service] : file.node.at("services").members()) visit(file, name, service);
}

bool isDatabase(const Node& service) {
  const auto image = fileOf(service.at("image").text());
  return startsWith(image, "postgres") || startsWith(image, "mysql") || startsWith(image, "mariadb");
}

struct Pair {
  std::string name, value;
  int line = 1;
};

// Of "environment", in both of its forms.
std::vector<Pair> environmentOf(const Node& service) {
  std::vector<Pair> pairs;
  for (const auto& [name, value] : service.at("environment").members())
    pairs.push_back({name, value.text(), value.line()});
  for (const auto& item : service.at("environment").items()) {
    const auto text = item.text();
    const auto at = text.find('=');
    pairs.push_back(
        {text.substr(0, at), at == std::string::npos ? std::string() : text.substr(at + 1), item.line()});
  }
  return pairs;
}

void hasVersion(const Sources& sources, Report& report) {
  for (const auto& file : sources.composeFiles)
    if (const auto version = file.node.at("version")) report.at(file.path, version.line());
}

void dockerfileIsMissing(const Sources& sources, Report& report) {
  eachService(sources, [&](const YamlFile& file, const std::string&, const Node& service) {
    const auto named = service.at("build>dockerfile");
    if (named.text().empty() || has(named.text(), "$") || has(service.at("build>context").text(), "://"))
      return;
    const auto context = service.at("build>context").text();
    const auto folder = folderOf(file.path);
    const auto path = normalPath((folder.empty() ? "" : folder + "/") + (context.empty() ? "." : context) +
                                 "/" + named.text());
    const bool given = std::any_of(sources.paths.begin(), sources.paths.end(),
                                   [&](const auto& other) { return normalPath(other) == path; });
    if (!given) report.at(file.path, named.line(), {named.text()});
  });
}

std::vector<std::string> dependenciesOf(const Node& service) {
  std::vector<std::string> names;
  for (const auto& item : service.at("depends_on").items()) names.push_back(item.text());
  for (const auto& member : service.at("depends_on").members()) names.push_back(member.first);
  return names;
}

bool knowsDatabase(const Node& service) {
  const auto pairs = environmentOf(service);
  return service.at("env_file") || std::any_of(pairs.begin(), pairs.end(), [](const Pair& pair) {
           return hasAny(pair.name, {"DATABASE", "DB_", "PGHOST", "POSTGRES", "MYSQL"});
         });
}

void databaseIsNotTold(const Sources& sources, Report& report) {
  eachService(sources, [&](const YamlFile& file, const std::string& name, const Node& service) {
    for (const auto& other : dependenciesOf(service))
      if (isDatabase(file.node.at("services").at(other)) && !knowsDatabase(service))
        report.at(file.path, service.line(), {name, other});
  });
}

void startsTooEarly(const Sources& sources, Report& report) {
  eachService(sources, [&](const YamlFile& file, const std::string&, const Node& service) {
    for (const auto& item : service.at("depends_on").items())
      report.at(file.path, item.line(), {item.text()});
    for (const auto& [name, how] : service.at("depends_on").members())
      if (how.at("condition").text().empty() || how.at("condition").text() == "service_started")
        report.at(file.path, how.line(), {name});
  });
}

void noHealthcheck(const Sources& sources, Report& report) {
  eachService(sources, [&](const YamlFile& file, const std::string& name, const Node& service) {
    if (isDatabase(service) && !service.at("healthcheck")) report.at(file.path, service.line(), {name});
  });
}

void fixedPassword(const Sources& sources, Report& report) {
  eachService(sources, [&](const YamlFile& file, const std::string&, const Node& service) {
    for (const auto& pair : environmentOf(service))
      if (endsWith(pair.name, "PASSWORD") && !pair.value.empty() && !has(pair.value, "$"))
        report.at(file.path, pair.line, {pair.name});
  });
}

// "5432:5432" is published everywhere, "127.0.0.1:5432:5432" and "5432" of the container alone are not.
bool isPublishedEverywhere(const Node& port) {
  if (port.isRecord()) return port.at("published") && !startsWith(port.at("host_ip").text(), "127.");
  const auto text = port.text();
  return has(text, ":") && !startsWith(text, "127.") && !startsWith(text, "[::1]") &&
         !startsWith(text, "localhost");
}

void databaseIsPublished(const Sources& sources, Report& report) {
  eachService(sources, [&](const YamlFile& file, const std::string& name, const Node& service) {
    if (!isDatabase(service)) return;
    for (const auto& port : service.at("ports").items())
      if (isPublishedEverywhere(port)) report.at(file.path, port.line(), {name});
  });
}

bool isOldPostgres(const std::string& image) {
  const auto version = numberBehind("/" + image, "/postgres:");
  return version >= 0 && version < kOldestPostgres;
}

void oldPostgres(const Sources& sources, Report& report) {
  eachService(sources, [&](const YamlFile& file, const std::string&, const Node& service) {
    const auto image = service.at("image");
    if (isOldPostgres(image.text())) report.at(file.path, image.line(), {image.text()});
  });
  for (const auto& object : sources.objects)
    for (const auto& container : object.containers())
      if (isOldPostgres(container.at("image").text()))
        report.at(object, container.at("image"), {container.at("image").text()});
}

constexpr auto kRules = std::to_array<Rule>({
    {{"COMPOSE-001", 20, kHint, QT_TRANSLATE_NOOP("Lint", "The key version is obsolete and ignored."),
      QT_TRANSLATE_NOOP("Lint", "Remove it.")},
     hasVersion},
    {{"COMPOSE-002", 21, kWarning, QT_TRANSLATE_NOOP("Lint", "%1 is named but not there."),
      QT_TRANSLATE_NOOP("Lint", "Add the file, or name one that is there.")},
     dockerfileIsMissing},
    {{"COMPOSE-003", 22, kError,
      QT_TRANSLATE_NOOP("Lint", "The service %1 is told nothing of the address of %2."),
      QT_TRANSLATE_NOOP("Lint", "Give it DATABASE_URL in environment or by env_file.")},
     databaseIsNotTold},
    {{"COMPOSE-004", 23, kWarning, QT_TRANSLATE_NOOP("Lint", "%1 is only started before, not ready."),
      QT_TRANSLATE_NOOP("Lint", "Write depends_on with condition: service_healthy.")},
     startsTooEarly},
    {{"COMPOSE-005", 23, kWarning, QT_TRANSLATE_NOOP("Lint", "The database %1 has no healthcheck."),
      QT_TRANSLATE_NOOP("Lint", "Add one, such as pg_isready.")},
     noHealthcheck},
    {{"COMPOSE-006", 24, kWarning, QT_TRANSLATE_NOOP("Lint", "%1 is written into the file."),
      QT_TRANSLATE_NOOP("Lint", "Take it from an env file that is not committed: ${%1}.")},
     fixedPassword},
    {{"COMPOSE-007", 24, kWarning,
      QT_TRANSLATE_NOOP("Lint", "The database %1 listens on all addresses of the machine."),
      QT_TRANSLATE_NOOP("Lint", "Publish it on 127.0.0.1, or not at all.")},
     databaseIsPublished},
    {{"DB-007", 25, kWarning, QT_TRANSLATE_NOOP("Lint", "%1 is a major version that is at its end."),
      QT_TRANSLATE_NOOP("Lint", "Use 15 or later.")},
     oldPostgres},
});

}  // namespace

std::span<const Rule> composeRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
