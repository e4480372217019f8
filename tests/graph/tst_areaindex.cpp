#include "models/graph/areaindex.h"

#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace meshscope::graph;

/// The index finds exactly what a look at every box finds.
class TestAreaIndex : public QObject {
    Q_OBJECT
private slots:
    void findsWhatIsThere_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::addColumn<double>("longest");
        QTest::newRow("square") << 5000.0 << 5000.0 << 60.0;
        QTest::newRow("chain") << 400000.0 << 10.0 << 200.0;
        QTest::newRow("some very long") << 3000.0 << 9000.0 << 6000.0;
        QTest::newRow("points in one place") << 0.0 << 0.0 << 0.0;
    }
    void findsWhatIsThere()
    {
        QFETCH(double, width);
        QFETCH(double, height);
        QFETCH(double, longest);
        QRandomGenerator random(7);
        const auto box = [&](double most) {
            AreaBox b;
            b.left = float(random.generateDouble() * width - width / 2);
            b.top = float(random.generateDouble() * height - height / 3);
            b.right = b.left + float(random.generateDouble() * random.generateDouble() * most);
            b.bottom = b.top + float(random.generateDouble() * random.generateDouble() * most);
            return b;
        };
        std::vector<AreaBox> boxes;
        for (int i = 0; i < 3000; ++i)
            boxes.push_back(box(longest));
        boxes[17] = AreaBox(); // invalid: never found
        const AreaIndex index(boxes);
        for (int k = 0; k < 200; ++k) {
            const AreaBox area = box(std::max(width, height) / (1 + k % 20));
            std::vector<int> expected;
            for (size_t i = 0; i < boxes.size(); ++i) {
                if (boxes[i].isValid() && boxes[i].touches(area))
                    expected.push_back(int(i));
            }
            QCOMPARE(index.in(area), expected);
        }
    }
    void anEmptyOneFindsNothing()
    {
        QVERIFY(AreaIndex().in({0, 0, 10, 10}).empty());
        QVERIFY(AreaIndex({AreaBox(), AreaBox()}).in({-1e9F, -1e9F, 1e9F, 1e9F}).empty());
    }
};

MESHSCOPE_TEST(TestAreaIndex)
#include "tst_areaindex.moc"
