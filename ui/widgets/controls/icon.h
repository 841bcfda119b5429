// Icons: the compiled-in Breeze icons, drawn in the text colour of the application's palette.
#pragma once

#include <QIcon>
#include <QString>

namespace aiagent::ui {

// `name` as Breeze calls it ("document-save"). The picture is read and drawn when it is first painted,
// follows a change of the palette by itself, and is sharp at any scale. An unknown name gives an empty
// picture.
QIcon icon(const QString& name);

}  // namespace aiagent::ui
