#pragma once

#include "models/health/health.h"
#include "tests/support/samplemesh.h"
#include "ui/graph/graphview.h"
#include "ui/widgets/page.h"

#include <QtTest>

namespace meshscope::test {

inline Snapshot sampleSnapshot()
{
    Snapshot s;
    s.mesh = sampleMesh();
    s.health = evaluateHealth(s.mesh, sampleNow());
    return s;
}

/// A page of its own window that shows the snapshot, or is about to.
template<class GraphPage>
std::unique_ptr<GraphPage> shownPage(const Snapshot &snapshot)
{
    auto page = std::make_unique<GraphPage>();
    page->resize(1200, 800);
    page->show();
    page->setSnapshot(snapshot);
    return page;
}

/// The middle of a card on the screen.
inline QPoint middleOf(const GraphView &view, const QString &id)
{
    return view.cardRectOnScreen(view.scene()->cardOf(id)).center();
}

/// Three cards in a row, the middle one with hidden neighbours; and one apart.
inline ScenePtr smallScene()
{
    std::vector<SceneCard> cards(4);
    const char *names[] = {"orders", "revenue", "report", "stock"};
    for (size_t i = 0; i < 4; ++i) {
        cards[i].id = QStringLiteral("shop/dataset/%1").arg(QLatin1StringView(names[i]));
        cards[i].name = QLatin1StringView(names[i]);
        cards[i].context = QStringLiteral("Finance");
        cards[i].rect = QRectF(i == 3 ? 0 : double(i) * 280, i == 3 ? 160 : 0, 176, 52);
    }
    cards[1].hiddenUp = 12;
    cards[1].status = Status::Breached;
    std::vector<SceneEdge> edges(2);
    for (int i = 0; i < 2; ++i) {
        edges[size_t(i)].from = i;
        edges[size_t(i)].to = i + 1;
        edges[size_t(i)].route.points = {{i * 280 + 176.0, 26}, {i * 280 + 280.0, 26}};
    }
    return std::make_shared<Scene>(cards, std::vector<SceneGroup>(), edges);
}

} // namespace meshscope::test
