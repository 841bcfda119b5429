// Makes sure that the compiled-in files (":/aiagent/…") are linked into a program that uses this library.
#pragma once

namespace aiagent::resources {

void load();

}  // namespace aiagent::resources
