#include "ui/product/productpage.h"

#include "models/items/cellmodel.h"
#include "ui/product/levelspanel.h"
#include "ui/product/productexport.h"
#include "ui/product/productheader.h"
#include "ui/product/sectionlist.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/taborder.h"

#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace meshscope {

ProductPage::ProductPage(Workspace &workspace, const SampleReader &samples, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_samples(samples)
    , m_content(new QWidget)
    , m_top(new QVBoxLayout(m_content))
    , m_list(new SectionList)
    , m_entries(new CellModel({{tr("Section")}}, this))
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("productPage"));
    setGround(this, &Tokens::surface);
    m_panel = new StatePanel(m_content);
    build();
    connect(&m_hub, &SectionHub::openRequested, this, &Page::openRequested);
    connect(&m_hub, &SectionHub::selected, this, &Page::selected);
    connect(&m_hub, &SectionHub::said, this, &Page::said);
    connect(&m_hub, &SectionHub::sectionRequested, this, &ProductPage::showSection);
    connect(&m_hub, &SectionHub::levelRequested, this, &ProductPage::showLevel);
    connect(m_panel, &StatePanel::actionRequested, this, [this] {
        Location find{QStringLiteral("find"), {}, {}};
        const Result<Address> address = Address::parse(m_address);
        const QString word = address ? address->id.section(u'/', -1) : m_address;
        find.add("q", word);
        emit openRequested(find);
    });
}

ProductPage::~ProductPage() = default;

void ProductPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    m_top->setContentsMargins(0, 0, 0, 0);
    m_top->setSpacing(0);
    m_top->addWidget(makeLine(Qt::Horizontal));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_list->setObjectName(QStringLiteral("sectionList"));
    m_list->setAccessibleName(tr("Sections"));
    m_list->setModel(m_entries);
    row->addWidget(m_list);
    setInitialFocus(this, m_list);
    row->addWidget(makeLine(Qt::Vertical));
    row->addWidget(m_stack, 1);
    m_top->addLayout(row, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_isFilling)
            showSection(index.data(AddressRole).toString());
    });
}

QString ProductPage::title() const
{
    return m_subject.isValid() ? m_subject.name().simplified() : tr("Not found");
}

QList<Page::Crumb> ProductPage::crumbs() const
{
    QList<Crumb> list;
    if (!m_subject.isValid())
        return list;
    const Mesh &mesh = m_subject.mesh();
    NodeId domain = mesh.domainOf(m_subject.node);
    while (domain.isValid()) {
        list.prepend({mesh.name(domain), {QStringLiteral("product"), mesh.address(domain).toString(), {}}});
        domain = mesh.domainOf(domain);
    }
    const NodeId product = mesh.productOf(m_subject.node);
    if (product.isValid() && product != m_subject.node)
        list << Crumb{mesh.name(product), {QStringLiteral("product"), mesh.address(product).toString(), {}}};
    if (!m_subject.column.isEmpty())
        list << Crumb{mesh.name(m_subject.node), {QStringLiteral("product"), mesh.address(m_subject.node).toString(), {}}};
    return list;
}

Location ProductPage::location() const
{
    Location location{QStringLiteral("product"), m_subject.isValid() ? m_subject.address() : m_address, {}};
    if (m_section != QLatin1String("overview"))
        location.add("section", m_section);
    location.add("level", m_level);
    if (const int at = scroll(); at > 0)
        location.add("scroll", QString::number(at));
    return location;
}

void ProductPage::setLocation(const Location &location)
{
    const QString section = location.option("section").isEmpty() ? QStringLiteral("overview") : location.option("section");
    m_wantedScroll = location.option("scroll").toInt();
    const bool isSame = m_address == location.address && m_subject.isValid();
    m_address = location.address;
    m_level = location.option("level");
    m_section = section;
    if (isSame) {
        if (QWidget *built = m_built.value(section))
            applyLevel(built);
        showSection(section);
    } else {
        rebuild();
    }
    emit locationChanged();
}

