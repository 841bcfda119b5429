// provider list | add | remove | use | test | key; model list
#include "app/cli/command.h"
#include "app/cli/input.h"
#include "core/base/utf8.h"
#include "core/wire/record_json.h"

namespace aiagent::cli {
namespace {

using domain::Provider;

QString keyWords(const Provider& provider) {
  switch (provider.keySource) {
    case domain::KeySource::None: return sentence(QT_TRANSLATE_NOOP("cli", "no key"));
    case domain::KeySource::KeyStore:
      return sentence(QT_TRANSLATE_NOOP("cli", "key in the system's key store"));
    case domain::KeySource::Environment:
      return sentence(QT_TRANSLATE_NOOP("cli", "key from %1"))
          .arg(QString::fromStdString(provider.keyVariable));
  }
  return {};
}

void printProvider(Context& context, const Provider& provider, bool inUse) {
  context.printLine(QStringList{inUse ? QStringLiteral("*") : QStringLiteral(" "),
                                QString::fromStdString(provider.name),
                                QString::fromStdString(provider.baseUrl),
                                QString::fromUtf8(domain::toWord(provider.api).data()), keyWords(provider)}
                        .join(QLatin1String("  ")));
}

void list(Context& context, const Arguments&, Finish finish) {
  context.providers().list([&context, finish](base::Result<std::vector<Provider>> all) {
    if (!all) return finishWith(context, all.error(), finish);
    context.providers().current([&context, all = *all, finish](base::Result<Provider> current) {
      if (!current && current.error().code != base::ErrorCode::NotFound)
        return finishWith(context, current.error(), finish);
      const auto inUse = current ? current->name : std::string();
      if (!context.json()) {
        for (const auto& provider : all) printProvider(context, provider, provider.name == inUse);
        return finish(Exit::Done);
      }
      std::string json = "[";
      for (const auto& provider : all) {
        auto item = wire::toJson(provider);
        item.insert(1, std::string("\"inUse\":") + (provider.name == inUse ? "true," : "false,"));
        json += (json.size() > 1 ? "," : "") + item;
      }
      context.printLine(json + "]");
      finish(Exit::Done);
    });
  });
}

std::function<void(base::Result<Provider>)> printSaved(Context& context, Finish finish) {
  return [&context, finish](base::Result<Provider> provider) {
    if (!provider) return finishWith(context, provider.error(), finish);
    if (context.json())
      context.printLine(wire::toJson(*provider));
    else
      printProvider(context, *provider, false);
    finish(Exit::Done);
  };
}

void add(Context& context, const Arguments& arguments, Finish finish) {
  Provider provider;
  provider.name = arguments.positional(0);
  provider.baseUrl = arguments.value("base-url").value_or("");
  auto api = domain::apiKindFromWord(arguments.value("api").value_or("responses"));
  if (!api) return finishWith(context, api.error(), finish);
  provider.api = *api;
  provider.defaultModel = arguments.value("model").value_or("");
  provider.keySource =
      domain::isLoopbackUrl(provider.baseUrl) ? domain::KeySource::None : domain::KeySource::KeyStore;
  if (const auto variable = arguments.value("key-from-env")) {
    provider.keySource = domain::KeySource::Environment;
    provider.keyVariable = *variable;
  } else if (arguments.has("key-stdin")) {
    provider.keySource = domain::KeySource::KeyStore;
  }
  if (!arguments.has("key-stdin"))
    return context.providers().save(std::move(provider), printSaved(context, finish));
  auto text = readText("-");
  if (!text) return finishWith(context, text.error(), finish);
  base::SecretString key(std::string(base::trimmed(*text)));
  if (key.empty())
    return finishWith(context, {.code = base::ErrorCode::InvalidInput, .subject = "key-stdin"}, finish);
  context.providers().save(std::move(provider), [&context, key, finish](base::Result<Provider> saved) {
    if (!saved) return finishWith(context, saved.error(), finish);
    context.providers().setKey(
        *saved, key, [&context, saved = *saved, finish](base::Result<ports::SecretPersistence> kept) {
          if (!kept) return finishWith(context, kept.error(), finish);
          if (*kept == ports::SecretPersistence::SessionOnly)
            context.message(
                sentence(QT_TRANSLATE_NOOP("cli",
                                           "This system has no key store, so the key is not kept. "
                                           "Put it into an environment variable and use --key-from-env.")));
          printSaved(context, finish)(saved);
        });
  });
}

void remove(Context& context, const Arguments& arguments, Finish finish) {
  context.providers().remove(arguments.positional(0), [&context, finish](base::Result<void> removed) {
    if (!removed) return finishWith(context, removed.error(), finish);
    finish(Exit::Done);
  });
}

void use(Context& context, const Arguments& arguments, Finish finish) {
  const auto name = arguments.positional(0);
  context.providers().use(name, [&context, name, finish](base::Result<void> chosen) {
    if (!chosen && !context.json() && chosen.error().code == base::ErrorCode::NotFound)
      context.message(
          name == domain::kRehearsalProvider
              ? sentence(QT_TRANSLATE_NOOP(
                    "cli",
                    "The rehearsal is chosen for one command at a time: add --provider rehearsal to it."))
              : sentence(QT_TRANSLATE_NOOP("cli", "“provider list” shows the providers there are.")));
    if (!chosen) return finishWith(context, chosen.error(), finish);
    finish(Exit::Done);
  });
}

using ModelsDone = std::function<void(const Provider&, base::Result<std::vector<wire::ModelInfo>>)>;

void withModels(Context& context, const std::string& name, Finish finish, ModelsDone done) {
  if (name == domain::kRehearsalProvider)
    if (auto url = context.startRehearsal(); !url) return finishWith(context, url.error(), finish);
  context.providers().find(name, [&context, finish, done](base::Result<Provider> provider) {
    if (!provider) return finishWith(context, provider.error(), finish);
    auto query = std::make_shared<std::unique_ptr<services::ModelQuery>>();
    context.onInterrupt([query] { query->reset(); });  // ends with Cancelled
    *query = context.providers().models(
        *provider, [provider = *provider, done](base::Result<std::vector<wire::ModelInfo>> models) {
          done(provider, std::move(models));
        });
  });
}

void test(Context& context, const Arguments& arguments, Finish finish) {
  withModels(context, arguments.positional(0), finish,
             [&context, finish](const Provider& provider, base::Result<std::vector<wire::ModelInfo>> models) {
               if (!models) return finishWith(context, models.error(), finish);
               if (context.json())
                 context.printLine(R"({"provider":)" + wire::quoted(provider.name) +
                                   R"(,"ok":true,"models":)" + std::to_string(models->size()) + "}");
               else
                 context.printLine(sentence(QT_TRANSLATE_NOOP("cli", "“%1” answers: %n model(s)."))
                                       .replace(QLatin1String("%n"), QString::number(models->size()))
                                       .arg(QString::fromStdString(provider.name)));
               finish(Exit::Done);
             });
}

std::string modelJson(const wire::ModelInfo& model, const runs::ModelFacts* facts) {
  std::string json = R"({"id":)" + wire::quoted(model.id) + R"(,"ownedBy":)" + wire::quoted(model.ownedBy);
  if (model.shutdown) json += R"(,"shutdown":")" + base::toIso8601(*model.shutdown) + "\"";
  if (facts && facts->contextTokens > 0)
    json += R"(,"contextTokens":)" + std::to_string(facts->contextTokens);
  return json + "}";
}

void listModels(Context& context, const Arguments& arguments, Finish finish) {
  withModels(
      context, arguments.value("provider").value_or(""), finish,
      [&context, finish](const Provider&, base::Result<std::vector<wire::ModelInfo>> models) {
        if (!models) return finishWith(context, models.error(), finish);
        std::string json = "[";
        for (const auto& model : *models) {
          if (context.json())
            json += (json.size() > 1 ? "," : "") + modelJson(model, context.catalog().find(model.id));
          else
            context.printLine(model.id + (model.shutdown
                                              ? "  (" + base::toIso8601(*model.shutdown).substr(0, 10) + " †)"
                                              : ""));
        }
        if (context.json()) context.printLine(json + "]");
        finish(Exit::Done);
      });
}

}  // namespace

