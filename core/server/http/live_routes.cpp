#include "core/server/http/live_routes.h"

#include "core/base/ids.h"
#include "core/server/http/sign_in.h"

namespace aiagent::server {
namespace {

using namespace std::chrono_literals;
constexpr auto kHeartbeat = 10s;

std::string eventOf(const std::string& space, std::int64_t head) {
  return "data: {\"space\":\"" + space + "\",\"head\":" + std::to_string(head) + "}\n\n";
}

class Listening {
 public:
  Listening(LiveHub& hub, ListenerPointer listener) : m_hub(hub), m_listener(std::move(listener)) {}
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
  ~Listening() { m_hub.remove(m_listener); }

 private:
  LiveHub& m_hub;
  ListenerPointer m_listener;
};

void tell(Listener& listener, Context& context) {
  std::int64_t told = -1;
  bool goesOn = true;
  while (goesOn) {
    const auto head = listener.head.load();
    if (head != told && !context.write(eventOf(listener.space, head))) return;
    const bool changed = std::exchange(told, head) != head;
    if (!changed && !context.write(":\n\n")) return;
    goesOn = context.wait(kHeartbeat) && !listener.ended;
  }
  context.write("event: bye\ndata: {}\n\n");
}

Response live(LiveHub& hub, Request& request, Context& context) {
  const auto space = base::Uuid::parse(request.queryValue("workspace").value_or(""));
  if (!space) return problem(400, "invalid", "Give ?workspace= with the id of a workspace.");
  auto listener = std::make_shared<Listener>();
  listener->space = space->toString();
  listener->user = request.principal.user;
  listener->device = request.principal.device;
  listener->wake = context.waker();
  auto rows = context.query(
      "SELECT w.head FROM sync.workspace w JOIN sync.membership m ON m.workspace_id = w.id WHERE w.id = $1 "
      "AND "
      "m.user_id = $2 AND NOT m.suspended",
      {listener->space, listener->user});
  if (!rows) return problem(rows.error());
  if (rows->empty()) return refusal(403, "space_revoked");
  listener->head = std::stoll(*rows->front()[0]);
  if (!hub.add(listener)) return problem(base::Error{.code = base::ErrorCode::RateLimited});
  const Listening listening(hub, listener);
  const Response head{.type = "text/event-stream",
                      .headers = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}}};
  if (context.begin(head)) tell(*listener, context);
  return {};
}

}  // namespace

void addLiveRoutes(Router& router, LiveHub& hub) {
  router.add({.method = Method::Get,
              .path = "/v1/live",
              .auth = Auth::Member,
              .handler = [&hub](Request& request, Context& context) { return live(hub, request, context); }});
}

}  // namespace aiagent::server
