// HTML character references as they stand in Markdown text.
#pragma once

#include <QString>
#include <string_view>

namespace aiagent::widgets::markdown {

// "&amp;" -> "&", "&#x12AB;" -> its character. An unknown name comes back as it was. Names are those of
// HTML 4; numbers that are no character become U+FFFD (CommonMark 0.30, section 2.5).
QString decodeEntity(std::string_view entity);

}  // namespace aiagent::widgets::markdown
