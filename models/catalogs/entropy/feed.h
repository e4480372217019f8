#pragma once

#include "models/catalogs/entropy/records.h"
#include "models/catalogs/http/httpclient.h"

#include <QSet>

namespace meshscope {

/// What a complete reading knew at its end: the next one asks the feed of events what has changed since.
struct EntropyState {
    /// Answers that a list came in, and how many things.
    struct List {
        QStringList units;
        qint64 count = 0;
    };
    QString lastEvent;
    QDateTime full; ///< when all lists were read
    EntropyContext context;
    QMap<QString, List> lists;      ///< by kind: "teams"
    QMap<QString, QString> changes; ///< by product: the newest event about it
    EntropyEvents accesses;

    [[nodiscard]] QByteArray toBytes() const;
    /// Nothing where another version of the reader wrote it.
    [[nodiscard]] static std::optional<EntropyState> fromBytes(const QByteArray &bytes);
};

/// The feed of events (CloudEvents in batches of 1,000). Their types are told by the end of the name: what stands before
/// differs between servers.
class EntropyFeed {
public:
    explicit EntropyFeed(HttpClient &client)
        : m_client(&client)
    {
    }
    /// Reads on from an event to the end of the feed; from its beginning when empty.
    [[nodiscard]] Result<void> poll(const QString &after, const std::function<bool()> &cancelled);

    [[nodiscard]] const QString &last() const { return m_last; } ///< event; empty: there was none
    /// Kinds that something happened to, as their lists are called: "teams", "dataproducts".
    [[nodiscard]] const QSet<QString> &touched() const { return m_touched; }
    [[nodiscard]] const QSet<QString> &shifted() const { return m_shifted; } ///< something came or went
    [[nodiscard]] const QMap<QString, QString> &products() const { return m_products; }
    [[nodiscard]] const EntropyEvents &accesses() const { return m_accesses; }
    [[nodiscard]] const QSet<QString> &unknown() const { return m_unknown; } ///< types that nobody here knows

private:
    void take(const Node &event);

    HttpClient *m_client;
    QString m_last;
    QSet<QString> m_touched;
    QSet<QString> m_shifted;
    QMap<QString, QString> m_products;
    EntropyEvents m_accesses;
    QSet<QString> m_unknown;
};

} // namespace meshscope
