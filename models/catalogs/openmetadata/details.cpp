#include "models/catalogs/openmetadata/reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// The third part of Reading: what is told of single things, and asked for only where it may have changed.
namespace meshscope::openmetadata {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::OpenMetadata)
};

const QString api = u"/api/v1/"_s;
constexpr int historyDays = 90; ///< as far back as health looks

} // namespace

Result<void> Reading::readContractDetails()
{
    if (m_context.hasOdcs) {
        Details details{u"contractDocument"_s, Text::tr("contracts as ODCS")};
        details.needs = Text::tr("a role whose policy allows ViewAll of “%1”").arg(u"dataContract"_s);
        details.request = [this](qsizetype i) {
            return HttpRequest::get(api + u"dataContracts/"_s + m_promises[i].contract.id + u"/odcs"_s);
        };
        details.records = [this](qsizetype i, const Node &root, const QString &unit) {
            return m_reader.odcs(m_promises[i].contract, root, unit);
        };
        QList<Thing> things;
        for (const Promised &promised : std::as_const(m_promises))
            things.append({promised.name, api.mid(1) + u"dataContracts/"_s + promised.contract.id + u"/odcs"_s,
                           promised.stamp.toUtf8()});
        setSalt(m_context.nameDigest());
        if (const Result<void> done = this->details(details, things); !done)
            return done;
    }
    QList<qsizetype> checked;
    QList<Thing> things;
    for (qsizetype i = 0; i < m_promises.size(); ++i) {
        if (m_promises[i].resultStamp.isEmpty())
            continue;
        checked.append(i);
        things.append({m_promises[i].name, api.mid(1) + u"dataContracts/"_s + m_promises[i].contract.id + u"/results"_s,
                       m_promises[i].resultStamp.toUtf8()});
    }
    Details details{u"contractResult"_s, Text::tr("checks of contracts")};
    details.isVital = false;
    details.request = [&](qsizetype i) { return HttpRequest::get(u'/' + things[i].unit, {{u"limit"_s, u"100"_s}}); };
    details.records = [&](qsizetype i, const Node &root, const QString &) {
        return m_reader.contractResults(m_promises[checked[i]].contract, root);
    };
    setSalt({});
    return this->details(details, things);
}

/// One hop around each asset. That edges have come or gone is told by nothing: they are asked for whenever everything is.
Result<void> Reading::readLineage()
{
    setSalt(m_context.nameDigest());
    for (const AssetKind &kind : assetKinds()) {
        const QString type = QLatin1StringView(kind.type);
        QStringList uuids;
        QList<Thing> things;
        for (auto it = m_context.assets.cbegin(); it != m_context.assets.cend(); ++it) {
            if (it->type == type)
                uuids.append(it.key());
        }
        uuids.sort();
        for (const QString &uuid : std::as_const(uuids)) {
            const Context::Asset asset = m_context.assets.value(uuid);
            things.append({asset.id, api.mid(1) + u"lineage/"_s + type + u'/' + uuid, stampOf(asset.stamp)});
        }
        Details details{u"lineage"_s, Text::tr("lineage of %1").arg(type)};
        details.needs = Text::tr("a role whose policy allows ViewAll of “%1”").arg(type);
        details.request = [&](qsizetype i) {
            return HttpRequest::get(u'/' + things[i].unit,
                                    {{u"upstreamDepth"_s, u"1"_s}, {u"downstreamDepth"_s, kind.isJob ? u"1"_s : u"0"_s}});
        };
        details.records = [&](qsizetype i, const Node &root, const QString &unit) {
            return m_reader.lineage(uuids[i], root, unit);
        };
        if (const Result<void> done = this->details(details, things); !done)
            return done;
    }
    return {};
}

Result<void> Reading::readProfiles()
{
    const QList<Context::Followed> profiled = m_context.followed.value(u"profile/table"_s);
    if (profiled.isEmpty())
        return {};
    const Result<bool> has =
        hasRoute(u"profile"_s, u"tables/"_s + pathSegment(profiled.first().name) + u"/tableProfile/latest"_s);
    if (!has || !*has)
        return has ? Result<void>() : Failure(has.error());
    QList<Thing> things;
    for (const Context::Followed &table : profiled)
        things.append(
            {table.name, api.mid(1) + u"tables/"_s + table.uuid + u"/tableProfile/latest"_s, table.stamp.toUtf8()});
    Details details{u"profile"_s, Text::tr("profiles of tables")};
    details.isVital = false;
    details.request = [&](qsizetype i) {
        return HttpRequest::get(api + u"tables/"_s + pathSegment(profiled[i].name) + u"/tableProfile/latest"_s,
                                {{u"includeColumnProfile"_s, u"true"_s}});
    };
    details.records = [&](qsizetype i, const Node &root, const QString &) {
        return m_reader.profile(profiled[i].uuid, root);
    };
    setSalt(m_context.nameDigest());
    return this->details(details, things);
}

Result<void> Reading::readUsage()
{
    setSalt(m_context.nameDigest());
    for (const AssetKind &kind : assetKinds()) {
        const QString type = QLatin1StringView(kind.type);
        const QList<Context::Followed> used = m_context.followed.value(u"usage/"_s + type);
        QList<Thing> things;
        for (const Context::Followed &asset : used)
            things.append({asset.name, api.mid(1) + u"usage/"_s + type + u'/' + asset.uuid, asset.stamp.toUtf8()});
        Details details{u"usage"_s, Text::tr("usage of %1").arg(type)};
        details.isVital = false;
        details.request = [&](qsizetype i) { return HttpRequest::get(u'/' + things[i].unit, {{u"days"_s, u"30"_s}}); };
        details.records = [&](qsizetype i, const Node &root, const QString &) { return m_reader.usage(used[i].uuid, root); };
        if (const Result<void> done = this->details(details, things); !done)
            return done;
    }
    return {};
}

Result<void> Reading::readTestResults()
{
    QList<Thing> things;
    for (const Tested &tested : std::as_const(m_tests))
        things.append({tested.fqn, api.mid(1) + u"dataQuality/testCases/testCaseResults/"_s + pathSegment(tested.fqn),
                       tested.stamp.toUtf8()});
    Details details{u"testHistory"_s, Text::tr("results of tests")};
    details.isVital = false;
    details.request = [&](qsizetype i) {
        return HttpRequest::get(u'/' + things[i].unit,
                                {{u"startTs"_s, QString::number(m_now.addDays(-historyDays).toMSecsSinceEpoch())},
                                 {u"endTs"_s, QString::number(m_now.addDays(1).toMSecsSinceEpoch())}});
    };
    details.records = [&](qsizetype i, const Node &root, const QString &) {
        return m_reader.testResults(m_tests[i].test, root);
    };
    setSalt(m_context.nameDigest());
    return this->details(details, things);
}

} // namespace meshscope::openmetadata
