#include "ui/product/productexport.h"

#include "models/items/csv.h"
#include "models/items/leveltext.h"

#include <QBuffer>
#include <QPixmap>

namespace meshscope {

QByteArray levelsCsv(const Subject &subject)
{
    QList<QStringList> rows{{SectionHub::tr("Level"), SectionHub::tr("Element"), SectionHub::tr("Status"),
                             SectionHub::tr("Objective"), SectionHub::tr("Observed"), SectionHub::tr("Measured"),
                             SectionHub::tr("Error budget left"), SectionHub::tr("Why")}};
    for (const LevelState &state : subject.levels()) {
        const std::optional<double> left = budgetLeft(state);
        rows << QStringList{levelTitle(state.level->property),
                            state.level->element,
                            statusName(state.status),
                            objectiveText(state),
                            observedText(state),
                            state.observed ? state.observed->at.toUTC().toString(Qt::ISODate) : QString(),
                            left ? QString::number(*left, 'f', 4) : QString(),
                            state.why};
    }
    return csvOf(rows);
}

QByteArray columnsCsv(const Subject &subject)
{
    const Mesh &mesh = subject.mesh();
    QList<QStringList> rows{{SectionHub::tr("Dataset"), SectionHub::tr("Column"), SectionHub::tr("Logical type"),
                             SectionHub::tr("Physical type"), SectionHub::tr("Key"), SectionHub::tr("Class"),
                             SectionHub::tr("Description")}};
    for (const NodeId n : subject.datasets()) {
        for (const Column &c : mesh.columns(n))
            rows << QStringList{mesh.name(n),
                                c.path,
                                c.logicalType,
                                c.physicalType,
                                c.primaryKey ? SectionHub::tr("key") : QString(),
                                c.classification,
                                c.description};
    }
    return csvOf(rows);
}

QByteArray factsText(const Subject &subject)
{
    const Mesh &mesh = subject.mesh();
    const Entity &entity = mesh.entity(subject.node);
    QStringList lines{subject.name(), subject.address(), {}};
    const auto add = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines << SectionHub::tr("%1: %2").arg(label, value);
    };
    add(SectionHub::tr("Kind"), kindName(subject.kind()));
    add(SectionHub::tr("Domain"), domainPathText(mesh, subject.node));
    const EndpointFacts &endpoint = mesh.endpointOf(subject.node);
    if (const PartyRole *owner = ownerOf(entity))
        add(SectionHub::tr("Owner"), partyName(mesh, endpoint.name, *owner));
    add(SectionHub::tr("Lifecycle"), entity.lifecycle);
    add(SectionHub::tr("Certification"), entity.certification);
    add(SectionHub::tr("Description"), entity.description);
    add(SectionHub::tr("Read"),
        SectionHub::tr("%1 from %2").arg(endpoint.readAt.toUTC().toString(Qt::ISODate), endpoint.name));
    const QList<LevelState> levels = subject.levels();
    if (!levels.isEmpty())
        lines << QString() << SectionHub::tr("Service levels: %1").arg(countsText(subject.counts()));
    for (const LevelState &state : levels)
        lines << SectionHub::tr("- %1, %2: %3. %4")
                     .arg(levelTitle(state.level->property), objectiveText(state), statusName(state.status), state.why);
    for (const NodeId n : subject.contracts())
        add(SectionHub::tr("Contract"), mesh.name(n) + u' ' + mesh.contract(n).version);
    return lines.join(u'\n').toUtf8() + '\n';
}

QByteArray pictureOf(QWidget &widget)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    widget.grab().save(&buffer, "PNG");
    return bytes;
}

QString fileNameFor(const QString &name)
{
    QString file;
    for (const QChar c : name.left(80))
        file += c.isLetterOrNumber() || c == u'-' || c == u'_' ? c : u'-';
    while (file.startsWith(u'-'))
        file.remove(0, 1);
    return file.isEmpty() ? QStringLiteral("meshscope") : file;
}

} // namespace meshscope
