#include "ui/pages/versions/field_sections.h"

#include <QCoreApplication>

#include "core/base/utf8.h"
#include "ui/format/finding.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using authoring::FieldChange;
using authoring::FieldChangeKind;
using authoring::JsonChangeKind;
using widgets::DiffPiece;
using Kind = DiffPiece::Kind;

// Laying out more than a person will ever read would keep the window waiting.
constexpr std::size_t kMostChanged = 300'000;  // bytes

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(FieldSections)
};

void add(QList<DiffPiece>& pieces, Kind kind, const QString& text) {
  if (!text.isEmpty()) pieces.append({kind, text});
}

// "before → after", or the one that is there.
void addValues(QList<DiffPiece>& pieces, std::string_view before, std::string_view after) {
  add(pieces, Kind::Removed, format::text(before));
  if (!before.empty() && !after.empty()) add(pieces, Kind::Same, QStringLiteral(" → "));
  add(pieces, Kind::Added, format::text(after));
  add(pieces, Kind::Same, QStringLiteral("\n"));
}

QString pathOf(const authoring::JsonChange& detail) {
  const QString path = format::text(detail.path);
  switch (detail.kind) {
    case JsonChangeKind::RequiredAdded:
    case JsonChangeKind::RequiredRemoved: return Texts::tr("%1, required").arg(path);
    case JsonChangeKind::EnumValueAdded:
    case JsonChangeKind::EnumValueRemoved: return Texts::tr("%1, one of").arg(path);
    case JsonChangeKind::TypeChanged: return Texts::tr("%1, type").arg(path);
    default: return path;
  }
}

// Items of plain lists are known by their place, which says nothing to a person.
bool isList(const std::string& field) {
  return field == "starters" || field == "tags";
}

QList<DiffPiece> valuePieces(const FieldChange& change) {
  QList<DiffPiece> pieces;
  for (const auto& detail : change.details) {
    if (const QString path = pathOf(detail); !path.isEmpty() && !isList(change.field))
      add(pieces, Kind::Same, path + QStringLiteral(": "));
    addValues(pieces, detail.before, detail.after);
  }
  if (change.details.empty()) addValues(pieces, change.before, change.after);
  return pieces;
}

QString titleOf(const FieldChange& change) {
  const QString field = format::contentField(change.field);
  switch (change.kind) {
    case FieldChangeKind::Added: return Texts::tr("%1, added").arg(field);
    case FieldChangeKind::Removed: return Texts::tr("%1, removed").arg(field);
    case FieldChangeKind::Changed: break;
  }
  return field;
}

}  // namespace

QList<DiffPiece> textPieces(std::string_view before, std::string_view after,
                            const std::vector<authoring::Change>& changes) {
  QList<DiffPiece> pieces;
  std::size_t changed = 0;
  for (const auto& change : changes) {
    if (changed > kMostChanged) {
      add(pieces, Kind::Same, QLatin1Char('\n') + Texts::tr("… and more changes, too many to be shown."));
      break;
    }
    if (change.kind != authoring::ChangeKind::Equal) changed += change.before.size() + change.after.size();
    switch (change.kind) {
      case authoring::ChangeKind::Equal:
        add(pieces, Kind::Same, format::text(change.before.of(before)));
        break;
      case authoring::ChangeKind::Delete:
        add(pieces, Kind::Removed, format::text(base::utf8Prefix(change.before.of(before), kMostChanged)));
        break;
      case authoring::ChangeKind::Insert:
        add(pieces, Kind::Added, format::text(base::utf8Prefix(change.after.of(after), kMostChanged)));
        break;
    }
  }
  return pieces;
}

QList<widgets::DiffSection> fieldSections(const std::vector<FieldChange>& changes) {
  QList<widgets::DiffSection> sections;
  for (const auto& change : changes) {
    const bool words = change.form == authoring::ValueForm::Text;
    sections.append({titleOf(change),
                     words ? textPieces(change.before, change.after, change.words) : valuePieces(change)});
  }
  return sections;
}

}  // namespace aiagent::ui
