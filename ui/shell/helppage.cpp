#include "ui/shell/helppage.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/taborder.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace meshscope {

namespace {
/// Text in lines of at most 760 units: longer ones are hard to follow.
class Paragraph : public QLabel {
public:
    Paragraph(const QString &text, QWidget *parent)
        : QLabel(text, parent)
    {
        setTextFormat(Qt::PlainText);
        setTextRole(this, TextRole::Base);
        setTextColor(this, &Tokens::text);
        setWordWrap(true);
        setMaximumWidth(px(760));
        setTextInteractionFlags(Qt::TextSelectableByMouse);
    }

    /// Layouts ask with the room there is, not with the width it will get: rows below would pay for
    /// the lines missed.
    int heightForWidth(int width) const override { return QLabel::heightForWidth(qMin(width, maximumWidth())); }
};

/// A heading and, below it, what can be done and the key that does it.
struct KeyGroup {
    QString title;
    QList<std::pair<QString, QString>> rows;
};

/// The commands by their menus, in the order of the menus, then the keys that are no commands.
QList<KeyGroup> keyGroups(const QList<QAction *> &commands)
{
    QList<KeyGroup> groups;
    for (const QAction *action : commands) {
        const QString title = action->property("group").toString();
        auto group = std::find_if(groups.begin(), groups.end(), [&](const KeyGroup &g) { return g.title == title; });
        if (group == groups.end())
            group = groups.insert(groups.end(), KeyGroup{title, {}});
        group->rows << std::pair(QString(action->text()).remove(u'&'),
                                 action->shortcut().toString(QKeySequence::NativeText));
    }
    groups << KeyGroup{
        HelpPage::tr("On the map and in a lineage"),
        {{HelpPage::tr("Zoom in, out, to actual size, to all"), QStringLiteral("+  −  0  F")},
         {HelpPage::tr("Zoom at the pointer, move"), HelpPage::tr("wheel, drag")},
         {HelpPage::tr("Walk along the edges"), HelpPage::tr("arrows")},
         {HelpPage::tr("Walk through a card's edges"), QStringLiteral("E")},
         {HelpPage::tr("Go to the box around a card"), QStringLiteral("G")},
         {HelpPage::tr("Open"), HelpPage::tr("Enter")},
         {HelpPage::tr("Show or fold neighbours"), HelpPage::tr("Space")},
         {HelpPage::tr("On the map: open or close what is in it"), HelpPage::tr("Space, double click")},
         {HelpPage::tr("On the map: open what is under the pointer, close it again"), HelpPage::tr("wheel in, out")},
         {HelpPage::tr("Keep a path lit"), QStringLiteral("L")},
         {HelpPage::tr("Search or scroll the columns of a wide card"), QStringLiteral("S  PgUp  PgDn")},
         {HelpPage::tr("Pick several cards"), HelpPage::tr("Shift+click, Shift+drag")},
         {HelpPage::tr("Pick all, copy what is picked"), QStringLiteral("Ctrl+A  Ctrl+C")},
         {HelpPage::tr("Paths between two picked cards"), QStringLiteral("P")},
         {HelpPage::tr("Collapse to schema, product or domain"), QStringLiteral("C")},
         {HelpPage::tr("The same graph as a tree"), QStringLiteral("T")},
         {HelpPage::tr("Find"), QStringLiteral("/")}}};
    groups << KeyGroup{HelpPage::tr("In a list"),
                       {{HelpPage::tr("Open"), HelpPage::tr("Enter")},
                        {HelpPage::tr("Open in a new window"), HelpPage::tr("Ctrl+Enter, Ctrl+click")}}};
    return groups;
}

QWidget *groupWidget(const KeyGroup &group)
{
    auto *host = new QWidget;
    host->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // what is left over is below the last
    auto *grid = new QGridLayout(host);
    grid->setContentsMargins(0, 0, 0, px(12));
    grid->setHorizontalSpacing(px(16));
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(0, 1);
    grid->addWidget(makeLabel(group.title, TextRole::Section, &Tokens::text), 0, 0, 1, 2);
    for (int row = 0; row < group.rows.size(); ++row) {
        grid->addWidget(makeElided(group.rows[row].first, TextRole::Base, &Tokens::text), row + 1, 0);
        grid->addWidget(makeLabel(group.rows[row].second, TextRole::Mono, &Tokens::muted), row + 1, 1, Qt::AlignRight);
    }
    return host;
}

/// Two columns of about the same height.
QWidget *keyTable(const QList<KeyGroup> &groups)
{
    auto *host = new QWidget;
    host->setMaximumWidth(px(860));
    auto *row = new QHBoxLayout(host);
    row->setContentsMargins(0, px(8), 0, 0);
    row->setSpacing(px(48));
    qsizetype all = 0;
    for (const KeyGroup &group : groups)
        all += group.rows.size() + 2;
    qsizetype used = 0;
    QVBoxLayout *column = nullptr;
    for (const KeyGroup &group : groups) {
        if (!column || (row->count() == 1 && used + (group.rows.size() + 2) / 2 > all / 2)) {
            column = new QVBoxLayout;
            column->setSpacing(0);
            row->addLayout(column, 1);
        }
        column->addWidget(groupWidget(group));
        used += group.rows.size() + 2;
    }
    for (int i = 0; i < row->count(); ++i)
        static_cast<QVBoxLayout *>(row->itemAt(i)->layout())->addStretch();
    return host;
}
} // namespace

