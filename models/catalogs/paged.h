#pragma once

#include "models/catalogs/connector.h"
#include "models/catalogs/http/httpclient.h"
#include "models/formats/node.h"

#include <QSet>

namespace meshscope {

/// One answer as a document: its bytes and what they say.
struct JsonPage {
    QByteArray bytes;
    Parsed parsed;
    int status = 200;
    QString next; ///< target of `Link: <…>; rel="next"`; empty: there is none
    [[nodiscard]] const Node &root() const { return parsed.documents.empty() ? Node::null() : parsed.documents.front(); }
};

/// The answer read by our own parser, which keeps numbers exact. Parse: it is a web page, or ends half-way.
[[nodiscard]] Result<JsonPage> jsonPage(const HttpAnswer &answer);
/// Asks, and asks once more where what came was no whole document: a server that is stopped sends half ones.
[[nodiscard]] Result<JsonPage> askJson(HttpClient &client, const HttpRequest &request);

/// SHA-256 of what a value says, in whatever order: many servers give the fields of an object and the items of a list in
/// another order each time. `salt` is everything else the records depend on.
[[nodiscard]] QByteArray fingerprint(const Node &value, const QByteArray &salt);

/// Whether what came page by page is all there is: ids seen twice, the server's own total, and how that changed meanwhile.
class ListingCheck {
public:
    void page(std::optional<qint64> total);
    /// False when the id was there before.
    bool saw(const QString &id) { return saw(keyOf(id)); }
    bool saw(quint64 key);
    /// 64 bits of an id: of 10⁶ ids two are alike once in 37 million listings.
    [[nodiscard]] static quint64 keyOf(const QString &id);
    [[nodiscard]] qint64 distinct() const { return m_ids.size(); }
    [[nodiscard]] qint64 twice() const { return m_twice; }
    [[nodiscard]] std::optional<qint64> total() const { return m_total; }
    /// Nothing twice, one total, and as many as it says.
    [[nodiscard]] bool isWhole() const;
    /// The same things and the same totals came another time: what does not add up is not for a shift.
    [[nodiscard]] bool isSameAs(const ListingCheck &other) const;

private:
    QSet<quint64> m_ids; ///< keys
    qint64 m_twice = 0;
    std::optional<qint64> m_total;
    bool m_totalChanged = false;
};

/// Adds up what a run of several kinds came to. A kind that fails costs that kind alone.
class RunTally {
public:
    /// Without a word it is counted elsewhere.
    void expect(const QString &word, qint64 count)
    {
        if (!word.isEmpty())
            m_outcome.expected[word] += count;
    }
    void count(const QString &word, qint64 count)
    {
        if (!word.isEmpty())
            m_outcome.got[word] += count;
    }
    /// Something is missing: the run is partial, and retires nothing. The sentence says what, and what to do.
    void lack(const QString &sentence, const QString &url = {});
    /// A kind, or a part of one, that could not be read. Those that failed alike are one sentence; `needs` is the permission
    /// that is missing, if it is that.
    void lackPart(const QString &title, const QString &reason, const QString &url, const QString &needs = {});
    void say(Issue::Severity severity, const QString &text, const QString &url = {});
    [[nodiscard]] const Outcome &soFar() const { return m_outcome; }
    [[nodiscard]] Outcome outcome();

private:
    struct Alike {
        QString reason;
        QStringList titles;
        QStringList needs;
        qsizetype issue; ///< among those of the outcome
        QString sentence = {};
    };
    void addMissing(const QString &sentence);
    Outcome m_outcome;
    QList<Alike> m_alike;
    QStringList m_missing;
};

} // namespace meshscope
