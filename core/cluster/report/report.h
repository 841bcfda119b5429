// A namespace on one page: HTML that needs nothing else, and CSV. Pure. Every text of a cluster is foreign:
// it is escaped in HTML, and in CSV kept from being taken for a formula.
#pragma once

#include <string>
#include <vector>

#include "core/cluster/verdicts/verdict.h"
#include "core/domain/cluster_fact.h"

namespace aiagent::cluster {

struct ReportWorkload {
  std::string nameSpace, object;  // "deployment/agent-api"
  Verdict verdict;
  std::string ready, images, freshness, asOf;
};

struct ReportPod {
  std::string nameSpace, name, ready, status, restarts, age, node;
  Verdict verdict;
};

struct Report {
  std::string context, server, nameSpace, made;  // made: when, as text
  Verdict verdict;
  std::vector<ReportWorkload> workloads;
  std::vector<ReportPod> pods;
  std::vector<domain::ClusterFact> history;
  // What is not known, a sentence each.
  std::vector<std::string> notes;
};

// The words of the page, in the person's language.
struct ReportWords {
  std::string language = "en";  // of the html element
  std::string title, made, server, nameSpace, workloads, pods, history, nothing;
  std::string object, verdict, reason, evidence, ready, images, freshness, asOf;
  std::string name, status, restarts, age, node, time, event, change, detail;
  std::vector<std::string> events;  // names by domain::ClusterFactKind; empty: its words
};

std::string reportHtml(const Report& report, const ReportWords& words);
// RFC 4180, CRLF, UTF-8: workloads, pods and history as one table whose first column says what a row is.
std::string reportCsv(const Report& report);

// For other tables that are exported. A text that a spreadsheet would run gets an apostrophe before it.
std::string csvCell(std::string_view text);
std::string htmlText(std::string_view text);

}  // namespace aiagent::cluster
