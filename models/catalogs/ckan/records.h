#pragma once

#include "models/formats/node.h"
#include "models/mesh/records.h"

namespace meshscope {

/// Reads answers of CKAN's Action API (2.9 to 2.12) into records. `unit` names the answer.
class CkanReader {
public:
    /// `site`: the address its datasets go by in what it publishes as DCAT; empty when it is not known.
    explicit CkanReader(QString site = {})
        : m_site(std::move(site))
    {
    }
    /// Organizations: domains, and teams that own what is in them.
    [[nodiscard]] Records organizations(const Node &list, const QString &unit) const;
    /// Groups: terms, a dataset may be in several.
    [[nodiscard]] Records groups(const Node &list, const QString &unit) const;
    [[nodiscard]] Records packages(const Node &list, const QString &unit) const;

private:
    [[nodiscard]] Dataset package(const Node &item, const QString &unit) const;

    QString m_site;
};

} // namespace meshscope
