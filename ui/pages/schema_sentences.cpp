#include "ui/pages/schema_sentences.h"

#include <QCoreApplication>

#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using authoring::SchemaMismatch;
using Kind = AnswerCheckState::Kind;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(SchemaSentences)
};

QString differenceOf(const SchemaMismatch& mismatch) {
  const QString path = format::text(mismatch.path);
  const QString expected = format::text(mismatch.expected);
  switch (mismatch.kind) {
    case SchemaMismatch::Kind::NotJson: return Texts::tr("it is not JSON");
    case SchemaMismatch::Kind::Missing: return Texts::tr("%1 is missing").arg(path);
    case SchemaMismatch::Kind::Unexpected: return Texts::tr("%1 is not allowed").arg(path);
    case SchemaMismatch::Kind::WrongType: return Texts::tr("%1 should be: %2").arg(path, expected);
    case SchemaMismatch::Kind::NotInEnum: return Texts::tr("%1 should be one of: %2").arg(path, expected);
    case SchemaMismatch::Kind::NoBranch: return Texts::tr("%1 fits none of the alternatives").arg(path);
  }
  return {};
}

}  // namespace

QStringList schemaSentences(const AnswerCheckState& state) {
  switch (state.kind) {
    case Kind::None: return {};
    case Kind::SoFarJson: return {Texts::tr("So far valid JSON")};
    case Kind::SoFarOther: return {Texts::tr("This is not JSON")};
    case Kind::Matches: return {QStringLiteral("✓ ") + Texts::tr("Matches the schema")};
    case Kind::Differs: break;
  }
  QStringList sentences;
  for (const auto& mismatch : state.mismatches)
    sentences << (sentences.isEmpty()
                      ? QStringLiteral("⚠ ") +
                            Texts::tr("Does not match the schema: %1").arg(differenceOf(mismatch))
                      : differenceOf(mismatch));
  return sentences;
}

}  // namespace aiagent::ui
