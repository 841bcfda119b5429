#include "ui/widgets/edit/edit_palette.h"

#include "ui/widgets/transcript/transcript_palette.h"

namespace aiagent::widgets {

EditPalette EditPalette::fromPalette(const QPalette& palette) {
  const auto base = TranscriptPalette::fromPalette(palette);
  const auto soft = [](QColor color) {
    color.setAlphaF(0.12F);
    return color;
  };
  return {.variable = base.link,
          .variableBackground = soft(base.link),
          .unknown = base.caution,
          .unknownBackground = soft(base.caution),
          .lineNumber = base.muted,
          .currentLine = base.raised,
          .error = base.negative,
          .keyword = base.keyword,
          .string = base.string,
          .number = base.number,
          .comment = base.comment,
          .key = base.key};
}

}  // namespace aiagent::widgets
