#include "ui/lineage/lineagepage.h"

#include "ui/graph/filterbar.h"
#include "ui/graph/filterpanel.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphview.h"

#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace meshscope {

namespace {

constexpr int usualUp = 1;
constexpr int usualDown = 2;

QString levelWord(Level level)
{
    return level == Level::Dataset   ? QStringLiteral("dataset")
           : level == Level::Product ? QStringLiteral("product")
                                     : QStringLiteral("domain");
}

} // namespace

QString LineagePage::title() const
{
    return m_root.isEmpty() ? tr("Lineage") : tr("Lineage of %1").arg(nameOf(m_root));
}

QList<Page::Crumb> LineagePage::crumbs() const
{
    QList<Crumb> crumbs;
    const NodeId root = find(m_root);
    if (!root.isValid())
        return crumbs;
    const Mesh &mesh = *m_snapshot.mesh;
    const NodeId product = mesh.kind(root) == Kind::Product ? root : mesh.productOf(root);
    if (product.isValid())
        crumbs.prepend({mesh.name(product), {QStringLiteral("product"), mesh.address(product).toString(), {}}});
    for (NodeId d = mesh.domainOf(root); d.isValid(); d = mesh.domainOf(d))
        crumbs.prepend({mesh.name(d), {QStringLiteral("map"), mesh.address(d).toString(), {}}});
    return crumbs;
}

Level LineagePage::level() const
{
    const QString word = m_group->current();
    return word == u"dataset" || word == u"schema" ? Level::Dataset : word == u"product" ? Level::Product : Level::Domain;
}

void LineagePage::setLevel(Level level)
{
    m_group->setCurrent(levelWord(level));
}

Location LineagePage::location() const
{
    Location l{QStringLiteral("lineage"), m_root, {}};
    const auto depth = [](int value) { return value < 0 ? QStringLiteral("all") : QString::number(value); };
    if (m_up->value() != usualUp)
        l.add("up", depth(m_up->value()));
    if (m_down->value() != usualDown)
        l.add("down", depth(m_down->value()));
    if (m_levelChosen)
        l.add("level", m_group->current());
    if (m_arrangement->current() != u"layers")
        l.add("as", m_arrangement->current());
    if (m_columns->isChecked())
        l.add("columns", QStringLiteral("1"));
    if (!m_jobs->isChecked())
        l.add("jobs", QStringLiteral("0"));
    l.add("locked", m_view->locked());
    for (const auto &[address, up] : m_expanded)
        l.add(up ? "moreUp" : "moreDown", address);
    addFolds(l);
    if (!m_traceColumn.isEmpty()) {
        l.add("traced", m_traceDataset);
        l.add("column", m_traceColumn);
    }
    if (!m_pathFrom.isEmpty()) {
        l.add("from", m_pathFrom);
        l.add("to", m_pathTo);
        if (m_chosenPath > 0)
            l.add("path", QString::number(m_chosenPath));
    }
    for (const NodeFilter::Field field : NodeFilter::fields)
        l.add(NodeFilter::word(field).toLatin1().constData(), m_filter->filter().value(field));
    l.add("selected", m_selected);
    return l;
}

void LineagePage::setLocation(const Location &l)
{
    const auto depth = [&](const char *key, QSpinBox *box, int usual) {
        const QSignalBlocker blocker(box);
        bool ok = false;
        const int value = l.option(key).toInt(&ok);
        box->setValue(l.option(key) == u"all" ? allDepths : ok ? std::clamp(value, 0, box->maximum()) : usual);
    };
    QString root = l.address;
    QString column;
    if (m_snapshot.mesh && !root.isEmpty()) {
        if (const auto ref = m_snapshot.mesh->resolveColumn(root); ref && ref->dataset.isValid()) {
            root = m_snapshot.mesh->address(ref->dataset).toString();
            column = ref->path;
        }
    }
    root = canonical(root);
    depth("up", m_up, usualUp);
    depth("down", m_down, usualDown);
    const bool moved = root != m_root;
    m_root = root;
    const QString grouped = m_group->current();
    const QString levelOption = l.option("level");
    m_levelChosen = !levelOption.isEmpty();
    if (m_levelChosen)
        m_group->setCurrent(levelOption);
    const QString was = m_arrangement->current();
    m_arrangement->setCurrent(QStringLiteral("layers"));
    m_arrangement->setCurrent(l.option("as")); // unknown words change nothing
    const bool turned = m_arrangement->current() != was || m_group->current() != grouped;
    takeFolds(l);
    m_traceDataset = column.isEmpty() ? canonical(l.option("traced")) : root;
    m_traceColumn = column.isEmpty() ? l.option("column") : column;
    m_targetDataset.clear();
    m_targetColumn.clear();
    {
        const QSignalBlocker a(m_columns);
        const QSignalBlocker b(m_jobs);
        m_columns->setChecked(l.option("columns") == u"1" || !m_traceColumn.isEmpty());
        m_jobs->setChecked(l.option("jobs") != u"0");
    }
    m_expanded.clear();
    for (const QString &address : l.options.allQueryItemValues(QStringLiteral("moreUp"), QUrl::FullyDecoded))
        m_expanded.emplace(canonical(address), true);
    for (const QString &address : l.options.allQueryItemValues(QStringLiteral("moreDown"), QUrl::FullyDecoded))
        m_expanded.emplace(canonical(address), false);
    m_selected = canonical(l.option("selected"));
    NodeFilter filter;
    for (const NodeFilter::Field field : NodeFilter::fields)
        filter.value(field) = l.option(NodeFilter::word(field).toLatin1().constData());
    m_filter->setFilter(filter);
    const QString from = canonical(l.option("from"));
    const QString to = canonical(l.option("to"));
    const int path = l.option("path").toInt();
    if (from != m_pathFrom || to != m_pathTo || moved) {
        m_pinned.clear();
        if (!m_pathFrom.isEmpty()) // what was found there is no news here
            emit said({});
        // Without a mesh yet: found when it comes.
        m_pathFrom = from;
        m_pathTo = to;
        m_chosenPath = path;
        if (m_snapshot.mesh)
            findPaths(from, to, path);
    } else if (path != m_chosenPath && !from.isEmpty()) {
        choosePath(path);
    }
    if (moved)
        m_open.clear();
    if (moved || turned)
        resetView();
    m_view->setLocked(canonical(l.option("locked")));
    rebuild(m_root);
}

} // namespace meshscope
