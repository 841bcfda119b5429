// A list of pods to the columns that kubectl shows, with JSON.parse: CPU of the median round, and the peak memory
// after the first.
//   node kube_node_pods.mjs FILE [ROUNDS]
import fs from 'node:fs';

const [, , path, rounds = '9'] = process.argv;
const now = Date.parse('2026-11-23T08:00:00Z');

function age(time) {
  const seconds = Math.floor((now - Date.parse(time)) / 1000);
  return seconds < 120 ? `${seconds}s` : `${Math.floor(seconds / 60)}m`;
}

function status(pod) {
  let word = pod.status.reason || pod.status.phase;
  let ready = 0, restarts = 0, last = '';
  const all = pod.status.containerStatuses ?? [];
  for (let i = all.length - 1; i >= 0; i -= 1) {
    const { state = {}, lastState = {}, ...each } = all[i];
    restarts += each.restartCount;
    const finished = lastState.terminated?.finishedAt ?? '';
    if (finished > last) last = finished;
    if (state.waiting?.reason) word = state.waiting.reason;
    else if (state.terminated) word = state.terminated.reason || `ExitCode:${state.terminated.exitCode}`;
    else if (each.ready && state.running) ready += 1;
  }
  if (pod.metadata.deletionTimestamp) word = 'Terminating';
  return { word, ready: `${ready}/${pod.spec.containers.length}`, restarts: last ? `${restarts} (${age(last)} ago)` : `${restarts}` };
}

function columns(pod) {
  const { word, ready, restarts } = status(pod);
  return [pod.metadata.namespace, pod.metadata.name, ready, word, restarts, age(pod.metadata.creationTimestamp),
    pod.status.podIP ?? '', pod.spec.nodeName ?? ''];
}

const used = (since) => { const { user, system } = process.cpuUsage(since); return (user + system) / 1000; };
const all = [];
let peak = 0, pods = 0;
for (let round = 0; round < Number(rounds); round += 1) {
  const bytes = fs.readFileSync(path);
  const begin = process.cpuUsage();
  const list = JSON.parse(bytes.toString('utf8'));
  const parse = used(begin);
  const table = list.items.map(columns);
  all.push({ parse, total: used(begin) });
  pods = table.length;
  if (round === 0) peak = process.resourceUsage().maxRSS / 1024;
}
all.sort((a, b) => a.total - b.total);
const median = all[Math.floor(all.length / 2)];
console.log(`node ${process.version}: ${pods} pods: parse ${median.parse.toFixed(1)} ms, together ${median.total.toFixed(1)} ms CPU `
  + `(median of ${rounds}); peak ${peak.toFixed(0)} MB`);
