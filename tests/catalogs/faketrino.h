#pragma once

#include "tests/support/scriptedserver.h"

#include <QMap>

namespace meshscope::test {

/// A Trino that answers statements as a test says, in pages as the real one sends them: first nothing, then the columns,
/// then the rows, then the end.
class FakeTrino {
public:
    struct Answer {
        QByteArray columns = "[]"; ///< JSON
        QByteArray rows = {};      ///< JSON; empty: no `data` at all
        QByteArray error = {};     ///< JSON, after the rows
        bool isStalled = false;    ///< the rows never come
    };
    using Reply = std::function<Answer(const QString &sql)>;
    explicit FakeTrino(Reply reply);
    [[nodiscard]] Script answer(const SeenRequest &request);
    [[nodiscard]] QStringList asked() const; ///< statements
    [[nodiscard]] int deleted() const;       ///< queries that were stopped
    void forget();

    /// What is no statement and none of Trino's own.
    std::function<Script(const SeenRequest &request)> other = [](const SeenRequest &) {
        return Script::answer(404, "<html>Not Found</html>");
    };
    ScriptedServer server;

private:
    [[nodiscard]] QByteArray page(const SeenRequest &request, int query, int number, const QByteArray &content,
                                  bool isLast) const;
    const Reply m_reply;
    mutable QMutex m_mutex;
    QStringList m_asked;
    QMap<int, Answer> m_queries;
    int m_deleted = 0;
    bool m_wasEmpty = false;
};

/// A column of an answer: `{"name":…,"type":…,"typeSignature":…}`.
[[nodiscard]] QByteArray trinoColumn(const QByteArray &name, const QByteArray &type, const QByteArray &signature = {});
/// As many columns as those of the information schema that are asked for.
[[nodiscard]] QByteArray trinoTexts(int count);
/// What a server says that has two catalogs, one of them with tables and views.
[[nodiscard]] FakeTrino::Answer trinoLake(const QString &sql);

} // namespace meshscope::test
