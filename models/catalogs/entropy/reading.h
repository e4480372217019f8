#pragma once

#include "models/catalogs/entropy/feed.h"
#include "models/catalogs/pagedreading.h"

namespace meshscope {

/// Notes the answers that are handed over between two looks.
class NotingSink : public RecordSink {
public:
    explicit NotingSink(RecordSink &sink)
        : m_sink(sink)
    {
    }
    QStringList taken() { return std::exchange(m_units, {}); }

    [[nodiscard]] Result<void> original(OriginalFile file) override { return m_sink.original(std::move(file)); }
    [[nodiscard]] Result<void> records(const QString &unit, Records records) override;
    [[nodiscard]] Result<void> unchanged(const QString &unit) override;
    [[nodiscard]] Result<void> stale(const QString &unit, Issues issues) override;
    [[nodiscard]] QByteArray knownHash(const QString &unit) const override { return m_sink.knownHash(unit); }
    [[nodiscard]] QByteArray note(const QString &unit) const override { return m_sink.note(unit); }
    [[nodiscard]] Result<void> setNote(const QString &unit, const QByteArray &note) override
    {
        return m_sink.setNote(unit, note);
    }

private:
    RecordSink &m_sink;
    QStringList m_units;
};

/// One reading of Entropy Data from beginning to end: what the feed of events says has changed since the last complete
/// one, or all of it.
class EntropyReading : private NotingSink, private PagedReading {
public:
    EntropyReading(HttpClient &client, RecordSink &sink, const Progress &progress);
    [[nodiscard]] Result<Outcome> read();

private:
    static constexpr qint64 pageSize = 1000;

    /// A list of the server, in pages of a fixed size that name the next one.
    struct Kind {
        QString list; ///< "teams": of the address, and in the state
        QString word;
        QString title;
        QString needs;
        std::function<Records(const Node &page, const QString &unit)> records = {};
        std::function<void(const Node &item)> see = {};
        HttpFields query = {};
    };
    [[nodiscard]] Result<void> readFeed();
    [[nodiscard]] Result<void> readContext();
    [[nodiscard]] Result<void> readProducts();
    [[nodiscard]] Result<void> readTests();
    [[nodiscard]] Result<void> readLineage();
    [[nodiscard]] Result<void> readExamples();
    [[nodiscard]] Result<void> checkShifts();

    [[nodiscard]] static Listing listingOf(const Kind &kind);
    [[nodiscard]] static QString unitOf(const QString &list) { return QStringLiteral("api/") + list; }
    /// Reads a list, or keeps it where nothing happened to it.
    [[nodiscard]] Result<void> readKind(const Kind &kind);
    [[nodiscard]] bool isKept(const QString &list) const;
    [[nodiscard]] Result<void> keep(const Kind &kind);
    void noted(const Kind &kind, qint64 before);
    /// Asks for all pages of a list that others are read with: what it says is seen before any of it is handed over.
    [[nodiscard]] Result<std::vector<JsonPage>> gather(const Kind &kind);
    [[nodiscard]] Result<void> handGathered(const Kind &kind, const std::vector<JsonPage> &pages);
    [[nodiscard]] Result<Outcome> finish();

    std::optional<EntropyState> m_known; ///< of the run before, where only changes are read
    EntropyState m_state;
    EntropyReader m_reader;
    EntropyFeed m_feed;
    bool m_hasFeed = false;
    struct Listed {
        QString id;
        QString name;
    };
    QList<Listed> m_products;
    QSet<QString> m_long; ///< lists of several pages
};

} // namespace meshscope
