// cluster kinds|get
#include <algorithm>
#include <cstdio>

#include "app/cli/cluster_watching.h"
#include "app/cli/help.h"
#include "core/cluster/human_duration.h"
#include "core/services/cluster/resource_tables.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using base::Error;
using base::ErrorCode;
using services::ClusterKinds;
using services::ResourceTable;
using wire::JsonArray;
using wire::JsonObject;
using wire::KubeResource;

constexpr const char* kUsualWait = "300";  // seconds

// What a command asks, one question after another, until --wait is over.
struct Asking {
  std::shared_ptr<ClusterConnection> connection;
  std::unique_ptr<ports::Timer> deadline;
  const base::Clock* clock = nullptr;
  bool late = false;

  base::WallTime serverNow() const {
    return clock->wallNow() + connection->client->clockOffset().value_or(base::Milliseconds(0));
  }
  Error why(const Error& error) const {
    return late ? Error{.code = ErrorCode::Timeout, .detail = "not all came in time"} : error;
  }
};
using AskingPtr = std::shared_ptr<Asking>;

// Null: told why not, and finished.
AskingPtr begin(Context& context, const Arguments& arguments, const Finish& finish) {
  const auto wait = secondsOf(arguments.value("wait").value_or(kUsualWait));
  if (!wait) {
    finishWith(context, {.code = ErrorCode::InvalidInput, .subject = "wait"}, finish);
    return nullptr;
  }
  auto access = chooseAccess(context, arguments, finish);
  if (!access) return nullptr;
  auto asking = std::make_shared<Asking>();
  asking->connection = connect(context, arguments, std::move(*access));
  const auto around = context.clusterSurroundings(asking->connection->plugins.get());
  asking->clock = &around.clock;
  asking->deadline =
      around.scheduler.after(base::Milliseconds(std::int64_t(*wait) * 1000), [weak = std::weak_ptr(asking)] {
        const auto held = weak.lock();
        if (!held) return;
        held->late = true;
        held->connection->call.reset();  // tells Cancelled, which ends the command
      });
  return asking;
}

// As finishWithCluster(), where the command itself knows what to say.
void finishSaying(Context& context, const Error& error, const QString& words, const Finish& finish) {
  if (context.json()) {
    context.flush();
    std::fprintf(stderr, "%s\n", errorJson(error, words.toStdString()).c_str());
  } else {
    context.message(words);
  }
  finish(exitFor(error.code));
}

void tellUnanswered(Context& context, const ClusterKinds& kinds) {
  if (kinds.unanswered.empty()) return;
  QStringList groups;
  for (const auto& group : kinds.unanswered) groups << format::text(group);
  context.message(
      sentence(QT_TRANSLATE_NOOP("cli", "These did not answer, and their kinds may be missing: %1"))
          .arg(groups.join(QStringLiteral(", "))));
}

// `next` is given the answer; the call that brought it is held until that is done.
void askKinds(Context& context, const AskingPtr& asking, const Finish& finish,
              std::function<void(const ClusterKinds&)> next) {
  asking->connection->call = services::askKinds(
      *asking->connection->client, [&context, asking, finish, next](base::Result<ClusterKinds> kinds) {
        const auto held = std::move(asking->connection->call);
        if (!kinds) return finishWithCluster(context, asking->why(kinds.error()), finish);
        next(*kinds);
      });
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ",") + word;
  return text;
}

// ---------------------------------------------------------------- kinds

std::string kindsJson(const ClusterKinds& kinds) {
  JsonArray all, unanswered;
  for (const auto& one : kinds.all) {
    JsonArray shortNames;
    for (const auto& name : one.shortNames) shortNames.text(name);
    all.raw(JsonObject()
                .text("name", one.plural)
                .text("singular", one.singular)
                .raw("shortNames", shortNames.take())
                .text("group", one.group)
                .text("version", one.version)
                .boolean("namespaced", one.namespaced)
                .text("kind", one.kind)
                .take());
  }
  for (const auto& one : kinds.unanswered) unanswered.text(one);
  return JsonObject().raw("kinds", all.take()).raw("unanswered", unanswered.take()).take();
}

