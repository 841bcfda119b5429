// Differences of fields as sections of a DiffView.
#pragma once

#include <vector>

#include "core/authoring/content/content_diff.h"
#include "ui/widgets/diff_view.h"

namespace aiagent::ui {

// A text as a difference by words, a value as "key: before → after".
QList<widgets::DiffSection> fieldSections(const std::vector<authoring::FieldChange>& changes);

// The way from one text to another, as a person is shown it.
QList<widgets::DiffPiece> textPieces(std::string_view before, std::string_view after,
                                     const std::vector<authoring::Change>& changes);

}  // namespace aiagent::ui
