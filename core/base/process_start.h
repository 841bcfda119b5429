// What holds for the whole process.
#pragma once

namespace aiagent::base {

// Call first in main(), before there are threads.
// - Blocks of 128 KiB and more go back to the system as soon as they are freed. By itself glibc keeps ever
// larger
//   ones for the next time: after a large answer was read, hundreds of megabytes for days. Does nothing where
//   the C library is another.
// - OpenSSL keeps what threads have of it until the process is gone. By itself it frees that while the
// program
//   exits, and a thread that ends just then frees it again and takes the program down. QThread::wait() does
//   not wait for that part of a thread's end.
void startProcess();

}  // namespace aiagent::base