void ProductPage::setSnapshot(const Snapshot &snapshot)
{
    const bool hadOne = m_subject.isValid();
    if (hadOne)
        m_wantedScroll = scroll();
    m_snapshot = snapshot;
    rebuild();
    if (!hadOne)
        emit locationChanged();
}

void ProductPage::findSubject()
{
    m_subject = {};
    if (!m_snapshot.mesh || m_address.isEmpty())
        return;
    m_subject.snapshot = m_snapshot;
    const Mesh &mesh = *m_snapshot.mesh;
    if (const auto column = mesh.resolveColumn(m_address)) {
        m_subject.node = column->dataset;
        m_subject.column = column->path;
        return;
    }
    if (const Result<Address> address = Address::parse(m_address))
        m_subject.node = mesh.find(*address);
    if (!m_subject.node.isValid()) {
        if (const Result<NodeId> typed = mesh.resolve(m_address))
            m_subject.node = *typed;
    }
}

void ProductPage::forgetSections()
{
    for (QWidget *widget : std::as_const(m_built)) {
        m_stack->removeWidget(widget);
        delete widget;
    }
    m_built.clear();
    delete m_header;
    m_header = nullptr;
}

void ProductPage::rebuild()
{
    // What is being typed or pressed in a section is not there any more afterwards: only its place is kept.
    forgetSections();
    findSubject();
    if (!m_subject.isValid()) {
        showGone();
        return;
    }
    auto *header = new ProductHeader(m_subject, m_hub, m_content);
    m_header = header;
    m_top->insertWidget(0, header);
    fillExport(header->exportMenu());
    fillList();
    m_panel->showContent();
    const EndpointFacts &endpoint = m_subject.mesh().endpointOf(m_subject.node);
    const Entity &entity = m_subject.mesh().entity(m_subject.node);
    QDateTime stale;
    for (const Property &p : entity.properties) {
        if (p.name == QLatin1String("meshscope:staleSince"))
            stale = QDateTime::fromString(p.value, Qt::ISODateWithMs);
    }
    if (stale.isValid())
        m_panel->setStale(stale);
    else
        m_panel->setPartial(endpoint.complete ? QString()
                                              : tr("%1 was not read completely: %2").arg(endpoint.name, endpoint.missing));
    showSection(m_section);
}

void ProductPage::showGone()
{
    m_panel->setPartial({});
    if (!m_snapshot.mesh) {
        m_panel->showLoading(tr("Loading the mesh"));
        return;
    }
    if (m_address.isEmpty()) {
        m_panel->showEmpty(tr("Nothing is chosen"), tr("Open a product from the map or find one."), tr("Find"));
        return;
    }
    const QString shown = m_address.left(300).simplified();
    const QString why = m_snapshot.asOf.isValid()
                            ? tr("%1 was not in the mesh on %2. Go back to now, or find it under another name.")
                                  .arg(shown, exactTime(m_snapshot.asOf))
                            : tr("%1 is not in the mesh: it was removed, renamed, or its endpoint was taken away. Find it "
                                 "under another name, or read its endpoint again.")
                                  .arg(shown);
    m_panel->showEmpty(tr("This is gone"), why, tr("Find it"));
}

void ProductPage::fillList()
{
    m_isFilling = true;
    const QList<SectionEntry> entries = sectionsOf(m_subject);
    QList<CellModel::Row> rows;
    bool isKnown = false;
    for (const SectionEntry &entry : entries) {
        isKnown = isKnown || entry.id == m_section;
        rows << CellModel::Row{entry.id,
                               {Cell{.text = entry.title, .detail = entry.count ? numberText(*entry.count) : QString()}}};
    }
    m_entries->setRows(std::move(rows));
    if (!isKnown)
        m_section = QStringLiteral("overview");
    m_isFilling = false;
}

