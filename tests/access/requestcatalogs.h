#pragma once

#include "models/access/request.h"

#include <QUrl>

#include <memory>

namespace meshscope::test {

/// What there is to ask for in a catalog of one kind, as everybody in a test knows it.
struct CatalogOffer {
    QString kind;
    QHash<QString, QString> options; ///< of the endpoint
    QString product;
    QString port;                                  ///< id of its one output port
    QString consumer;                              ///< whom one asks for; empty: oneself
    RequestState approved = RequestState::Granted; ///< what an approval comes to at once
};
[[nodiscard]] CatalogOffer offerOf(const QString &kind);

/// A catalog that takes requests, with one product, which Olga owns.
class RequestCatalog {
public:
    virtual ~RequestCatalog() = default;
    [[nodiscard]] virtual QUrl url() const = 0;
    /// How often each request of ours was made in it, by the id made here.
    [[nodiscard]] virtual QHash<QString, int> made() = 0;

    [[nodiscard]] static QStringList kinds();
    [[nodiscard]] static std::unique_ptr<RequestCatalog> make(const QString &kind);
};

} // namespace meshscope::test
