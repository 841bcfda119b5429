#include "core/cluster/verdicts/backups.h"

#include <gmock/gmock.h>

#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;
using tests::rowFrom;
using wire::CronJobRow;
using wire::JobRow;
using wire::KubeKind;

const auto kNow = wire::kubeTime("2026-11-23T08:00:00Z");

CronJobRow cron(const std::string& metadata, const std::string& image = "app:1",
                const std::string& more = "") {
  return rowFrom<CronJobRow>(
      R"({"metadata":{"uid":"u","creationTimestamp":"2026-11-01T00:00:00Z",)" + metadata +
          R"(},"spec":{"schedule":"0 2 * * *")" + more +
          R"(,"jobTemplate":{"spec":{"template":{"spec":{"containers":[{"name":"c","image":")" + image +
          R"("}]}}}}},"status":{"lastSuccessfulTime":"2026-11-23T02:03:00Z"}})",
      KubeKind::CronJob);
}

std::string sign(const std::string& metadata, const std::string& image = "app:1") {
  const auto found = backupSign(cron(metadata, image));
  return found ? found->field : "";
}

TEST(Backups, signs_areMarkLabelNameAndImage) {
  EXPECT_EQ(sign(R"("name":"nightly","annotations":{"aiagent/backup":"true"})"), "annotation aiagent/backup");
  EXPECT_EQ(sign(R"("name":"nightly","labels":{"aiagent/backup":"true"})"), "label aiagent/backup");
  EXPECT_EQ(sign(R"("name":"nightly","labels":{"app.kubernetes.io/component":"db-backup"})"),
            "label app.kubernetes.io/component");
  EXPECT_EQ(sign(R"("name":"postgres-backup")"), "name");
  EXPECT_EQ(sign(R"("name":"nightly")", "registry:5000/tools/PGBackRest:2"), "image");
}

TEST(Backups, otherJobs_andDeniedOnes_areNone) {
  EXPECT_EQ(sign(R"("name":"reindex")"), "");
  EXPECT_EQ(sign(R"("name":"backupless-cleanup")"), "") << "the word must stand by itself";
  EXPECT_EQ(sign(R"("name":"app")", "backup.example.com/app:1"), "") << "a registry's name is no sign";
  EXPECT_EQ(sign(R"("name":"backup-report","labels":{"aiagent/backup":"false"})"), "");
}

TEST(Backups, verdict_isByLastSuccess_andNamesWhatIsNotProven) {
  const auto row = cron(R"("name":"db-backup")");
  const auto fresh = backupVerdict(row, {}, kNow);
  EXPECT_EQ(fresh.kind, VerdictKind::Healthy);
  EXPECT_THAT(fresh.evidence.back().rule, testing::StartsWith("not proven"));
  EXPECT_EQ(backupVerdict(row, {}, kNow + 31h).reason, "Late");
  EXPECT_EQ(backupVerdict(row, 3h, kNow + 31h).reason, "Fresh") << "a run takes its time";
  EXPECT_EQ(backupVerdict(row, {}, kNow + 48h).kind, VerdictKind::Failed);
}

TEST(Backups, suspended_isAFault) {
  const auto row = cron(R"("name":"db-backup")", "app:1", R"(,"suspend":true)");
  EXPECT_EQ(backupVerdict(row, {}, kNow).kind, VerdictKind::Failed);
}

TEST(Backups, duration_isTheMiddleOfItsGoodJobs) {
  const auto job = [](const char* owner, const char* completed, int succeeded) {
    return rowFrom<JobRow>(
        std::string(R"({"metadata":{"name":"j","ownerReferences":[{"kind":"CronJob","name":"b","uid":")") +
            owner +
            R"(","controller":true}]},"status":{"startTime":"2026-11-23T02:00:00Z","completionTime":")" +
            completed + R"(","succeeded":)" + std::to_string(succeeded) + "}}",
        KubeKind::Job);
  };
  const auto row = cron(R"("name":"db-backup")");
  const auto a = job("u", "2026-11-23T02:01:00Z", 1), b = job("u", "2026-11-23T02:03:00Z", 1);
  const auto c = job("u", "2026-11-23T02:09:00Z", 1), bad = job("u", "2026-11-23T02:20:00Z", 0);
  const auto foreign = job("x", "2026-11-23T02:30:00Z", 1);
  EXPECT_EQ(typicalDuration(row, {&c, &a, &b, &bad, &foreign}), 180s);
  EXPECT_EQ(typicalDuration(row, {&bad, &foreign}), 0s);
}

}  // namespace
}  // namespace aiagent::cluster
