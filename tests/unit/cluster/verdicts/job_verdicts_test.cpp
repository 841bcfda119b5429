#include "core/cluster/verdicts/job_verdicts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/wire/kube_table.h"
#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;
using tests::rowFrom;
using tests::rowNamed;
using tests::rowsOf;
using wire::CronJobRow;
using wire::JobRow;
using wire::KubeKind;

const auto kNow = wire::kubeTime("2026-11-23T08:00:00Z");

std::string said(const Verdict& verdict) {
  EXPECT_FALSE(verdict.evidence.empty());
  return std::string(toWord(verdict.kind)) + " " + verdict.reason;
}

std::string job(const std::string& status, const std::string& spec = "{}", const std::string& metadata = "") {
  return said(jobVerdict(rowFrom<JobRow>(R"({"metadata":{"name":"j")" + metadata + R"(},"spec":)" + spec +
                                             R"(,"status":)" + status + "}",
                                         KubeKind::Job),
                         kNow));
}

std::string condition(const std::string& type) {
  return R"({"conditions":[{"type":")" + type + R"(","status":"True","reason":"BackoffLimitExceeded"}]})";
}

TEST(JobVerdict, recordedJobs_haveTheWordOfTheServersTable) {
  const auto rows = rowsOf<JobRow>("healthy/jobs.json", KubeKind::Job);
  const auto table = wire::readKubeTable(tests::kubeFixture("healthy/jobs.table.json"));
  for (const auto& line : table->rows) {
    const auto& row = rowNamed(rows, line.cells.at(0));
    EXPECT_EQ(jobStatusWord(row), line.cells.at(1));
    EXPECT_EQ(said(jobVerdict(row, kNow)), "healthy Complete");
  }
}

TEST(JobVerdict, recordedWatch_runsAndCompletes) {
  std::vector<std::string> words;
  for (const auto& frame : tests::kubeWatchFixture("watch/jobs.jsonl", KubeKind::Job)) {
    if (frame.type > wire::FrameType::Deleted) continue;
    const auto word = said(jobVerdict(std::get<JobRow>(frame.row), kNow));
    if (words.empty() || words.back() != word) words.push_back(word);
  }
  const std::vector<std::string> one = {"progressing Running", "progressing Finishing", "healthy Complete"};
  ASSERT_EQ(words.size(), 6u) << "two jobs, one after the other";
  EXPECT_EQ(std::vector<std::string>(words.begin(), words.begin() + 3), one);
  EXPECT_EQ(std::vector<std::string>(words.begin() + 3, words.end()), one);
}

TEST(JobVerdict, conditions_decideInOrder) {
  EXPECT_EQ(job(condition("Failed")), "failed BackoffLimitExceeded");
  EXPECT_EQ(job(condition("FailureTarget")), "degraded Failing");
  EXPECT_EQ(job(condition("SuccessCriteriaMet")), "progressing Finishing");
  EXPECT_EQ(job(condition("Suspended")), "paused Suspended");
  EXPECT_EQ(job("{}", R"({"suspend":true})"), "paused Suspended");
  EXPECT_EQ(job("{}", "{}", R"(,"deletionTimestamp":"2026-11-23T08:00:00Z")"), "progressing Deleting");
  EXPECT_EQ(job(R"({"active":1})"), "progressing Running");
  EXPECT_EQ(job(R"({"active":1,"failed":1})"), "progressing Retrying");
  EXPECT_EQ(job(R"({"active":1,"failed":2})", R"({"backoffLimit":2})"), "degraded LastTry");
  EXPECT_EQ(job("[]"), "unknown Malformed");
}

// ---- freshness

std::string cron(const std::string& success, const CronFacts& facts = {.now = kNow},
                 const std::string& spec = R"({"schedule":"0 * * * *"})") {
  const auto status = success.empty() ? std::string("{}")
                                      : R"({"lastSuccessfulTime":")" + success +
                                            R"(","lastScheduleTime":"2026-11-23T08:00:00Z"})";
  return said(cronJobVerdict(
      rowFrom<CronJobRow>(R"({"metadata":{"name":"c","creationTimestamp":"2026-11-20T00:00:00Z"},"spec":)" +
                              spec + R"(,"status":)" + status + "}",
                          KubeKind::CronJob),
      facts));
}

TEST(CronJobVerdict, freshness_goesByTheLastSuccess) {
  EXPECT_EQ(cron("2026-11-23T07:10:00Z"), "healthy Fresh");
  EXPECT_EQ(cron("2026-11-23T06:29:00Z"), "degraded Late");
  EXPECT_EQ(cron("2026-11-23T06:29:00Z", {.now = kNow, .typicalDuration = 10min}), "healthy Fresh");
  EXPECT_EQ(cron("2026-11-23T05:59:00Z"), "failed Stale");
  EXPECT_EQ(cron(""), "failed NeverSucceeded") << "it was started an hour ago, and three days ago made";
  EXPECT_EQ(cron("", {.now = wire::kubeTime("2026-11-20T00:30:00Z")}), "progressing NotRunYet");
}

TEST(CronJobVerdict, suspended_isAFaultForABackup) {
  const std::string spec = R"({"schedule":"0 * * * *","suspend":true})";
  EXPECT_EQ(cron("2026-11-23T07:10:00Z", {.now = kNow}, spec), "paused Suspended");
  EXPECT_EQ(cron("2026-11-23T07:10:00Z", {.now = kNow, .backup = true}, spec), "failed Suspended");
}

TEST(CronJobVerdict, scheduleThatCannotBeRead_isUnknown) {
  EXPECT_EQ(cron("2026-11-23T07:10:00Z", {.now = kNow}, R"({"schedule":"every day"})"),
            "unknown ScheduleUnknown");
  EXPECT_EQ(cron("2026-11-23T07:10:00Z", {.now = kNow}, "{}"), "unknown ScheduleUnknown");
}

TEST(CronJobVerdict, recordedWatch_staysFresh) {
  int events = 0;
  for (const auto& frame : tests::kubeWatchFixture("watch/cronjobs.jsonl", KubeKind::CronJob)) {
    if (frame.type > wire::FrameType::Deleted) continue;
    const auto& row = std::get<CronJobRow>(frame.row);
    EXPECT_EQ(said(cronJobVerdict(row, {.now = std::max(row.lastScheduled, row.lastSuccessful)})),
              "healthy Fresh");
    ++events;
  }
  EXPECT_EQ(events, 4);
}

TEST(CronJobVerdict, recordedCronJobs) {
  const auto rows = rowsOf<CronJobRow>("healthy/cronjobs.json", KubeKind::CronJob);
  EXPECT_EQ(said(cronJobVerdict(rowNamed(rows, "reindex"), {.now = wire::kubeTime("2026-11-23T07:43:40Z")})),
            "healthy Fresh");
  EXPECT_EQ(said(cronJobVerdict(rowNamed(rows, "weekly-report"), {.now = kNow})), "paused Suspended");
}

}  // namespace
}  // namespace aiagent::cluster
