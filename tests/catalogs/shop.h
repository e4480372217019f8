#pragma once

#include "models/catalogs/pagedreading.h"

#include "tests/support/scriptedserver.h"

namespace meshscope::test {

/// Remembers units as a workspace does from one published run to the next.
class MemorySink final : public RecordSink {
public:
    [[nodiscard]] Result<void> original(OriginalFile file) override;
    [[nodiscard]] Result<void> records(const QString &unit, Records records) override;
    [[nodiscard]] Result<void> unchanged(const QString &unit) override;
    [[nodiscard]] Result<void> stale(const QString &unit, Issues issues) override;
    [[nodiscard]] QStringList units() const override { return m_published.keys(); }
    [[nodiscard]] QByteArray knownHash(const QString &unit) const override { return m_published.value(unit); }
    [[nodiscard]] QByteArray note(const QString &unit) const override { return m_notes.value(unit); }
    [[nodiscard]] Result<void> setNote(const QString &unit, const QByteArray &note) override;
    void publish();

    QStringList changed; ///< units with things in them
    QStringList same;
    QStringList old;
    QStringList columns;
    Issues issues; ///< of records
    qsizetype datasets = 0;

private:
    QHash<QString, QByteArray> m_hashes;
    QHash<QString, QByteArray> m_published;
    QHash<QString, QByteArray> m_notes;
    QHash<QString, QByteArray> m_newNotes;
};

/// A shop that lists its goods, and tells of each by itself.
class ShopReading : private PagedReading {
public:
    ShopReading(HttpClient &client, RecordSink &sink, const Progress &progress, bool byCursor, bool countsHidden);
    [[nodiscard]] Result<Outcome> read(bool withDetails = false, bool hasTags = false);

private:
    [[nodiscard]] Listing goods() const;

    bool m_byCursor;
    bool m_countsHidden;
};

/// A page of goods; without a total below 0.
[[nodiscard]] QByteArray pageOf(const QStringList &ids, int total, const QString &next = {});
[[nodiscard]] QString queryOf(const SeenRequest &request, const char *name);

/// A shop's server, somebody who reads it, and what is remembered of it.
struct Shop {
    explicit Shop(ScriptedServer::Answer answer, qint64 mostPages = 200'000);
    [[nodiscard]] Result<Outcome> read(bool byCursor, bool withDetails = false, bool hasTags = false);

    ScriptedServer server;
    std::unique_ptr<HttpClient> client;
    MemorySink sink;
    bool countsHidden = false;
};

} // namespace meshscope::test
