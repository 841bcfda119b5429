// environment list|set|import|remove
#include <filesystem>

#include "app/cli/cluster_access.h"
#include "app/cli/cluster_watching.h"
#include "core/services/cluster/read_file.h"
#include "core/store/environment_repository.h"

namespace aiagent::cli {
namespace {

using domain::Environment;
using wire::JsonArray;
using wire::JsonObject;

std::string toJson(const Environment& one) {
  return JsonObject()
      .text("id", one.id.toString())
      .text("name", one.name)
      .text("stage", domain::toWord(one.stage))
      .text("kubeconfig", one.kubeconfig)
      .text("context", one.context)
      .text("namespace", one.nameSpace)
      .text("api", one.api)
      .text("prometheus", one.prometheus)
      .text("repository", one.repository)
      .take();
}

void list(Context& context, const Arguments&, Finish finish) {
  const auto all = environmentsOf(context);
  if (!all) return finishWith(context, all.error(), finish);
  if (context.json()) {
    JsonArray array;
    for (const auto& one : *all) array.raw(toJson(one));
    context.printShown(array.take());
    return finish(Exit::Done);
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : *all)
    rows.push_back({one.name, std::string(domain::toWord(one.stage)), one.context, one.nameSpace, one.api});
  printRows(context, rows);
  finish(Exit::Done);
}

services::Done<Environment> printSaved(Context& context, Finish finish) {
  return [&context, finish](base::Result<Environment> kept) {
    if (!kept) return finishWith(context, kept.error(), finish);
    context.printShown(context.json() ? toJson(*kept) : kept->name);
    finish(Exit::Done);
  };
}

// What is not named stays as it is.
void set(Context& context, const Arguments& arguments, Finish finish) {
  auto known = environmentNamed(context, arguments.positional(0));
  if (!known) return finishWith(context, known.error(), finish);
  auto environment = known->value_or(Environment{.name = arguments.positional(0)});
  if (const auto word = arguments.value("stage")) {
    const auto stage = domain::environmentStageFromWord(*word);
    if (!stage) return finishWith(context, stage.error(), finish);
    environment.stage = *stage;
  }
  const auto take = [&arguments](const char* option, std::string& field) {
    if (const auto value = arguments.value(option)) field = *value;
  };
  take("context", environment.context);
  take("namespace", environment.nameSpace);
  take("api", environment.api);
  take("prometheus", environment.prometheus);
  take("repository", environment.repository);
  if (const auto file = arguments.value("kubeconfig"))
    environment.kubeconfig = file->empty() ? std::string() : std::filesystem::absolute(*file).string();
  context.environments().save(std::move(environment), printSaved(context, finish));
}

void importFile(Context& context, const Arguments& arguments, Finish finish) {
  const std::filesystem::path path = arguments.positional(0);
  const auto text = services::readSmallFile(path.string());
  if (!text) return finishWith(context, text.error(), finish);
  auto read = domain::environmentFromFile(path.filename().string(), *text);
  if (!read) return finishWith(context, read.error(), finish);
  const auto known = environmentNamed(context, read->name);
  if (!known) return finishWith(context, known.error(), finish);
  // What such a file does not tell stays.
  if (*known) {
    const auto& old = **known;
    read->id = old.id;
    read->kubeconfig = old.kubeconfig;
    if (read->context.empty()) read->context = old.context;
    if (read->nameSpace.empty()) read->nameSpace = old.nameSpace;
    if (read->api.empty()) read->api = old.api;
    if (read->prometheus.empty()) read->prometheus = old.prometheus;
    if (read->repository.empty()) read->repository = old.repository;
  }
  context.environments().save(std::move(*read), printSaved(context, finish));
}

void remove(Context& context, const Arguments& arguments, Finish finish) {
  const auto known = environmentNamed(context, arguments.positional(0));
  if (!known) return finishWith(context, known.error(), finish);
  if (!*known)
    return finishWith(context, {.code = base::ErrorCode::NotFound, .subject = arguments.positional(0)},
                      finish);
  context.environments().remove((*known)->id, [&context, finish](base::Result<void> gone) {
    if (!gone) return finishWith(context, gone.error(), finish);
    finish(Exit::Done);
  });
}

}  // namespace

std::vector<Command> environmentCommands() {
  return {
      {{{"environment", "list"}, QT_TRANSLATE_NOOP("cli", "List the environments of this computer"), {}, {}},
       list},
      {{{"environment", "set"},
        QT_TRANSLATE_NOOP("cli", "Make an environment, or change what is named"),
        {{"NAME"}},
        {{"stage", "WORD", QT_TRANSLATE_NOOP("cli", "development, staging or production")},
         {"kubeconfig", "FILE", QT_TRANSLATE_NOOP("cli", "Instead of KUBECONFIG and ~/.kube/config")},
         {"context", "NAME", QT_TRANSLATE_NOOP("cli", "The kubeconfig's context")},
         {"namespace", "NAME", QT_TRANSLATE_NOOP("cli", "Instead of the context's namespace")},
         {"api", "URL", QT_TRANSLATE_NOOP("cli", "Address of the hosted API")},
         {"prometheus", "URL", QT_TRANSLATE_NOOP("cli", "Address of its Prometheus")},
         {"repository", "OWNER/NAME", QT_TRANSLATE_NOOP("cli", "Of its pipeline")}}},
       set},
      {{{"environment", "import"},
        QT_TRANSLATE_NOOP("cli",
                          "Make or change an environment from an env file; its secrets are not looked at"),
        {{"FILE"}},
        {}},
       importFile},
      {{{"environment", "remove"},
        QT_TRANSLATE_NOOP("cli", "Remove an environment from this computer; nothing in the cluster changes"),
        {{"NAME"}},
        {}},
       remove},
  };
}

}  // namespace aiagent::cli
