#pragma once

#include "tests/ui_graph/viewhelp.h"
#include "ui/domains/mappage.h"

#include <cmath>

namespace meshscope::test {

inline const QString commerce = QStringLiteral("shop/domain/commerce");
inline const QString ordersDomain = QStringLiteral("shop/domain/orders");
inline const QString orders = QStringLiteral("shop/product/orders");

/// The domain map of the sample, and the hand of a person on it.
class MapHand {
protected:
    void showSample()
    {
        m_page = shownPage<MapPage>(sampleSnapshot());
        QTRY_VERIFY(m_page->shown().scene);
    }
    [[nodiscard]] GraphView &view() const { return *m_page->view(); }
    [[nodiscard]] const Scene &scene() const { return *m_page->view()->scene(); }
    [[nodiscard]] QRectF placeOf(const QString &id) const { return view().placeOf(id); }
    [[nodiscard]] bool isOpen(const QString &id) const
    {
        const int group = scene().groupOf(id);
        const int card = scene().cardOf(id);
        return group >= 0 ? scene().groups()[size_t(group)].fold == SceneFold::Open
                          : card >= 0 && scene().cards()[size_t(card)].fold == SceneFold::Open;
    }
    /// Turns the wheel at a place until the zoom is there.
    void wheel(QPoint at, double zoom)
    {
        const double steps = std::log(zoom / view().zoom()) / std::log(1.2);
        QWheelEvent event(at, view().mapToGlobal(at), {}, QPoint(0, int(std::lround(steps * 120))), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view(), &event);
    }
    /// Until what a zoom has set going has ended: the time it waits for has passed, and no layout is on its way.
    void settle()
    {
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(clock.elapsed() > 3 * MapPage::zoomDelay && m_page->isSettled());
    }
    void open(const QStringList &ids)
    {
        Location l{QStringLiteral("map"), {}, {}};
        for (const QString &id : ids)
            l.add("open", id);
        m_page->setLocation(l);
        QTRY_VERIFY(ids.isEmpty() || isOpen(ids.last()));
        settle();
    }
    [[nodiscard]] QString datasetWithColumns(const QString &product) const
    {
        const MeshPtr mesh = sampleMesh();
        for (const NodeId d : mesh->datasetsOf(at(mesh, product))) {
            if (!mesh->columns(d).isEmpty())
                return mesh->address(d).toString();
        }
        return {};
    }
    QString openDataset()
    {
        const QString dataset = datasetWithColumns(orders);
        open({commerce, ordersDomain, orders, dataset});
        return dataset;
    }
    [[nodiscard]] Camera centred(const QString &id, double zoom) const
    {
        Camera camera;
        camera.scale = zoom;
        camera.offset = QRectF(view().rect()).center() - view().camera().toScene(placeOf(id).center()) * zoom;
        return camera;
    }

    std::unique_ptr<MapPage> m_page;
};

} // namespace meshscope::test
