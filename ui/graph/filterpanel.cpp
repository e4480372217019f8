#include "ui/graph/filterpanel.h"

#include "ui/theme/style.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSignalBlocker>

#include <set>

namespace meshscope {

namespace {

using Field = NodeFilter::Field;

QString ageName(const QString &word)
{
    if (word == u"day")
        return FilterPanel::tr("Data of the last day");
    if (word == u"week")
        return FilterPanel::tr("Data of the last week");
    if (word == u"month")
        return FilterPanel::tr("Data of the last 30 days");
    if (word == u"older")
        return FilterPanel::tr("No data for 30 days");
    return word == u"unknown" ? FilterPanel::tr("Age of data unknown") : word;
}

/// The values the things of a mesh have in the fields that are plain words.
std::map<Field, std::set<QString>> valuesIn(const Mesh &mesh)
{
    std::map<Field, std::set<QString>> values;
    const auto take = [&](const Entity &e) {
        for (const PartyRole &role : e.owners)
            values[Field::Owner].insert(role.name.isEmpty() ? role.party : role.name);
        for (const QString &tag : e.tags)
            values[Field::Tag].insert(tag);
    };
    for (const NodeId n : mesh.nodes(Kind::Dataset)) {
        const Dataset &d = mesh.dataset(n);
        values[Field::Platform].insert(d.platform);
        values[Field::Kind].insert(d.type);
        take(d);
    }
    for (const NodeId n : mesh.nodes(Kind::Product))
        take(mesh.product(n));
    return values;
}

} // namespace

FilterPanel::FilterPanel(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("filterPanel"));
    setFrameShape(QFrame::StyledPanel);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(px(16), px(12), px(16), px(12));
    form->setSpacing(px(8));
    for (const Field field : NodeFilter::fields) {
        auto *box = new QComboBox;
        box->setObjectName(NodeFilter::word(field));
        box->setMinimumWidth(px(200));
        box->setMaxVisibleItems(20);
        form->addRow(filterFieldName(field), box);
        m_choices.append({field, box});
        connect(box, &QComboBox::activated, this, [this, box, field] {
            m_filter.value(field) = box->currentData().toString();
            emit filterChanged();
        });
    }
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
    const std::map<Field, std::set<QString>> values = valuesIn(mesh);
    for (const Choice &choice : std::as_const(m_choices)) {
        const QSignalBlocker blocker(choice.box);
        choice.box->clear();
        choice.box->addItem(tr("All"), QString());
        if (choice.field == Field::Domain) {
            for (const NodeId d : mesh.nodes(Kind::Domain))
                choice.box->addItem(mesh.domainPath(d).join(QStringLiteral(" › ")), mesh.address(d).toString());
        } else if (choice.field == Field::Status) {
            for (const Status s : {Status::Breached, Status::AtRisk, Status::Unknown, Status::Met, Status::NoPromise})
                choice.box->addItem(statusName(s), statusWord(s));
        } else if (choice.field == Field::Age) {
            for (const char *word : NodeFilter::ageWords)
                choice.box->addItem(ageName(QString::fromLatin1(word)), QString::fromLatin1(word));
        } else if (const auto it = values.find(choice.field); it != values.end()) {
            for (const QString &v : it->second) {
                if (!v.isEmpty())
                    choice.box->addItem(v, v);
            }
        }
        showChoice(choice);
    }
}

void FilterPanel::showChoice(const Choice &choice)
{
    const QSignalBlocker blocker(choice.box);
    const QString &value = m_filter.value(choice.field);
    int index = choice.box->findData(value);
    if (index < 0) {
        choice.box->addItem(value, value);
        index = choice.box->count() - 1;
    }
    choice.box->setCurrentIndex(index);
}

void FilterPanel::setFilter(const NodeFilter &filter)
{
    m_filter = filter;
    for (const Choice &choice : std::as_const(m_choices))
        showChoice(choice);
}

QString filterFieldName(Field field)
{
    switch (field) {
    case Field::Domain: return FilterPanel::tr("Domain");
    case Field::Platform: return FilterPanel::tr("Platform");
    case Field::Kind: return FilterPanel::tr("Kind");
    case Field::Status: return FilterPanel::tr("Status");
    case Field::Owner: return FilterPanel::tr("Owner");
    case Field::Tag: return FilterPanel::tr("Tag");
    case Field::Age: break;
    }
    return FilterPanel::tr("Age");
}

QString filterValueName(const NodeFilter &filter, Field field, const Mesh &mesh)
{
    const QString &value = filter.value(field);
    if (field == Field::Domain) {
        const Result<Address> parsed = Address::parse(value);
        const NodeId n = parsed ? mesh.find(*parsed) : NodeId();
        return n.isValid() ? mesh.name(n) : value;
    }
    if (field == Field::Status) {
        for (const Status s : {Status::Met, Status::AtRisk, Status::Breached, Status::Unknown, Status::NoPromise}) {
            if (statusWord(s) == value)
                return statusName(s);
        }
    }
    return field == Field::Age ? ageName(value) : value;
}

QString filterInWords(const NodeFilter &filter, const Mesh &mesh)
{
    QStringList words;
    for (const Field field : NodeFilter::fields) {
        if (!filter.value(field).isEmpty())
            words.append(filterValueName(filter, field, mesh));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace meshscope
