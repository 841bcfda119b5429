// How this process keeps memory.
#pragma once

namespace aiagent::base {

// Blocks of 128 KiB and more go back to the system as soon as they are freed. By itself glibc keeps ever
// larger ones for the next time: after a large answer was read, hundreds of megabytes for days. Call first in
// main(); does nothing where the C library is another.
void giveBackLargeBlocks();

}  // namespace aiagent::base
