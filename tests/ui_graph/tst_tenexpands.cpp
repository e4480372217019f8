#include "tests/support/testmain.h"
#include "tests/ui_graph/viewhelp.h"
#include "ui/lineage/lineagepage.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace meshscope;

namespace {

constexpr int layers = 7;
constexpr int perLayer = 40;

QString nameOf(int layer, int i)
{
    return QStringLiteral("t%1_%2").arg(layer).arg(i);
}

/// Tables in layers, each made from one to three of the layer before, now and then from one further back.
Records layered(quint32 seed)
{
    QRandomGenerator random(seed);
    Records r;
    for (int layer = 0; layer < layers; ++layer) {
        for (int i = 0; i < perLayer; ++i) {
            Dataset d;
            d.id = d.name = nameOf(layer, i);
            r.datasets.append(d);
            for (int k = layer > 0 ? 1 + random.bounded(3) : 0; k > 0; --k)
                r.lineage.append({nameOf(layer - 1, random.bounded(perLayer)), d.id, {}});
            if (layer > 2 && random.bounded(4) == 0)
                r.lineage.append({nameOf(random.bounded(layer - 1), random.bounded(perLayer)), d.id, {}});
        }
    }
    return r;
}

} // namespace

/// A person who expands ten nodes in a row never loses their place.
class TestTenExpands : public QObject {
    Q_OBJECT
private slots:
    void tenInARow_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<bool>("fitted");
        for (quint32 seed = 1; seed <= 4; ++seed) {
            QTest::addRow("seed %u, actual size", seed) << seed << false;
            QTest::addRow("seed %u, the whole graph in view", seed) << seed << true;
        }
    }
    void tenInARow()
    {
        QFETCH(const quint32, seed);
        QFETCH(const bool, fitted);
        Snapshot snapshot;
        snapshot.mesh = test::meshOf(layered(seed));
        LineagePage page;
        page.resize(1280, 800);
        page.show();
        page.setSnapshot(snapshot);
        QSignalSpy drawn(&page, &LineagePage::drawn);
        page.setLocation({QStringLiteral("lineage"), QStringLiteral("shop/dataset/") + nameOf(3, 7),
                          QUrlQuery(QStringLiteral("up=1&down=1"))});
        QTRY_VERIFY(drawn.count() > 0);
        GraphView &view = *page.view();
        if (!fitted)
            view.setZoom(1);
        QRandomGenerator random(seed);
        int expanded = 0;
        for (int i = 0; i < 10; ++i) {
            const Part part = nextButton(view, random);
            if (part.card < 0)
                break;
            // A person first brings what they want to see into the view.
            view.focusCard(part.card);
            QTRY_VERIFY(view.isSharp());
            const Button button{view.scene()->cards()[size_t(part.card)].id, part.up};
            const QHash<QString, QPointF> before = middles(view);
            const QPoint pointer = placeOf(view, button);
            if (!view.rect().contains(pointer))
                continue;
            const qsizetype count = drawn.count();
            QTest::mouseClick(&view, Qt::LeftButton, {}, pointer);
            QTRY_VERIFY(drawn.count() > count);
            QTRY_VERIFY(view.isSharp());
            ++expanded;
            check(view, button.id, before);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(expanded >= 8, qPrintable(QString::number(expanded)));
    }

private:
    struct Part {
        int card = -1;
        bool up = false;
    };
    struct Button {
        QString id;
        bool up = false;
    };
    static Part nextButton(const GraphView &view, QRandomGenerator &random)
    {
        std::vector<Part> all;
        for (size_t i = 0; i < view.scene()->cards().size(); ++i) {
            const SceneCard &card = view.scene()->cards()[i];
            if (card.hiddenUp > 0)
                all.push_back({int(i), true});
            if (card.hiddenDown > 0)
                all.push_back({int(i), false});
        }
        return all.empty() ? Part() : all[size_t(random.bounded(int(all.size())))];
    }
    static QPoint placeOf(const GraphView &view, const Button &button)
    {
        const int card = view.scene()->cardOf(button.id);
        return view.camera().toScreen(view.scene()->buttonRect(card, button.up)).center().toPoint();
    }
    static QHash<QString, QPointF> middles(const GraphView &view)
    {
        QHash<QString, QPointF> places;
        for (const SceneCard &card : view.scene()->cards())
            places.insert(card.id, view.camera().toScreen(card.rect).center());
        return places;
    }
    /// The card is where it was; what was above another in its layer still is, and so is what was left of it.
    static void check(const GraphView &view, const QString &id, const QHash<QString, QPointF> &before)
    {
        const QHash<QString, QPointF> after = middles(view);
        QVERIFY(after.contains(id));
        const double moved = QLineF(after.value(id), before.value(id)).length();
        QVERIFY2(moved < 3, qPrintable(QStringLiteral("%1 moved by %2").arg(id).arg(moved)));
        QVERIFY(view.rect().contains(after.value(id).toPoint()));
        int pairs = 0;
        int turned = 0;
        for (auto a = before.begin(); a != before.end(); ++a) {
            QVERIFY2(after.contains(a.key()), qPrintable(a.key()));
            for (auto b = before.begin(); b != before.end(); ++b) {
                const QPointF was = b.value() - a.value();
                const QPointF is = after.value(b.key()) - after.value(a.key());
                const double layer = 60 * view.camera().scale;
                if (was.x() > layer) { // layers stay left of each other
                    QVERIFY2(is.x() > 0, qPrintable(a.key() + u' ' + b.key()));
                    continue;
                }
                if (std::abs(was.x()) > layer || was.y() <= 1)
                    continue;
                ++pairs;
                turned += is.y() <= 0 ? 1 : 0;
            }
        }
        QVERIFY2(turned * 50 <= pairs, qPrintable(QStringLiteral("%1 of %2 pairs turned").arg(turned).arg(pairs)));
    }
};

MESHSCOPE_TEST(TestTenExpands)
#include "tst_tenexpands.moc"