HelpPage::HelpPage(const QList<QAction *> &commands, QWidget *parent)
    : Page(parent)
    , m_scroll(new QScrollArea(this))
    , m_reading(nullptr)
    , m_about(nullptr)
{
    setObjectName(QStringLiteral("helpPage"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    setInitialFocus(this, m_scroll);
    auto *body = new QWidget;
    setGround(body, &Tokens::surface);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(px(24), px(20), px(24), px(24));
    column->setSpacing(px(8));
    column->addWidget(makeLabel(tr("Keys and commands"), TextRole::Page, &Tokens::text, body));
    column->addWidget(
        new Paragraph(tr("Ctrl+K finds people, products, columns, terms and every command below by its words. "
                         "Arrows move in the results while typing stays in the field; Enter opens, Ctrl+Enter opens "
                         "in another window, Esc leaves."),
                      body));
    column->addWidget(keyTable(keyGroups(commands)));
    column->addSpacing(px(16));
    m_reading = makeLabel(tr("What is read, and what never is"), TextRole::Section, &Tokens::text, body);
    column->addWidget(m_reading);
    column->addWidget(new Paragraph(
        tr("From a folder: documents below it that Meshscope recognises by their content. Hidden folders, what "
           "“.meshscopeignore” lists, and links that lead out of the folder are not followed. Rows of data are "
           "read only when a "
           "sample is shown, and are not kept. Everything read stays in the workspace file on this computer; only "
           "a request for "
           "access is ever written back, and only when you send it."),
        body));
    column->addSpacing(px(16));
    m_about = makeLabel(tr("About Meshscope"), TextRole::Section, &Tokens::text, body);
    column->addWidget(m_about);
    column->addWidget(
        new Paragraph(tr("Meshscope %1, a desktop explorer for data meshes. Free software under the GNU General Public "
                         "License, version 3 or later; it comes without any warranty.")
                          .arg(QStringLiteral(MESHSCOPE_VERSION)),
                      body));
    column->addStretch();
    m_scroll->setWidget(body);
}

void HelpPage::setLocation(const Location &location)
{
    m_location = location;
    const QString section = location.option("section");
    QWidget *shown = section == QStringLiteral("about")     ? m_about
                     : section == QStringLiteral("reading") ? m_reading
                                                            : nullptr;
    const auto scroll = [this, shown] { m_scroll->verticalScrollBar()->setValue(shown ? shown->y() - px(12) : 0); };
    QMetaObject::invokeMethod(this, scroll, Qt::QueuedConnection); // where it is, is known after the layout
}

} // namespace meshscope
