#include "models/store/unite.h"

#include <QHash>

namespace meshscope {

namespace {

void fill(QString &into, const QString &other)
{
    if (into.isEmpty())
        into = other;
}

template<class T>
void add(QList<T> &into, const QList<T> &other)
{
    if (into.isEmpty()) {
        into = other;
        return;
    }
    for (const T &item : other) {
        if (!into.contains(item))
            into.append(item);
    }
}

/// A property that is said differently is kept twice; the first one is shown first.
void fillEntity(Entity &into, const Entity &other)
{
    fill(into.name, other.name);
    fill(into.description, other.description);
    fill(into.domain, other.domain);
    fill(into.lifecycle, other.lifecycle);
    fill(into.certification, other.certification);
    add(into.tags, other.tags);
    add(into.terms, other.terms);
    add(into.owners, other.owners);
    add(into.properties, other.properties);
    if (into.source.file.isEmpty())
        into.source = other.source;
}

bool isUpper(const QList<Column> &columns)
{
    return !columns.isEmpty() &&
           std::all_of(columns.cbegin(), columns.cend(), [](const Column &c) { return c.path.toUpper() == c.path; });
}

void fillColumn(Column &into, const Column &other)
{
    fill(into.logicalType, other.logicalType);
    fill(into.physicalType, other.physicalType);
    if (!into.nullable)
        into.nullable = other.nullable;
    into.primaryKey |= other.primaryKey;
    into.unique |= other.unique;
    into.partition |= other.partition;
    into.critical |= other.critical;
    fill(into.description, other.description);
    fill(into.classification, other.classification);
    add(into.tags, other.tags);
    add(into.terms, other.terms);
    add(into.properties, other.properties);
}

QList<Column> uniteTwo(QList<Column> first, const QList<Column> &second)
{
    const bool upperFirst = isUpper(first);
    const bool folds = upperFirst || isUpper(second);
    const auto keyOf = [folds](const QString &path) { return folds ? path.toLower() : path; };
    QHash<QString, qsizetype> known;
    known.reserve(first.size());
    for (qsizetype i = 0; i < first.size(); ++i)
        known.insert(keyOf(first[i].path), i);
    for (const Column &column : second) {
        const auto found = known.constFind(keyOf(column.path));
        if (found == known.constEnd()) {
            known.insert(keyOf(column.path), first.size());
            first.append(column);
            first.last().ordinal = int(first.size()) - 1;
            continue;
        }
        Column &same = first[*found];
        if (upperFirst)
            same.path = column.path;
        fillColumn(same, column);
    }
    return first;
}

} // namespace

void unite(Domain &into, const Domain &other)
{
    if (into.implied && !other.implied) {
        Domain document = other;
        fillEntity(document, into);
        into = std::move(document);
        return;
    }
    fillEntity(into, other);
}

void unite(Dataset &into, const Dataset &other)
{
    fillEntity(into, other);
    fill(into.ns, other.ns);
    fill(into.type, other.type);
    fill(into.platform, other.platform);
    fill(into.contract, other.contract);
    fill(into.product, other.product);
    add(into.aliases, other.aliases);
    if (!into.rowCount)
        into.rowCount = other.rowCount;
    if (!into.byteCount)
        into.byteCount = other.byteCount;
    into.dropped |= other.dropped;
}

void unite(Job &into, const Job &other)
{
    fillEntity(into, other);
    fill(into.ns, other.ns);
    fill(into.type, other.type);
    fill(into.parent, other.parent);
    fill(into.integration, other.integration);
    fill(into.sql, other.sql);
    const bool isLater = other.lastRunAt.isValid() && (!into.lastRunAt.isValid() || other.lastRunAt > into.lastRunAt);
    if (isLater || (!into.lastRunAt.isValid() && into.lastRunState.isEmpty())) {
        into.lastRunAt = other.lastRunAt;
        into.lastRunState = other.lastRunState;
        into.lastRunId = other.lastRunId;
    }
}

void unite(Term &into, const Term &other)
{
    fillEntity(into, other);
    fill(into.url, other.url);
}

void unite(Party &into, const Party &other)
{
    fillEntity(into, other);
    into.isTeam |= other.isTeam;
    fill(into.email, other.email);
    add(into.members, other.members);
}

QList<Column> uniteColumns(const QList<QList<Column>> &parts)
{
    if (parts.isEmpty())
        return {};
    QList<Column> all = parts.first();
    for (qsizetype i = 1; i < parts.size(); ++i)
        all = uniteTwo(std::move(all), parts[i]);
    return all;
}

} // namespace meshscope
