// Opens a file in the person's editor, at a line where the editor can be told one.
#pragma once

#include <functional>
#include <optional>
#include <QString>
#include <QStringList>

namespace aiagent::ui {

struct EditorCommand {
  QString program;  // absolute
  QStringList arguments;
  bool operator==(const EditorCommand&) const = default;
};

// How the first known editor that `find` finds (QStandardPaths::findExecutable) is told file and line.
// Nothing: none of them is installed.
std::optional<EditorCommand> editorCommand(const QString& path, int line,
                                           const std::function<QString(const QString&)>& find);

// False: nothing could be started. `path` is absolute. Without an editor that takes a line, the desktop's own
// program for the file.
bool openAtLine(const QString& path, int line);

}  // namespace aiagent::ui
