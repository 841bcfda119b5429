// How old a signal's newest measurement is, as a word. Pure.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "core/wire/kube_time.h"

namespace aiagent::cluster {

enum class SignalFreshness : std::uint8_t {
  Loading,  // nothing was answered yet
  Live,
  Lagging,  // older than three measurements, or the last question failed
  Stale,    // older than five minutes: show it grey, with its age
  Absent,   // answered: nobody measures it
  Failed,   // nothing was ever answered, because of an error
};

// "loading", "live" …: stable, for JSON.
std::string_view toWord(SignalFreshness freshness);

// Of something whose newest measurement is from `asOf` (kNoTime: there is none) and that is measured once in
// `scrape`; `failed`: the last question did.
SignalFreshness freshnessOf(base::WallTime asOf, base::WallTime now, std::chrono::seconds scrape,
                            bool failed);

}  // namespace aiagent::cluster
