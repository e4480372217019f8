#pragma once

#include "models/mesh/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <vector>

namespace meshscope {

/// Changes single values of one data usage agreement in the text it stands in (YAML or JSON, alone or among others) and
/// leaves every other byte as it is: comments, order, quoting, fields nobody here knows.
/// After each change the text is parsed again: files are small, and no offset can go stale.
class YamlEdit {
public:
    /// Finds the agreement `id` in `text`. Parse with line and column; NotFound when it is not in there.
    [[nodiscard]] static Result<YamlEdit> open(const QByteArray &text, const QString &id);

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    /// Sets what stands at `path` below the agreement; makes the maps that are missing on the way.
    [[nodiscard]] Result<void> set(const QStringList &path, const QJsonValue &value);
    /// Adds an item to the sequence at `path`, which is made when it is missing.
    [[nodiscard]] Result<void> append(const QStringList &path, const QJsonValue &value);

private:
    struct Part {
        enum class Type : quint8 { Scalar, Alias, Sequence, Map };
        Type type = Type::Scalar;
        bool flow = false;
        bool plain = false;
        qsizetype begin = 0; ///< bytes
        qsizetype end = 0;   ///< of a block collection: of its last scalar
        int column = 0;      ///< of its first key or dash
        QByteArray value;
        std::vector<Part> keys; ///< of a map
        std::vector<Part> items;
        [[nodiscard]] const Part *at(const QString &key, qsizetype *index = nullptr) const;
        [[nodiscard]] bool isNull() const;
    };
    class Reader;

    [[nodiscard]] Result<void> reparse();
    [[nodiscard]] Result<void> replace(qsizetype begin, qsizetype end, const QByteArray &with);
    [[nodiscard]] Result<void> insertKey(const Part &map, const QString &key, const QJsonValue &value, bool flow);
    /// Where a new line after a block that ends at `end` goes, and whether it must begin with a line break.
    [[nodiscard]] std::pair<qsizetype, bool> lineAfter(qsizetype end) const;
    [[nodiscard]] QByteArray lines(QByteArray text) const; ///< with this file's line ends
    [[nodiscard]] static const Part *find(const std::vector<Part> &documents, const QString &id, bool &inFlow);

    QByteArray m_text;
    QString m_id;
    Part m_agreement;
    bool m_inFlow = false;
};

} // namespace meshscope
