#include "ui/shell/topbar.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/pathfold.h"

#include <QHBoxLayout>

namespace meshscope {

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_back(iconButton(QStringLiteral("back"), tr("Back")))
    , m_forward(iconButton(QStringLiteral("forward"), tr("Forward")))
    , m_trail(new QWidget)
    , m_search(new SearchField(tr("Search everything")))
    , m_asOf(quietButton(tr("no data yet"), QStringLiteral("clock")))
    , m_moments(new QMenu(this))
    , m_sync(quietButton(tr("Sync"), QStringLiteral("sync")))
    , m_inspector(iconButton(QStringLiteral("sidebar"), tr("Show or hide the inspector (F4)")))
{
    setGround(this, &Tokens::window);
    m_back->setObjectName(QStringLiteral("back"));
    m_forward->setObjectName(QStringLiteral("forward"));
    m_search->setObjectName(QStringLiteral("search"));
    m_asOf->setObjectName(QStringLiteral("asOf"));
    m_sync->setObjectName(QStringLiteral("sync"));
    m_inspector->setObjectName(QStringLiteral("inspectorToggle"));
    m_trail->setObjectName(QStringLiteral("trail"));
    m_search->setKeyHint(QStringLiteral("Ctrl+K"));
    m_inspector->setCheckable(true);
    m_asOf->setMenu(m_moments);
    m_asOf->setToolTip(tr("Show what the workspace knew at another moment"));

    auto *start = new QWidget(this);
    auto *startRow = new QHBoxLayout(start);
    startRow->setContentsMargins(px(12), 0, px(12), 0);
    startRow->setSpacing(px(8));
    startRow->addWidget(m_back);
    startRow->addWidget(m_forward);
    startRow->addWidget(m_trail, 1);
    auto *trailRow = new QHBoxLayout(m_trail);
    trailRow->setContentsMargins(px(4), 0, 0, 0);
    trailRow->setSpacing(px(6));

    auto *end = new QWidget(this);
    auto *endRow = new QHBoxLayout(end);
    endRow->setContentsMargins(px(12), 0, px(8), 0);
    endRow->setSpacing(px(4));
    endRow->addStretch();
    endRow->addWidget(m_asOf);
    endRow->addWidget(m_sync);
    endRow->addWidget(m_inspector);

    // Both sides take the same room, so the search field stands in the middle of the window.
    start->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    end->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, px(6), 0, px(8));
    row->setSpacing(0);
    row->addWidget(start, 1);
    row->addWidget(m_search);
    row->addWidget(end, 1);
    m_search->setFixedWidth(px(360));

    connect(m_back, &QToolButton::clicked, this, &TopBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &TopBar::forwardRequested);
    connect(m_sync, &QPushButton::clicked, this, &TopBar::syncRequested);
    connect(m_inspector, &QToolButton::toggled, this, &TopBar::inspectorToggled);
    m_turn.setInterval(33);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        // One turn a second; it stands still with reduced motion.
        m_sync->setProperty("iconAngle", m_sync->property("iconAngle").toDouble() + 360 * 0.033);
        m_sync->update();
    });
    setTrail({}, {});
    setHistory(false, false);
}

/// In a narrow window, or with large text, the field leaves the trail and the buttons their room.
void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_search->setFixedWidth(qBound(px(160), width() * 3 / 10, px(360)));
}

void TopBar::setTrail(const QList<Page::Crumb> &crumbs, const QString &title)
{
    while (QLayoutItem *item = m_trail->layout()->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide(); // it may be the link whose click led here; until it is gone it must not be drawn
            old->deleteLater();
        }
        delete item;
    }
    auto *row = static_cast<QHBoxLayout *>(m_trail->layout());
    const auto add = [&](LinkLabel *link) {
        link->setQuiet(true);
        row->addWidget(link);
        row->addWidget(makeLabel(layoutDirection() == Qt::RightToLeft ? QStringLiteral("‹") : QStringLiteral("›"),
                                 TextRole::Base, &Tokens::muted, m_trail));
    };
    QStringList names;
    for (const Page::Crumb &crumb : crumbs)
        names << crumb.text;
    const auto addStep = [&](qsizetype i) {
        auto *link = new LinkLabel(crumbs[i].text, m_trail);
        link->setObjectName(QStringLiteral("crumb"));
        connect(link, &LinkLabel::opened, this,
                [this, location = crumbs[i].location](bool newWindow) { emit crumbOpened(location, newWindow); });
        add(link);
    };
    PathFold::lay(names, m_trail, addStep, [&](PathFold *fold) {
        connect(fold, &PathFold::chosen, this,
                [this, crumbs](qsizetype step, bool newWindow) { emit crumbOpened(crumbs[step].location, newWindow); });
        add(fold);
    });
    auto *last = makeElided(title, TextRole::Strong, &Tokens::text, m_trail);
    last->setObjectName(QStringLiteral("crumbTitle"));
    row->addWidget(last, 1);
    m_trail->setAccessibleName(tr("You are at %1").arg(title));
}

void TopBar::setHistory(bool canGoBack, bool canGoForward)
{
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void TopBar::setMoments(const QDateTime &latest, const QList<QDateTime> &moments, const QDateTime &shown)
{
    const QDateTime at = shown.isValid() ? shown : latest;
    m_asOf->setText(at.isValid() ? tr("as of %1").arg(asOfText(at)) : tr("no data yet"));
    m_asOf->setProperty("meshscopeLook", int(ButtonLook::Quiet));
    m_asOf->updateGeometry();
    m_moments->clear();
    QAction *now = m_moments->addAction(tr("Now"));
    now->setCheckable(true);
    now->setChecked(!shown.isValid());
    connect(now, &QAction::triggered, this, [this] { emit asOfRequested({}); });
    if (!moments.isEmpty())
        m_moments->addSeparator();
    for (const QDateTime &moment : moments) {
        QAction *action = m_moments->addAction(QStringLiteral("%1\t%2").arg(asOfText(moment), ageText(moment)));
        action->setCheckable(true);
        action->setChecked(shown == moment);
        connect(action, &QAction::triggered, this, [this, moment] { emit asOfRequested(moment); });
    }
}

void TopBar::setSyncing(bool isSyncing)
{
    const MeshscopeStyle *style = MeshscopeStyle::of(this);
    if (isSyncing && !(style && style->reducedMotion()))
        m_turn.start();
    else
        m_turn.stop();
    if (!isSyncing)
        m_sync->setProperty("iconAngle", 0.0);
    m_sync->update();
}

void TopBar::setEmpty(bool isEmpty)
{
    m_asOf->setEnabled(!isEmpty);
    m_sync->setEnabled(!isEmpty);
    m_inspector->setEnabled(!isEmpty);
}

void TopBar::setInspectorShown(bool isShown)
{
    m_inspector->setChecked(isShown);
}

} // namespace meshscope
