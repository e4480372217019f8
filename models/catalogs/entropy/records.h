#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>

namespace meshscope {

/// What single things are read with: it is read before them, and kept for the runs that only read what has changed.
struct EntropyContext {
    struct Team {
        QString name;
        QString parent;
        bool isDomain = false;
    };
    struct Certification {
        QString name;
        qint64 rank = 0;
    };
    QMap<QString, Team> teams;                   ///< by id
    QMap<QString, QString> tags;                 ///< that the catalog describes, and how
    QMap<QString, Certification> certifications; ///< by the tag that stands for one

    /// Differs when an answer would be read differently.
    [[nodiscard]] QByteArray digest() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static EntropyContext fromJson(const QJsonObject &json);
    /// The domain that a product's own word means (its id, or its name), else the one its team stands in.
    [[nodiscard]] QString domainOf(const QString &word, const QString &team) const;
};

/// What the feed of events told of one access: when, and the event's word ("approved").
struct EntropyEvent {
    QString at;
    QString what;
};
using EntropyEvents = QMap<QString, QList<EntropyEvent>>; ///< by access

/// Reads answers of Entropy Data (OpenAPI 0.0.3) into records; products, contracts, agreements, teams and lineage by the
/// readers of their standards. `unit` names the answer they stand in.
class EntropyReader {
public:
    EntropyReader(const EntropyContext &context, const EntropyEvents &events)
        : m_context(context)
        , m_events(events)
    {
    }

    // Pages of lists
    [[nodiscard]] Records teams(const Node &page, const QString &unit) const;
    [[nodiscard]] Records contracts(const Node &page, const QString &unit) const;
    [[nodiscard]] Records accesses(const Node &page, const QString &unit) const;
    [[nodiscard]] Records sourceSystems(const Node &page, const QString &unit) const;
    [[nodiscard]] Records assets(const Node &page, const QString &unit) const;
    [[nodiscard]] Records definitions(const Node &page, const QString &unit) const;
    [[nodiscard]] Records tags(const Node &page, const QString &unit) const;
    [[nodiscard]] Records testResults(const Node &page, const QString &unit) const;
    [[nodiscard]] Records lineage(const Node &events, const QString &unit) const;
    // Answers of their own
    [[nodiscard]] Records product(const Node &product, const QString &unit) const;
    [[nodiscard]] Records checks(const Node &testResult, const QString &unit) const;

    /// One access as an agreement, with what was done about granting it.
    [[nodiscard]] static Agreement agreement(const Node &access, const QString &unit, Issues &issues);

private:
    void finish(Entity &entity) const;

    const EntropyContext &m_context;
    const EntropyEvents &m_events;
};

} // namespace meshscope
