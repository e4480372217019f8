#pragma once

#include "models/formats/format.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <algorithm>

/// What tests of readers share: documents from text, small folders in memory, the corpus of real documents.
namespace meshscope::test {

using Folder = QHash<QString, QByteArray>; ///< path → content

/// Context of `file` in a folder that exists only in memory.
inline ReadContext contextIn(const Folder &folder, const QString &file, const QHash<QString, QString> &options = {})
{
    ReadContext context;
    context.file = file;
    context.options = options;
    context.readRelative = [folder](const QString &from, const QString &reference) -> Result<QByteArray> {
        const QString path = QDir::cleanPath(QFileInfo(from).path() + u'/' + reference);
        if (!folder.contains(path))
            return fail(Error::Code::NotFound, QStringLiteral("not there"), path);
        return folder.value(path);
    };
    return context;
}

/// The records of one text, read by one format; documents it does not recognise are left out.
inline Records recordsOf(const Format &format, const QByteArray &text, const ReadContext &context,
                         Syntax syntax = Syntax::Json)
{
    const Parsed parsed = parseDocuments(text, syntax);
    std::vector<const Node *> documents;
    for (const Node &document : parsed.documents) {
        if (document.isSequence()) {
            for (const Node &item : document.items()) {
                if (format.recognises(item))
                    documents.push_back(&item);
            }
        } else if (format.recognises(document)) {
            documents.push_back(&document);
        }
    }
    Records out;
    format.readAll(documents, context, out);
    return out;
}

template<class T>
const T *findById(const QList<T> &list, const QString &id)
{
    const auto at = std::find_if(list.begin(), list.end(), [&](const T &value) { return value.id == id; });
    return at == list.end() ? nullptr : &*at;
}

inline QString propertyOf(const QList<Property> &properties, const QString &name)
{
    for (const Property &property : properties) {
        if (property.name == name)
            return property.value;
    }
    return {};
}

inline QStringList columnPaths(const Records &records, const QString &dataset)
{
    QStringList paths;
    for (const Column &column : records.columns) {
        if (column.dataset == dataset)
            paths.append(column.path);
    }
    return paths;
}

inline const Column *findColumn(const Records &records, const QString &dataset, const QString &path)
{
    for (const Column &column : records.columns) {
        if (column.dataset == dataset && column.path == path)
            return &column;
    }
    return nullptr;
}

/// Folder of real documents; tests that need it skip without it.
inline QDir corpus()
{
    const QString given = qEnvironmentVariable("MESHSCOPE_CORPUS");
    return QDir(given.isEmpty() ? QStringLiteral(MESHSCOPE_SOURCE_DIR "/../shared/corpus") : given);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace meshscope::test
