// GitHub workflows (docs.github.com/actions, google-github-actions).
#include <algorithm>
#include <array>

#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"
#include "core/cluster/lint/workflow_view.h"

namespace aiagent::cluster::lint {
namespace {

template <class Visit>
void eachStep(const Sources& sources, Visit visit) {
  for (const auto& workflow : sources.workflows)
    for (const auto& job : workflow.jobs)
      for (const auto& step : job.steps) visit(workflow, job, step);
}

template <class Visit>
void eachDeployJob(const Sources& sources, Visit visit) {
  for (const auto& workflow : sources.workflows)
    for (const auto& job : workflow.jobs)
      if (deploys(job)) visit(workflow, job);
}

void otherBranches(const Sources& sources, Report& report) {
  eachStep(sources, [&](const Workflow& workflow, const Job&, const Step& step) {
    const auto compared = step.run.find("refs/heads/"),
               other = step.run.find("else\n", compared == std::string::npos ? 0 : compared);
    if (compared != std::string::npos && other != std::string::npos && has(step.run, "GITHUB_ENV"))
      report.at(workflow.path, lineWith(step, "else"));
  });
}

void anyBranchByHand(const Sources& sources, Report& report) {
  for (const auto& workflow : sources.workflows) {
    const auto hand = workflow.node.at("on").at("workflow_dispatch");
    if (!hand || hand.at("inputs") || !deploys(workflow)) continue;
    const bool guarded = std::any_of(workflow.jobs.begin(), workflow.jobs.end(), [](const Job& job) {
      return deploys(job) && (job.node.at("environment") || has(job.node.at("if").text(), "github.ref"));
    });
    if (!guarded) report.at(workflow.path, hand.line());
  }
}

void oneZone(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources))
    if (has(run.line.text, "get-credentials") && has(run.line.text, "--zone"))
      report.at(run.workflow->path, run.line.line);
}

void noScan(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources)) {
    if (!has(run.line.text, "docker push") && !has(run.line.text, "--push")) continue;
    const auto all = run.workflow->node.allText();
    if (!hasAny(lower(all), {"trivy", "grype", "scout", "snyk", "images scan"}))
      report.at(run.workflow->path, run.line.line);
  }
}

void noProvenance(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources)) {
    if (!has(run.line.text, "docker push") && !has(run.line.text, "--push")) continue;
    const auto all = lower(run.workflow->node.allText());
    if (!hasAny(all, {"cosign", "attest", "provenance", "slsa"}) || !hasAny(all, {"sbom", "syft"}))
      report.at(run.workflow->path, run.line.line);
  }
}

void removedInputs(const Sources& sources, Report& report) {
  eachStep(sources, [&](const Workflow& workflow, const Job&, const Step& step) {
    if (!startsWith(step.uses, "google-github-actions/setup-gcloud@")) return;
    for (const char* name : {"service_account_key", "export_default_credentials"})
      if (const auto input = step.node.at("with").at(name)) report.at(workflow.path, input.line(), {name});
  });
}

void longLivedKey(const Sources& sources, Report& report) {
  eachStep(sources, [&](const Workflow& workflow, const Job&, const Step& step) {
    for (const char* name : {"service_account_key", "credentials_json"})
      if (const auto input = step.node.at("with").at(name)) report.at(workflow.path, input.line());
  });
}

void noPlugin(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources)) {
    if (!has(run.line.text, "clusters get-credentials")) continue;
    if (!has(run.workflow->node.allText(), "gke-gcloud-auth-plugin"))
      report.at(run.workflow->path, run.line.line);
  }
}

void noPermissions(const Sources& sources, Report& report) {
  for (const auto& workflow : sources.workflows) {
    if (workflow.node.at("permissions")) continue;
    for (const auto& job : workflow.jobs)
      if (!job.node.at("permissions")) report.at(workflow.path, job.node.line(), {job.name});
  }
}

void noEnvironment(const Sources& sources, Report& report) {
  eachDeployJob(sources, [&](const Workflow& workflow, const Job& job) {
    if (!job.node.at("environment")) report.at(workflow.path, job.node.line(), {job.name});
  });
}

void noConcurrency(const Sources& sources, Report& report) {
  eachDeployJob(sources, [&](const Workflow& workflow, const Job& job) {
    if (!workflow.node.at("concurrency") && !job.node.at("concurrency"))
      report.at(workflow.path, job.node.line(), {job.name});
  });
}

