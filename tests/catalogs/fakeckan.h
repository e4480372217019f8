#pragma once

#include "tests/support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meshscope::test {

/// A CKAN site as far as its lists go, and its catalog as DCAT in pages of two. It may give fewer than it is asked for.
class FakeCkan {
public:
    FakeCkan(int organizations, int datasets);
    [[nodiscard]] Script answer(const SeenRequest &request) const;

    QList<QJsonObject> organizations;
    QList<QJsonObject> groups;
    QList<QJsonObject> packages;
    int mostRows = 1000;
    bool isRefusing = false; ///< lists of organizations
    mutable int asked = 0;   ///< names of blank nodes differ each time

private:
    [[nodiscard]] Script catalog(int page) const;
};

} // namespace meshscope::test
