#include "ui/pages/schema_sentences.h"

#include <QCoreApplication>

#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using authoring::SchemaMismatch;
using Kind = AnswerCheckState::Kind;

QString tr(const char* text) {
  return QCoreApplication::translate("SchemaSentences", text);
}

QString differenceOf(const SchemaMismatch& mismatch) {
  const QString path = format::text(mismatch.path);
  const QString expected = format::text(mismatch.expected);
  switch (mismatch.kind) {
    case SchemaMismatch::Kind::NotJson: return tr("it is not JSON");
    case SchemaMismatch::Kind::Missing: return tr("%1 is missing").arg(path);
    case SchemaMismatch::Kind::Unexpected: return tr("%1 is not allowed").arg(path);
    case SchemaMismatch::Kind::WrongType: return tr("%1 should be: %2").arg(path, expected);
    case SchemaMismatch::Kind::NotInEnum: return tr("%1 should be one of: %2").arg(path, expected);
    case SchemaMismatch::Kind::NoBranch: return tr("%1 fits none of the alternatives").arg(path);
  }
  return {};
}

}  // namespace

QStringList schemaSentences(const AnswerCheckState& state) {
  switch (state.kind) {
    case Kind::None: return {};
    case Kind::SoFarJson: return {tr("So far valid JSON")};
    case Kind::SoFarOther: return {tr("This is not JSON")};
    case Kind::Matches: return {QStringLiteral("✓ ") + tr("Matches the schema")};
    case Kind::Differs: break;
  }
  QStringList sentences;
  for (const auto& mismatch : state.mismatches)
    sentences << (sentences.isEmpty()
                      ? QStringLiteral("⚠ ") + tr("Does not match the schema: %1").arg(differenceOf(mismatch))
                      : differenceOf(mismatch));
  return sentences;
}

}  // namespace aiagent::ui