bool checks(const Job& job) {
  return hasAny(job.allRuns(), {"npm test", "npm run test", "npm run lint", "yarn test", "pnpm test",
                                "vitest", "jest", "make test"});
}

void noTests(const Sources& sources, Report& report) {
  eachDeployJob(sources, [&](const Workflow& workflow, const Job& job) {
    const bool needs = checks(job) || (job.node.at("needs") &&
                                       std::any_of(workflow.jobs.begin(), workflow.jobs.end(), checks));
    if (!needs && !has(workflow.node.at("on").allText(), "workflow_run") &&
        !workflow.node.at("on>workflow_run"))
      report.at(workflow.path, job.node.line(), {job.name});
  });
}

bool isCommit(std::string_view version) {
  return version.size() == 40 && version.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void mutableAction(const Sources& sources, Report& report) {
  eachStep(sources, [&](const Workflow& workflow, const Job&, const Step& step) {
    if (step.uses.empty() || startsWith(step.uses, "./") || has(step.uses, "@sha256:")) return;
    const auto at = step.uses.rfind('@');
    if (at == std::string::npos || !isCommit(std::string_view(step.uses).substr(at + 1)))
      report.at(workflow.path, step.node.at("uses").line(), {step.uses});
  });
}

void oldCheckout(const Sources& sources, Report& report) {
  eachStep(sources, [&](const Workflow& workflow, const Job&, const Step& step) {
    const auto version = numberBehind(step.uses, "actions/checkout@v");
    if (version >= 0 && version < 4 && !isCommit(step.uses.substr(step.uses.rfind('@') + 1)))
      report.at(workflow.path, step.node.at("uses").line(), {step.uses});
  });
}

void imagePerBranch(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources)) {
    const auto branches = run.workflow->node.at("on>push>branches").items().size();
    if (has(run.line.text, "docker build") && branches > 1 && deploys(*run.job))
      report.at(run.workflow->path, run.line.line);
  }
}

void bareSubstitution(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources)) {
    const auto at = run.line.text.find("envsubst");
    if (at == std::string::npos) continue;
    const auto words = wordsOf(run.line.text.substr(at));
    if (words.size() < 2 || !has(words[1], "$")) report.at(run.workflow->path, run.line.line);
  }
}

void endlessWait(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources))
    if (has(run.line.text, "rollout status") && !has(run.line.text, "--timeout"))
      report.at(run.workflow->path, run.line.line);
}

void endlessJob(const Sources& sources, Report& report) {
  for (const auto& workflow : sources.workflows)
    for (const auto& job : workflow.jobs)
      if (job.node.at("runs-on") && !job.node.at("timeout-minutes"))
        report.at(workflow.path, job.node.line(), {job.name});
}

void noSmokeTest(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources))
    if (has(run.line.text, "rollout status") &&
        !hasAny(lower(run.workflow->node.allText()), {"curl ", "smoke", "wget ", "k6 "}))
      report.at(run.workflow->path, run.line.line);
}

bool migrates(std::string_view text) {
  return has(text, "prisma migrate deploy");
}

void migratesTooLate(const Sources& sources, Report& report) {
  for (const auto& workflow : sources.workflows)
    for (const auto& job : workflow.jobs) {
      bool applied = false;
      for (const auto& step : job.steps)
        for (const auto& line : step.lines) {
          if (applied && migrates(line.text)) report.at(workflow.path, line.line);
          applied = applied || hasAny(line.text, {"kubectl apply", "kubectl set image", "helm upgrade"});
        }
    }
}

void oneDatabase(const Sources& sources, Report& report) {
  eachStep(sources, [&](const Workflow& workflow, const Job& job, const Step& step) {
    if (job.node.at("environment")) return;
    for (const auto& [name, value] : step.node.at("env").members())
      if (has(name, "DATABASE_URL") && has(value.text(), "secrets."))
        report.at(workflow.path, value.line(), {name});
  });
}

void migratesFromOutside(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources)) {
    const auto runner = run.job->node.at("runs-on").text();
    const bool hosted = hasAny(runner, {"ubuntu-", "windows-", "macos-"});
    if (hosted && migrates(run.line.text) &&
        !hasAny(run.job->allRuns(), {"cloud-sql-proxy", "cloud_sql_proxy"}) && !has(run.line.text, "kubectl"))
      report.at(run.workflow->path, run.line.line);
  }
}

void unpinnedPrisma(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources))
    if (has(run.line.text, "npx prisma ") &&
        !hasAny(run.job->allRuns(), {"npm ci", "yarn install", "pnpm install"}))
      report.at(run.workflow->path, run.line.line);
}

