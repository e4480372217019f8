#include "ui/domains/mappage.h"

#include "ui/domains/flowlist.h"
#include "ui/domains/flowmatrix.h"
#include "ui/domains/maplegend.h"
#include "ui/domains/matrixpicture.h"
#include "ui/graph/exportpicture.h"
#include "ui/graph/filterbar.h"
#include "ui/graph/filterpanel.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphexporter.h"
#include "ui/graph/graphview.h"
#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/statepanel.h"

#include <QToolButton>

// The page's other arrangements of the same mesh: a treemap on the same canvas, a matrix in the canvas's place.
namespace meshscope {

void MapPage::connectMatrix()
{
    connect(m_matrix, &FlowMatrix::cellActivated, this, &MapPage::showCell);
    connect(m_matrix, &FlowMatrix::domainActivated, this, &MapPage::openNode);
    connect(m_legend, &MapLegend::missingOpened, this, &MapPage::showMissing);
    connect(m_matrix, &FlowMatrix::findRequested, m_find, [this] { m_find->setFocus(Qt::ShortcutFocusReason); });
    connect(m_matrix, &FlowMatrix::domainSelected, this, [this](const QString &id) {
        m_selected = id;
        emit selected(id);
        emit locationChanged();
    });
}

/// What is exported is what is shown, with its legend.
void MapPage::connectExports()
{
    m_exporter->setSource([this]() -> GraphExporter::Make {
        return
            [scene = m_shown.scene, drawn = m_shown.drawn, matrix = m_shown.matrix, mesh = m_snapshot.mesh, t = tokens(this),
             legend = m_legend->picture(), name = title()](const ExportOrder &order) -> Result<QByteArray> {
                if (!scene || !mesh)
                    return fail(Error::Code::NotFound, tr("There is nothing to draw"));
                if (!graph::isPicture(order.format))
                    return graph::writeGraph(*mesh, drawn, order.format);
                return matrix ? matrixPicture(*matrix, t, name, order, legend) : pictureOf(*scene, t, name, order, legend);
            };
    });
}

/// Shows what has been laid out where it belongs, and the choices that mean something there.
void MapPage::showArrangement()
{
    const bool isMatrix = m_shown.arrangement == MapRequest::Arrangement::Matrix;
    const bool isTreemap = m_shown.arrangement == MapRequest::Arrangement::Treemap;
    const bool hadFocus = m_view->hasFocus() || m_matrix->hasFocus();
    m_view->parentWidget()->setVisible(!isMatrix); // with the tree beside it
    m_matrix->setVisible(isMatrix);
    QWidget *first = isMatrix ? static_cast<QWidget *>(m_matrix) : m_view;
    m_matrix->parentWidget()->setFocusProxy(first);
    if (hadFocus)
        first->setFocus();
    if (isMatrix) {
        m_matrix->setMatrix(m_shown.matrix);
        if (!m_selected.isEmpty())
            m_matrix->select(m_selected);
    } else {
        showAnchored();
    }
    m_colour->setVisible(!isMatrix);
    m_sign->setVisible(!isMatrix);
    m_size->setVisible(!isMatrix);
    m_flows->setVisible(!isTreemap);
    m_zoom->setVisible(!isMatrix);
    findChild<QWidget *>(QStringLiteral("tree"))->setVisible(!isMatrix); // the matrix is a table itself
    showFilter();
    if (isTreemap && m_shown.scene->isEmpty() && !m_filter->filter().isActive())
        m_panel->showEmpty(tr("Nothing to compare"), QStringLiteral("%1; %2").arg(m_shown.note, m_shown.missingNote));
    else
        m_panel->showContent();
}

/// What a treemap has no area for, and what has no domain.
void MapPage::showMissing()
{
    m_flowList->setThings(*m_snapshot.mesh, m_snapshot.health.get(), m_shown.missingNote, m_shown.missing);
    m_flowList->show();
}

void MapPage::showLoose(const QString &title, const std::vector<NodeId> &datasets)
{
    m_flowList->setThings(*m_snapshot.mesh, m_snapshot.health.get(), title, datasets);
    m_flowList->show();
}

void MapPage::showCell(int row, int column)
{
    const FlowMatrixPtr &matrix = m_shown.matrix;
    if (!matrix)
        return;
    m_flowList->setFlows(*m_snapshot.mesh, m_snapshot.health.get(), matrix->rows[size_t(row)].name,
                         matrix->rows[size_t(column)].name, matrix->at(row, column));
    m_flowList->show();
}

int MapPage::findOnPage(const QString &words, bool next)
{
    const bool isMatrix = m_shown.arrangement == MapRequest::Arrangement::Matrix;
    const int found = isMatrix ? m_matrix->find(words, next) : m_view->find(words, next);
    if (next) {
        const int at = isMatrix ? m_matrix->findPosition() : m_view->findPosition();
        emit said(found > 0 ? tr("%1 of %2 found").arg(at + 1).arg(found)
                            : tr("Nothing on the map is called “%1”").arg(words));
    }
    return found;
}

void MapPage::buildFilter()
{
    setLook(m_filterButton, ButtonLook::Quiet, QStringLiteral("filter"));
    m_filterButton->setText(tr("Filter"));
    m_filterButton->setToolTip(tr("Show only some of what is there"));
    m_filterButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_filterButton->setCheckable(true);
    m_filterButton->setObjectName(QStringLiteral("filter"));
    connect(m_filterButton, &QToolButton::clicked, this, [this] {
        m_filterButton->setChecked(m_filter->filter().isActive());
        m_filter->move(m_filterButton->mapToGlobal(QPoint(0, m_filterButton->height() + px(4))));
        m_filter->show();
    });
    connect(m_filter, &FilterPanel::filterChanged, this, &MapPage::filterChanged);
    connect(m_filterBar, &FilterBar::cleared, this, [this] {
        m_filter->setFilter({});
        filterChanged();
    });
    connect(m_filterBar, &FilterBar::fieldCleared, this, [this](NodeFilter::Field field) {
        NodeFilter filter = m_filter->filter();
        filter.value(field).clear();
        m_filter->setFilter(filter);
        filterChanged();
    });
}

void MapPage::filterChanged()
{
    rebuild();
    emit locationChanged();
}

void MapPage::showFilter()
{
    m_filterButton->setChecked(m_filter->filter().isActive());
    m_filterBar->setHidden(m_filter->filter(), m_shown.hidden, *m_snapshot.mesh);
}

} // namespace meshscope
