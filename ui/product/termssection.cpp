#include "models/items/cellmodel.h"
#include "ui/product/parts.h"
#include "ui/product/sections.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace meshscope {

namespace {

struct TermUse {
    NodeId term;     ///< invalid when it is only named
    QString id;      ///< as the source gives it
    QString carrier; ///< what carries it: the thing or a column
    QString carrierAddress;
};

QList<TermUse> termsOf(const Subject &subject)
{
    const Mesh &mesh = subject.mesh();
    QList<TermUse> uses;
    const auto add = [&](NodeId from, const QStringList &ids, const QString &carrier, const QString &address) {
        const QString endpoint = mesh.endpointOf(from).name;
        for (const QString &id : ids)
            uses << TermUse{mesh.findReference(endpoint, Kind::Term, id), id, carrier, address};
    };
    QList<NodeId> carriers{subject.node};
    if (mesh.kind(subject.node) == Kind::Product) {
        for (const NodeId n : mesh.portsOf(subject.node))
            carriers << n;
    }
    for (const NodeId n : subject.contracts() + subject.datasets()) {
        if (!carriers.contains(n))
            carriers << n;
    }
    for (const NodeId n : carriers)
        add(n, mesh.entity(n).terms, mesh.name(n), mesh.address(n).toString());
    for (const NodeId n : subject.datasets()) {
        for (const Column &column : mesh.columns(n)) {
            if (column.terms.isEmpty())
                continue;
            Address address = mesh.address(n);
            address.id = columnId(address.id, column.path);
            address.kind = Kind::Column;
            add(n, column.terms, SectionHub::tr("%1.%2").arg(mesh.name(n), column.path), address.toString());
        }
    }
    return uses;
}

struct Elsewhere {
    NodeId term;
    QString domain;
};

/// The same word with another address: what it means depends on where one stands.
QHash<NodeId, QList<Elsewhere>> elsewhere(const Subject &subject, const QList<TermUse> &uses)
{
    const Mesh &mesh = subject.mesh();
    QHash<QString, QList<NodeId>> byWord;
    for (const NodeId n : mesh.nodes(Kind::Term))
        byWord[mesh.name(n).toCaseFolded()] << n;
    QHash<NodeId, QList<Elsewhere>> result;
    for (const TermUse &use : uses) {
        if (!use.term.isValid() || result.contains(use.term))
            continue;
        for (const NodeId other : byWord.value(mesh.name(use.term).toCaseFolded())) {
            if (other == use.term)
                continue;
            QString domain = domainPathText(mesh, other);
            for (const NodeId user : mesh.users(other)) {
                if (domain.isEmpty())
                    domain = domainPathText(mesh, user);
            }
            result[use.term] << Elsewhere{other, domain};
        }
    }
    return result;
}

} // namespace

QWidget *makeTermsSection(const Subject &subject, SectionHub &hub)
{
    const Mesh &mesh = subject.mesh();
    auto *section = new QWidget;
    QVBoxLayout *column = sectionColumn(section);
    const QList<TermUse> uses = termsOf(subject);
    const QHash<NodeId, QList<Elsewhere>> others = elsewhere(subject, uses);
    column->addWidget(new SectionHead(SectionHub::tr("Terms"), SectionHub::tr("what its words mean")));
    if (uses.isEmpty()) {
        column->addWidget(makeQuietNote(SectionHub::tr("Neither it nor its columns refer to a term. Contracts do so by "
                                                       "authoritativeDefinitions.")));
        column->addStretch(1);
        return section;
    }
    QList<CellModel::Row> rows;
    QList<CellModel::Row> same;
    QSet<NodeId> said;
    QSet<QString> listed;
    for (const TermUse &use : uses) {
        // The datasets of several ports are often the same table: once is enough.
        const QString key = use.id + u'\n' + use.carrier;
        if (listed.contains(key))
            continue;
        listed << key;
        const bool isKnown = use.term.isValid();
        const QString name = isKnown ? mesh.name(use.term) : use.id;
        const QString meaning = isKnown ? mesh.entity(use.term).description.simplified() : SectionHub::tr("not found");
        rows << CellModel::Row{
            isKnown ? mesh.address(use.term).toString() : QString(),
            {Cell{.text = name, .iconName = isKnown ? QStringLiteral("term") : QStringLiteral("warning"), .strong = isKnown},
             Cell{.text = use.carrier, .link = use.carrierAddress}, Cell{.text = meaning, .muted = true}}};
        if (!isKnown || said.contains(use.term))
            continue;
        said << use.term;
        for (const Elsewhere &other : others.value(use.term))
            same << CellModel::Row{mesh.address(other.term).toString(),
                                   {Cell{.text = mesh.name(other.term), .iconName = QStringLiteral("term"), .strong = true},
                                    Cell{.text = other.domain},
                                    Cell{.text = mesh.entity(other.term).description.simplified(), .muted = true}}};
    }
    auto *model = new CellModel({{SectionHub::tr("Term")}, {SectionHub::tr("Carried by")}, {SectionHub::tr("Meaning")}});
    model->setRows(std::move(rows));
    auto *table = makeTable(model, hub, QStringLiteral("terms"), 16);
    table->setStretched(2);
    column->addWidget(table);
    if (!same.isEmpty()) {
        column->addSpacing(px(12));
        column->addWidget(
            new SectionHead(SectionHub::tr("The same words elsewhere"), SectionHub::tr("they mean something else there")));
        auto *otherModel =
            new CellModel({{SectionHub::tr("Term")}, {SectionHub::tr("Used in")}, {SectionHub::tr("Meaning there")}});
        otherModel->setRows(std::move(same));
        auto *otherTable = makeTable(otherModel, hub, QStringLiteral("polysemes"), 12);
        otherTable->setStretched(2);
        column->addWidget(otherTable);
    }
    column->addStretch(1);
    return section;
}

} // namespace meshscope
