// A Status inside a document that somebody else reads. For kube_status.cpp and kube_events.cpp.
#pragma once

#include "core/wire/kube_json.h"
#include "core/wire/kube_status.h"

namespace aiagent::wire::kube {

// False: the object does not call itself a Status.
bool readStatus(Reading& in, Value object, KubeStatus& status);

}  // namespace aiagent::wire::kube
