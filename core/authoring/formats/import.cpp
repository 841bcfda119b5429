#include "core/authoring/formats/import.h"

#include <algorithm>
#include <set>

#include "core/authoring/formats/import_limits.h"
#include "core/authoring/formats/readers.h"
#include "core/authoring/formats/recognise.h"
#include "core/authoring/formats/repair.h"
#include "core/authoring/formats/safe_path.h"

namespace aiagent::authoring {
namespace {

ReadResult readAs(Format format, const ReadInput& input) {
  switch (format) {
    case Format::OwnJson: return readOwnJson(input);
    case Format::PromptyV1: return readPromptyV1(input);
    case Format::PromptyV2: return readPromptyV2(input);
    case Format::Promptfoo: return readPromptfoo(input);
    case Format::Langfuse: return readLangfuse(input);
    case Format::OpenAiPrompt: return readOpenAiPrompt(input);
    case Format::OpenAiResponses: return readOpenAiResponses(input);
    case Format::OpenAiChat: return readOpenAiChat(input);
    case Format::Markdown: return readMarkdown(input);
    case Format::AgentsMd: return readAgentsMd(input);
    case Format::SkillMd: return readSkillMd(input);
    case Format::LibraryFolder: return readLibraryAgent(input);
    case Format::AgentCard: break;
  }
  return refused(input.path, "an agent card does not say how an agent works");
}

// Folders whose files belong to the one that leads them.
class Owners {
 public:
  explicit Owners(const FileIndex& index) {
    for (const auto* file : index.all()) {
      const auto name = fileName(file->path);
      if (name == "agent.md" && file->bytes.find("\naiagent:") != std::string::npos)
        m_agents.insert(std::string(folderOf(file->path)));
      if (name == "SKILL.md" && index.all().size() > 1) m_skills.insert(std::string(folderOf(file->path)));
    }
  }

  bool owned(std::string_view path) const {
    const auto name = fileName(path);
    const auto folder = folderOf(path);
    if (name == "agent.md" || name == "SKILL.md") return false;
    if (m_agents.count(folder) &&
        (name == "cases.yaml" || name == "versions.yaml" || name == "tools.json" || name == "schema.json"))
      return true;
    for (auto at = path.rfind('/'); at != std::string_view::npos && at > 0; at = path.rfind('/', at - 1)) {
      const auto parent = path.substr(0, at + 1);
      if (m_skills.count(parent)) return true;
      if (m_agents.count(parent) && path.substr(at + 1).starts_with("knowledge/")) return true;
    }
    return m_skills.count("") > 0;
  }

 private:
  std::set<std::string, std::less<>> m_agents, m_skills;
};

class Importer {
 public:
  Importer(const Files& files, const ImportOptions& options)
      : m_index(files), m_owners(m_index), m_options(options), m_single(files.size() == 1) {}

  ImportResult run() {
    std::string_view before;
    std::size_t done = 0;
    for (const auto* file : m_index.all()) {
      if (!isSafePath(file->path))
        refuse(*file, refused(file->path, "a path that leads elsewhere"));
      else if (file->path == before)
        refuse(*file, refused(file->path, "the same name twice"));
      else if (m_options.as || !m_owners.owned(file->path))
        read(*file);
      before = file->path;
      if (m_options.progress && !m_options.progress(++done, m_index.all().size())) break;
    }
    return std::move(m_result);
  }

 private:
  void refuse(const File& file, base::Error error) {
    m_result.items.push_back(
        {.source = file.path, .format = {}, .candidates = {}, .imported = std::move(error)});
  }

  void read(const File& file) {
    const auto text = importText(file);
    if (!text) {  // a picture beside the prompts is no fault
      if (m_single || looksOurs(file.path)) return refuse(file, text.error());
      m_result.ignored.push_back(file.path);
      return;
    }
    if (m_options.as) {
      auto tree = documentFor(*m_options.as, file, *text);
      if (!tree) return refuse(file, tree.error());
      return readAgents(file, *text, *m_options.as, *tree ? &**tree : nullptr);
    }
    const auto found = recognise(file, *text);
    if (!found) return refuse(file, found.error());
    if (found->format) return readAgents(file, *text, *found->format, found->tree ? &*found->tree : nullptr);
    // among others a plain text is somebody's data
    if (!m_single && (found->candidates.empty() || file.path.ends_with(".txt"))) {
      m_result.ignored.push_back(file.path);
      return;
    }
    const auto code = found->candidates.empty() ? base::ErrorCode::NotFound : base::ErrorCode::Ambiguous;
    m_result.items.push_back(
        {.source = file.path,
         .format = {},
         .candidates = found->candidates,
         .imported = base::Error{.code = code, .detail = "format", .subject = file.path}});
  }

  void readAgents(const File& file, std::string_view text, Format format, const Tree* tree) {
    auto agents = readAs(format, {.path = file.path,
                                  .text = text,
                                  .tree = tree,
                                  .files = &m_index,
                                  .allowReferences = m_options.allowFileReferences});
    if (!agents) {
      refuse(file, agents.error());
      m_result.items.back().format = format;
      return;
    }
    for (auto& agent : *agents) {
      repair(agent);
      auto content = domain::normalised(std::move(agent.content));
      ImportItem item{.source = agent.source, .format = format, .candidates = {}, .imported = base::Error{}};
      if (content) {
        agent.content = std::move(*content);
        item.imported = std::move(agent);
      } else {
        item.imported = content.error();
      }
      m_result.items.push_back(std::move(item));
    }
  }

  static bool looksOurs(std::string_view path) {
    for (const std::string_view ending : {".json", ".yaml", ".yml", ".prompty", ".md"})
      if (path.ends_with(ending)) return true;
    return false;
  }

  FileIndex m_index;
  Owners m_owners;
  const ImportOptions& m_options;
  bool m_single;
  ImportResult m_result;
};

}  // namespace

std::vector<Detected> detect(const Files& files) {
  const FileIndex index(files);
  const Owners owners(index);
  std::vector<Detected> all;
  for (const auto* file : index.all()) {
    Detected one{.path = file->path, .format = {}, .candidates = {}, .reason = "refused"};
    const auto text = importText(*file);
    const auto found = text && !owners.owned(file->path) ? recognise(*file, *text) : base::Error{};
    if (owners.owned(file->path)) one.reason = "belongs-to";
    if (found) {
      one.format = found->format;
      one.candidates = found->candidates;
      one.reason = std::string(found->reason);
    }
    all.push_back(std::move(one));
  }
  return all;
}

ImportResult importFiles(const Files& files, const ImportOptions& options) {
  return Importer(files, options).run();
}

}  // namespace aiagent::authoring
