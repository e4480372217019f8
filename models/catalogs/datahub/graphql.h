#pragma once

#include "models/catalogs/http/message.h"
#include "models/formats/node.h"

#include <QJsonObject>
#include <QSet>

namespace meshscope {

/// The query without the field `name` that begins at `line` and `column` (from 1), its arguments, directives and selection
/// included; a selection that is left empty goes too. Null when it does not begin there.
[[nodiscard]] QByteArray withoutField(const QByteArray &query, const QByteArray &name, qint64 line, qint64 column);

/// A document that asks less of a server that knows less: what it calls undefined is left out, and remembered.
class GraphQlDocument {
public:
    GraphQlDocument() = default;
    GraphQlDocument(QByteArray name, QByteArray query, QStringList optionalInput)
        : m_name(std::move(name))
        , m_query(std::move(query))
        , m_optional(std::move(optionalInput))
    {
    }

    [[nodiscard]] HttpRequest request(const QString &target, const QJsonObject &variables) const;

    enum class Verdict : quint8 {
        Good,
        Less,    ///< the server knows less: ask again
        Partial, ///< there are data, and errors: some of them are missing
        Refused  ///< nothing came
    };
    /// What an answer says. `Less` changes the document; what was left out is in `unknown()`.
    [[nodiscard]] Verdict judge(const Node &root);
    /// The first error of the answer, in the server's words, and as ours.
    [[nodiscard]] static Error errorOf(const Node &root, const QString &host);
    [[nodiscard]] const QStringList &unknown() const { return m_unknown; } ///< "Dataset.contract"
    /// The server does not know the list itself.
    [[nodiscard]] bool isHollow() const { return m_query.isEmpty(); }

private:
    [[nodiscard]] bool leaveOut(const Node &error);

    QByteArray m_name; ///< of the operation: rate limits go by it
    QByteArray m_query;
    QStringList m_optional; ///< fields of `$input` that can be done without
    QStringList m_unknown;
};

} // namespace meshscope
