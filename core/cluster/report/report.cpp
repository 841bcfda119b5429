#include "core/cluster/report/report.h"

#include <initializer_list>

#include "core/base/utf8.h"

namespace aiagent::cluster {
namespace {

using domain::ClusterFact;
using Cells = std::vector<std::string>;

constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;--text:#232629;--ground:#fff;--line:#c8cbce;--muted:#5f6b76;--good:#1c7a43;--warn:#a54e00;--bad:#b52a3a}
@media(prefers-color-scheme:dark){:root{--text:#eff0f1;--ground:#1b1e20;--line:#4d5356;--muted:#a8b0b6;--good:#6fcf97;--warn:#f5a25d;--bad:#f28b96}}
body{font:14px/1.45 sans-serif;color:var(--text);background:var(--ground);margin:24px;max-width:1200px}
h1{font-size:20px}h2{font-size:16px;margin-top:28px}.muted{color:var(--muted)}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:4px 8px;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.healthy{color:var(--good)}.degraded,.progressing,.paused,.unknown{color:var(--warn)}.failed{color:var(--bad)}
@media print{body{margin:0}}
)";

std::string evidenceOf(const Verdict& verdict) {
  std::string text;
  for (const auto& one : verdict.evidence) {
    if (!text.empty()) text += "; ";
    text += one.field + ": " + one.value;
  }
  return text;
}

std::string word(const Verdict& verdict) {
  return std::string(toWord(verdict.kind));
}

class Html {
 public:
  explicit Html(std::string& out) : m_out(out) {}

  void tag(std::string_view name, std::string_view text, std::string_view kind = {}) {
    ((m_out += '<') += name);
    if (!kind.empty()) ((m_out += " class=\"") += kind) += '"';
    m_out += '>';
    m_out += htmlText(text);
    ((m_out += "</") += name) += '>';
  }
  void head(std::initializer_list<std::string_view> cells) {
    m_out += "<table><thead><tr>";
    for (const auto cell : cells) tag("th", cell);
    m_out += "</tr></thead><tbody>\n";
  }
  void row(const Cells& cells, std::size_t verdictAt) {
    m_out += "<tr>";
    // The words of verdicts are ours, and names of classes too.
    for (std::size_t i = 0; i < cells.size(); ++i)
      tag("td", cells[i], i == verdictAt ? std::string_view(cells[i]) : std::string_view());
    m_out += "</tr>\n";
  }
  void endTable() { m_out += "</tbody></table>\n"; }

 private:
  std::string& m_out;
};

constexpr std::size_t kNone = std::size_t(-1);

std::string changeOf(const ClusterFact& fact) {
  if (fact.before.empty()) return fact.after;
  return fact.after.empty() ? fact.before : fact.before + " → " + fact.after;
}

std::string whenOf(const ClusterFact& fact) {
  auto text = base::toIso8601(fact.time);
  if (fact.until != base::WallTime{}) text += " – " + base::toIso8601(fact.until);
  return text;
}

void addWorkloads(Html& html, const Report& report, const ReportWords& words) {
  html.tag("h2", words.workloads);
  html.head({words.object, words.verdict, words.reason, words.ready, words.images, words.freshness,
             words.asOf, words.evidence});
  for (const auto& one : report.workloads)
    html.row({one.object, word(one.verdict), one.verdict.reason, one.ready, one.images, one.freshness,
              one.asOf, evidenceOf(one.verdict)},
             1);
  html.endTable();
}

void addPods(Html& html, const Report& report, const ReportWords& words) {
  html.tag("h2", words.pods);
  html.head({words.name, words.verdict, words.status, words.ready, words.restarts, words.age, words.node,
             words.evidence});
  for (const auto& one : report.pods)
    html.row({one.name, word(one.verdict), one.status, one.ready, one.restarts, one.age, one.node,
              evidenceOf(one.verdict)},
             1);
  html.endTable();
}

std::string nameOf(domain::ClusterFactKind kind, const ReportWords& words) {
  const auto at = std::size_t(kind);
  return at < words.events.size() ? words.events[at] : std::string(domain::toWord(kind));
}

void addHistory(Html& html, const Report& report, const ReportWords& words) {
  html.tag("h2", words.history);
  if (report.history.empty()) return html.tag("p", words.nothing, "muted");
  html.head({words.time, words.event, words.object, words.change, words.reason, words.detail});
  for (auto fact = report.history.rbegin(); fact != report.history.rend(); ++fact)
    html.row(
        {whenOf(*fact), nameOf(fact->kind, words), fact->object, changeOf(*fact), fact->reason, fact->detail},
        kNone);
  html.endTable();
}

void addLine(std::string& out, const Cells& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) (out += i == 0 ? "" : ",") += csvCell(cells[i]);
  out += "\r\n";
}

}  // namespace

std::string htmlText(std::string_view text) {
  std::string out;
  for (const char c : base::toValidUtf8(text)) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += byte < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
  }
  return out;
}

std::string csvCell(std::string_view text) {
  auto cell = base::toValidUtf8(text);
  // Spreadsheets pass over white space before a formula.
  const auto first = cell.find_first_not_of(" \t\r\n");
  if (first != std::string::npos && std::string_view("=+-@").find(cell[first]) != std::string_view::npos)
    cell.insert(0, 1, '\'');
  else if (!cell.empty() && (cell[0] == '\t' || cell[0] == '\r'))
    cell.insert(0, 1, '\'');
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

std::string reportHtml(const Report& report, const ReportWords& words) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + htmlText(words.language) +
                    "\"><head><meta charset=\"utf-8\">"
                    "<meta name=\"viewport\" content=\"width=device-width\">"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                    "'unsafe-inline'\"><title>";
  out += htmlText(words.title + ": " + report.context) + "</title><style>" + std::string(kStyle) +
         "</style></head><body>\n";
  Html html(out);
  html.tag("h1", words.title + ": " + report.context);
  html.tag("p",
           words.made + ' ' + report.made + " · " + words.server + ' ' + report.server + " · " +
               words.nameSpace + ' ' + report.nameSpace,
           "muted");
  html.tag("p", word(report.verdict) + ": " + report.verdict.reason, word(report.verdict));
  if (!report.verdict.evidence.empty()) html.tag("p", evidenceOf(report.verdict));
  for (const auto& note : report.notes) html.tag("p", note, "unknown");
  addWorkloads(html, report, words);
  addPods(html, report, words);
  addHistory(html, report, words);
  return out + "</body></html>\n";
}

std::string reportCsv(const Report& report) {
  std::string out;
  addLine(out, {"row", "namespace", "object", "verdict", "reason", "evidence", "ready", "images", "status",
                "restarts", "freshness", "time", "change", "detail"});
  for (const auto& one : report.workloads)
    addLine(out, {"workload", one.nameSpace, one.object, word(one.verdict), one.verdict.reason,
                  evidenceOf(one.verdict), one.ready, one.images, "", "", one.freshness, one.asOf, "", ""});
  for (const auto& one : report.pods)
    addLine(out, {"pod", one.nameSpace, "pod/" + one.name, word(one.verdict), one.verdict.reason,
                  evidenceOf(one.verdict), one.ready, "", one.status, one.restarts, "", "", "", one.node});
  for (const auto& fact : report.history)
    addLine(out, {std::string(domain::toWord(fact.kind)), fact.nameSpace, fact.object, "", fact.reason, "",
                  "", "", "", "", "", whenOf(fact), changeOf(fact), fact.detail});
  return out;
}

}  // namespace aiagent::cluster
