#pragma once

#include "models/catalogs/trino/records.h"
#include "models/catalogs/trino/statement.h"

#include <QJsonObject>
#include <QMap>

#include <functional>

namespace meshscope::trino {

/// Of what this program makes of the answers; another version reads them again.
inline constexpr auto readerVersion = "1";

/// Which catalogs are read: names, or patterns with `*`; empty: all but the system's own.
struct Selection {
    QStringList only;
    QStringList without;
    QStringList profiled = {}; ///< of whose tables statistics are asked for; empty: none
    [[nodiscard]] bool takes(const QString &catalog) const;
    [[nodiscard]] bool profiles(const QString &catalog) const;
};

/// Reads what the information schema of each catalog says: catalogs and schemas as domains, tables and views as datasets,
/// columns, comments; what views read by their plans; statistics of tables where they are wanted. A catalog that fails costs
/// itself alone. One unit is one schema. Starburst's data products where the server has them.
class Reading {
public:
    Reading(HttpClient &client, Asker &asker, Naming naming, Selection selection, RecordSink &sink,
            const Progress &progress);
    [[nodiscard]] Result<Outcome> read();

private:
    /// A column as the information schema has it: name, position, nullable, type, comment.
    struct Relation {
        QString type;
        QString comment;
        QString view;                              ///< its definition
        QString rows = {};                         ///< as the server's statistics have it
        QHash<QString, QJsonObject> profiles = {}; ///< by column
    };
    struct Catalog {
        QString name;
        QStringList schemas = {};
        QMap<QString, QMap<QString, Relation>> relations = {}; ///< schema → table
    };
    /// A view whose plan is to be asked for.
    struct View {
        QString unit;
        QString id;
        QString sql; ///< reads all of it
        QByteArray definition;
    };
    using TakeTexts = std::function<Result<void>(const Node &row)>;
    /// The first `names` values of each row are names: an answer that lacks one is damaged.
    [[nodiscard]] Result<void> rows(const QString &sql, size_t names, const TakeTexts &take);
    [[nodiscard]] Result<void> readCatalog(Catalog &catalog);
    [[nodiscard]] Result<void> readRelations(Catalog &catalog);
    [[nodiscard]] Result<void> readComments(Catalog &catalog);
    [[nodiscard]] Result<void> readViews(Catalog &catalog);
    [[nodiscard]] Result<void> readProfiles(Catalog &catalog);
    [[nodiscard]] Result<void> readProfile(const QString &table, Relation &relation);
    [[nodiscard]] Result<void> readColumns(const Catalog &catalog);
    [[nodiscard]] Result<void> keepSchema(const Catalog &catalog, const QString &schema,
                                          const QHash<QString, QByteArray> &columns);
    [[nodiscard]] Result<void> readPlans();
    [[nodiscard]] Result<void> readPlan(const View &view);
    [[nodiscard]] Result<void> readProducts();
    [[nodiscard]] Result<void> readProductDetails(const QMap<QString, QByteArray> &products);
    /// A list of Starburst's; none where the server has no data products.
    [[nodiscard]] Result<std::optional<JsonPage>> productList(const QString &target);
    [[nodiscard]] Result<void> keep(const QString &unit, const QByteArray &bytes, const std::function<Records()> &read);
    [[nodiscard]] bool endsAll(const Error &error) const;
    [[nodiscard]] bool isEnd(const Error &error) const;

    HttpClient &m_client;
    Asker &m_asker;
    const Naming m_naming;
    const Selection m_selection;
    RecordSink &m_sink;
    const Progress &m_progress;
    RunTally m_tally;
    QList<View> m_views;
    qint64 m_done = 0;
    qint64 m_total = 0;
    bool m_isOver = false; ///< the sink takes no more
};

} // namespace meshscope::trino
