#pragma once

#include "models/catalogs/datazone/context.h"
#include "models/catalogs/httproad.h"
#include "models/catalogs/paged.h"

namespace meshscope {

/// Subscriptions of DataZone as requests for access: asked for with a token made here, so that nothing is asked for twice,
/// and found again by a mark in the reason, for ids are made by the service.
class DataZoneRequests final : public HttpRoad {
public:
    DataZoneRequests(const EndpointConfig &config, const ConnectorTools &tools);

    [[nodiscard]] Result<Agreement> find(const Agreement &wanted) override;
    [[nodiscard]] Result<void> ask(const Agreement &wanted) override;
    [[nodiscard]] Result<void> take(const Agreement &now, const Decision &decision) override;
    [[nodiscard]] QString whyNot(RequestStep step) const override;
    [[nodiscard]] QString lost(const Decision &decision) const override;

private:
    using See = std::function<bool(const Node &item)>; ///< true: that was it
    [[nodiscard]] Result<JsonPage> send(const HttpRequest &request);
    [[nodiscard]] Result<JsonPage> get(const QString &rest);
    /// Items of a list, page by page, until `see` has what it wants.
    [[nodiscard]] Result<void> each(const std::function<HttpRequest(const QString &token)> &request, const See &see);
    [[nodiscard]] Result<void> eachOf(const QString &target, const HttpFields &fields, const See &see);
    /// The newest request of ours with that id, as the service has it.
    [[nodiscard]] Result<JsonPage> marked(const Agreement &wanted);
    /// Subscriptions of a request, and their grants, into the context.
    [[nodiscard]] Result<void> readOutcome(const QString &request);
    [[nodiscard]] Result<void> end(const QString &subscription, bool isOwn);
    [[nodiscard]] QString path(const QString &rest) const;

    // requesttargets.cpp: what a request is about
    /// Finds the domain of the product, where the endpoint names none and there are several.
    [[nodiscard]] Result<void> enter(const QString &product);
    [[nodiscard]] Result<QStringList> domains();
    [[nodiscard]] Result<QString> listingOf(const Agreement &wanted);
    [[nodiscard]] Result<QString> listingOfProduct(const QString &product);
    [[nodiscard]] Result<QString> projectOf(const Agreement &wanted);

    const QString m_chosen; ///< id of the one domain, where the endpoint names it
    DataZoneContext m_context;
};

} // namespace meshscope
