#include "models/mesh/kind.h"

#include <QCoreApplication>

#include <array>

namespace meshscope {

namespace {
struct Words {
    const char *word;
    const char *one;
    const char *many;
};
constexpr std::array<Words, kindCount> words{{
    {"domain", QT_TRANSLATE_NOOP("meshscope::Kind", "Domain"), QT_TRANSLATE_NOOP("meshscope::Kind", "Domains")},
    {"product", QT_TRANSLATE_NOOP("meshscope::Kind", "Data product"), QT_TRANSLATE_NOOP("meshscope::Kind", "Data products")},
    {"port", QT_TRANSLATE_NOOP("meshscope::Kind", "Port"), QT_TRANSLATE_NOOP("meshscope::Kind", "Ports")},
    {"dataset", QT_TRANSLATE_NOOP("meshscope::Kind", "Dataset"), QT_TRANSLATE_NOOP("meshscope::Kind", "Datasets")},
    {"column", QT_TRANSLATE_NOOP("meshscope::Kind", "Column"), QT_TRANSLATE_NOOP("meshscope::Kind", "Columns")},
    {"job", QT_TRANSLATE_NOOP("meshscope::Kind", "Job"), QT_TRANSLATE_NOOP("meshscope::Kind", "Jobs")},
    {"contract", QT_TRANSLATE_NOOP("meshscope::Kind", "Data contract"),
     QT_TRANSLATE_NOOP("meshscope::Kind", "Data contracts")},
    {"term", QT_TRANSLATE_NOOP("meshscope::Kind", "Term"), QT_TRANSLATE_NOOP("meshscope::Kind", "Terms")},
    {"party", QT_TRANSLATE_NOOP("meshscope::Kind", "Person or team"),
     QT_TRANSLATE_NOOP("meshscope::Kind", "People and teams")},
    {"request", QT_TRANSLATE_NOOP("meshscope::Kind", "Access request"),
     QT_TRANSLATE_NOOP("meshscope::Kind", "Access requests")},
}};
} // namespace

QString kindWord(Kind kind)
{
    return QString::fromLatin1(words[size_t(kind)].word);
}

QString kindName(Kind kind, bool plural)
{
    const Words &w = words[size_t(kind)];
    return QCoreApplication::translate("meshscope::Kind", plural ? w.many : w.one);
}

std::optional<Kind> kindFromWord(QStringView word)
{
    for (int i = 0; i < kindCount; ++i) {
        if (word == QLatin1StringView(words[size_t(i)].word))
            return Kind(i);
    }
    return std::nullopt;
}

} // namespace meshscope
