#pragma once

#include "models/catalogs/httproad.h"
#include "models/catalogs/paged.h"

namespace meshscope::openmetadata {

/// A data access request of 2.x as an agreement. `outputs`: UUID of an asset → the port that offers it.
struct OutputOf {
    QString product;
    QString port; ///< its id
};
[[nodiscard]] Agreement agreementOf(const Node &task, const QString &unit, const QHash<QString, OutputOf> &outputs,
                                    const QHash<QString, QString> &emails);
/// What a task list has to be asked for, or it is not in the answer.
[[nodiscard]] QString taskFields();

/// Requests for access as tasks of OpenMetadata 2.x. The server numbers them itself: ours carry the id made here as their
/// ticket, by which they are found again. What can be done with one is what its workflow offers at the moment.
class Requests final : public HttpRoad {
public:
    using HttpRoad::HttpRoad;

    [[nodiscard]] Result<Agreement> find(const Agreement &wanted) override;
    [[nodiscard]] Result<void> ask(const Agreement &wanted) override;
    [[nodiscard]] Result<void> take(const Agreement &now, const Decision &decision) override;
    [[nodiscard]] QString whyNot(RequestStep step) const override;
    [[nodiscard]] QString lost(const Decision &decision) const override;

private:
    [[nodiscard]] Result<JsonPage> send(const HttpRequest &request);
    /// `<#E::table::…>` of what is asked for: the port's asset, or the whole product.
    [[nodiscard]] Result<QString> linkOf(const Agreement &wanted);
    /// The transition that leads to this status. The workflow offers it a little after the last change.
    struct Transition {
        QString id;
        bool needsComment = false;
    };
    [[nodiscard]] Result<Transition> transitionTo(const QString &status, const QString &uuid);
};

} // namespace meshscope::openmetadata
