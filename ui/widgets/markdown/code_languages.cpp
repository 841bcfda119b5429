// The languages code_tokenizer.h knows. Data only.
#include <algorithm>
#include <array>
#include <QString>

#include "ui/widgets/markdown/code_tokenizer.h"

namespace aiagent::widgets::markdown {
namespace {

using Text = std::u16string_view;

constexpr auto kCWords = std::to_array<Text>({
    u"alignas",   u"alignof",       u"auto",         u"bool",      u"break",
    u"case",      u"catch",         u"char",         u"char16_t",  u"char32_t",
    u"char8_t",   u"class",         u"co_await",     u"co_return", u"co_yield",
    u"concept",   u"const",         u"const_cast",   u"consteval", u"constexpr",
    u"constinit", u"continue",      u"decltype",     u"default",   u"delete",
    u"do",        u"double",        u"dynamic_cast", u"else",      u"enum",
    u"explicit",  u"export",        u"extern",       u"false",     u"final",
    u"float",     u"for",           u"friend",       u"goto",      u"if",
    u"inline",    u"int",           u"long",         u"mutable",   u"namespace",
    u"new",       u"noexcept",      u"nullptr",      u"operator",  u"override",
    u"private",   u"protected",     u"public",       u"register",  u"reinterpret_cast",
    u"requires",  u"return",        u"short",        u"signed",    u"sizeof",
    u"static",    u"static_assert", u"static_cast",  u"struct",    u"switch",
    u"template",  u"this",          u"thread_local", u"throw",     u"true",
    u"try",       u"typedef",       u"typeid",       u"typename",  u"union",
    u"unsigned",  u"using",         u"virtual",      u"void",      u"volatile",
    u"wchar_t",   u"while",
});

constexpr auto kPythonWords = std::to_array<Text>({
    u"False",  u"None",     u"True",   u"and",  u"as",   u"assert", u"async",  u"await",    u"break", u"case",
    u"class",  u"continue", u"def",    u"del",  u"elif", u"else",   u"except", u"finally",  u"for",   u"from",
    u"global", u"if",       u"import", u"in",   u"is",   u"lambda", u"match",  u"nonlocal", u"not",   u"or",
    u"pass",   u"raise",    u"return", u"self", u"try",  u"while",  u"with",   u"yield",
});

constexpr auto kJsWords = std::to_array<Text>({
    u"abstract",   u"any",       u"as",        u"async",      u"await",     u"boolean",  u"break",
    u"case",       u"catch",     u"class",     u"const",      u"continue",  u"debugger", u"declare",
    u"default",    u"delete",    u"do",        u"else",       u"enum",      u"export",   u"extends",
    u"false",      u"finally",   u"for",       u"from",       u"function",  u"get",      u"if",
    u"implements", u"import",    u"in",        u"instanceof", u"interface", u"is",       u"keyof",
    u"let",        u"namespace", u"never",     u"new",        u"null",      u"number",   u"of",
    u"package",    u"private",   u"protected", u"public",     u"readonly",  u"return",   u"set",
    u"static",     u"string",    u"super",     u"switch",     u"this",      u"throw",    u"true",
    u"try",        u"type",      u"typeof",    u"undefined",  u"unknown",   u"var",      u"void",
    u"while",      u"with",      u"yield",
});

constexpr auto kJavaWords = std::to_array<Text>({
    u"abstract",  u"assert",    u"boolean",  u"break",        u"byte",     u"case",      u"catch",
    u"char",      u"class",     u"const",    u"continue",     u"default",  u"do",        u"double",
    u"else",      u"enum",      u"extends",  u"false",        u"final",    u"finally",   u"float",
    u"for",       u"fun",       u"if",       u"implements",   u"import",   u"in",        u"instanceof",
    u"int",       u"interface", u"internal", u"is",           u"long",     u"namespace", u"native",
    u"new",       u"null",      u"object",   u"out",          u"override", u"package",   u"private",
    u"protected", u"public",    u"record",   u"return",       u"sealed",   u"short",     u"static",
    u"string",    u"super",     u"switch",   u"synchronized", u"this",     u"throw",     u"throws",
    u"transient", u"true",      u"try",      u"using",        u"val",      u"var",       u"virtual",
    u"void",      u"volatile",  u"when",     u"while",
});

constexpr auto kGoWords = std::to_array<Text>({
    u"bool",   u"break",  u"byte",    u"case",        u"chan",   u"const",   u"continue",  u"default",
    u"defer",  u"else",   u"error",   u"fallthrough", u"false",  u"float64", u"for",       u"func",
    u"go",     u"goto",   u"if",      u"import",      u"int",    u"int64",   u"interface", u"iota",
    u"map",    u"nil",    u"package", u"range",       u"return", u"rune",    u"select",    u"string",
    u"struct", u"switch", u"true",    u"type",        u"uint",   u"var",
});

constexpr auto kRustWords = std::to_array<Text>({
    u"Self", u"as",     u"async",  u"await",  u"bool",   u"break",  u"const", u"continue", u"crate", u"dyn",
    u"else", u"enum",   u"extern", u"f32",    u"f64",    u"false",  u"fn",    u"for",      u"i32",   u"i64",
    u"if",   u"impl",   u"in",     u"let",    u"loop",   u"match",  u"mod",   u"move",     u"mut",   u"pub",
    u"ref",  u"return", u"self",   u"static", u"str",    u"struct", u"super", u"trait",    u"true",  u"type",
    u"u32",  u"u64",    u"u8",     u"union",  u"unsafe", u"use",    u"usize", u"where",    u"while",
});

constexpr auto kShellWords = std::to_array<Text>({
    u"alias", u"break",    u"case",   u"cd",   u"continue", u"do",    u"done",     u"echo",
    u"elif",  u"else",     u"esac",   u"eval", u"exec",     u"exit",  u"export",   u"fi",
    u"for",   u"function", u"if",     u"in",   u"local",    u"read",  u"readonly", u"return",
    u"set",   u"shift",    u"source", u"then", u"trap",     u"unset", u"until",    u"while",
});

constexpr auto kSqlWords = std::to_array<Text>({
    u"add",     u"all",         u"alter",     u"and",      u"as",       u"asc",        u"begin",  u"between",
    u"by",      u"case",        u"check",     u"column",   u"commit",   u"constraint", u"create", u"cross",
    u"default", u"delete",      u"desc",      u"distinct", u"drop",     u"else",       u"end",    u"exists",
    u"foreign", u"from",        u"full",      u"group",    u"having",   u"if",         u"in",     u"index",
    u"inner",   u"insert",      u"into",      u"is",       u"join",     u"key",        u"left",   u"like",
    u"limit",   u"not",         u"null",      u"offset",   u"on",       u"or",         u"order",  u"outer",
    u"primary", u"references",  u"returning", u"right",    u"rollback", u"select",     u"set",    u"table",
    u"then",    u"transaction", u"union",     u"unique",   u"update",   u"using",      u"values", u"view",
    u"when",    u"where",       u"with",
});

constexpr auto kJsonWords = std::to_array<Text>({
    u"false",
    u"null",
    u"true",
});

constexpr auto kYamlWords = std::to_array<Text>({
    u"false",
    u"no",
    u"null",
    u"off",
    u"on",
    u"true",
    u"yes",
});

constexpr auto kRubyWords = std::to_array<Text>({
    u"BEGIN", u"END",  u"alias", u"and",   u"begin",  u"break",   u"case",   u"class", u"def",    u"defined",
    u"do",    u"else", u"elsif", u"end",   u"ensure", u"false",   u"for",    u"if",    u"in",     u"module",
    u"next",  u"nil",  u"not",   u"or",    u"redo",   u"require", u"rescue", u"retry", u"return", u"self",
    u"super", u"then", u"true",  u"undef", u"unless", u"until",   u"when",   u"while", u"yield",
});

constexpr auto kPhpWords = std::to_array<Text>({
    u"abstract",  u"and",     u"array",     u"as",        u"break",    u"case",       u"catch",
    u"class",     u"clone",   u"const",     u"continue",  u"declare",  u"default",    u"do",
    u"echo",      u"else",    u"elseif",    u"extends",   u"false",    u"final",      u"fn",
    u"for",       u"foreach", u"function",  u"global",    u"if",       u"implements", u"instanceof",
    u"interface", u"isset",   u"match",     u"namespace", u"new",      u"null",       u"or",
    u"print",     u"private", u"protected", u"public",    u"readonly", u"require",    u"return",
    u"static",    u"switch",  u"this",      u"throw",     u"trait",    u"true",       u"try",
    u"unset",     u"use",     u"var",       u"while",     u"yield",
});

constexpr auto kCssWords = std::to_array<Text>({
    u"absolute",
    u"auto",
    u"block",
    u"bold",
    u"center",
    u"flex",
    u"grid",
    u"hidden",
    u"important",
    u"inherit",
    u"inline",
    u"none",
    u"normal",
    u"relative",
    u"solid",
});

constexpr auto kDockerWords = std::to_array<Text>({
    u"ADD",
    u"ARG",
    u"AS",
    u"CMD",
    u"COPY",
    u"ENTRYPOINT",
    u"ENV",
    u"EXPOSE",
    u"FROM",
    u"HEALTHCHECK",
    u"LABEL",
    u"ONBUILD",
    u"RUN",
    u"SHELL",
    u"STOPSIGNAL",
    u"USER",
    u"VOLUME",
    u"WORKDIR",
});

constexpr auto kCmakeWords = std::to_array<Text>({
    u"add_executable",
    u"add_library",
    u"add_subdirectory",
    u"else",
    u"elseif",
    u"endforeach",
    u"endfunction",
    u"endif",
    u"find_package",
    u"foreach",
    u"function",
    u"if",
    u"include",
    u"install",
    u"message",
    u"option",
    u"project",
    u"set",
    u"target_include_directories",
    u"target_link_libraries",
});

constexpr auto kSlashes = std::to_array<Text>({u"//"});
constexpr auto kHash = std::to_array<Text>({u"#"});
constexpr auto kDashes = std::to_array<Text>({u"--"});
constexpr auto kSlashHash = std::to_array<Text>({u"//", u"#"});
constexpr auto kSemicolonHash = std::to_array<Text>({u";", u"#"});
constexpr auto kTriple = std::to_array<Text>({u"\"\"\"", u"'''"});
constexpr auto kBacktick = std::to_array<Text>({u"`"});

constexpr CodeLanguage kCpp{.keywords = kCWords,
                            .lineComments = kSlashes,
                            .blockBegin = u"/*",
                            .blockEnd = u"*/",
                            .quotes = u"\"'",
                            .longQuotes = {}};
constexpr CodeLanguage kPython{.keywords = kPythonWords,
                               .lineComments = kHash,
                               .blockBegin = {},
                               .blockEnd = {},
                               .quotes = u"\"'",
                               .longQuotes = kTriple};
constexpr CodeLanguage kJs{.keywords = kJsWords,
                           .lineComments = kSlashes,
                           .blockBegin = u"/*",
                           .blockEnd = u"*/",
                           .quotes = u"\"'",
                           .longQuotes = kBacktick};
constexpr CodeLanguage kJava{.keywords = kJavaWords,
                             .lineComments = kSlashes,
                             .blockBegin = u"/*",
                             .blockEnd = u"*/",
                             .quotes = u"\"'",
                             .longQuotes = {}};
constexpr CodeLanguage kGo{.keywords = kGoWords,
                           .lineComments = kSlashes,
                           .blockBegin = u"/*",
                           .blockEnd = u"*/",
                           .quotes = u"\"'",
                           .longQuotes = kBacktick};
constexpr CodeLanguage kRust{.keywords = kRustWords,
                             .lineComments = kSlashes,
                             .blockBegin = u"/*",
                             .blockEnd = u"*/",
                             .quotes = u"\"",
                             .longQuotes = {}};
constexpr CodeLanguage kShell{.keywords = kShellWords,
                              .lineComments = kHash,
                              .blockBegin = {},
                              .blockEnd = {},
                              .quotes = u"\"'",
                              .longQuotes = {}};
constexpr CodeLanguage kSql{.keywords = kSqlWords,
                            .lineComments = kDashes,
                            .blockBegin = u"/*",
                            .blockEnd = u"*/",
                            .quotes = u"'\"",
                            .longQuotes = {},
                            .anyCase = true};
constexpr CodeLanguage kJson{.keywords = kJsonWords,
                             .lineComments = kSlashes,
                             .blockBegin = u"/*",
                             .blockEnd = u"*/",
                             .quotes = u"\"",
                             .longQuotes = {},
                             .keysBeforeColon = true};
constexpr CodeLanguage kYaml{.keywords = kYamlWords,
                             .lineComments = kHash,
                             .blockBegin = {},
                             .blockEnd = {},
                             .quotes = u"\"'",
                             .longQuotes = {},
                             .keysBeforeColon = true};
constexpr CodeLanguage kRuby{.keywords = kRubyWords,
                             .lineComments = kHash,
                             .blockBegin = {},
                             .blockEnd = {},
                             .quotes = u"\"'",
                             .longQuotes = {}};
constexpr CodeLanguage kPhp{.keywords = kPhpWords,
                            .lineComments = kSlashHash,
                            .blockBegin = u"/*",
                            .blockEnd = u"*/",
                            .quotes = u"\"'",
                            .longQuotes = {}};
constexpr CodeLanguage kCss{.keywords = kCssWords,
                            .lineComments = {},
                            .blockBegin = u"/*",
                            .blockEnd = u"*/",
                            .quotes = u"\"'",
                            .longQuotes = {},
                            .keysBeforeColon = true};
constexpr CodeLanguage kIni{.keywords = {},
                            .lineComments = kSemicolonHash,
                            .blockBegin = {},
                            .blockEnd = {},
                            .quotes = u"\"'",
                            .longQuotes = {}};
constexpr CodeLanguage kDocker{.keywords = kDockerWords,
                               .lineComments = kHash,
                               .blockBegin = {},
                               .blockEnd = {},
                               .quotes = u"\"'",
                               .longQuotes = {}};
constexpr CodeLanguage kCmake{.keywords = kCmakeWords,
                              .lineComments = kHash,
                              .blockBegin = {},
                              .blockEnd = {},
                              .quotes = u"\"",
                              .longQuotes = {},
                              .anyCase = true};
constexpr CodeLanguage kMarkup{.keywords = {},
                               .lineComments = {},
                               .blockBegin = u"<!--",
                               .blockEnd = u"-->",
                               .quotes = u"\"'",
                               .longQuotes = {},
                               .markup = true};
constexpr CodeLanguage kDiff{.keywords = {},
                             .lineComments = {},
                             .blockBegin = {},
                             .blockEnd = {},
                             .quotes = {},
                             .longQuotes = {},
                             .diff = true};

struct Name {
  Text name;
  const CodeLanguage* language;
};

// In order, for the binary search.
constexpr auto kNames = std::to_array<Name>({
    {u"bash", &kShell},
    {u"c", &kCpp},
    {u"c#", &kJava},
    {u"c++", &kCpp},
    {u"cc", &kCpp},
    {u"cfg", &kIni},
    {u"cmake", &kCmake},
    {u"conf", &kIni},
    {u"console", &kShell},
    {u"cpp", &kCpp},
    {u"cs", &kJava},
    {u"csharp", &kJava},
    {u"css", &kCss},
    {u"cuda", &kCpp},
    {u"cxx", &kCpp},
    {u"dart", &kJava},
    {u"diff", &kDiff},
    {u"docker", &kDocker},
    {u"dockerfile", &kDocker},
    {u"dotenv", &kIni},
    {u"env", &kIni},
    {u"fish", &kShell},
    {u"glsl", &kCpp},
    {u"go", &kGo},
    {u"golang", &kGo},
    {u"groovy", &kJava},
    {u"h", &kCpp},
    {u"hpp", &kCpp},
    {u"html", &kMarkup},
    {u"ini", &kIni},
    {u"ipython", &kPython},
    {u"java", &kJava},
    {u"javascript", &kJs},
    {u"js", &kJs},
    {u"json", &kJson},
    {u"json5", &kJson},
    {u"jsonc", &kJson},
    {u"jsonl", &kJson},
    {u"jsx", &kJs},
    {u"kotlin", &kJava},
    {u"kt", &kJava},
    {u"less", &kCss},
    {u"make", &kCmake},
    {u"makefile", &kCmake},
    {u"mjs", &kJs},
    {u"mysql", &kSql},
    {u"node", &kJs},
    {u"objc", &kCpp},
    {u"patch", &kDiff},
    {u"perl", &kRuby},
    {u"php", &kPhp},
    {u"pl", &kRuby},
    {u"plsql", &kSql},
    {u"postgres", &kSql},
    {u"postgresql", &kSql},
    {u"powershell", &kShell},
    {u"properties", &kIni},
    {u"ps1", &kShell},
    {u"py", &kPython},
    {u"python", &kPython},
    {u"python3", &kPython},
    {u"rb", &kRuby},
    {u"rs", &kRust},
    {u"rss", &kMarkup},
    {u"ruby", &kRuby},
    {u"rust", &kRust},
    {u"scala", &kJava},
    {u"scss", &kCss},
    {u"sh", &kShell},
    {u"shell", &kShell},
    {u"sql", &kSql},
    {u"sqlite", &kSql},
    {u"svg", &kMarkup},
    {u"swift", &kJava},
    {u"toml", &kIni},
    {u"ts", &kJs},
    {u"tsx", &kJs},
    {u"typescript", &kJs},
    {u"vue", &kMarkup},
    {u"xhtml", &kMarkup},
    {u"xml", &kMarkup},
    {u"yaml", &kYaml},
    {u"yml", &kYaml},
    {u"zsh", &kShell},
});

}  // namespace

const CodeLanguage* findLanguage(QStringView name) {
  const QString lower = name.toString().toLower();
  const Text wanted(QStringView(lower).utf16(), std::size_t(lower.size()));
  const auto found = std::lower_bound(kNames.begin(), kNames.end(), wanted,
                                      [](const Name& a, Text b) { return a.name < b; });
  return found != kNames.end() && found->name == wanted ? found->language : nullptr;
}

}  // namespace aiagent::widgets::markdown
