#include "models/store/readplace.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace meshscope {

namespace {

/// Options of the road alone: what comes over it is the same.
bool isOfTheRoad(const QString &option)
{
    return option.startsWith(QLatin1String("http.")) || option.startsWith(QLatin1String("proxy")) ||
           option.startsWith(QLatin1String("tls."));
}

} // namespace

QString optionsText(const QHash<QString, QString> &options)
{
    QJsonObject object;
    for (auto it = options.begin(); it != options.end(); ++it)
        object.insert(it.key(), it.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QHash<QString, QString> optionsFrom(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    QHash<QString, QString> options;
    for (auto it = object.begin(); it != object.end(); ++it)
        options.insert(it.key(), it->toString());
    return options;
}

QString readPlace(const QString &kind, const QString &location, QHash<QString, QString> options)
{
    options.removeIf([](const auto &option) { return isOfTheRoad(option.key()); });
    return kind + u'\n' + location + u'\n' + optionsText(options);
}

Result<QString> keptPlace(Database &db, const QString &endpoint)
{
    Statement row = db.statement("SELECT kind, location, options FROM endpoint WHERE name=?1 AND removed IS NULL");
    row.bind(1, endpoint);
    const QString place = row.row() ? readPlace(row.text(0), row.text(1), optionsFrom(row.text(2))) : QString();
    if (const Result<void> done = row.finish(); !done)
        return Failure(done.error());
    return place;
}

Result<void> forgetNotes(Database &db, const QString &endpoint)
{
    Statement forget = db.statement("UPDATE unit SET hash=NULL, note=NULL WHERE endpoint="
                                    "(SELECT id FROM endpoint WHERE name=?1 AND removed IS NULL)");
    return forget.bind(1, endpoint).run();
}

} // namespace meshscope
