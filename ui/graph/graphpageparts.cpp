#include "ui/graph/graphpageparts.h"

#include "ui/graph/graphprogress.h"
#include "ui/graph/graphselection.h"
#include "ui/graph/graphview.h"
#include "ui/widgets/page.h"
#include "ui/widgets/statepanel.h"

namespace meshscope {

GraphProgress *addGraphParts(Page *page, GraphView *view, StatePanel *panel, std::function<bool()> hasPicture)
{
    auto *progress = new GraphProgress(panel);
    QObject::connect(progress, &GraphProgress::cancelled, page, [page, panel, hasPicture = std::move(hasPicture)] {
        if (hasPicture())
            emit page->said(GraphProgress::tr("The layout was cancelled; the graph is as it was"));
        else
            panel->showFailed(GraphProgress::tr("The layout was cancelled"), GraphProgress::tr("There was no picture yet."));
    });
    QObject::connect(view, &GraphView::said, page, &Page::said);
    auto *picked = new GraphSelection(view);
    QObject::connect(picked, &GraphSelection::copied, page,
                     [page](int count) { emit page->said(GraphSelection::tr("%Ln cards copied", "", count)); });
    return progress;
}

} // namespace meshscope
