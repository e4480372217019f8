#include "ui/access/dossier.h"

#include <QCoreApplication>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::Dossier)
};

QString row(const QStringList &cells)
{
    QString html = u"<tr>"_s;
    for (const QString &cell : cells)
        html += u"<td>"_s + cell.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</td>"_s;
    return html + u"</tr>"_s;
}

QString factRow(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return {};
    return u"<tr><td><b>"_s + name.toHtmlEscaped() + u"</b></td><td>"_s + value.toHtmlEscaped().replace(u'\n', u"<br>"_s) +
           u"</td></tr>"_s;
}

/// "Nils Aker (nils@norrvik.example)": a paper has no tooltip.
QString person(const QString &who, const PeopleNames &names)
{
    const QString name = names.value(who);
    return name.isEmpty() || name == who ? who : u"%1 (%2)"_s.arg(name, who);
}

} // namespace

QString dossierHtml(const Mesh &mesh, const AccessRequest &request, const AccessDesk::AuditVerdict &audit,
                    const PeopleNames &names)
{
    QString html =
        u"<h2>"_s + requestTitle(mesh, request).toHtmlEscaped() + u"</h2><table cellpadding='3'>"_s +
        factRow(Text::tr("State"), requestStateText(request)) + factRow(Text::tr("Status there"), request.vendorState) +
        factRow(Text::tr("Port"), request.port.toString()) +
        factRow(Text::tr("Asked by"),
                request.requestedBy.isEmpty() ? Text::tr("not named by the catalog") : person(request.requestedBy, names)) +
        factRow(Text::tr("On behalf of"), person(request.requestedFor, names)) +
        factRow(Text::tr("Purpose"), request.purpose) +
        factRow(Text::tr("Columns"), request.columns.isEmpty() ? Text::tr("all") : request.columns.join(u", "_s)) +
        factRow(Text::tr("From"), request.from.toString(Qt::ISODate)) +
        factRow(Text::tr("Until"), request.until.toString(Qt::ISODate)) +
        factRow(Text::tr("Verified"),
                request.verified ? request.verified->at.toString(Qt::ISODate) + u' ' + request.verified->how : QString()) +
        factRow(Text::tr("Number"), request.id) + factRow(Text::tr("Takes the place of"), request.replaces) +
        factRow(Text::tr("Warning"), request.warning) + u"</table><h3>"_s + Text::tr("How it went").toHtmlEscaped() +
        u"</h3><table cellpadding='3'>"_s;
    for (const RequestEvent &event : request.events)
        html += row({event.at.toString(Qt::ISODate), event.what, person(event.by, names), event.note});
    const QString chain =
        audit.ok ? Text::tr("%Ln signed events in this workspace, the chain is intact", nullptr, int(audit.events))
                 : Text::tr("The signed chain is broken at event %1: %2").arg(audit.firstBad).arg(audit.why);
    return html + u"</table><p>"_s + chain.toHtmlEscaped() + u"</p>"_s;
}

Result<void> writeDossier(const QString &file, const QString &title, const QString &html)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return fail(Error::Code::Io, Text::tr("%1 cannot be written: %2").arg(file, target.errorString()), file);
    {
        QPdfWriter writer(&target);
        writer.setTitle(title);
        writer.setPageSize(QPageSize(QPageSize::A4));
        QTextDocument document;
        document.setHtml(html);
        document.print(&writer);
    }
    if (!target.commit())
        return fail(Error::Code::Io, Text::tr("%1 cannot be written: %2").arg(file, target.errorString()), file);
    return {};
}

} // namespace meshscope
