#include "ui/product/sections.h"

#include "ui/product/changessection.h"
#include "ui/product/levelspanel.h"
#include "ui/product/parts.h"
#include "ui/product/qualitysection.h"
#include "ui/product/samplepanel.h"
#include "ui/product/schemasection.h"
#include "ui/product/sourcesection.h"

#include <QVBoxLayout>

namespace meshscope {

namespace {

qsizetype versionCount(const Subject &subject)
{
    const Mesh &mesh = subject.mesh();
    return 1 + qsizetype(mesh.portsOf(subject.node).size()) + subject.contracts().size();
}

QList<SectionEntry> productSections(const Subject &s)
{
    const Mesh &mesh = s.mesh();
    return {{QStringLiteral("overview"), SectionHub::tr("Overview")},
            {QStringLiteral("levels"), SectionHub::tr("Service levels"), s.levels().size()},
            {QStringLiteral("ports"), SectionHub::tr("Ports"), qsizetype(mesh.portsOf(s.node).size())},
            {QStringLiteral("contract"), SectionHub::tr("Contract")},
            {QStringLiteral("schema"), SectionHub::tr("Schema")},
            {QStringLiteral("sample"), SectionHub::tr("Sample")},
            {QStringLiteral("lineage"), SectionHub::tr("Lineage"), s.upstream().size() + s.downstream().size()},
            {QStringLiteral("quality"), SectionHub::tr("Quality")},
            {QStringLiteral("usage"), SectionHub::tr("Usage")},
            {QStringLiteral("consumers"), SectionHub::tr("Consumers"), s.downstream().size() + s.agreements().size()},
            {QStringLiteral("terms"), SectionHub::tr("Terms")},
            {QStringLiteral("versions"), SectionHub::tr("Versions"), versionCount(s)}};
}

/// Of one dataset; where a thing has many they are counted when the section is read.
std::optional<qsizetype> columnCount(const Subject &s)
{
    return s.kind() == Kind::Dataset ? std::optional(s.mesh().columns(s.node).size()) : std::nullopt;
}

QList<SectionEntry> holderSections(const Subject &s)
{
    QList<SectionEntry> list{{QStringLiteral("overview"), SectionHub::tr("Overview")}};
    const Kind kind = s.kind();
    if (const qsizetype levels = s.levels().size(); levels > 0)
        list << SectionEntry{QStringLiteral("levels"), SectionHub::tr("Service levels"), levels};
    if (kind == Kind::Contract)
        list << SectionEntry{QStringLiteral("usage"), SectionHub::tr("Usage")};
    if (kind == Kind::Contract || kind == Kind::Port || kind == Kind::Dataset)
        list << SectionEntry{QStringLiteral("schema"), SectionHub::tr("Schema"), columnCount(s)}
             << SectionEntry{QStringLiteral("sample"), SectionHub::tr("Sample")};
    if (kind == Kind::Dataset || kind == Kind::Job || kind == Kind::Port)
        list << SectionEntry{QStringLiteral("lineage"), SectionHub::tr("Lineage"),
                             s.upstream().size() + s.downstream().size()};
    if (kind == Kind::Dataset || kind == Kind::Contract)
        list << SectionEntry{QStringLiteral("quality"), SectionHub::tr("Quality")};
    if (kind == Kind::Dataset || kind == Kind::Contract || kind == Kind::Port)
        list << SectionEntry{QStringLiteral("terms"), SectionHub::tr("Terms")};
    return list;
}

} // namespace

QList<SectionEntry> sectionsOf(const Subject &subject)
{
    if (!subject.isValid())
        return {};
    QList<SectionEntry> list;
    switch (subject.kind()) {
    case Kind::Product: list = productSections(subject); break;
    case Kind::Domain:
        list = {{QStringLiteral("overview"), SectionHub::tr("Overview")},
                {QStringLiteral("products"), SectionHub::tr("Products"), subject.mesh().productsBelow(subject.node).size()}};
        break;
    case Kind::Column:
        return {{QStringLiteral("overview"), SectionHub::tr("Overview")},
                {QStringLiteral("schema"), SectionHub::tr("Schema")},
                {QStringLiteral("source"), SectionHub::tr("Source document")}};
    default: list = holderSections(subject); break;
    }
    list << SectionEntry{QStringLiteral("changes"), SectionHub::tr("Changes")}
         << SectionEntry{QStringLiteral("source"), SectionHub::tr("Source document")};
    return list;
}

QWidget *makeSection(const QString &id, const Subject &subject, const SectionServices &services)
{
    const auto padded = [](QWidget *inner) {
        auto *section = new QWidget;
        auto *column = sectionColumn(section);
        column->addWidget(inner);
        column->addStretch(1);
        return scrolled(section);
    };
    SectionHub &hub = services.hub;
    if (id == QLatin1String("levels"))
        return padded(new LevelsPanel(subject, hub, true));
    if (id == QLatin1String("sample"))
        return padded(new SamplePanel(subject, services.samples, hub, 0));
    if (id == QLatin1String("schema"))
        return new SchemaSection(subject, hub);
    if (id == QLatin1String("quality"))
        return new QualitySection(subject, hub);
    if (id == QLatin1String("changes"))
        return new ChangesSection(subject, services.workspace, hub);
    if (id == QLatin1String("source"))
        return new SourceSection(subject, services.workspace, hub);
    if (id == QLatin1String("contract"))
        return scrolled(makeContractSection(subject, hub));
    if (id == QLatin1String("usage"))
        return scrolled(makeUsageSection(subject, hub));
    if (id == QLatin1String("ports"))
        return scrolled(makePortsSection(subject, hub));
    if (id == QLatin1String("lineage"))
        return scrolled(makeLineageSection(subject, hub));
    if (id == QLatin1String("consumers"))
        return scrolled(makeConsumersSection(subject, hub));
    if (id == QLatin1String("terms"))
        return scrolled(makeTermsSection(subject, hub));
    if (id == QLatin1String("versions"))
        return scrolled(makeVersionsSection(subject, hub));
    if (id == QLatin1String("products"))
        return scrolled(makeProductsSection(subject, hub));
    return makeOverview(subject, services);
}

} // namespace meshscope
