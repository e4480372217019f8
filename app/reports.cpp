#include "app/reports.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

QByteArray cell(const QString &text)
{
    QString safe = text;
    if (!safe.isEmpty() && u"=+-@\t\r"_s.contains(safe.front())) {
        bool number = false;
        safe.toDouble(&number);
        if (!number)
            safe.prepend(u'\'');
    }
    if (safe.contains(u',') || safe.contains(u'"') || safe.contains(u'\n') || safe.contains(u'\r'))
        safe = u'"' + safe.replace(u'"', u"\"\""_s) + u'"';
    return safe.toUtf8();
}

} // namespace

Report healthReport(const HealthReport &health)
{
    const Mesh &mesh = *health.mesh;
    const LevelCounts totals = health.totals();
    Report report;
    report.title = QCoreApplication::translate("meshscope::Report", "Health of the mesh");
    report.subtitle = QCoreApplication::translate(
                          "meshscope::Report", "%1 of %2 service levels met, %3 at risk, %4 breached, %5 unknown, as of %6")
                          .arg(totals.met)
                          .arg(totals.total())
                          .arg(totals.atRisk)
                          .arg(totals.breached)
                          .arg(totals.unknown)
                          .arg(health.asOf.toString(Qt::ISODate));
    report.head = {QCoreApplication::translate("meshscope::Report", "Product"),
                   QCoreApplication::translate("meshscope::Report", "Domain"),
                   QCoreApplication::translate("meshscope::Report", "Status"),
                   QCoreApplication::translate("meshscope::Report", "Level"),
                   QCoreApplication::translate("meshscope::Report", "Element"),
                   QCoreApplication::translate("meshscope::Report", "Level status"),
                   QCoreApplication::translate("meshscope::Report", "Objective"),
                   QCoreApplication::translate("meshscope::Report", "Observed"),
                   QCoreApplication::translate("meshscope::Report", "Measured"),
                   QCoreApplication::translate("meshscope::Report", "Why"),
                   QCoreApplication::translate("meshscope::Report", "Cause"),
                   QCoreApplication::translate("meshscope::Report", "Address")};
    for (const ProductHealth &product : health.products) {
        QStringList causes;
        for (const NodeId cause : product.causes)
            causes.append(mesh.name(cause));
        const QStringList start{mesh.name(product.product), mesh.domainPath(product.product).join(u" › "_s),
                                statusName(product.status)};
        const QString address = mesh.address(product.product).toString();
        if (product.states.isEmpty())
            report.rows.append(start + QStringList{{}, {}, {}, {}, {}, {}, {}, {}, address});
        for (const LevelState &state : product.states) {
            report.rows.append(start + QStringList{state.level->property, state.level->element, statusName(state.status),
                                                   state.objective
                                                       ? state.comparison + u' ' + formatQuantity(*state.objective)
                                                       : QString(state.level->value + u' ' + state.level->unit).trimmed(),
                                                   state.observed ? formatQuantity(state.observed->quantity) : QString(),
                                                   state.observed ? state.observed->at.toString(Qt::ISODate) : QString(),
                                                   state.why, causes.join(u", "_s), address});
        }
    }
    return report;
}

Report requestsReport(const QList<AccessRequest> &requests)
{
    Report report;
    report.title = QCoreApplication::translate("meshscope::Report", "Access requests");
    report.subtitle = QCoreApplication::translate("meshscope::Report", "%Ln requests", nullptr, int(requests.size()));
    report.head = {QCoreApplication::translate("meshscope::Report", "Id"),
                   QCoreApplication::translate("meshscope::Report", "State"),
                   QCoreApplication::translate("meshscope::Report", "In the endpoint's words"),
                   QCoreApplication::translate("meshscope::Report", "Port"),
                   QCoreApplication::translate("meshscope::Report", "Asked by"),
                   QCoreApplication::translate("meshscope::Report", "For"),
                   QCoreApplication::translate("meshscope::Report", "Purpose"),
                   QCoreApplication::translate("meshscope::Report", "Columns"),
                   QCoreApplication::translate("meshscope::Report", "From"),
                   QCoreApplication::translate("meshscope::Report", "Until"),
                   QCoreApplication::translate("meshscope::Report", "Verified"),
                   QCoreApplication::translate("meshscope::Report", "Last event"),
                   QCoreApplication::translate("meshscope::Report", "Warning")};
    for (const AccessRequest &request : requests) {
        QString last;
        if (!request.events.isEmpty())
            last = request.events.last().at.toString(Qt::ISODate) + u' ' + request.events.last().what + u' ' +
                   request.events.last().by;
        report.rows.append({request.id, requestStateText(request), request.vendorState, request.port.toString(),
                            request.requestedBy, request.requestedFor, request.purpose, request.columns.join(u", "_s),
                            request.from.toString(Qt::ISODate), request.until.toString(Qt::ISODate),
                            request.verified ? request.verified->at.toString(Qt::ISODate) : QString(), last,
                            request.warning});
    }
    return report;
}

QByteArray toCsv(const Report &report)
{
    QByteArray csv;
    const auto line = [&](const QStringList &cells) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            csv += (i > 0 ? "," : "") + cell(cells.at(i));
        csv += "\r\n";
    };
    line(report.head);
    for (const QStringList &row : report.rows)
        line(row);
    return csv;
}

} // namespace meshscope
