// agent knowledge; upload list | delete
#include <algorithm>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/input.h"
#include "core/wire/file_json.h"
#include "core/wire/json_text.h"
#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using domain::Agent;
using domain::KnowledgeFile;
using domain::KnowledgeUse;
using format::text;

base::Error wrong(const char* option) {
  return {.code = base::ErrorCode::InvalidInput, .subject = option};
}

base::Result<KnowledgeUse> useFrom(const std::string& word, const char* option) {
  if (word == "message") return KnowledgeUse::InputFile;
  if (word == "search") return KnowledgeUse::FileSearch;
  return wrong(option);
}

QString useText(KnowledgeUse use) {
  return use == KnowledgeUse::InputFile ? sentence(QT_TRANSLATE_NOOP("cli", "with the first message"))
                                        : sentence(QT_TRANSLATE_NOOP("cli", "searched in a vector store"));
}

void print(Context& context, const std::vector<KnowledgeFile>& files,
           const std::vector<services::KnowledgeState>& states) {
  wire::JsonArray array;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto& file = files[i];
    const bool here = states[i] == services::KnowledgeState::Here;
    if (context.json())
      array.raw(wire::JsonObject()
                    .text("name", file.name)
                    .text("mediaType", file.mediaType)
                    .text("sha256", file.sha256)
                    .integer("bytes", file.bytes)
                    .text("use", domain::toWord(file.use))
                    .boolean("here", here)
                    .take());
    else
      context.printLine(
          QStringLiteral("%1  %2  %3  %4%5")
              .arg(text(file.name), text(file.mediaType), format::bytes(file.bytes), useText(file.use),
                   here ? QString()
                        : QLatin1String("  ") +
                              sentence(QT_TRANSLATE_NOOP("cli", "(not on this computer: add it again)"))));
  }
  if (context.json()) context.printLine(array.take());
}

void list(Context& context, const std::vector<KnowledgeFile>& files, Finish finish) {
  context.knowledge().look(
      files, [&context, files, finish](base::Result<std::vector<services::KnowledgeState>> states) {
        if (!states) return finishWith(context, states.error(), finish);
        print(context, files, *states);
        finish(Exit::Done);
      });
}

// Lays what the person wants over the manifest.
base::Result<void> change(const Arguments& arguments, std::vector<KnowledgeFile>& files) {
  const auto find = [&files](const std::string& name) {
    return std::ranges::find(files, name, &KnowledgeFile::name);
  };
  for (const auto& name : arguments.values("remove")) {
    const auto at = find(name);
    if (at == files.end()) return base::Error{.code = base::ErrorCode::NotFound, .subject = name};
    files.erase(at);
  }
  for (const auto& pair : arguments.values("use")) {
    const auto split = splitPair("use", pair);
    if (!split) return split.error();
    const auto at = find(split->first);
    if (at == files.end()) return base::Error{.code = base::ErrorCode::NotFound, .subject = split->first};
    const auto use = useFrom(split->second, "use");
    if (!use) return use.error();
    at->use = *use;
  }
  return {};
}

void save(Context& context, const Arguments& arguments, Agent agent, Finish finish) {
  auto& files = agent.content.knowledge;
  if (auto changed = change(arguments, files); !changed) return finishWith(context, changed.error(), finish);
  context.agents().update(
      agent.id, agent.content, agent.revision,
      [&context, finish](base::Result<Agent> saved) {
        if (!saved) return finishWith(context, saved.error(), finish);
        list(context, saved->content.knowledge, finish);
      },
      store::SaveOptions{.endsDraft = false});
}

void attach(Context& context, const Arguments& arguments, const Agent& agent, Finish finish) {
  const auto use = useFrom(arguments.value("for").value_or("message"), "for");
  if (!use) return finishWith(context, use.error(), finish);
  std::vector<std::filesystem::path> paths;
  for (const auto& path : arguments.values("add")) paths.emplace_back(path);
  auto job = std::make_shared<std::unique_ptr<services::BackgroundJob>>();
  context.onInterrupt([job] { job->reset(); });
  *job = context.knowledge().attach(
      std::move(paths), {},
      [&context, arguments, agent, use = *use, finish, job](base::Result<std::vector<KnowledgeFile>> files) {
        if (!files) return finishWith(context, files.error(), finish);
        auto next = agent;
        next.content.knowledge = services::withAttached(std::move(next.content.knowledge), *files);
        if (arguments.has("for"))
          for (auto& file : next.content.knowledge)
            if (std::ranges::find(*files, file.name, &KnowledgeFile::name) != files->end()) file.use = use;
        save(context, arguments, std::move(next), finish);
      });
}

void knowledge(Context& context, const Arguments& arguments, Finish finish) {
  context.agents().find(arguments.positional(0), [&context, arguments, finish](base::Result<Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    if (arguments.has("add")) return attach(context, arguments, *agent, finish);
    if (arguments.has("remove") || arguments.has("use")) return save(context, arguments, *agent, finish);
    list(context, agent->content.knowledge, finish);
  });
}

// ---------------------------------------------------------------- uploads

using domain::Upload;