void undoOverMigration(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources))
    if (has(run.line.text, "rollout undo") && migrates(run.workflow->allRuns()))
      report.at(run.workflow->path, run.line.line);
}

void undoesUntouched(const Sources& sources, Report& report) {
  eachStep(sources, [&](const Workflow& workflow, const Job&, const Step& step) {
    const auto condition = step.node.at("if");
    if (has(step.run, "rollout undo") && has(condition.text(), "failure()") &&
        !has(condition.text(), "steps."))
      report.at(workflow.path, condition.line());
  });
}

void undoIsNotChecked(const Sources& sources, Report& report) {
  eachStep(sources, [&](const Workflow& workflow, const Job&, const Step& step) {
    const auto at = step.run.find("rollout undo");
    if (at != std::string::npos && step.run.find("rollout status", at) == std::string::npos)
      report.at(workflow.path, lineWith(step, "rollout undo"));
  });
}

void twoRevisions(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources))
    if (has(run.line.text, "kubectl set image") && has(run.job->allRuns(), "kubectl apply"))
      report.at(run.workflow->path, run.line.line);
}

void revertsByEmptying(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources))
    if (deploys(*run.job) && hasAny(run.line.text, {"prisma migrate reset", "--accept-data-loss"}))
      report.at(run.workflow->path, run.line.line);
}

// Only pushes start it, and of these only those to branches.
bool seesNoTags(const Workflow& workflow) {
  const auto on = workflow.node.at("on"), push = on.at("push");
  const bool byBranch = push.at("branches") || push.at("branches-ignore");
  if (!byBranch || push.at("tags") || push.at("tags-ignore")) return false;
  for (const char* other : {"workflow_dispatch", "workflow_call", "release", "create"})
    if (on.at(other).exists()) return false;
  return true;
}

void waitsForTag(const Sources& sources, Report& report) {
  const auto look = [&](const Workflow& workflow, const Node& condition) {
    const auto text = condition.text();
    if (has(text, "'refs/tags/") && !hasAny(text, {"!", "||"})) report.at(workflow.path, condition.line());
  };
  for (const auto& workflow : sources.workflows) {
    if (!seesNoTags(workflow)) continue;
    for (const auto& job : workflow.jobs) {
      look(workflow, job.node.at("if"));
      for (const auto& step : job.steps) look(workflow, step.node.at("if"));
    }
  }
}

void unnamedRevisions(const Sources& sources, Report& report) {
  const bool named =
      std::any_of(sources.objects.begin(), sources.objects.end(), [](const KubeObject& object) {
        return object.node.at("metadata>annotations").at("kubernetes.io/change-cause").exists();
      });
  for (const auto& run : runLines(sources))
    if (has(run.line.text, "rollout undo") && !named && !has(run.workflow->allRuns(), "change-cause"))
      report.at(run.workflow->path, run.line.line);
}

bool waits(std::string_view line) {
  return hasAny(line, {"sleep ", "kubectl wait", "until ", "while ", "for ", "||"});
}

// As kubectl reads it, a deadline that passed before the undo is told until the first pod is there.
void statusTooSoon(const Sources& sources, Report& report) {
  eachStep(sources, [&](const Workflow& workflow, const Job&, const Step& step) {
    bool undone = false;
    for (const auto& line : step.lines) {
      const auto undo = line.text.find("rollout undo"), status = line.text.rfind("rollout status");
      const bool sameLine = undo != std::string::npos && status != std::string::npos && undo < status;
      const bool waited = waits(line.text);
      if (status != std::string::npos && (undone || sameLine) && !waited) report.at(workflow.path, line.line);
      undone = (undone && !waited && status == std::string::npos) || (undo != std::string::npos && !sameLine);
    }
  });
}

bool switchesTraffic(std::string_view line) {
  return hasAny(line, {"kubectl patch service", "kubectl patch svc", "kubectl set selector"});
}

void cutsOffOldColour(const Sources& sources, Report& report) {
  for (const auto& workflow : sources.workflows)
    for (const auto& job : workflow.jobs) {
      bool switched = false;
      for (const auto& step : job.steps)
        for (const auto& line : step.lines) {
          const bool ends =
              has(line.text, "kubectl scale") && hasAny(line.text, {"--replicas=0", "--replicas 0"});
          if (switched && ends && !waits(line.text)) report.at(workflow.path, line.line);
          switched = (switched && !waits(line.text)) || switchesTraffic(line.text);
        }
    }
}

