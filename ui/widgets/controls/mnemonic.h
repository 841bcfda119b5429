// Texts of commands and labels without the marks of their mnemonics, where they are read and not pressed.
#pragma once

#include <QString>

namespace aiagent::ui {

// "&Save" is "Save", "R&&D" is "R&D"; what Chinese and its neighbours put behind the word, as in "保存(&S)",
// goes as a whole.
QString withoutMnemonic(const QString& text);

}  // namespace aiagent::ui
