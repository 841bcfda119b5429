#include "ui/widgets/markdown/reference_links.h"

#include <algorithm>

#include "ui/widgets/markdown/block_parser.h"

namespace aiagent::widgets::markdown {
namespace {

constexpr std::size_t kLongestLabel = 999;  // CommonMark 0.30, section 4.7

// Calls `use(label, behind)` for each innermost "[label]" within a line; `behind` is the offset after it.
template <class Use>
void forEachLabel(std::string_view text, Use use) {
  std::size_t open = std::string_view::npos;
  for (std::size_t at = text.find('['); at < text.size(); ++at) {
    switch (text[at]) {
      case '\\': ++at; break;
      case '\n':
      case '\r': open = std::string_view::npos; break;
      case '[': open = at + 1; break;
      case ']':
        if (open != std::string_view::npos && at > open && at - open <= kLongestLabel)
          use(text.substr(open, at - open), at + 1);
        open = std::string_view::npos;
        break;
      default: break;
    }
  }
}

std::string escapedAddress(const QString& href) {
  std::string escaped = "<";
  for (const char c : href.toStdString()) {
    if (c == '<' || c == '>' || c == '\\' || c == '&') escaped += '\\';
    escaped += c;
  }
  return escaped + ">";
}

}  // namespace

QString normalizedLabel(std::string_view label) {
  return QString::fromUtf8(label.data(), qsizetype(label.size())).simplified().toCaseFolded();
}

std::vector<QString> usedLabels(std::string_view text) {
  std::vector<QString> labels;
  forEachLabel(text, [&](std::string_view label, std::size_t) { labels.push_back(normalizedLabel(label)); });
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  return labels;
}

Definitions definitionsIn(std::string_view text) {
  Definitions definitions;
  if (text.find("]:") == std::string_view::npos) return definitions;
  std::vector<std::pair<QString, std::string>> candidates;
  forEachLabel(text, [&](std::string_view label, std::size_t behind) {
    if (behind < text.size() && text[behind] == ':') candidates.emplace_back(normalizedLabel(label), label);
  });
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end(),
                               [](const auto& a, const auto& b) { return a.first == b.first; }),
                   candidates.end());
  // Whether a candidate defines something is for the parser to say: ask it what each label means.
  std::string probe(text);
  for (const auto& [label, written] : candidates) probe.append("\n\n[").append(written).append("]");
  const auto links = linksOfLastParagraphs(probe, candidates.size());
  for (std::size_t i = 0; i < links.size(); ++i)
    if (links[i]) definitions[candidates[i].first] = {candidates[i].second, *links[i]};
  return definitions;
}

std::string definitionText(const Definitions& definitions, const std::vector<QString>& labels) {
  std::string text;
  for (const QString& label : labels) {
    const auto found = definitions.find(label);
    if (found == definitions.end()) continue;
    text.append("[").append(found->second.label).append("]: ").append(escapedAddress(found->second.href));
    text.append("\n");
  }
  return text.empty() ? text : text + "\n";
}

}  // namespace aiagent::widgets::markdown
