#include "app/cli/completion.h"

#include <gtest/gtest.h>

namespace aiagent::cli {
namespace {

TEST(CompletionScript, unknownShell_hasNone) {
  EXPECT_EQ(completionScript("tcsh", {}), "");
}

TEST(CompletionScript, everyShell_knowsCommandsAndOptions) {
  const std::vector<CommandShape> shapes = {{{"agent", "new"}, "", {}, {{"prompt", "TEXT"}}},
                                            {{"run"}, "", {}, {}}};
  for (const auto* shell : {"bash", "zsh", "fish"}) {
    const auto script = completionScript(shell, shapes);
    for (const auto* word : {"agent", "new", "run", "prompt", "profile"})
      EXPECT_NE(script.find(word), std::string::npos) << shell << word;
  }
}

}  // namespace
}  // namespace aiagent::cli