void printUpload(Context& context, const Upload& upload) {
  const auto kind = upload.kind == domain::UploadKind::File
                        ? sentence(QT_TRANSLATE_NOOP("cli", "file"))
                        : sentence(QT_TRANSLATE_NOOP("cli", "vector store"));
  const auto expires = upload.expires ? sentence(QT_TRANSLATE_NOOP("cli", "until %1"))
                                            .arg(QString::fromStdString(base::toIso8601(*upload.expires)))
                                      : sentence(QT_TRANSLATE_NOOP("cli", "until it is deleted"));
  context.printLine(QStringLiteral("%1  %2  %3  %4  %5  %6")
                        .arg(text(upload.remote), kind, text(upload.provider), format::bytes(upload.bytes),
                             expires, text(upload.name)));
}

// What the vector stores at OpenAI cost; others have prices of their own.
void printPrice(Context& context, const std::vector<Upload>& uploads) {
  const auto& price = context.catalog().storage();
  std::int64_t bytes = 0;
  for (const auto& upload : uploads)
    if (upload.kind == domain::UploadKind::VectorStore &&
        domain::originOf(upload.baseUrl) == domain::originOf(domain::kOpenAiBaseUrl))
      bytes += upload.bytes;
  if (!price || bytes == 0) return;
  context.message(sentence(QT_TRANSLATE_NOOP("cli", "Vector stores at OpenAI: %1, about %2 a month."))
                      .arg(format::bytes(bytes), format::money(runs::storageNanoUsdPerMonth(*price, bytes))));
}

void listUploads(Context& context, const Arguments&, Finish finish) {
  context.uploads().list([&context, finish](base::Result<std::vector<Upload>> uploads) {
    if (!uploads) return finishWith(context, uploads.error(), finish);
    if (context.json()) {
      context.printLine(wire::toJson(*uploads));
    } else {
      for (const auto& upload : *uploads) printUpload(context, upload);
      printPrice(context, *uploads);
    }
    finish(Exit::Done);
  });
}

// One after the other; the first that fails ends it.
void deleteNext(Context& context, std::shared_ptr<std::vector<Upload>> left, std::vector<Upload> done,
                Finish finish) {
  if (left->empty()) {
    if (context.json())
      context.printLine(wire::toJson(done));
    else
      context.printLine(sentence(QT_TRANSLATE_NOOP("cli", "Deleted at the provider: %1."))
                            .arg(format::count(std::int64_t(done.size()))));
    return finish(Exit::Done);
  }
  auto upload = left->back();
  left->pop_back();
  context.uploads().remove(
      upload, [&context, left, done = std::move(done), upload, finish](base::Result<void> removed) mutable {
        if (!removed) return finishWith(context, removed.error(), finish);
        done.push_back(upload);
        deleteNext(context, left, std::move(done), finish);
      });
}

void deleteUploads(Context& context, const Arguments& arguments, Finish finish) {
  context.uploads().list([&context, arguments, finish](base::Result<std::vector<Upload>> uploads) {
    if (!uploads) return finishWith(context, uploads.error(), finish);
    if (arguments.positionals.empty() && !arguments.has("all"))
      return finishWith(context, wrong("ID"), finish);
    auto chosen = std::make_shared<std::vector<Upload>>();
    if (arguments.has("all")) *chosen = *uploads;
    for (const auto& id : arguments.positionals) {
      const auto at = std::ranges::find(*uploads, id, &Upload::remote);
      if (at == uploads->end())
        return finishWith(context, {.code = base::ErrorCode::NotFound, .subject = id}, finish);
      if (!arguments.has("all")) chosen->push_back(*at);
    }
    // Stores first: they are made of the files.
    std::ranges::stable_sort(*chosen, {}, [](const Upload& upload) { return upload.kind; });
    deleteNext(context, chosen, {}, finish);
  });
}

}  // namespace

std::vector<Command> knowledgeCommands() {
  return {
      {{{"agent", "knowledge"},
        QT_TRANSLATE_NOOP("cli", "List an agent's knowledge files, add some or remove some"),
        {{"AGENT"}},
        {{"add", "FILE",
          QT_TRANSLATE_NOOP("cli", "File to add, or to replace under its name; may be repeated"), true},
         {"for", "WHAT",
          QT_TRANSLATE_NOOP("cli",
                            "How added files are used: message (sent with the first message, the "
                            "default) or search (kept in a vector store)")},
         {"remove", "NAME", QT_TRANSLATE_NOOP("cli", "File to take away; may be repeated"), true},
         {"use", "NAME=WHAT",
          QT_TRANSLATE_NOOP("cli", "Change how a file is used: message or search; may be repeated"), true}}},
       knowledge},
      {{{"upload", "list"},
        QT_TRANSLATE_NOOP("cli", "List what was uploaded to providers and is kept there"),
        {},
        {}},
       listUploads},
      {{{"upload", "delete"},
        QT_TRANSLATE_NOOP("cli", "Delete files and vector stores at the provider"),
        {{"ID", false, true}},
        {{"all", "", QT_TRANSLATE_NOOP("cli", "All that “upload list” shows")}}},
       deleteUploads},
  };
}

}  // namespace aiagent::cli
