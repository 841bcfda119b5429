#include "core/cluster/report/report.h"

#include <gmock/gmock.h>

namespace aiagent::cluster {
namespace {

using testing::HasSubstr;
using testing::Not;

Report sample(const std::string& text) {
  Report report{.context = text, .server = text, .nameSpace = text, .made = text};
  report.verdict = verdict(VerdictKind::Failed, text).with(text, text, text);
  report.workloads.push_back(
      {text, text, verdict(VerdictKind::Healthy, text).with(text, text, text), text, text, text, text});
  report.pods.push_back({text, text, text, text, text, text, text, verdict(VerdictKind::Degraded, text)});
  report.history.push_back({.time = base::wallTimeFromMillis(1'795'000'000'000),
                            .kind = domain::ClusterFactKind::Warning,
                            .object = text,
                            .reason = text,
                            .before = text,
                            .after = text,
                            .detail = text});
  report.notes.push_back(text);
  return report;
}

TEST(Report, html_escapesEveryTextOfTheCluster) {
  const auto html = reportHtml(sample("<script>alert(1)</script>\"'&"), {.title = "T<"});
  EXPECT_THAT(html, Not(HasSubstr("<script>")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
  EXPECT_THAT(html, HasSubstr("class=\"healthy\""));
  EXPECT_THAT(html, HasSubstr("class=\"failed\""));
  EXPECT_THAT(html, Not(HasSubstr("http://")));
}

TEST(Report, facts_haveTheNamesThatAreGiven) {
  EXPECT_THAT(reportHtml(sample("x"), {}), HasSubstr("<td>warning</td>"));
  ReportWords words;
  words.events.assign(std::size_t(domain::ClusterFactKind::Gap) + 1, "An event");
  EXPECT_THAT(reportHtml(sample("x"), words), HasSubstr("<td>An event</td>"));
}

TEST(Report, htmlWithoutHistory_saysSo) {
  auto report = sample("x");
  report.history.clear();
  EXPECT_THAT(reportHtml(report, {.nothing = "Nothing was recorded."}), HasSubstr("Nothing was recorded."));
}

TEST(Report, csvCells_areNoFormulas) {
  EXPECT_EQ(csvCell("=1+1"), "'=1+1");
  EXPECT_EQ(csvCell("  @SUM(A1)"), "'  @SUM(A1)");
  EXPECT_EQ(csvCell("-3"), "'-3");
  EXPECT_EQ(csvCell("+3"), "'+3");
  EXPECT_EQ(csvCell("\tx"), "'\tx");
  EXPECT_EQ(csvCell("\r\n=cmd"), "\"'\r\n=cmd\"");
  EXPECT_EQ(csvCell("a,b"), "\"a,b\"");
  EXPECT_EQ(csvCell("say \"hi\""), "\"say \"\"hi\"\"\"");
  EXPECT_EQ(csvCell("1/2"), "1/2");
  EXPECT_EQ(csvCell(""), "");
}

TEST(Report, csv_hasALineEach_ofEqualLength) {
  const auto csv = reportCsv(sample("x"));
  int lines = 0;
  for (std::size_t at = 0; at < csv.size(); ++lines) {
    const auto end = csv.find("\r\n", at);
    const auto line = csv.substr(at, end - at);
    EXPECT_EQ(std::count(line.begin(), line.end(), ','), 13) << line;
    at = end + 2;
  }
  EXPECT_EQ(lines, 4);
  EXPECT_THAT(csv, HasSubstr("warning,"));
}

}  // namespace
}  // namespace aiagent::cluster
