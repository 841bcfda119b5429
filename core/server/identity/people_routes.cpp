#include "core/server/identity/people_routes.h"

#include <algorithm>

#include <boost/json.hpp>

#include "core/base/ids.h"
#include "core/server/identity/request_body.h"
#include "core/server/identity/secrets.h"

namespace aiagent::server {
namespace {

namespace json = boost::json;

struct Page {
  Value before;
  Value limit;
};

// The ids of the path in the order of `names`; nothing where one is none, which is nobody's then.
std::optional<std::vector<Value>> idsOf(const Request& request, const std::vector<std::string_view>& names) {
  std::vector<Value> ids;
  for (const auto name : names) {
    const auto text = request.param(name);
    if (!base::Uuid::parse(text)) return std::nullopt;
    ids.emplace_back(std::string(text));
  }
  return ids;
}

Response notFound() {
  return problem(404, "not_found", "There is nothing under this id; look at it again.");
}

using BodyReader = void (*)(RequestBody& body, std::vector<Value>& values);

// One call of a function.
struct Plain {
  Method method;
  const char* path;
  std::vector<std::string_view> ids;  // of the path, the function's first arguments
  const char* function;
  int status = 200;
  BodyReader read = nullptr;  // the arguments behind them
};

Response callWith(Request& request, Context& context, const Plain& plain) {
  auto values = idsOf(request, plain.ids);
  if (!values) return notFound();
  if (plain.read != nullptr) {
    RequestBody body(request.body);
    plain.read(body, *values);
    if (body.fault()) return *body.fault();
  }
  auto response = context.call(plain.function, std::move(*values), plain.status);
  if (response.status == 204) response.body.clear();
  return response;
}

bool isNumber(std::string_view text) {
  return !text.empty() && text.size() <= 9 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// `?before=&limit=`; nothing where one is no number.
std::optional<Page> pageOf(const Request& request) {
  Page page;
  for (const auto& [name, value] :
       {std::pair<std::string_view, Value*>{"before", &page.before}, {"limit", &page.limit}}) {
    const auto given = request.queryValue(name);
    if (!given || given->empty()) continue;
    if (!isNumber(*given)) return std::nullopt;
    *value = std::string(*given);
  }
  return page;
}

Response audit(Request& request, Context& context) {
  auto values = idsOf(request, {"ws"});
  if (!values) return notFound();
  const auto page = pageOf(request);
  if (!page) return problem(400, "invalid", "\"before\" and \"limit\" have to be numbers.");
  values->push_back(page->before);
  values->push_back(page->limit);
  return context.call("api.audit($1::uuid, $2::bigint, $3::int)", std::move(*values));
}

Response invite(const std::string& publicUrl, Request& request, Context& context) {
  static const Plain kInvite{Method::Post,
                             "",
                             {"ws"},
                             "api.invite($1::uuid, $2, $3)",
                             201,
                             [](RequestBody& body, std::vector<Value>& values) {
                               values.emplace_back(body.text("email"));
                               values.emplace_back(body.text("role"));
                             }};
  auto response = callWith(request, context, kInvite);
  response.headers.emplace_back("Cache-Control", "no-store");
  if (response.status != 201) return response;
  auto made = json::parse(response.body).as_object();
  made["link"] = connectLink(publicUrl, std::string_view(made.at("code").as_string()));
  response.body = json::serialize(made);
  return response;
}

void readName(RequestBody& body, std::vector<Value>& values) {
  values.emplace_back(body.text("name"));
}

void readChange(RequestBody& body, std::vector<Value>& values) {
  values.push_back(body.optionalText("role"));
  values.push_back(body.optionalBool("suspended"));
}

const std::vector<Plain>& plainRoutes() {
  static const std::vector<Plain> kAll = {
      {Method::Get, "/v1/me", {}, "api.me()"},
      {Method::Post, "/v1/workspaces", {}, "api.create_workspace($1)", 201, readName},
      {Method::Patch, "/v1/workspaces/{ws}", {"ws"}, "api.rename_workspace($1::uuid, $2)", 200, readName},
      {Method::Get, "/v1/workspaces/{ws}/members", {"ws"}, "api.members($1::uuid)"},
      {Method::Delete,
       "/v1/workspaces/{ws}/invites/{id}",
       {"ws", "id"},
       "api.cancel_invite($1::uuid, $2::uuid)",
       204},
      {Method::Patch,
       "/v1/workspaces/{ws}/members/{user}",
       {"ws", "user"},
       "api.change_member($1::uuid, $2::uuid, $3, $4::boolean)",
       200,
       readChange},
      {Method::Delete,
       "/v1/workspaces/{ws}/members/{user}",
       {"ws", "user"},
       "api.remove_member($1::uuid, $2::uuid)",
       204},
      {Method::Get,
       "/v1/workspaces/{ws}/members/{user}/devices",
       {"ws", "user"},
       "api.member_devices($1::uuid, $2::uuid)"},
      {Method::Delete,
       "/v1/workspaces/{ws}/members/{user}/devices/{device}",
       {"ws", "user", "device"},
       "api.revoke_member_device($1::uuid, $2::uuid, $3::uuid)",
       204},
      {Method::Get, "/v1/devices", {}, "api.devices()"},
      {Method::Delete, "/v1/devices/{device}", {"device"}, "api.revoke_device($1::uuid)", 204},
  };
  return kAll;
}

}  // namespace

void addPeopleRoutes(Router& router, const std::string& publicUrl) {
  for (const auto& plain : plainRoutes())
    router.add(
        {.method = plain.method, .path = plain.path, .handler = [&plain](Request& request, Context& context) {
           return callWith(request, context, plain);
         }});
  router.add({.method = Method::Post,
              .path = "/v1/workspaces/{ws}/invites",
              .handler = [publicUrl](Request& request, Context& context) {
                return invite(publicUrl, request, context);
              }});
  router.add({.method = Method::Get, .path = "/v1/workspaces/{ws}/audit", .handler = audit});
}

}  // namespace aiagent::server
