#include "resources/resources.h"

#include <QtGlobal>

// Q_INIT_RESOURCE declares a function, which must happen outside of a namespace.
static void initialise() {
  Q_INIT_RESOURCE(look);
}

namespace aiagent::resources {

void load() {
  initialise();
}

}  // namespace aiagent::resources
