#pragma once

#include "models/catalogs/paged.h"
#include "models/catalogs/postgresql/relations.h"
#include "models/catalogs/postgresql/session.h"

namespace meshscope::postgresql {

/// Reads what the system catalogs say of one database: schemas as domains, tables and views as datasets, columns, keys,
/// comments; which columns a view reads as lineage. One unit is one answer: a share of a schema's relations. The server
/// first says what each share stands at; those that stand where they stood are not asked for.
class Catalog {
public:
    Catalog(Session &session, const Target &target, Selection selection, RecordSink &sink, const Progress &progress);
    [[nodiscard]] Result<Outcome> read();

private:
    struct Share {
        qint64 number = 0;
        qint64 relations = 0;
        qint64 unreadable = 0; ///< relations whose rows this user may not read
        QByteArray state;      ///< changes with what is in it
    };
    struct Schema {
        qint64 oid = 0;
        QString name;
        qint64 relations = 0;
        bool isUsable = true;
        QList<Share> shares = {};
        [[nodiscard]] qint64 cut() const; ///< into how many shares
    };
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<QByteArray> one(const char *sql);
    [[nodiscard]] Failure notAsked() const;
    [[nodiscard]] Result<void> readSchemas();
    [[nodiscard]] Result<void> readNames();
    [[nodiscard]] Result<void> readShares();
    [[nodiscard]] Result<void> readSchema(const Schema &schema);
    [[nodiscard]] Result<void> readRelations(const Schema &schema, const QList<Share> &shares);
    [[nodiscard]] Result<void> keepShare(const Schema &schema, const Share &share, const QByteArray &lines, qint64 rows);
    enum class Kept : quint8 { Whole, Damaged };
    [[nodiscard]] Result<Kept> keep(const QString &unit, const QByteArray &bytes, const QByteArray &besides,
                                    const std::function<Records()> &read);
    void sayWhatIsHidden();
    void lackOf(const Schema &schema, qint64 relations);
    void done(const Schema &schema, qint64 relations);

    Session &m_session;
    const Target &m_target;
    const Selection m_selection;
    RecordSink &m_sink;
    const Progress &m_progress;
    const Naming m_naming;
    QList<Schema> m_schemas;
    QByteArray m_types; ///< as the server wrote them
    QByteArray m_names; ///< what all shares depend on
    Composites m_composites;
    RunTally m_tally;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace meshscope::postgresql
