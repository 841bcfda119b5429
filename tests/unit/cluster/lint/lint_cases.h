// Each rule's broken lines, as one change of the sound deployment under tests/fixtures/deployment/clean: the
// sound files are the repaired ones.
#pragma once

#include <vector>

namespace aiagent::cluster::lint {

struct BrokenCase {
  const char* id;
  const char* path;  // what is changed; a file that is not there is made
  const char* from;  // "": `to` is put at the end
  const char* to;
  const char* mark;        // where the finding's line begins: the first line with it
  const char* where = "";  // the finding's file; "": `path`
};

std::vector<BrokenCase> containerCases();   // Dockerfile, compose, env, database, log
std::vector<BrokenCase> kubernetesCases();  // objects, network, backup
std::vector<BrokenCase> workflowCases();    // workflows, and between files
std::vector<BrokenCase> operationCases();   // how it is measured, kept, released and taken back

}  // namespace aiagent::cluster::lint