std::vector<Command> providerCommands() {
  return {
      {{{"provider", "list"}, QT_TRANSLATE_NOOP("cli", "List providers; * is the one in use"), {}, {}}, list},
      {{{"provider", "add"},
        QT_TRANSLATE_NOOP("cli", "Add or change a provider"),
        {{"NAME"}},
        {{"base-url", "URL", QT_TRANSLATE_NOOP("cli", "Address of the API, e.g. https://api.openai.com/v1"),
          false, true},
         {"api", "KIND", QT_TRANSLATE_NOOP("cli", "responses or chat")},
         {"key-from-env", "VAR", QT_TRANSLATE_NOOP("cli", "Read the key from this environment variable")},
         {"key-stdin", "",
          QT_TRANSLATE_NOOP("cli", "Read the key from standard input into the system's key store")},
         {"model", "NAME", QT_TRANSLATE_NOOP("cli", "Model for agents that name none")}}},
       add},
      {{{"provider", "remove"},
        QT_TRANSLATE_NOOP("cli", "Remove a provider and forget its key"),
        {{"NAME"}},
        {}},
       remove},
      {{{"provider", "use"}, QT_TRANSLATE_NOOP("cli", "Choose the provider that runs go to"), {{"NAME"}}, {}},
       use},
      {{{"provider", "test"},
        QT_TRANSLATE_NOOP("cli", "Ask a provider for its models: proves address and key"),
        {{"NAME", false}},
        {}},
       test},
      {{{"model", "list"},
        QT_TRANSLATE_NOOP("cli", "List the provider's models"),
        {},
        {{"provider", "NAME", QT_TRANSLATE_NOOP("cli", "Provider to ask")}}},
       listModels},
  };
}

}  // namespace aiagent::cli
