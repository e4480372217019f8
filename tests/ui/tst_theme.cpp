#include "tests/support/testmain.h"
#include "tests/ui/colourmath.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QDirIterator>
#include <QLabel>
#include <QPainter>

using namespace meshscope;
using namespace meshscope::test;

namespace {
const std::array schemes{Scheme::Light, Scheme::Dark, Scheme::HighContrast};
const char *nameOf(Scheme s)
{
    return s == Scheme::Light ? "light" : s == Scheme::Dark ? "dark" : "high contrast";
}
} // namespace

/// Colours can be read and told apart in every scheme; sizes follow the font.
class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void contrastIsEnough_data()
    {
        QTest::addColumn<QColor>("front");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const Scheme s : schemes) {
            const Tokens &t = tokensOf(s);
            const auto row = [&](const char *what, const QColor &front, const QColor &ground, double least) {
                QTest::addRow("%s: %s", nameOf(s), what) << front << ground << least;
            };
            for (const auto &[name, ground] : {std::pair{"window", t.window},
                                               {"surface", t.surface},
                                               {"canvas", t.canvas},
                                               {"raised", t.raised},
                                               {"hover", t.hover},
                                               {"sunken", t.sunken}}) {
                row(qPrintable(QStringLiteral("text on %1").arg(QLatin1String(name))), t.text, ground, 4.5);
                row(qPrintable(QStringLiteral("muted on %1").arg(QLatin1String(name))), t.muted, ground, 4.5);
                row(qPrintable(QStringLiteral("link on %1").arg(QLatin1String(name))), t.link, ground, 4.5);
            }
            row("text on selectionIdle", t.text, t.selectionIdle, 4.5);
            row("text on accentSoft", t.text, t.accentSoft, 4.5);
            row("selectionText on selection", t.selectionText, t.selection, 4.5);
            row("accentText on accent", t.accentText, t.accent, 4.5);
            row("accentText on accentHover", t.accentText, t.accentHover, 4.5);
            row("accentText on accentPressed", t.accentText, t.accentPressed, 4.5);
            row("tooltipText on tooltip", t.tooltipText, t.tooltip, 4.5);
            row("metText", t.metText, t.metSoft, 4.5);
            row("riskText", t.riskText, t.riskSoft, 4.5);
            row("breachedText", t.breachedText, t.breachedSoft, 4.5);
            row("unknownText", t.unknownText, t.unknownSoft, 4.5);
            row("text on riskSoft", t.text, t.riskSoft, 4.5);
            row("link on riskSoft", t.link, t.riskSoft, 4.5);
            row("breachedText on surface", t.breachedText, t.surface, 4.5);
            row("riskText on surface", t.riskText, t.surface, 4.5);
            row("metText on surface", t.metText, t.surface, 4.5);
            for (const auto &[name, sign] : {std::pair{"met", t.met},
                                             {"risk", t.risk},
                                             {"breached", t.breached},
                                             {"unknown", t.unknown},
                                             {"lineStrong", t.lineStrong},
                                             {"focus", t.focus},
                                             {"accent", t.accent},
                                             {"faded", t.faded}}) {
                row(qPrintable(QStringLiteral("%1 on surface").arg(QLatin1String(name))), sign, t.surface, 3.0);
                row(qPrintable(QStringLiteral("%1 on canvas").arg(QLatin1String(name))), sign, t.canvas, 3.0);
            }
            row("edge on canvas", t.edge, t.canvas, 3.0);
            row("flow on canvas", t.flow, t.canvas, 3.0);
            row("glyph on risk", t.signGlyph, t.risk, 3.0);
            row("glyph on breached", t.signGlyph, t.breached, 3.0);
            for (size_t i = 0; i < t.hues.size(); ++i) {
                row(qPrintable(QStringLiteral("name of hue %1 on head").arg(i)), t.hues[i].name, t.hues[i].head, 4.5);
                row(qPrintable(QStringLiteral("name of hue %1 on sub").arg(i)), t.hues[i].name, t.hues[i].sub, 4.5);
                row(qPrintable(QStringLiteral("stripe of hue %1").arg(i)), t.hues[i].stripe, t.raised, 3.0);
            }
        }
    }
    void contrastIsEnough()
    {
        QFETCH(QColor, front);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        QVERIFY2(contrast(front, ground) >= least, qPrintable(QString::number(contrast(front, ground))));
    }

    void statusColoursStayApart_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<int>("vision");
        for (const Scheme s : schemes) {
            QTest::addRow("%s, normal", nameOf(s)) << int(s) << int(Vision::Normal);
            QTest::addRow("%s, protanopia", nameOf(s)) << int(s) << int(Vision::Protanopia);
            QTest::addRow("%s, deuteranopia", nameOf(s)) << int(s) << int(Vision::Deuteranopia);
            QTest::addRow("%s, tritanopia", nameOf(s)) << int(s) << int(Vision::Tritanopia);
        }
    }
    void statusColoursStayApart()
    {
        QFETCH(int, scheme);
        QFETCH(int, vision);
        const Tokens &t = tokensOf(static_cast<Scheme>(scheme));
        const std::array colours{t.met, t.risk, t.breached, t.unknown};
        for (size_t i = 0; i < colours.size(); ++i) {
            for (size_t j = i + 1; j < colours.size(); ++j) {
                const double apart = deltaE2000(seenBy(colours[i], static_cast<Vision>(vision)),
                                                seenBy(colours[j], static_cast<Vision>(vision)));
                QVERIFY2(apart >= 12.0, qPrintable(QStringLiteral("%1 and %2: %3").arg(i).arg(j).arg(apart)));
            }
        }
    }

    void differenceFormulaIsThePublishedOne()
    {
        // White and black are 100 apart; equal colours 0; the formula is symmetric.
        QVERIFY(qAbs(deltaE2000(Qt::white, Qt::black) - 100.0) < 0.1);
        QCOMPARE(deltaE2000(Qt::red, Qt::red), 0.0);
        QVERIFY(qAbs(deltaE2000(Qt::red, Qt::blue) - deltaE2000(Qt::blue, Qt::red)) < 1e-9);
        QVERIFY(qAbs(contrast(Qt::white, Qt::black) - 21.0) < 1e-6);
    }

    void everyIconDraws()
    {
        (void)icon(QStringLiteral("search"), Qt::black);
        int seen = 0;
        QDirIterator all(QStringLiteral(":/icons"), {QStringLiteral("*.svg")});
        while (all.hasNext()) {
            const QString name = QFileInfo(all.next()).completeBaseName();
            const QImage image = icon(name, Qt::red).pixmap(QSize(32, 32)).toImage();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor c = image.pixelColor(x, y);
                    if (c.alpha() > 128) {
                        ++inked;
                        QVERIFY2(c.red() > 200 && c.green() < 40, qPrintable(name));
                    }
                }
            }
            QVERIFY2(inked > 4, qPrintable(name));
            ++seen;
        }
        QVERIFY(seen >= 60);
        QVERIFY(icon(QStringLiteral("no such icon"), Qt::red).pixmap(QSize(16, 16)).isNull());
    }

    void aPartRebuiltWhileColoursChangeIsNoFault()
    {
        struct Rebuilding final : QWidget {
            QList<QPointer<QWidget>> parts;
            void changeEvent(QEvent *event) override
            {
                if (event->type() == QEvent::StyleChange) {
                    for (const QPointer<QWidget> &part : std::as_const(parts))
                        delete part;
                }
                QWidget::changeEvent(event);
            }
        };
        auto *style = new MeshscopeStyle(Scheme::Light);
        QApplication::setStyle(style);
        Rebuilding first;
        Rebuilding second;
        for (int i = 0; i < 200; ++i) { // one of the two is told before its parts are
            first.parts << new QWidget;
            second.parts << new QWidget;
        }
        style->setScheme(Scheme::Dark);
        QVERIFY(std::none_of(first.parts.cbegin(), first.parts.cend(), [](const auto &part) { return part; }));
        style->setScheme(Scheme::Light);
    }

    void hueIsFixedByTheAddress()
    {
        QCOMPARE(hueOf(QStringLiteral("atlas/domain/commerce")), hueOf(QStringLiteral("atlas/domain/commerce")));
        QSet<int> used;
        for (int i = 0; i < 200; ++i) {
            const int hue = naturalHue(QStringLiteral("atlas/domain/d%1").arg(i));
            QVERIFY(hue >= 0 && hue < 12);
            used << hue;
        }
        QCOMPARE(used.size(), 12);
        const Tokens &t = tokensOf(Scheme::Light);
        QCOMPARE(hueOf(QStringLiteral("atlas/domain/-")), -1); // "No domain" is none
        QCOMPARE(domainColor(t, QStringLiteral("atlas/domain/-")), t.unknown);
        QVERIFY(domainColor(t, QStringLiteral("atlas/domain/commerce")) != t.unknown);
    }

    void collidingDomainsGetHuesOfTheirOwn()
    {
        QStringList names;
        for (int i = 0; i < 12; ++i)
            names << QStringLiteral("a/domain/%1").arg(i);
        const QHash<QString, int> first = assignHues(names, {});
        QCOMPARE(QSet<int>(first.begin(), first.end()).size(), 12);
        // What was given once stays, whoever joins.
        QStringList more = names;
        more.prepend(QStringLiteral("a/domain/0-new"));
        const QHash<QString, int> second = assignHues(more, first);
        for (const QString &name : names)
            QCOMPARE(second.value(name), first.value(name));
        QVERIFY(second.contains(more.first()));
        // The domain that comes first in address order keeps its natural hue.
        QCOMPARE(first.value(names.first()), naturalHue(names.first()));
    }

    void schemeSwitchesEverything()
    {
        auto *style = new MeshscopeStyle(Scheme::Light);
        QApplication::setStyle(style);
        QLabel label;
        setTextColor(&label, &Tokens::muted);
        QCOMPARE(tokens(&label).scheme, Scheme::Light);
        style->setScheme(Scheme::Dark);
        QCOMPARE(tokens(&label).scheme, Scheme::Dark);
        QCOMPARE(label.palette().color(QPalette::WindowText), tokensOf(Scheme::Dark).muted);
        QCOMPARE(QApplication::palette().color(QPalette::Base), tokensOf(Scheme::Dark).surface);
        style->setScheme(Scheme::Light);
        QCOMPARE(label.palette().color(QPalette::WindowText), tokensOf(Scheme::Light).muted);
    }

    void textScaleFollowsThroughRolesAndSizes()
    {
        auto *style = new MeshscopeStyle(Scheme::Light);
        QApplication::setStyle(style);
        QLabel label;
        setTextRole(&label, TextRole::Title);
        const double before = label.font().pointSizeF();
        const int size = px(100);
        style->setTextScale(1.5);
        QVERIFY(label.font().pointSizeF() > before * 1.4);
        QVERIFY(px(100) >= int(size * 1.4));
        style->setTextScale(1.0);
        QCOMPARE(px(100), size);
    }

    void noTextIsBelowEightPoints()
    {
        const QFont before = QApplication::font();
        QFont tiny = before;
        tiny.setPointSizeF(6);
        QApplication::setFont(tiny);
        for (const TextRole role : {TextRole::Tiny, TextRole::Small, TextRole::Mono})
            QVERIFY(textFont(role).pointSizeF() >= 8.0);
        QApplication::setFont(before);
    }

    void darkPaletteIsSeen()
    {
        QPalette dark(Qt::black);
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        QCOMPARE(schemeOfPalette(dark), Scheme::Dark);
        QPalette light;
        light.setColor(QPalette::Window, Qt::white);
        light.setColor(QPalette::WindowText, Qt::black);
        QCOMPARE(schemeOfPalette(light), Scheme::Light);
    }
};

MESHSCOPE_TEST(TestTheme)
#include "tst_theme.moc"
