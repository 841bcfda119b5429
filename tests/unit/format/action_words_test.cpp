#include "ui/format/action_words.h"

#include <QTest>

#include "ui/format/cluster_words.h"

using namespace aiagent;
using cluster::ActionKind;

class ActionWordsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyAct_isNamedWithItsTarget() {
    for (int kind = 0; kind <= int(ActionKind::DeletePod); ++kind) {
      const cluster::Action action{
          .kind = ActionKind(kind), .target = wire::KubeKind::Pod, .nameSpace = {}, .name = "x"};
      QVERIFY2(format::actionTitle(action).contains(QLatin1String("pod/x")), QByteArray::number(kind));
    }
    for (int stage = 0; stage <= int(cluster::ActionStage::Unknown); ++stage)
      QVERIFY(!format::stageName(cluster::ActionStage(stage)).isEmpty());
  }

  void everyFinding_hasASentence() {
    for (const char* word :
         {"gitops_argocd",         "gitops_flux",        "gitops_helm",     "last_applied_stays",
          "quota_short",           "nodes_away",         "scale_to_zero",   "autoscaler_owns_replicas",
          "autoscalers_unknown",   "pod_comes_not_back", "budgets_unknown", "budget_used_up",
          "runs_already",          "image_latest",       "images_same",     "revision",
          "schema_migrated_since", "schema_unknown",     "capacity_ready",  "switch_takes_time",
          "abort_keeps_spec",      "warned_lately"}) {
      const auto sentence = format::sentenceFor(cluster::Finding{false, word, "s", "v"});
      QVERIFY2(!sentence.isEmpty() && !sentence.contains(QLatin1Char('%')), word);
    }
    QVERIFY(format::sentenceFor(cluster::Finding{false, "nothing", "", ""}).isEmpty());
  }

  void whatStays_namesWhatIsConcerned() {
    QCOMPARE(format::sentenceFor(cluster::NotUndone{"configmaps", {"a", "b"}}),
             QStringLiteral("ConfigMaps stay as they are (a, b)"));
    for (const char* word : {"secrets", "services", "autoscalers", "database_schema", "open_connections"})
      QVERIFY(!format::sentenceFor(cluster::NotUndone{word}).isEmpty());
  }

  void everyRefusal_isSaid_alsoWhereClustersAreExplained() {
    for (const char* word :
         {"act_unsupported",    "act_paused",           "act_not_paused",    "act_no_history",
          "act_history_off",    "act_revision_unknown", "act_same_template", "act_same_replicas",
          "act_same_selector",  "act_no_selector",      "act_capacity",      "act_capacity_unknown",
          "act_aborted",        "act_not_aborted",      "act_not_waiting",   "act_fully_promoted",
          "act_workload_ref",   "act_unreadable",       "act_bad_replicas",  "act_denied",
          "act_changed",        "act_half_done",        "act_not_planned",   "act_not_armed",
          "arm_no_environment", "arm_wrong_name",       "arm_no_reason"}) {
      const base::Error error{.code = base::ErrorCode::Conflict, .subject = "s", .providerCode = word};
      QVERIFY2(!format::explainAction(error).sentence.isEmpty(), word);
      QCOMPARE(format::explainCluster(error).sentence, format::explainAction(error).sentence);
    }
  }

  void percentInASubject_staysOne() {
    QVERIFY(format::sentenceFor(cluster::Finding{false, "quota_short", "%2", "v"})
                .contains(QLatin1String("of %2 does")));
  }
};

QTEST_GUILESS_MAIN(ActionWordsTest)
#include "action_words_test.moc"
