-- wrk's requests: pulls of one row, or pushes of one edit, each thread as a client of its own.
--   wrk -s calls.lua … URL -- pull|push RUN SPACE CURSOR TOKEN AGENT…
-- With one connection a thread the edits of a client come in their order. Prints one line of JSON.
local started = 0

function setup(thread)
  thread:set("number", started)
  started = started + 1
end

function init(args)
  kind, run, space, cursor = args[1], args[2], args[3], args[4]
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Authorization"] = "Bearer " .. args[5]
  agent = args[6 + number]
  client = string.format("%s-%04x-7000-8000-000000000000", run, number)
  n = 0
  pull = string.format('{"proto":1,"schema":12,"client":"%s","space":"%s","cursor":%s,"limit":2000}', client, space, cursor)
end

function request()
  if kind == "pull" then return wrk.format(nil, "/v1/rpc/sync_pull", nil, pull) end
  -- wrk asks the first thread for one request that it does not send.
  if number > 0 or asked then n = n + 1 end
  asked = true
  local body = string.format(
    '{"proto":1,"schema":12,"client":"%s","space":"%s","cursor":%s,"mutations":[{"n":%d,"mid":"%s-%04x-7001-8000-%012x",' ..
    '"op":"patch","t":"agent","id":"%s","set":{"name":"Agent %s %d"}}]}', client, space, cursor, math.max(n, 1), run, number, n, agent, run, n)
  return wrk.format(nil, "/v1/rpc/sync_push", nil, body)
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format('{"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"errors":%d}', summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
