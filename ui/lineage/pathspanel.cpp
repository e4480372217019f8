#include "ui/lineage/pathspanel.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/tableview.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStandardPaths>

namespace meshscope {

namespace {

constexpr qsizetype mostDigits = 400; ///< of the exact number in a tooltip

QString csvField(QString text)
{
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

QByteArray pathsCsv(const Mesh &mesh, const graph::MeshPaths &paths)
{
    QString out = QStringLiteral("path,steps,names,addresses\r\n");
    for (size_t i = 0; i < paths.first.size(); ++i) {
        QStringList names, addresses;
        for (const NodeId n : paths.first[i]) {
            names.append(mesh.name(n));
            addresses.append(mesh.address(n).toString());
        }
        out += QStringLiteral("%1,%2,%3,%4\r\n")
                   .arg(QString::number(i + 1), QString::number(paths.first[i].size() - 1),
                        csvField(names.join(QStringLiteral(" → "))), csvField(addresses.join(u' ')));
    }
    return out.toUtf8();
}

PathsPanel::PathsPanel(QWidget *parent)
    : GraphList(parent)
{
    setObjectName(QStringLiteral("pathsPanel"));
    auto *turn = iconButton(QStringLiteral("sync"), tr("Look the other way round"), this);
    m_save = iconButton(QStringLiteral("export"), tr("Save the list as CSV"), this);
    turn->setObjectName(QStringLiteral("turn"));
    m_save->setObjectName(QStringLiteral("savePaths"));
    m_head->addAction(turn);
    m_head->addAction(m_save);
    addClose();
    m_table->setObjectName(QStringLiteral("paths"));
    m_table->setAccessibleName(tr("Paths"));
    m_choose = [this](const QString &proposed) { return QFileDialog::getSaveFileName(this, tr("Save Paths"), proposed); };
    connect(turn, &QToolButton::clicked, this, &PathsPanel::turned);
    connect(m_save, &QToolButton::clicked, this, &PathsPanel::save);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            emit chosen(current.row());
    });
}

void PathsPanel::showSearching(const QString &from, const QString &to)
{
    m_title = tr("Paths from %1 to %2").arg(from, to);
    m_head->setTitle(m_title);
    m_head->setContext(tr("counting …"));
    m_head->setToolTip({});
    const QSignalBlocker blocker(m_table->selectionModel());
    m_model->removeRows(0, m_model->rowCount());
    m_save->setEnabled(false);
}

/// "3 paths", "≈ 1.2 × 10⁴⁸ paths, the 200 shortest are listed".
QString PathsPanel::wordsOf(const graph::MeshPaths &paths) const
{
    if (paths.count.isZero())
        return tr("no path leads there");
    const auto listed = int(paths.first.size());
    const bool all = paths.count == graph::BigCount(quint64(listed));
    QString words = all ? tr("%Ln paths", "", listed)
                        : tr("%1 paths, the %2 shortest are listed").arg(paths.count.inWords(locale())).arg(listed);
    if (paths.cycles > 0)
        words = tr("%1; %2").arg(words, tr("%Ln cycles count as one step each", "", paths.cycles));
    return words;
}

void PathsPanel::setPaths(const Mesh &mesh, const graph::MeshPaths &paths)
{
    showSearching(mesh.name(paths.from), mesh.name(paths.to));
    m_summary = wordsOf(paths);
    const auto listed = int(paths.first.size());
    const bool all = paths.count == graph::BigCount(quint64(listed));
    m_status = paths.count.isZero()
                   ? tr("No path leads from %1 to %2").arg(mesh.name(paths.from), mesh.name(paths.to))
                   : tr("%1 from %2 to %3")
                         .arg(all ? tr("%Ln paths", "", listed) : tr("%1 paths").arg(paths.count.inWords(locale())),
                              mesh.name(paths.from), mesh.name(paths.to));
    m_head->setContext(m_summary);
    QString exact = paths.count.toString();
    if (exact.size() > mostDigits)
        exact = tr("%1… (%Ln digits)", "", int(exact.size())).arg(exact.left(mostDigits));
    m_head->setToolTip(exact);
    m_save->setEnabled(!paths.first.empty());
    const QSignalBlocker blocker(m_table->selectionModel());
    m_model->setHorizontalHeaderLabels({tr("Path"), tr("Steps"), tr("Through")});
    for (size_t i = 0; i < paths.first.size(); ++i) {
        QStringList names;
        for (const NodeId n : paths.first[i])
            names.append(mesh.name(n));
        auto *number = new QStandardItem;
        number->setData(int(i + 1), Qt::DisplayRole);
        auto *steps = new QStandardItem;
        steps->setData(int(names.size() - 1), Qt::DisplayRole);
        for (QStandardItem *item : {number, steps})
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *through = new QStandardItem(names.join(QStringLiteral(" → ")));
        through->setToolTip(names.join(u'\n').left(4000));
        m_model->appendRow({number, steps, through});
    }
    m_table->fitColumns(2);
    m_csv = pathsCsv(mesh, paths);
}

void PathsPanel::select(int path)
{
    const QSignalBlocker blocker(m_table->selectionModel());
    if (path >= 0 && path < m_model->rowCount())
        m_table->selectRow(path);
    else
        m_table->clearSelection();
}

void PathsPanel::save()
{
    QString name = m_title;
    for (QChar &c : name) {
        if (QStringLiteral("/\\:*?\"<>|").contains(c) || c.unicode() < 0x20)
            c = u'-';
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = m_choose(QDir(folder).filePath(name.left(120) + QStringLiteral(".csv")));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_csv) != m_csv.size() || !file.commit())
        emit said(tr("%1 cannot be written: %2").arg(path, file.errorString()));
    else
        emit said(tr("Exported to %1").arg(QDir::toNativeSeparators(path)));
}

} // namespace meshscope
