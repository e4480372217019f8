#include "ui/product/parts.h"

#include "models/items/cellmodel.h"
#include "models/items/leveltext.h"
#include "models/items/searchmodel.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fittable.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace meshscope {

FactGrid::FactGrid(QWidget *parent, int labelWidth)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_labelWidth(labelWidth)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(px(8));
    m_grid->setVerticalSpacing(px(4));
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, px(labelWidth));
}

void FactGrid::add(const QString &label, const QString &value)
{
    if (!value.trimmed().isEmpty())
        add(label, makeParagraph(value.trimmed()));
}

void FactGrid::add(const QString &label, QWidget *value)
{
    auto *name = makeElided(label, TextRole::Base, &Tokens::muted);
    name->setFixedWidth(px(m_labelWidth));
    name->setBuddy(value);
    if (qobject_cast<QLabel *>(value)) {
        QSizePolicy policy = value->sizePolicy(); // keeps that its height depends on its width
        policy.setHorizontalPolicy(QSizePolicy::Expanding);
        value->setSizePolicy(policy);
    }
    m_grid->addWidget(name, m_rows, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(value, m_rows, 1,
                      qobject_cast<QLabel *>(value) || value->layout() ? Qt::AlignTop : Qt::AlignTop | Qt::AlignLeft);
    ++m_rows;
}

QLabel *makeParagraph(const QString &text, QWidget *parent)
{
    auto *label = makeLabel(text, TextRole::Base, &Tokens::text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(px(40));
    return label;
}

QLabel *makeQuietNote(const QString &text, QWidget *parent)
{
    auto *label = makeLabel(text, TextRole::Base, &Tokens::muted, parent);
    label->setWordWrap(true);
    return label;
}

FitTable *makeTable(CellModel *model, SectionHub &hub, const QString &name, int maximumRows)
{
    auto *table = new FitTable(model);
    table->setObjectName(name);
    table->setMaximumRows(maximumRows);
    table->setSortable(true);
    QObject::connect(table, &TableView::opened, &hub,
                     [&hub](const QString &address, bool newWindow) { hub.open(address, newWindow); });
    QObject::connect(table, &TableView::linkOpened, &hub,
                     [&hub](const QString &target, bool newWindow) { hub.open(target, newWindow); });
    QObject::connect(table, &TableView::currentAddressChanged, &hub, [&hub, table](const QString &address) {
        if (table->hasFocus() && !address.isEmpty())
            emit hub.selected(address);
    });
    return table;
}

QVBoxLayout *sectionColumn(QWidget *section)
{
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(px(20), px(16), px(20), px(24));
    column->setSpacing(px(8));
    return column;
}

QWidget *scrolled(QWidget *section)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(area->viewport(), &Tokens::surface);
    section->setAutoFillBackground(false);
    area->setWidget(section);
    return area;
}

NamedCell namedCell(const Mesh &mesh, NodeId n)
{
    const bool isOutput = mesh.kind(n) != Kind::Port || mesh.port(n).output;
    return {mesh.address(n).toString(), mesh.name(n), topDomainAddress(mesh, n), iconOfKind(mesh.kind(n), isOutput)};
}

FitTable *makeThingTable(const Subject &subject, const QList<NodeId> &nodes, SectionHub &hub, const QString &name,
                         int maximumRows)
{
    const Mesh &mesh = subject.mesh();
    QList<CellModel::Row> rows;
    rows.reserve(nodes.size());
    for (const NodeId n : nodes) {
        const NamedCell named = namedCell(mesh, n);
        const Status status = subject.status(n);
        Cell sign{statusName(status)};
        sign.status = status;
        sign.muted = true;
        sign.sort = int(status);
        rows << CellModel::Row{named.address,
                               {Cell{.text = named.name, .iconName = named.iconName, .hue = named.hue, .strong = true},
                                Cell{.text = kindName(mesh.kind(n)), .muted = true}, sign,
                                Cell{.text = domainPathText(mesh, n)},
                                Cell{.text = mesh.entity(n).description.simplified(), .muted = true}}};
    }
    auto *model = new CellModel({{FitTable::tr("Name")},
                                 {FitTable::tr("Kind")},
                                 {FitTable::tr("Levels")},
                                 {FitTable::tr("Domain")},
                                 {FitTable::tr("Description")}});
    model->setRows(std::move(rows));
    auto *table = makeTable(model, hub, name, maximumRows);
    table->setStretched(4);
    return table;
}

} // namespace meshscope
