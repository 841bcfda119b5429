// The routes of administration: /v1/me, workspaces, members, invites, devices, audit. Each is one call of a
// function of schema api, which reads role and membership anew.
#pragma once

#include <string>

#include "core/server/http/router.h"

namespace aiagent::server {

// `publicUrl`: where clients reach this server, part of an invite's link.
void addPeopleRoutes(Router& router, const std::string& publicUrl);

}  // namespace aiagent::server
