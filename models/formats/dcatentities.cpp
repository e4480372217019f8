#include "models/formats/dcatentities.h"

using namespace Qt::StringLiterals;

namespace meshscope::dcat {

QString Entities::idOf(const Node &object) const
{
    QString id = m_data.id(object);
    if (!id.isEmpty())
        return id;
    for (const Node *identifier : m_data.values(object, u"identifier")) {
        id = identifier->isMap() ? m_data.text(*identifier, u"notation") : m_data.textOf(*identifier);
        if (!id.isEmpty())
            return id;
    }
    id = m_data.text(object, u"title");
    return id.isEmpty() ? m_data.text(object, u"name") : id;
}

QString Entities::titleOf(const Node &object, const QString &id) const
{
    for (const char16_t *key : {u"title", u"label", u"prefLabel", u"name"}) {
        const QString title = m_data.text(object, QStringView(key));
        if (!title.isEmpty())
            return title;
    }
    return LinkedData::shortName(id);
}

void Entities::describe(const Node &object, Entity &entity)
{
    entity.name = titleOf(object, entity.id);
    entity.description = m_data.text(object, u"description");
    if (entity.description.isEmpty())
        entity.description = m_data.text(object, u"comment");
    entity.tags = m_data.texts(object, u"keyword") + m_data.texts(object, u"keywords");
    for (const Node *theme : m_data.values(object, u"theme")) {
        Term term;
        term.id = theme->isMap() ? idOf(*theme) : m_data.textOf(*theme);
        if (term.id.isEmpty())
            continue;
        term.name = theme->isMap() ? titleOf(*theme, term.id) : LinkedData::shortName(term.id);
        term.description = theme->isMap() ? m_data.text(*theme, u"definition") : QString();
        term.url = term.id.contains(u"://"_s) ? term.id : QString();
        term.source = sourceOf(m_context, *theme);
        entity.terms.append(term.id);
        if (!m_terms.contains(term.id)) {
            m_terms.insert(term.id);
            m_out.terms.append(std::move(term));
        }
    }
    readParties(object, entity);
    for (const char16_t *key : {u"license",
                                u"rights",
                                u"accessRights",
                                u"accessLevel",
                                u"issued",
                                u"modified",
                                u"accrualPeriodicity",
                                u"landingPage",
                                u"conformsTo",
                                u"language",
                                u"spatial",
                                u"temporal",
                                u"describedBy",
                                u"version",
                                u"versionInfo",
                                u"hasVersion",
                                u"isVersionOf",
                                u"previousVersion",
                                u"inSeries",
                                u"isPartOf",
                                u"homepage",
                                u"bureauCode",
                                u"programCode",
                                u"dataQuality",
                                u"systemOfRecord",
                                u"references",
                                u"spatialResolutionInMeters",
                                u"temporalResolution",
                                u"provenance",
                                u"type",
                                u"relation",
                                u"isReferencedBy",
                                u"wasGeneratedBy",
                                u"datePublished",
                                u"dateModified",
                                u"url"}) {
        const QStringView property(key);
        if (property == u"type" && !object.has("@type"))
            continue; // then it is the type itself
        for (const QString &value : m_data.texts(object, property))
            entity.properties.append({property.toString(), value});
    }
    const QString status = m_data.text(object, u"lifecycleStatus");
    entity.lifecycle = LinkedData::shortName(status.isEmpty() ? m_data.text(object, u"lifecycle") : status);
    if (entity.lifecycle.isEmpty())
        entity.lifecycle = LinkedData::shortName(m_data.text(object, u"status"));
    entity.source = sourceOf(m_context, object);
}

void Entities::readParties(const Node &object, Entity &entity)
{
    static constexpr std::pair<const char16_t *, const char16_t *> roles[] = {
        {u"dataProductOwner", u"owner"}, {u"datasetOwner", u"owner"},         {u"publisher", u"publisher"},
        {u"creator", u"creator"},        {u"rightsHolder", u"rights holder"}, {u"contactPoint", u"contact"},
        {u"provider", u"provider"}};
    for (const auto &[property, role] : roles) {
        for (const Node *value : m_data.values(object, QStringView(property)))
            addParty(*value, QStringView(role).toString(), entity);
    }
}

void Entities::addParty(const Node &value, const QString &role, Entity &entity)
{
    Party party;
    QString contact;
    if (value.isMap()) {
        contact = m_data.text(value, u"hasEmail");
        if (contact.isEmpty())
            contact = m_data.text(value, u"mbox");
        if (contact.isEmpty())
            contact = m_data.text(value, u"email");
        if (contact.startsWith(u"mailto:"_s, Qt::CaseInsensitive))
            contact = contact.mid(7);
        party.id = m_data.id(value);
        party.name = m_data.text(value, u"fn");
        if (party.name.isEmpty())
            party.name = titleOf(value, party.id);
        if (party.id.isEmpty())
            party.id = contact.isEmpty() ? party.name : contact;
        for (const QString &above : m_data.texts(value, u"subOrganizationOf"))
            party.properties.append({u"subOrganizationOf"_s, above});
    } else {
        party.id = m_data.textOf(value);
        party.name = LinkedData::shortName(party.id);
    }
    if (party.id.isEmpty())
        return;
    party.email = contact.contains(u'@') ? contact : QString();
    party.isTeam = role == u"publisher"_s || m_data.is(value, u"Organization");
    party.source = sourceOf(m_context, value);
    entity.owners.append({party.id, party.name, role, contact});
    if (!m_parties.contains(party.id)) {
        m_parties.insert(party.id);
        m_out.parties.append(std::move(party));
    }
}

} // namespace meshscope::dcat
