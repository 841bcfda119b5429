// Figures as people read them, in the language and number style of QLocale().
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <QString>

#include "core/base/clock.h"
#include "core/domain/run.h"
#include "core/domain/upload.h"

namespace aiagent::format {

// "40 ms", "1.2 s", "3 min 5 s", "2 h 10 min".
QString duration(std::chrono::milliseconds time);
// "just now", "5 min ago", "yesterday 14:05", "3 Oct", "3 Oct 2024" in local time.
QString relativeTime(base::WallTime time, base::WallTime now);
// The exact local time with seconds, for a tooltip.
QString exactTime(base::WallTime time);
// "1,234", with the locale's grouping.
QString count(std::int64_t number);
// "84 tok", "12k tok".
QString tokens(std::int64_t number);
// From 1e-9 US dollars: "0.1 ¢", "12 ¢", "$1.20"; "< 0.01 ¢" for what is less but not nothing.
QString money(std::int64_t nanoUsd);
QString exactMoney(std::int64_t nanoUsd);  // "$0.001234567"
// "1.5 MiB".
QString bytes(std::int64_t number);
// "Uploading “handbook.pdf” (1 of 2) – 40 %"; empty when it is done.
QString preparing(const domain::KnowledgeProgress& progress);
QString runStatus(domain::RunStatus status);
// "1.2 s · 84 tok · 0.1 ¢": the line under an answer. Parts that are not known are left out.
QString runFacts(const domain::RunRecord& run);
// The version of its agent that a run used: "v3", "draft"; "" when neither is known.
QString versionUsed(std::int64_t number, bool fromDraft);

}  // namespace aiagent::format
