#include "app/reports.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("meshscope::Report", text);
}

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
    report.title = tr("Health of the mesh");
    report.subtitle = tr("%1 of %2 service levels met, %3 at risk, %4 breached, %5 unknown, as of %6")
                          .arg(totals.met)
                          .arg(totals.total())
                          .arg(totals.atRisk)
                          .arg(totals.breached)
                          .arg(totals.unknown)
                          .arg(health.asOf.toString(Qt::ISODate));
    report.head = {tr("Product"),   tr("Domain"),   tr("Status"),   tr("Level"), tr("Element"), tr("Level status"),
                   tr("Objective"), tr("Observed"), tr("Measured"), tr("Why"),   tr("Cause"),   tr("Address")};
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
    report.title = tr("Access requests");
    report.subtitle = QCoreApplication::translate("meshscope::Report", "%n requests", nullptr, int(requests.size()));
    report.head = {tr("Id"),      tr("State"),    tr("In the endpoint's words"),
                   tr("Port"),    tr("Asked by"), tr("For"),
                   tr("Purpose"), tr("Columns"),  tr("From"),
                   tr("Until"),   tr("Verified"), tr("Last event"),
                   tr("Warning")};
    for (const AccessRequest &request : requests) {
        QString last;
        if (!request.events.isEmpty())
            last = request.events.last().at.toString(Qt::ISODate) + u' ' + request.events.last().what + u' ' +
                   request.events.last().by;
        report.rows.append({request.id, requestStateName(request.state), request.vendorState, request.port.toString(),
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