constexpr auto kRules = std::to_array<Rule>({
    {{"GHA-001", 4, kWarning, QT_TRANSLATE_NOOP("Lint", "Every other branch counts as this environment."),
      QT_TRANSLATE_NOOP("Lint", "Name the branch of each environment, and end with an error otherwise.")},
     otherBranches},
    {{"GHA-002", 60, kWarning, QT_TRANSLATE_NOOP("Lint", "Started by hand, any branch is deployed."),
      QT_TRANSLATE_NOOP("Lint", "Give the job an environment with branch rules, or ask for github.ref.")},
     anyBranchByHand},
    {{"GHA-003", 9, kWarning, QT_TRANSLATE_NOOP("Lint", "The cluster lies in one zone."),
      QT_TRANSLATE_NOOP("Lint", "Use a regional cluster: --region or --location.")},
     oneZone},
    {{"GHA-004", 18, kWarning, QT_TRANSLATE_NOOP("Lint", "The image is not scanned before it is used."),
      QT_TRANSLATE_NOOP("Lint", "Add a scan that fails on known holes.")},
     noScan},
    {{"GHA-005", 18, kWarning,
      QT_TRANSLATE_NOOP("Lint", "The image has no list of its parts, or no signed provenance."),
      QT_TRANSLATE_NOOP("Lint", "Build with --sbom and --provenance, and sign the digest.")},
     noProvenance},
    {{"GHA-006", 51, kError,
      QT_TRANSLATE_NOOP("Lint", "setup-gcloud has no input %1 since its version 1: nobody is signed in."),
      QT_TRANSLATE_NOOP("Lint", "Use google-github-actions/auth before it.")},
     removedInputs},
    {{"GHA-007", 52, kError, QT_TRANSLATE_NOOP("Lint", "A long-lived key opens the cloud to whoever has it."),
      QT_TRANSLATE_NOOP("Lint", "Use Workload Identity Federation: the auth action and id-token: write.")},
     longLivedKey},
    {{"GHA-008", 53, kError,
      QT_TRANSLATE_NOOP("Lint", "gke-gcloud-auth-plugin is not installed: kubectl cannot sign in."),
      QT_TRANSLATE_NOOP("Lint", "Install the component, or use google-github-actions/get-gke-credentials.")},
     noPlugin},
    {{"GHA-009", 54, kError, QT_TRANSLATE_NOOP("Lint", "The job %1 has the repository's default rights."),
      QT_TRANSLATE_NOOP("Lint", "Add permissions: with what it needs.")},
     noPermissions},
    {{"GHA-010", 55, kError,
      QT_TRANSLATE_NOOP(
          "Lint",
          "The job %1 deploys without an environment: no approval, no secrets of its own, no record."),
      QT_TRANSLATE_NOOP("Lint", "Add environment:.")},
     noEnvironment},
    {{"GHA-011", 56, kError, QT_TRANSLATE_NOOP("Lint", "Two pushes race in the job %1."),
      QT_TRANSLATE_NOOP("Lint", "Add concurrency: with a group per environment.")},
     noConcurrency},
    {{"GHA-012", 57, kError, QT_TRANSLATE_NOOP("Lint", "The job %1 deploys what nobody tested."),
      QT_TRANSLATE_NOOP("Lint", "Let it need a job that tests and lints.")},
     noTests},
    {{"GHA-013", 58, kWarning, QT_TRANSLATE_NOOP("Lint", "%1 may be other code tomorrow."),
      QT_TRANSLATE_NOOP("Lint", "Name the action by its commit.")},
     mutableAction},
    {{"GHA-014", 58, kHint, QT_TRANSLATE_NOOP("Lint", "%1 is old."),
      QT_TRANSLATE_NOOP("Lint", "Use the current major version.")},
     oldCheckout},
    {{"GHA-015", 59, kWarning,
      QT_TRANSLATE_NOOP("Lint",
                        "Each branch builds an image of its own: what was tried is not what goes out."),
      QT_TRANSLATE_NOOP("Lint", "Build once and promote the digest.")},
     imagePerBranch},
    {{"GHA-016", 62, kWarning,
      QT_TRANSLATE_NOOP("Lint", "envsubst blanks every variable of the file, also those that are not meant."),
      QT_TRANSLATE_NOOP("Lint", "Name them: envsubst '$IMAGE_TAG'.")},
     bareSubstitution},
    {{"GHA-017", 63, kWarning, QT_TRANSLATE_NOOP("Lint", "The wait has no end."),
      QT_TRANSLATE_NOOP("Lint", "Add --timeout.")},
     endlessWait},
    {{"GHA-018", 63, kWarning, QT_TRANSLATE_NOOP("Lint", "The job %1 may run for six hours."),
      QT_TRANSLATE_NOOP("Lint", "Add timeout-minutes.")},
     endlessJob},
    {{"GHA-019", 64, kWarning,
      QT_TRANSLATE_NOOP("Lint", "Rolled out counts as working: nothing is asked after it."),
      QT_TRANSLATE_NOOP("Lint", "Add a smoke test behind the rollout.")},
     noSmokeTest},
    {{"GHA-020", 65, kError, QT_TRANSLATE_NOOP("Lint", "The schema changes after the code that needs it."),
      QT_TRANSLATE_NOOP("Lint", "Migrate before the rollout, so that old and new code both fit.")},
     migratesTooLate},
    {{"GHA-021", 66, kError,
      QT_TRANSLATE_NOOP("Lint", "One %1 serves all branches: a test may migrate production."),
      QT_TRANSLATE_NOOP("Lint", "Keep it in the environment's secrets and name the environment.")},
     oneDatabase},
    {{"GHA-022", 67, kError, QT_TRANSLATE_NOOP("Lint", "A hosted runner does not reach a private database."),
      QT_TRANSLATE_NOOP("Lint", "Migrate by a Job in the cluster.")},
     migratesFromOutside},
    {{"GHA-023", 68, kWarning, QT_TRANSLATE_NOOP("Lint", "npx fetches the newest Prisma."),
      QT_TRANSLATE_NOOP("Lint", "Install the pinned one first: npm ci.")},
     unpinnedPrisma},
    {{"GHA-024", 70, kError,
      QT_TRANSLATE_NOOP("Lint", "Undoing the code after a migration runs old code on a new schema."),
      QT_TRANSLATE_NOOP("Lint", "Undo only where the schema still fits: expand, deploy, contract.")},
     undoOverMigration},
    {{"GHA-025", 117, kError,
      QT_TRANSLATE_NOOP("Lint", "Production is undone also when the build failed and nothing had changed."),
      QT_TRANSLATE_NOOP("Lint",
                        "Ask for the deploying step: if: failure() && steps.deploy.outcome == 'failure'.")},
     undoesUntouched},
    {{"GHA-026", 119, kError, QT_TRANSLATE_NOOP("Lint", "Nobody looks whether the undo worked."),
      QT_TRANSLATE_NOOP("Lint", "Wait for rollout status behind it, with the revision compared.")},
     undoIsNotChecked},
    {{"GHA-027", 30, kError,
      QT_TRANSLATE_NOOP(
          "Lint", "apply and set image make two revisions a release: undo goes back to the one between."),
      QT_TRANSLATE_NOOP("Lint", "Put the image into what is applied.")},
     twoRevisions},
    {{"GHA-028", 69, kError,
      QT_TRANSLATE_NOOP("Lint", "This undoes no migration: it throws away what is in the database."),
      QT_TRANSLATE_NOOP("Lint", "Expand, deploy and contract, and mend a fault by the next migration.")},
     revertsByEmptying},
    {{"GHA-029", 115, kWarning,
      QT_TRANSLATE_NOOP("Lint", "No tag starts this workflow: the condition never holds."),
      QT_TRANSLATE_NOOP("Lint", "Add tags: to on.push, or release by the branch.")},
     waitsForTag},
    {{"GHA-030", 120, kHint, QT_TRANSLATE_NOOP("Lint", "The history does not say what each revision is."),
      QT_TRANSLATE_NOOP("Lint", "Annotate the Deployment with kubernetes.io/change-cause at each release.")},
     unnamedRevisions},
    {{"GHA-031", 121, kWarning,
      QT_TRANSLATE_NOOP("Lint",
                        "Right after an undo the deadline that had passed is still told: this fails though "
                        "the undo works."),
      QT_TRANSLATE_NOOP("Lint", "Ask until it holds: until kubectl rollout status …; do sleep 5; done.")},
     statusTooSoon},
    {{"GHA-032", 126, kWarning,
      QT_TRANSLATE_NOOP("Lint", "Requests that are still open at the old colour are cut off."),
      QT_TRANSLATE_NOOP("Lint",
                        "Wait between the switch and the scaling down, longer than a request lasts.")},
     cutsOffOldColour},
});

}  // namespace

std::span<const Rule> workflowRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
