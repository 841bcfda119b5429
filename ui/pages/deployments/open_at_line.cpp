#include "ui/pages/deployments/open_at_line.h"

#include <QDesktopServices>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

namespace aiagent::ui {
namespace {

// "%1" is the file, "%2" the line.
struct Editor {
  const char* program;
  std::initializer_list<const char*> arguments;
};

const Editor kEditors[] = {
    {"kate", {"--line", "%2", "%1"}},
    {"kwrite", {"--line", "%2", "%1"}},
    {"code", {"--goto", "%1:%2"}},
    {"codium", {"--goto", "%1:%2"}},
    {"gnome-text-editor", {"+%2", "%1"}},
    {"gedit", {"+%2", "%1"}},
    {"xed", {"+%2", "%1"}},
    {"pluma", {"+%2", "%1"}},
    {"mousepad", {"--line=%2", "%1"}},
    {"geany", {"--line=%2", "%1"}},
};

}  // namespace

std::optional<EditorCommand> editorCommand(const QString& path, int line,
                                           const std::function<QString(const QString&)>& find) {
  for (const auto& editor : kEditors) {
    const auto program = find(QLatin1String(editor.program));
    if (program.isEmpty()) continue;
    EditorCommand command{program, {}};
    for (const auto* argument : editor.arguments) {
      auto words = QString::fromLatin1(argument);
      words.replace(QLatin1String("%2"), QString::number(line));
      command.arguments << words.replace(QLatin1String("%1"), path);
    }
    return command;
  }
  return std::nullopt;
}

bool openAtLine(const QString& path, int line) {
  const auto command = editorCommand(
      path, line, [](const QString& program) { return QStandardPaths::findExecutable(program); });
  if (command && QProcess::startDetached(command->program, command->arguments)) return true;
  return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

}  // namespace aiagent::ui
