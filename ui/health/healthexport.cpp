#include "ui/health/healthexport.h"

#include "models/items/csv.h"
#include "models/items/leveltext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFont>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace meshscope {

namespace {

/// Speaks for the free functions below.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::HealthExport)
};

LevelCounts countsOf(const HealthScope &scope, NodeId domain)
{
    LevelCounts counts;
    if (const DomainHealth *health = scope.health->domain(domain)) {
        counts.add(health->own);
        if (domain != scope.domain)
            counts.add(health->below);
    }
    return counts;
}

QString htmlTable(const QStringList &heads, const QList<QStringList> &rows)
{
    QString html = QStringLiteral("<table width='100%' cellspacing='0' cellpadding='3'><tr>");
    for (const QString &head : heads)
        html += QStringLiteral("<td><b>%1</b></td>").arg(head.toHtmlEscaped());
    html += QStringLiteral("</tr>");
    for (const QStringList &row : rows) {
        html += QStringLiteral("<tr>");
        for (const QString &cell : row)
            html += QStringLiteral("<td>%1</td>").arg(cell.toHtmlEscaped());
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

QList<QStringList> textRows(const HealthTable &table)
{
    QList<QStringList> rows;
    for (const CellModel::Row &row : table.rows) {
        QStringList cells;
        for (const Cell &cell : row.cells)
            cells << cell.text;
        rows << cells;
    }
    return rows;
}

QStringList textHeads(const HealthTable &table)
{
    QStringList heads;
    for (const CellModel::Head &head : table.heads)
        heads << head.text;
    return heads;
}

} // namespace

QByteArray healthCsv(const HealthScope &scope)
{
    const Mesh &mesh = scope.mesh();
    QList<QStringList> rows{{Text::tr("Product"), Text::tr("Domain"), Text::tr("Status"), Text::tr("Level"),
                             Text::tr("Level status"), Text::tr("Objective"), Text::tr("Observed"), Text::tr("Measured"),
                             Text::tr("Error budget left"), Text::tr("Why"), Text::tr("Address")}};
    for (const ProductHealth *product : scope.products()) {
        const NodeId domain = mesh.domainOf(product->product);
        const QString path = domain.isValid() ? mesh.domainPath(domain).join(QStringLiteral(" › ")) : QString();
        const QString address = mesh.address(product->product).toString();
        if (product->states.isEmpty())
            rows << QStringList{
                mesh.name(product->product), path, statusName(product->status), {}, {}, {}, {}, {}, {}, {}, address};
        for (const LevelState &state : product->states) {
            const std::optional<double> left = budgetLeft(state);
            rows << QStringList{mesh.name(product->product),
                                path,
                                statusName(product->status),
                                levelTitle(state.level->property),
                                statusName(state.status),
                                objectiveText(state),
                                observedText(state),
                                state.observed ? state.observed->at.toUTC().toString(Qt::ISODate) : QString(),
                                left ? QString::number(*left, 'f', 4) : QString(),
                                state.why,
                                address};
        }
    }
    return csvOf(rows);
}

QByteArray healthPdf(const HealthScope &scope)
{
    const Mesh &mesh = scope.mesh();
    LevelCounts all;
    for (const ProductHealth *product : scope.products())
        all.add(product->levels);
    const QString title =
        scope.domain.isValid() ? Text::tr("Health of %1").arg(mesh.name(scope.domain)) : Text::tr("Health of the mesh");
    QString html =
        QStringLiteral("<h1>%1</h1><p>%2</p>")
            .arg(title.toHtmlEscaped(), Text::tr("%1 products, %2. Measured up to %3.")
                                            .arg(QLocale().toString(scope.products().size()), countsText(all),
                                                 QLocale().toString(scope.health->asOf.toLocalTime(), QLocale::ShortFormat))
                                            .toHtmlEscaped());
    QList<QStringList> domains;
    for (const NodeId domain : scope.rowDomains()) {
        const LevelCounts counts = countsOf(scope, domain);
        const std::optional<double> share = score(counts);
        domains << QStringList{mesh.name(domain), countsText(counts), share ? shareText(*share, 1) : QString()};
    }
    html += QStringLiteral("<h2>%1</h2>").arg(Text::tr("Levels by domain").toHtmlEscaped()) +
            htmlTable({Text::tr("Domain"), Text::tr("Levels"), Text::tr("Met")}, domains);
    const HealthTable attention = healthTable(scope, HealthList::Attention);
    html += QStringLiteral("<h2>%1</h2><p>%2</p>").arg(attention.title.toHtmlEscaped(), attention.context.toHtmlEscaped()) +
            htmlTable(textHeads(attention), textRows(attention));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(title);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(QPageLayout::Landscape);
        writer.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);
        QTextDocument document;
        QFont font = document.defaultFont();
        font.setPointSizeF(8);
        document.setDefaultFont(font);
        document.setHtml(html);
        document.print(&writer);
    }
    return bytes;
}

} // namespace meshscope