// As kubectl api-resources heads them.
void printKinds(Context& context, const ClusterKinds& kinds) {
  if (context.json()) return context.printShown(kindsJson(kinds));
  std::vector<std::vector<std::string>> rows = {{"NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"}};
  for (const auto& one : kinds.all)
    rows.push_back({one.plural, joined(one.shortNames), one.groupVersion(), one.namespaced ? "true" : "false",
                    one.kind});
  printRows(context, rows);
}

void kinds(Context& context, const Arguments& arguments, Finish finish) {
  const auto asking = begin(context, arguments, finish);
  if (!asking) return;
  askKinds(context, asking, finish, [&context, finish](const ClusterKinds& found) {
    printKinds(context, found);
    tellUnanswered(context, found);
    finish(Exit::Done);
  });
}

// ---------------------------------------------------------------- get: a table

struct Shown {
  const KubeResource& resource;
  const ResourceTable& table;
  std::string nameSpace;  // empty: all, or none
  base::WallTime now;
  bool withNamespaces = false, wide = false;
};

// A table that was made from a list has no ages of its own.
std::string cellOf(const Shown& shown, const wire::KubeTableRow& row, std::size_t column) {
  auto cell = row.cells[column];
  if (cell.empty() && column == wire::ageColumnOf(shown.table.columns))
    cell = cluster::ageText(row.created, shown.now);
  return cell;
}

// A stranger's line break must not look like another row.
std::string onOneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string inCapitals(std::string text) {
  for (char& letter : text)
    if (letter >= 'a' && letter <= 'z') letter = char(letter - 'a' + 'A');
  return text;
}

void printTable(Context& context, const Shown& shown) {
  std::vector<std::size_t> columns;
  for (std::size_t at = 0; at < shown.table.columns.size(); ++at)
    if (shown.wide || shown.table.columns[at].priority == 0) columns.push_back(at);
  std::vector<std::vector<std::string>> rows(1);
  if (shown.withNamespaces) rows[0].push_back("NAMESPACE");
  for (const auto at : columns) rows[0].push_back(inCapitals(onOneLine(shown.table.columns[at].name)));
  for (const auto& row : shown.table.rows) {
    auto& cells = rows.emplace_back();
    if (shown.withNamespaces) cells.push_back(onOneLine(row.nameSpace));
    for (const auto at : columns) cells.push_back(onOneLine(cellOf(shown, row, at)));
  }
  printRows(context, rows);
}

std::string rowJson(const Shown& shown, const wire::KubeTableRow& row) {
  JsonObject cells;
  for (std::size_t at = 0; at < shown.table.columns.size(); ++at)
    cells.text(shown.table.columns[at].name, cellOf(shown, row, at));
  return JsonObject()
      .textOrNull("namespace", row.nameSpace)
      .text("name", row.name)
      .textOrNull("created", timeText(row.created))
      .raw("cells", cells.take())
      .take();
}

std::string tableJson(const Shown& shown) {
  JsonArray columns, rows;
  for (const auto& column : shown.table.columns)
    columns.raw(JsonObject()
                    .text("name", column.name)
                    .text("type", column.type)
                    .integer("priority", column.priority)
                    .take());
  for (const auto& row : shown.table.rows) rows.raw(rowJson(shown, row));
  return JsonObject()
      .text("kind", shown.resource.kind)
      .text("group", shown.resource.group)
      .text("version", shown.resource.version)
      .textOrNull("namespace", shown.nameSpace)
      .raw("columns", columns.take())
      .raw("rows", rows.take())
      .text("asOf", base::toIso8601(shown.now))
      .boolean("complete", shown.table.complete)
      .integerOrNull("remaining", shown.table.remaining)
      .take();
}

void tellRest(Context& context, const ResourceTable& table) {
  if (table.rows.empty() && table.complete)
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "There are none.")));
  if (table.complete) return;
  context.message(
      table.remaining
          ? sentence(QT_TRANSLATE_NOOP("cli", "There are %1 more, not shown.")).arg(*table.remaining)
          : sentence(QT_TRANSLATE_NOOP("cli", "There are more, not shown.")));
}

// ---------------------------------------------------------------- get

bool meansSecrets(std::string word) {
  for (char& letter : word)
    if (letter >= 'A' && letter <= 'Z') letter = char(letter - 'A' + 'a');
  return word == "secrets" || word == "secret";
}

