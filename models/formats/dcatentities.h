#pragma once

#include "models/formats/linkeddata.h"
#include "models/formats/reading.h"

#include <QSet>

namespace meshscope::dcat {

/// What all resources of a catalog have: identifier, title, description, keywords, themes, parties, other facts.
class Entities {
public:
    Entities(const LinkedData &data, const ReadContext &context, Records &out)
        : m_data(data)
        , m_context(context)
        , m_out(out)
    {
    }

    /// What names an object: its `@id`, else its identifier (DCAT-US), else its title.
    [[nodiscard]] QString idOf(const Node &object) const;
    [[nodiscard]] QString titleOf(const Node &object, const QString &id) const;
    /// Fills the entity, whose id is known; adds the terms and parties it names.
    void describe(const Node &object, Entity &entity);

private:
    void readParties(const Node &object, Entity &entity);
    void addParty(const Node &value, const QString &role, Entity &entity);

    const LinkedData &m_data;
    const ReadContext &m_context;
    Records &m_out;
    QSet<QString> m_terms, m_parties;
};

} // namespace meshscope::dcat