QWidget *ProductPage::widgetOf(const QString &section)
{
    if (QWidget *built = m_built.value(section))
        return built;
    QWidget *widget = makeSection(section, m_subject, {m_workspace, m_samples, m_hub});
    widget->setObjectName(QStringLiteral("section-") + section);
    m_built.insert(section, widget);
    m_stack->addWidget(widget);
    applyLevel(widget);
    for (LevelsPanel *panel : widget->findChildren<LevelsPanel *>()) {
        connect(panel, &LevelsPanel::levelChanged, this, [this](const QString &level) {
            m_level = level;
            emit locationChanged();
        });
    }
    return widget;
}

void ProductPage::showSection(const QString &id)
{
    if (!m_subject.isValid())
        return;
    QModelIndex found;
    for (int row = 0; row < m_entries->rowCount(); ++row) {
        if (m_entries->rows()[row].address == id)
            found = m_entries->index(row, 0);
    }
    if (!found.isValid())
        return showSection(QStringLiteral("overview"));
    const bool isNew = m_section != id;
    m_section = id;
    m_isFilling = true;
    m_list->setCurrentIndex(found);
    m_isFilling = false;
    m_stack->setCurrentWidget(widgetOf(id));
    if (m_wantedScroll > 0)
        QMetaObject::invokeMethod(this, &ProductPage::applyScroll, Qt::QueuedConnection);
    if (isNew)
        emit locationChanged();
}

void ProductPage::showLevel(const QString &level, bool withEvidence)
{
    m_level = level;
    if (withEvidence)
        showSection(QStringLiteral("levels"));
    applyLevel(m_stack->currentWidget());
}

void ProductPage::applyLevel(QWidget *widget)
{
    if (m_level.isEmpty() || !widget)
        return;
    for (LevelsPanel *panel : widget->findChildren<LevelsPanel *>())
        panel->setLevel(m_level);
}

int ProductPage::scroll() const
{
    const auto *area = qobject_cast<const QScrollArea *>(m_stack->currentWidget());
    return area ? area->verticalScrollBar()->value() : 0;
}

void ProductPage::applyScroll()
{
    if (auto *area = qobject_cast<QScrollArea *>(m_stack->currentWidget())) {
        area->widget()->adjustSize();
        area->verticalScrollBar()->setValue(m_wantedScroll);
    }
    m_wantedScroll = 0;
}

void ProductPage::fillExport(QMenu *menu)
{
    const QString name = fileNameFor(m_subject.name());
    const Subject subject = m_subject;
    if (!subject.levels().isEmpty()) {
        menu->addAction(tr("Service levels (CSV)…"), this, [this, subject, name] {
            save(name + QStringLiteral("-levels.csv"), [subject] { return levelsCsv(subject); });
        });
    }
    if (!subject.datasets().isEmpty()) {
        menu->addAction(tr("Columns (CSV)…"), this, [this, subject, name] {
            save(name + QStringLiteral("-columns.csv"), [subject] { return columnsCsv(subject); });
        });
    }
    menu->addAction(tr("Facts (text)…"), this, [this, subject, name] {
        save(name + QStringLiteral(".txt"), [subject] { return factsText(subject); });
    });
    menu->addAction(tr("This page as it is (PNG)…"), this,
                    [this, name] { save(name + QStringLiteral(".png"), [this] { return pictureOf(*this); }); });
}

void ProductPage::save(const QString &suggested, const std::function<QByteArray()> &content)
{
    // Not modal: what is on the page can be read on.
    auto *dialog = new QFileDialog(this, tr("Export"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggested);
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, [this, content](const QString &path) {
        QSaveFile file(path);
        const bool isDone = file.open(QIODevice::WriteOnly) && file.write(content()) >= 0 && file.commit();
        emit said(isDone ? tr("Saved %1").arg(path)
                         : tr("%1 could not be written: %2. Choose another folder.").arg(path, file.errorString()));
    });
    dialog->show();
}

} // namespace meshscope
