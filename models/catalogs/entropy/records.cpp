#include "models/catalogs/entropy/records.h"

#include "models/formats/documentreader.h"
#include "models/formats/dua.h"
#include "models/formats/openlineage.h"
#include "models/formats/teams.h"
#include "models/mesh/address.h"
#include "models/mesh/requestroad.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Entropy)
};

ReadContext contextOf(const QString &unit)
{
    ReadContext context;
    context.file = unit;
    return context;
}

/// A document in the standard it is written in; an issue where it is in none we read.
void readDocument(const Node &document, const ReadContext &context, Records &out)
{
    if (const Format *const format = formatOf(document)) {
        format->read(document, context, out);
        return;
    }
    const QString name = firstText(document, {"id", "name"});
    out.issues.append(issueAt(Issue::Severity::Warning, context, document,
                              Text::tr("“%1” is written in no standard that is known here: it is kept, and shown nowhere.")
                                  .arg(name.isEmpty() ? context.file : name)));
}

QString grantOf(const QString &provisioning)
{
    if (provisioning == u"provisioned")
        return u"granted"_s;
    if (provisioning == u"provisioning")
        return u"pending"_s;
    if (provisioning == u"provisioning-failed")
        return u"failed"_s;
    // A grant that could not be taken back is one still.
    return provisioning == u"deprovisioning-failed" ? u"granted"_s : u"revoked"_s;
}

} // namespace

QJsonObject EntropyContext::toJson() const
{
    QJsonObject allTeams;
    for (auto it = teams.cbegin(); it != teams.cend(); ++it)
        allTeams.insert(it.key(), QJsonArray{it->name, it->parent, it->isDomain});
    QJsonObject allTags;
    for (auto it = tags.cbegin(); it != tags.cend(); ++it)
        allTags.insert(it.key(), it.value());
    QJsonObject all;
    for (auto it = certifications.cbegin(); it != certifications.cend(); ++it)
        all.insert(it.key(), QJsonArray{it->name, it->rank});
    return {{u"teams"_s, allTeams}, {u"tags"_s, allTags}, {u"certifications"_s, all}};
}

EntropyContext EntropyContext::fromJson(const QJsonObject &json)
{
    EntropyContext context;
    const QJsonObject teams = json[u"teams"].toObject();
    for (auto it = teams.begin(); it != teams.end(); ++it)
        context.teams.insert(it.key(), {it.value()[0].toString(), it.value()[1].toString(), it.value()[2].toBool()});
    const QJsonObject tags = json[u"tags"].toObject();
    for (auto it = tags.begin(); it != tags.end(); ++it)
        context.tags.insert(it.key(), it.value().toString());
    const QJsonObject certifications = json[u"certifications"].toObject();
    for (auto it = certifications.begin(); it != certifications.end(); ++it)
        context.certifications.insert(it.key(), {it.value()[0].toString(), it.value()[1].toInteger()});
    return context;
}

