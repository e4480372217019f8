#include "ui/product/productheader.h"

#include "models/items/leveltext.h"
#include "models/items/searchmodel.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"

#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace meshscope {

namespace {

/// The thing's icon on a square in its domain's hue.
class HueSquare final : public QWidget {
public:
    HueSquare(const QString &iconName, const QString &topDomain)
        : m_icon(iconName)
        , m_hue(hueOf(topDomain))
    {
        setFixedSize(px(40), px(40));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const Tokens &t = tokens(this);
        const bool hasHue = m_hue >= 0;
        const Hue &hue = t.hues[size_t(qMax(0, m_hue))];
        p.setPen(QPen(hasHue ? hue.border : t.line, 1));
        p.setBrush(hasHue ? hue.head : t.raised);
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
        const int side = px(20);
        icon(m_icon, hasHue ? hue.name : t.muted).paint(&p, QRect((width() - side) / 2, (height() - side) / 2, side, side));
    }

private:
    QString m_icon;
    int m_hue;
};

} // namespace

ProductHeader::ProductHeader(const Subject &subject, SectionHub &hub, QWidget *parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_hub(hub)
{
    setObjectName(QStringLiteral("productHeader"));
    setGround(this, &Tokens::surface);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(24), px(14), px(24), px(12));
    row->setSpacing(px(12));
    const Mesh &mesh = subject.mesh();
    const bool isOutput = mesh.kind(subject.node) != Kind::Port || mesh.port(subject.node).output;
    row->addWidget(new HueSquare(iconOfKind(subject.kind(), isOutput), topDomainAddress(mesh, subject.node)), 0,
                   Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(px(10));
    row->addLayout(column, 1);
    addTitle(column);
    addFacts(column);
}

void ProductHeader::addTitle(QVBoxLayout *column)
{
    const Mesh &mesh = m_subject.mesh();
    auto *top = new QHBoxLayout;
    top->setSpacing(px(16));
    auto *words = new QVBoxLayout;
    words->setSpacing(px(2));
    auto *first = new QHBoxLayout;
    first->setSpacing(px(12));
    auto *name = makeElided(m_subject.name().simplified(), TextRole::Page, &Tokens::text);
    name->setObjectName(QStringLiteral("pageName"));
    name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    first->addWidget(name);
    if (const Status status = m_subject.status(); m_subject.column.isEmpty() && status != Status::NoPromise) {
        auto *chip = new StatusChip(status);
        chip->setObjectName(QStringLiteral("pageStatus"));
        const QList<LevelState> levels = m_subject.levels();
        const LevelState *worst = worstLevel(levels);
        const bool isWrong = status == Status::Breached || status == Status::AtRisk;
        chip->setStatus(status, isWrong && worst ? levelTitle(worst->level->property) : QString());
        first->addWidget(chip);
    }
    first->addStretch(1);
    words->addLayout(first);
    QString description = mesh.entity(m_subject.node).description;
    if (!m_subject.column.isEmpty()) {
        description = FlowLayout::tr("Column of %1").arg(mesh.name(m_subject.node));
        for (const Column &c : mesh.columns(m_subject.node)) {
            if (c.path == m_subject.column && !c.description.isEmpty())
                description = c.description;
        }
    }
    if (!description.isEmpty())
        words->addWidget(makeElided(description.simplified(), TextRole::Base, &Tokens::muted));
    top->addLayout(words, 1);
    addActions(top);
    column->addLayout(top);
}

void ProductHeader::addActions(QHBoxLayout *row)
{
    const Kind kind = m_subject.kind();
    const QString address = m_subject.address();
    const bool hasLineage =
        kind == Kind::Product || kind == Kind::Dataset || kind == Kind::Domain || kind == Kind::Job || kind == Kind::Column;
    if (kind == Kind::Domain) {
        auto *map = softButton(tr("Map"), QStringLiteral("map"));
        map->setObjectName(QStringLiteral("openMap"));
        connect(map, &QPushButton::clicked, this, [this, address] {
            m_hub.open(Location{QStringLiteral("map"), address, {}}.toString());
        });
        row->addWidget(map, 0, Qt::AlignTop);
    }
    if (hasLineage) {
        auto *lineage = softButton(tr("Lineage"), QStringLiteral("lineage"));
        lineage->setObjectName(QStringLiteral("openLineage"));
        connect(lineage, &QPushButton::clicked, this, [this] {
            Location location{QStringLiteral("lineage"), m_subject.mesh().address(m_subject.node).toString(), {}};
            if (!m_subject.column.isEmpty())
                location.add("column", m_subject.column);
            m_hub.open(location.toString());
        });
        row->addWidget(lineage, 0, Qt::AlignTop);
    }
    auto *save = softButton(tr("Export"), QStringLiteral("export"));
    save->setObjectName(QStringLiteral("export"));
    m_export = new QMenu(save);
    save->setMenu(m_export);
    row->addWidget(save, 0, Qt::AlignTop);
    const bool canAsk = kind == Kind::Product || (kind == Kind::Port && m_subject.mesh().port(m_subject.node).output);
    if (canAsk) {
        auto *ask = mainButton(tr("Request access…"), QStringLiteral("grant"));
        ask->setObjectName(QStringLiteral("requestAccess"));
        connect(ask, &QPushButton::clicked, this, [this, address] {
            Location location{QStringLiteral("access"), {}, {}};
            location.add("ask", address);
            m_hub.open(location.toString());
        });
        row->addWidget(ask, 0, Qt::AlignTop);
    }
}

void ProductHeader::add(const QString &label, QWidget *value)
{
    auto *fact = new QWidget;
    auto *lines = new QVBoxLayout(fact);
    lines->setContentsMargins(0, 0, px(12), 0);
    lines->setSpacing(px(2));
    lines->addWidget(makeLabel(label, TextRole::Small, &Tokens::muted));
    lines->addWidget(value, 0, Qt::AlignLeft | Qt::AlignVCenter);
    m_facts->addWidget(fact);
}

void ProductHeader::addText(const QString &label, const QString &value)
{
    if (!value.isEmpty()) {
        auto *text = makeElided(value.simplified(), TextRole::Base, &Tokens::text);
        text->setMaximumWidth(px(280));
        add(label, text);
    }
}

void ProductHeader::addFacts(QVBoxLayout *column)
{
    m_facts = new FlowLayout(nullptr, px(4));
    column->addLayout(m_facts);
    const Mesh &mesh = m_subject.mesh();
    const Entity &entity = mesh.entity(m_subject.node);
    const Kind kind = m_subject.kind();
    QString kindText = kindName(kind);
    if (kind == Kind::Product)
        kindText = alignmentText(mesh.product(m_subject.node));
    else if (kind == Kind::Port)
        kindText = mesh.port(m_subject.node).output ? tr("Output port") : tr("Input port");
    else if (kind == Kind::Party)
        kindText = mesh.party(m_subject.node).isTeam ? tr("Team") : tr("Person");
    else if (kind == Kind::Dataset && !mesh.dataset(m_subject.node).type.isEmpty())
        kindText = tr("%1, %2").arg(kindText, mesh.dataset(m_subject.node).type);
    addText(tr("Kind"), kindText);
    addDomain();
    if (kind != Kind::Party && kind != Kind::Term)
        addOwner();
    QString lifecycle = entity.lifecycle;
    if (kind == Kind::Product && !mesh.product(m_subject.node).version.isEmpty())
        lifecycle = lifecycle.isEmpty() ? tr("version %1").arg(mesh.product(m_subject.node).version)
                                        : tr("%1, %2").arg(lifecycle, mesh.product(m_subject.node).version);
    if (!lifecycle.isEmpty())
        lifecycle[0] = lifecycle[0].toUpper();
    addText(tr("Lifecycle"), lifecycle);
    addCertification();
    addConsumers();
    addRead();
    auto *address = new AddressLabel(m_subject.address());
    address->setObjectName(QStringLiteral("pageAddress"));
    address->setMaximumWidth(px(320));
    connect(address, &AddressLabel::copied, &m_hub,
            [this](const QString &copied) { emit m_hub.said(tr("Copied %1").arg(copied)); });
    add(tr("Address"), address);
}

void ProductHeader::addDomain()
{
    const Mesh &mesh = m_subject.mesh();
    QList<DomainLabel::Step> path;
    NodeId domain = mesh.domainOf(m_subject.node);
    while (domain.isValid()) {
        path.prepend({mesh.name(domain), mesh.address(domain).toString()});
        domain = mesh.domainOf(domain);
    }
    if (path.isEmpty())
        return;
    auto *label = new DomainLabel;
    label->setObjectName(QStringLiteral("pageDomain"));
    label->setPath(path);
    connect(label, &DomainLabel::domainOpened, this,
            [this](const QString &address, bool newWindow) { m_hub.open(address, newWindow); });
    add(m_subject.kind() == Kind::Domain ? tr("Part of") : tr("Domain"), label);
}

void ProductHeader::addOwner()
{
    const Mesh &mesh = m_subject.mesh();
    const Entity *entity = &mesh.entity(m_subject.node);
    NodeId holder = m_subject.node;
    const PartyRole *owner = ownerOf(*entity);
    const NodeId product = mesh.productOf(m_subject.node);
    if (!owner && product.isValid()) {
        holder = product;
        owner = ownerOf(mesh.entity(product));
    }
    if (!owner) {
        auto *none = makeLabel(tr("nobody named"), TextRole::Base, &Tokens::riskText);
        add(tr("Owner"), none);
        return;
    }
    const QString endpoint = mesh.endpointOf(holder).name;
    auto *person = new PersonLabel;
    person->setObjectName(QStringLiteral("pageOwner"));
    person->setPerson(partyName(mesh, endpoint, *owner), partyAddress(mesh, endpoint, *owner), owner->role, owner->contact);
    connect(person, &PersonLabel::personOpened, this,
            [this](const QString &address, bool newWindow) { m_hub.open(address, newWindow); });
    const bool isOwner = owner->role.compare(QLatin1String("owner"), Qt::CaseInsensitive) == 0;
    QString role = isOwner || owner->role.isEmpty() ? tr("Owner") : owner->role;
    role[0] = role[0].toUpper();
    add(role, person);
}

void ProductHeader::addCertification()
{
    const QString &text = m_subject.mesh().entity(m_subject.node).certification;
    if (text.isEmpty())
        return;
    auto *chip = new Chip(text);
    chip->setIconName(QStringLiteral("check"));
    add(tr("Certification"), chip);
}

void ProductHeader::addConsumers()
{
    if (m_subject.kind() != Kind::Product)
        return;
    const int products = int(m_subject.downstream().size());
    const int agreements = int(m_subject.agreements().size());
    auto *count = new CountLink;
    QString text = tr("%Ln product(s)", nullptr, products);
    if (agreements > 0)
        text += QStringLiteral(", ") + tr("%Ln agreement(s)", nullptr, agreements);
    count->setCount(products + agreements, text);
    count->setObjectName(QStringLiteral("pageConsumers"));
    connect(count, &LinkLabel::opened, this, [this] { m_hub.open(QStringLiteral("section:consumers")); });
    add(tr("Consumers"), count);
}

void ProductHeader::addRead()
{
    const Mesh &mesh = m_subject.mesh();
    QStringList names;
    for (const Fact &fact : mesh.facts(m_subject.node)) {
        const QString name = mesh.endpoints().value(fact.endpoint).name;
        if (!names.contains(name))
            names << name;
    }
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(4));
    line->addWidget(new AgeLabel(mesh.endpointOf(m_subject.node).readAt));
    auto *source = new LinkLabel(names.join(QStringLiteral(", ")));
    source->setToolTip(tr("Where this was read, as it stands there"));
    connect(source, &LinkLabel::opened, this, [this] { m_hub.open(QStringLiteral("section:source")); });
    line->addWidget(source);
    add(tr("Read"), row);
}

} // namespace meshscope
