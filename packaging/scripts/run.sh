#!/bin/sh
# What `make run` does once everything is built: the window where there is a display, else the same job in
# the terminal.
#   run.sh BIN_DIR
set -eu
bin=$1
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
  exec "$bin/aiagent"
fi
cli="$bin/aiagent-cli"
echo "No display here, so the main job runs in the terminal."
if ! "$cli" agent show "Sample: Ticket triage" >/dev/null 2>&1; then
  "$cli" agent new --name "Sample: Ticket triage" --description "Sorts a support ticket by team and urgency" --tag sample \
    --prompt "You sort support tickets for {{team}}.
Answer with a heading, the urgency in one word, and the next step as a short list."
fi
status=0
provider="--provider rehearsal"
model="--model rehearsal"
if [ -n "${OPENAI_API_KEY:-}" ]; then
  provider="--provider openai"
  models=$("$cli" model list --provider openai || true)
  first=$(echo "$models" | sed -n '/^gpt/p' | head -n 1)
  model="--model ${AIAGENT_MODEL:-${first:-gpt-6-luna}}"
fi
echo
# shellcheck disable=SC2086
"$cli" run "Sample: Ticket triage" $provider $model --var team="the office" --input "The printer on the second floor is on fire." || status=$?
echo
"$cli" doctor | sed -n 's/^ok  *\(.*kept in.*\)/\1/p'
echo "Agents: $cli agent list        Runs: $cli runs show last"
[ -n "${OPENAI_API_KEY:-}" ] || echo "For a real model: export OPENAI_API_KEY=sk-…, then make run again, or: $cli run AGENT --input TEXT"
exit $status