// Nothing: it was told why, and the command is finished.
std::optional<KubeResource> resourceFor(Context& context, const ClusterKinds& kinds, const std::string& word,
                                        const Finish& finish) {
  const auto found = wire::resourcesNamed(kinds.all, word);
  if (found.size() == 1) return found[0];
  if (found.empty()) {
    tellUnanswered(context, kinds);
    finishSaying(
        context, {.code = ErrorCode::NotFound, .subject = word},
        sentence(QT_TRANSLATE_NOOP("cli",
                                   "This cluster has no kind “%1”. “cluster kinds” lists those that it has."))
            .arg(format::text(word)),
        finish);
    return std::nullopt;
  }
  QStringList names;
  for (const auto& one : found) names << format::text(one.fullName());
  finishSaying(context, {.code = ErrorCode::Ambiguous, .subject = word},
               sentence(QT_TRANSLATE_NOOP("cli", "“%1” may be one of these: %2"))
                   .arg(format::text(word), names.join(QStringLiteral(", "))),
               finish);
  return std::nullopt;
}

void getTable(Context& context, const AskingPtr& asking, const KubeResource& resource,
              const Arguments& arguments, const Finish& finish) {
  const bool all = arguments.has("all-namespaces");
  const auto space =
      all || !resource.namespaced ? std::string() : asking->connection->client->access().nameSpace;
  const bool withNamespaces = all && resource.namespaced, wide = arguments.has("wide");
  asking->connection->call = services::readTable(
      *asking->connection->client, {resource, space},
      [&context, asking, finish, resource, space, withNamespaces, wide](base::Result<ResourceTable> table) {
        const auto held = std::move(asking->connection->call);
        if (!table) return finishWithCluster(context, asking->why(table.error()), finish);
        const Shown shown{resource, *table, space, asking->serverNow(), withNamespaces, wide};
        if (context.json())
          context.printShown(tableJson(shown));
        else if (!table->rows.empty())
          printTable(context, shown);
        tellRest(context, *table);
        finish(Exit::Done);
      });
}

void getObject(Context& context, const AskingPtr& asking, const KubeResource& resource,
               const std::string& name, const Finish& finish) {
  const services::ObjectWish wish{resource, asking->connection->client->access().nameSpace, name};
  asking->connection->call = services::readObject(
      *asking->connection->client, wish, [&context, asking, finish](base::Result<std::string> text) {
        const auto held = std::move(asking->connection->call);
        if (!text) return finishWithCluster(context, asking->why(text.error()), finish);
        context.printShown(*text);
        finish(Exit::Done);
      });
}

void get(Context& context, const Arguments& arguments, Finish finish) {
  const auto word = arguments.positional(0), name = arguments.positional(1);
  // Before anything is asked: not even what kinds there are.
  if (meansSecrets(word)) return finishWithCluster(context, services::neverRead(), finish);
  if (!name.empty() && arguments.has("all-namespaces"))
    return finishWith(context, {.code = ErrorCode::InvalidInput, .subject = "all-namespaces"}, finish);
  const auto asking = begin(context, arguments, finish);
  if (!asking) return;
  askKinds(context, asking, finish,
           [&context, asking, arguments, word, name, finish](const ClusterKinds& kinds) {
             const auto resource = resourceFor(context, kinds, word, finish);
             if (!resource) return;
             if (name.empty()) return getTable(context, asking, *resource, arguments, finish);
             getObject(context, asking, *resource, name, finish);
           });
}

std::vector<OptionSpec> waitingOptions() {
  auto options = watchOptions();
  std::erase_if(options, [](const OptionSpec& one) { return one.name == "all-namespaces"; });
  return options;
}

std::vector<OptionSpec> getOptions() {
  auto options = watchOptions();
  options.push_back(
      {"wide", "", QT_TRANSLATE_NOOP("cli", "Also the columns that the server takes for less important")});
  return options;
}

}  // namespace

std::vector<Command> kindCommands() {
  return {
      {{{"cluster", "kinds"},
        QT_TRANSLATE_NOOP("cli", "List the kinds of objects that a cluster has; never Secrets"),
        {},
        waitingOptions()},
       kinds},
      {{{"cluster", "get"},
        QT_TRANSLATE_NOOP("cli",
                          "List the objects of any kind as the server shows them, or one of them as JSON"),
        {{"KIND"}, {"NAME", false}},
        getOptions()},
       get},
  };
}

}  // namespace aiagent::cli
