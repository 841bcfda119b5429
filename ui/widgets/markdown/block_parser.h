// Markdown to pieces, by md4c: CommonMark with tables, strikethrough, task lists and bare links. Raw HTML is
// ordinary text. Only http, https and mailto addresses become links.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ui/widgets/markdown/piece.h"

namespace aiagent::widgets::markdown {

// Each block of `text` as one piece, not cut yet (see slicer.h).
std::vector<Piece> parseBlocks(std::string_view text);

// For each of the `count` last blocks of `text` the address of the first link in it, or nothing. Empty when
// those blocks are not all paragraphs.
std::vector<std::optional<QString>> linksOfLastParagraphs(std::string_view text, std::size_t count);

bool isAllowedLink(const QString& href);

}  // namespace aiagent::widgets::markdown
