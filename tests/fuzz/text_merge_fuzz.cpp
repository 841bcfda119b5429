// Differences lead from one text to the other, hunks too, and merges keep what merge.h promises.
#include "core/authoring/text/merge.h"

#include "core/authoring/text/hunks.h"
#include "core/domain/prompt_template.h"
#include "tests/fuzz/fuzz_input.h"

#include <algorithm>
#include <set>

using namespace aiagent;
using namespace aiagent::authoring;

namespace {

void checkDiff(const std::string& before, const std::string& after) {
  std::size_t a = 0, b = 0;
  for (const auto& change : diffText(before, after)) {
    FUZZ_REQUIRE(change.before.begin == a && change.after.begin == b);
    a = change.before.end;
    b = change.after.end;
    if (change.kind == ChangeKind::Equal) FUZZ_REQUIRE(change.before.of(before) == change.after.of(after));
  }
  FUZZ_REQUIRE(a == before.size() && b == after.size());
  for (const auto& hunks : {lineHunks(before, after, 1), wordHunks(before, after)}) {
    FUZZ_REQUIRE(applyHunks(before, after, hunks, std::vector<bool>(hunks.size(), true)) == after);
    FUZZ_REQUIRE(applyHunks(before, after, hunks, {}) == before);
  }
}

void checkMerge(const std::string& base, const std::string& mine, const std::string& theirs) {
  const auto merge = mergeText(base, mine, theirs), other = mergeText(base, theirs, mine);
  FUZZ_REQUIRE(merge.clean() == other.clean());
  if (merge.clean()) FUZZ_REQUIRE(merge.text == other.text);
  std::set<std::string> names;
  for (const auto& text : {base, mine, theirs})
    for (auto& name : domain::variableNames(text)) names.insert(std::move(name));
  for (const auto& name : domain::variableNames(merge.text)) FUZZ_REQUIRE(names.count(name) == 1);
  std::size_t end = 0;
  for (const auto& conflict : merge.conflicts) {
    FUZZ_REQUIRE(conflict.result.begin >= end && conflict.result.end <= merge.text.size());
    FUZZ_REQUIRE(conflict.result.of(merge.text) == conflict.theirs.of(theirs));
    end = conflict.result.end;
  }
  FUZZ_REQUIRE(mergeText(base, base, theirs).text == theirs && mergeText(base, mine, base).text == mine);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  const auto base = input.text(), mine = input.text();
  const std::string theirs(input.rest());
  checkDiff(base, mine);
  checkMerge(base, mine, theirs);
  return 0;
}