QByteArray EntropyContext::digest() const
{
    return QCryptographicHash::hash(QJsonDocument(toJson()).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

QString EntropyContext::domainOf(const QString &word, const QString &team) const
{
    if (!word.isEmpty()) {
        if (teams.contains(word))
            return word;
        for (auto it = teams.cbegin(); it != teams.cend(); ++it) {
            if (it->isDomain && it->name.compare(word, Qt::CaseInsensitive) == 0)
                return it.key();
        }
        return word;
    }
    QString above = team;
    for (qsizetype depth = 0; depth <= teams.size() && teams.contains(above); ++depth) { // parents may go in a circle
        if (teams[above].isDomain)
            return above;
        above = teams[above].parent;
    }
    return {};
}

/// Tags that the catalog describes name terms too; some stand for a certification.
void EntropyReader::finish(Entity &entity) const
{
    qint64 best = 0;
    for (const QString &tag : std::as_const(entity.tags)) {
        if (m_context.tags.contains(tag) && !entity.terms.contains(u"tags/"_s + tag))
            entity.terms.append(u"tags/"_s + tag);
        const auto certified = m_context.certifications.constFind(tag);
        if (certified == m_context.certifications.cend() || (!entity.certification.isEmpty() && certified->rank <= best))
            continue;
        entity.certification = certified->name;
        best = certified->rank;
    }
}

Records EntropyReader::teams(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    for (const Node &item : page.items()) {
        if (item.isMap())
            readTeam(item, context, out);
    }
    for (Party &team : out.parties) {
        if (team.isTeam && team.domain.isEmpty())
            team.domain = m_context.domainOf({}, team.id);
        else if (team.isTeam && !m_context.teams.value(team.domain).isDomain) // teams stand below teams too
            team.domain = m_context.domainOf({}, team.domain);
    }
    for (Domain &domain : out.domains) {
        if (!m_context.teams.value(domain.domain).isDomain)
            domain.domain = m_context.domainOf({}, domain.domain);
    }
    return out;
}

Records EntropyReader::sourceSystems(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    for (const Node &item : page.items()) {
        if (item.isMap())
            readSourceSystem(item, context, out);
    }
    for (Job &job : out.jobs) {
        job.domain = m_context.domainOf({}, job.owners.isEmpty() ? QString() : job.owners.first().party);
        finish(job);
    }
    return out;
}

Records EntropyReader::contracts(const Node &page, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    for (const Node &item : page.items()) {
        if (item.isMap())
            readDocument(item, context, out);
    }
    for (Contract &contract : out.contracts) {
        contract.domain = m_context.domainOf(contract.domain, contract.owners.value(0).party);
        finish(contract);
    }
    for (Dataset &dataset : out.datasets) {
        dataset.domain = m_context.domainOf(dataset.domain, {});
        finish(dataset);
    }
    return out;
}

Records EntropyReader::product(const Node &product, const QString &unit) const
{
    Records out;
    if (product.isMap())
        readDocument(product, contextOf(unit), out);
    for (DataProduct &read : out.products) {
        const auto owner = std::find_if(read.owners.cbegin(), read.owners.cend(),
                                        [&](const PartyRole &role) { return m_context.teams.contains(role.party); });
        read.domain = m_context.domainOf(read.domain, owner == read.owners.cend() ? QString() : owner->party);
        finish(read);
    }
    for (Port &port : out.ports)
        finish(port);
    return out;
}

Agreement EntropyReader::agreement(const Node &access, const QString &unit, Issues &issues)
{
    const ReadContext context = contextOf(unit);
    Records out;
    readAgreement(access, context, out);
    issues += out.issues;
    Agreement agreement = out.agreements.value(0);
    agreement.source = sourceOf(context, access);
    const Node &provisioning = access["provisioning"];
    if (const QString word = provisioning["status"].text(); !word.isEmpty()) {
        agreement.properties.append({requestterms::grant, grantOf(word)});
        agreement.properties.append({requestterms::grantWord, word});
    }
    addProperty(agreement.properties, requestterms::grantWhy, provisioning["diagnostics"]);
    for (const char *key : {"platform", "executor", "reference", "note", "provisionedAt", "deprovisionedAt", "failedAt"})
        addProperty(agreement.properties, key, provisioning[key]);
    addProperty(agreement.properties, "roles", access["roles"]);
    addProperty(agreement.properties, "nextReassessmentDate", access["info"]["nextReassessmentDate"]);
    addProperty(agreement.properties, "dataContractVersion", access["provider"]["dataContractVersion"]);
    return agreement;
}

Records EntropyReader::accesses(const Node &page, const QString &unit) const
{
    Records out;
    for (const Node &item : page.items()) {
        if (!item.isMap())
            continue;
        Agreement access = agreement(item, unit, out.issues);
        const QList<EntropyEvent> events = m_events.value(access.id);
        for (const EntropyEvent &event : events) {
            const QDateTime at = QDateTime::fromString(event.at, Qt::ISODateWithMs);
            // What was asked from here says itself when, and by whom.
            const bool isKnown = std::any_of(access.events.cbegin(), access.events.cend(),
                                             [&](const RequestEvent &known) { return known.what == event.what; });
            if (at.isValid() && !isKnown)
                access.events.append({at.toUTC(), {}, event.what, {}, unit});
        }
        std::stable_sort(access.events.begin(), access.events.end(),
                         [](const RequestEvent &a, const RequestEvent &b) { return a.at < b.at; });
        out.agreements.append(std::move(access));
    }
    return out;
}

Records EntropyReader::lineage(const Node &events, const QString &unit) const
{
    const ReadContext context = contextOf(unit);
    Records out;
    OpenLineageLog log(context, out);
    std::vector<const Node *> ordered;
    QHash<QString, QString> products; // dataset → product that writes it
    for (const Node &event : events.items()) {
        if (!event.isMap())
            continue;
        ordered.push_back(&event);
        const QString product = event["run"]["facets"]["entropy_data"]["dataProductId"].text();
        if (product.isEmpty())
            continue;
        for (const Node &output : event["outputs"].items())
            products.insert(datasetId(output["namespace"].text(), output["name"].text()), product);
    }
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Node *a, const Node *b) { return (*a)["eventTime"].text() < (*b)["eventTime"].text(); });
    for (const Node *event : ordered)
        log.add(*event);
    log.finish();
    for (Dataset &dataset : out.datasets) {
        if (dataset.product.isEmpty())
            dataset.product = products.value(dataset.id);
    }
    return out;
}

} // namespace meshscope
