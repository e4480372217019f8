#pragma once

#include "models/catalogs/httproad.h"
#include "models/catalogs/paged.h"

namespace meshscope {

/// Requests of the marketplace: submitted with an identifier made here (the marketplace takes each but once), decided by
/// the results that executors report.
class OpenDataMeshRequests final : public HttpRoad {
public:
    using HttpRoad::HttpRoad;

    [[nodiscard]] Result<Agreement> find(const Agreement &wanted) override;
    [[nodiscard]] Result<void> ask(const Agreement &wanted) override;
    [[nodiscard]] Result<void> take(const Agreement &now, const Decision &decision) override;
    [[nodiscard]] QString whyNot(RequestStep step) const override;

private:
    [[nodiscard]] Result<JsonPage> get(const QString &target, const HttpFields &query = {});
    /// What the registry calls the output port that is asked for.
    [[nodiscard]] Result<QString> portOf(const Agreement &wanted);
};

} // namespace meshscope
