#include "tests/support/testmain.h"
#include "tests/ui_graph/maphand.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace meshscope;
using test::commerce;
using test::orders;
using test::ordersDomain;

/// What is open on the domain map, as a screen reader lists it.
class TestMapLists : public QObject, test::MapHand {
    Q_OBJECT
private slots:
    void init() { showSample(); }
    void cleanup() { m_page.reset(); }

    void aScreenReaderOpensACard()
    {
        open({commerce, ordersDomain});
        view().setCamera(centred(orders, 1.0));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view());
        QVERIFY(list);
        QAccessibleInterface *card = nullptr;
        for (int i = 0; i < list->childCount() && !card; ++i) {
            if (list->child(i)->rect().center() ==
                QRect(view().mapToGlobal(placeOf(orders).toAlignedRect().topLeft()), placeOf(orders).toAlignedRect().size())
                    .center())
                card = list->child(i);
        }
        QVERIFY(card);
        QVERIFY(card->state().expandable && card->state().collapsed);
        QVERIFY(card->actionInterface()->actionNames().contains(QStringLiteral("Show what is in it")));
        card->actionInterface()->doAction(QStringLiteral("Show what is in it"));
        QTRY_VERIFY(isOpen(orders));
    }
    void aScreenReaderHearsWhatIsInOpenBoxes()
    {
        const QString dataset = openDataset();
        const auto rectOf = [&](const QString &id) {
            const QRect place = placeOf(id).toAlignedRect();
            return QRect(view().mapToGlobal(place.topLeft()), place.size());
        };
        view().setCamera(centred(dataset, 1.0));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view());
        QStringList names;
        for (int i = 0; i < list->childCount(); ++i)
            names.append(list->child(i)->text(QAccessible::Name));
        const MeshPtr mesh = test::sampleMesh();
        const auto partOf = [&](const QString &id) -> QAccessibleInterface * {
            const QString name = mesh->name(test::at(mesh, id));
            for (int i = 0; i < list->childCount(); ++i) {
                if (list->child(i)->rect() == rectOf(id) && names[i].startsWith(name))
                    return list->child(i);
            }
            return nullptr;
        };
        const auto at = [&](const QString &id) { return list->indexOfChild(partOf(id)); };
        // A box that is open, before what is in it.
        QAccessibleInterface *box = partOf(orders);
        QCOMPARE(box->role(), QAccessible::Grouping);
        QVERIFY(box->state().expandable && box->state().expanded && !box->state().collapsed);
        QVERIFY(box->text(QAccessible::Name).contains(kindName(Kind::Product)));
        QVERIFY(box->text(QAccessible::Name)
                    .contains(statusName(test::sampleSnapshot().health->status(test::at(mesh, orders)))));
        QCOMPARE(box->rect(), rectOf(orders));
        QVERIFY(box->actionInterface()->actionNames().contains(QStringLiteral("Close what is in it")));
        QVERIFY(at(commerce) >= 0 && at(commerce) < at(ordersDomain) && at(ordersDomain) < at(orders));
        const int card = scene().cardOf(dataset);
        QAccessibleInterface *open = partOf(dataset);
        QVERIFY(at(dataset) > at(orders));
        QVERIFY(open->state().expanded);
        QVERIFY(open->text(QAccessible::Name).contains(kindName(Kind::Dataset)));
        // Its columns in view, each in its place, and then its edges.
        const SceneCard &c = scene().cards()[size_t(card)];
        QVERIFY(c.places() > 0);
        QCOMPARE(open->childCount(), c.places() + int(scene().edgesAt(card).size()));
        QAccessibleInterface *row = open->child(0);
        QCOMPARE(row->text(QAccessible::Name).section(u',', 0, 0), c.rows.front().name);
        QVERIFY(row->text(QAccessible::Name).contains(c.rows.front().type));
        QCOMPARE(row->parent(), open);
        QCOMPARE(open->indexOfChild(row), 0);
        QVERIFY(open->rect().contains(row->rect()));
        QCOMPARE(open->childAt(row->rect().center().x(), row->rect().center().y()), row);
        QSignalSpy pressed(&view(), &GraphView::columnActivated);
        row->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(pressed.count(), 1);
        QCOMPARE(pressed.first().at(1).toString(), c.rows.front().name);
        // Ports, too.
        QVERIFY(std::any_of(names.begin(), names.end(),
                            [](const QString &n) { return n.contains(kindName(Kind::Port), Qt::CaseInsensitive); }));
        // Far away only what is in view is there.
        Camera away = view().camera();
        away.offset += QPointF(0, -5000);
        view().setCamera(away);
        QCOMPARE(list->childCount(), 0);
        // Closing what is in it.
        view().setCamera(centred(orders, 0.8));
        for (int i = 0; i < list->childCount(); ++i) {
            if (list->child(i)->rect() == rectOf(orders))
                box = list->child(i);
        }
        box->actionInterface()->doAction(QStringLiteral("Close what is in it"));
        QTRY_VERIFY(!isOpen(orders));
    }
};

MESHSCOPE_TEST(TestMapLists)
#include "tst_maplists.moc"
