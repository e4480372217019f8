#include "ui/lineage/filterpanel.h"

#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSignalBlocker>

#include <set>

namespace meshscope {

FilterPanel::FilterPanel(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("filterPanel"));
    setFrameShape(QFrame::StyledPanel);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(px(16), px(12), px(16), px(12));
    form->setSpacing(px(8));
    const auto add = [&](const QString &label, const char *name, QString LineageFilter::*value) {
        auto *box = new QComboBox;
        box->setObjectName(QLatin1StringView(name));
        box->setMinimumWidth(px(200));
        box->setMaxVisibleItems(20);
        form->addRow(label, box);
        m_fields.append({box, value});
        connect(box, &QComboBox::activated, this, [this, box, value] {
            m_filter.*value = box->currentData().toString();
            emit filterChanged();
        });
    };
    add(tr("Domain"), "domain", &LineageFilter::domain);
    add(tr("Platform"), "platform", &LineageFilter::platform);
    add(tr("Kind"), "kind", &LineageFilter::kind);
    add(tr("Status"), "status", &LineageFilter::status);
    add(tr("Owner"), "owner", &LineageFilter::owner);
    add(tr("Tag"), "tag", &LineageFilter::tag);
    auto *clear = plainButton(tr("Show Everything"), {}, this);
    form->addRow(QString(), clear);
    connect(clear, &QPushButton::clicked, this, [this] {
        setFilter({});
        emit filterChanged();
        close();
    });
}

void FilterPanel::setMesh(const Mesh &mesh)
{
    std::set<QString> platforms, kinds, owners, tags;
    const auto take = [&](const Entity &e) {
        for (const PartyRole &role : e.owners)
            owners.insert(role.name.isEmpty() ? role.party : role.name);
        for (const QString &tag : e.tags)
            tags.insert(tag);
    };
    for (const NodeId n : mesh.nodes(Kind::Dataset)) {
        const Dataset &d = mesh.dataset(n);
        platforms.insert(d.platform);
        kinds.insert(d.type);
        take(d);
    }
    for (const NodeId n : mesh.nodes(Kind::Product))
        take(mesh.product(n));
    for (const Field &field : std::as_const(m_fields)) {
        const QSignalBlocker blocker(field.box);
        field.box->clear();
        field.box->addItem(tr("All"), QString());
        const auto addAll = [&](const std::set<QString> &values) {
            for (const QString &v : values) {
                if (!v.isEmpty())
                    field.box->addItem(v, v);
            }
        };
        if (field.value == &LineageFilter::domain) {
            for (const NodeId d : mesh.nodes(Kind::Domain))
                field.box->addItem(mesh.domainPath(d).join(QStringLiteral(" › ")), mesh.address(d).toString());
        } else if (field.value == &LineageFilter::status) {
            for (const Status s : {Status::Breached, Status::AtRisk, Status::Unknown, Status::Met, Status::NoPromise})
                field.box->addItem(statusName(s), statusWord(s));
        } else if (field.value == &LineageFilter::platform) {
            addAll(platforms);
        } else if (field.value == &LineageFilter::kind) {
            addAll(kinds);
        } else if (field.value == &LineageFilter::owner) {
            addAll(owners);
        } else {
            addAll(tags);
        }
        showField(field);
    }
}

void FilterPanel::showField(const Field &field)
{
    const QSignalBlocker blocker(field.box);
    int index = field.box->findData(m_filter.*(field.value));
    if (index < 0) {
        field.box->addItem(m_filter.*(field.value), m_filter.*(field.value));
        index = field.box->count() - 1;
    }
    field.box->setCurrentIndex(index);
}

void FilterPanel::setFilter(const LineageFilter &filter)
{
    m_filter = filter;
    for (const Field &field : std::as_const(m_fields))
        showField(field);
}

} // namespace meshscope
